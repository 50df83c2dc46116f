import { describe, expect, it } from 'vitest';
import type { Overlay } from '../../../src/core/catalogue/overlay/overlay.ts';
import type { Schema, TypeName } from '../../../src/core/catalogue/schema.ts';
import type { BaseTypes } from '../packages/packageTypes.ts';
import { makePack } from './makePack.ts';

function baseOf(types: Record<TypeName, Schema>, embeds: Record<TypeName, TypeName[]> = {}): BaseTypes {
  return {
    names: Object.keys(types),
    find: (name) => {
      const schema = types[name];
      return schema === undefined ? undefined : { schema, embeds: embeds[name] ?? [] };
    },
  };
}

const base = baseOf(
  {
    'apis/meta/v1.ObjectMeta': { type: 'object', properties: { name: { type: 'string' } } },
    'kites/v1.Kite': {
      type: 'object',
      doc: 'A kite.',
      properties: { spec: { ref: 'kites/v1.KiteSpec' } },
      required: ['spec'],
    },
    'kites/v1.KiteSpec': {
      type: 'object',
      properties: {
        shape: { type: 'string', enum: ['Delta'], doc: 'Its shape.' },
        tails: {
          type: 'array',
          items: { type: 'object', properties: { knots: { type: 'integer', maximum: 3 } } },
        },
        pockets: { type: 'object', values: { type: 'string' } },
        owner: { ref: 'kites/v1.FullOwner' },
      },
      required: ['shape', 'tails'],
    },
    'kites/v1.FullOwner': { type: 'object', doc: 'Full.', properties: { mail: { type: 'string' } } },
    'kites/v1.Owner': {
      type: 'object',
      doc: 'Owner.',
      properties: { name: { type: 'string' } },
      required: ['name'],
    },
    'kites/v1.Unreached': { type: 'string' },
  },
  { 'kites/v1.FullOwner': ['kites/v1.Owner'] },
);
const kite = {
  group: 'kites',
  version: 'v1',
  kind: 'Kite',
  plural: 'kites',
  scope: 'namespaced',
  type: 'kites/v1.Kite',
} as const;
const overlayOf = (types: Overlay['types'], more: Partial<Overlay> = {}): Overlay => ({
  pack: 'kites',
  upstream: { project: 'Kites', version: 'v1.2.3', docs: 'https://kites.example' },
  kinds: [kite],
  types,
  ...more,
});
const make = (types: Overlay['types'], more: Partial<Overlay> = {}) => makePack(base, overlayOf(types, more));
const specOf = (types: Overlay['types']) => {
  const { pack, mistakes } = make(types);
  expect(mistakes).toEqual([]);
  return pack.types['kites/v1.KiteSpec'];
};

describe('makePack', () => {
  it('keeps the types that its kinds reach, and gives kinds their metadata', () => {
    const { pack, mistakes } = make({});
    expect(mistakes).toEqual([]);
    expect(Object.keys(pack.types)).toEqual([
      'apis/meta/v1.ObjectMeta',
      'kites/v1.FullOwner',
      'kites/v1.Kite',
      'kites/v1.KiteSpec',
    ]);
    const whole = pack.types['kites/v1.Kite'];
    expect(Object.keys(whole?.properties ?? {})).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(whole?.properties?.metadata).toEqual({ ref: 'apis/meta/v1.ObjectMeta' });
    expect(whole?.required).toEqual(['spec']);
  });

  it('lays fields over fields, keyword by keyword, at any depth that is inline', () => {
    const spec = specOf({
      'kites/v1.KiteSpec': {
        fields: {
          shape: { default: 'Delta', enum: ['Delta', 'Box'] },
          tails: { maxItems: 4, items: { minProperties: 1 } },
          'tails[].knots': { minimum: 1, drop: ['maximum'] },
          'pockets{}': { maxLength: 9 },
          string: { type: 'string', channel: 'experimental' },
        },
      },
    });
    expect(spec?.properties).toMatchObject({
      shape: { type: 'string', enum: ['Delta', 'Box'], default: 'Delta', doc: 'Its shape.' },
      tails: { maxItems: 4, items: { type: 'object', minProperties: 1 } },
      pockets: { values: { type: 'string', maxLength: 9 } },
      string: { type: 'string', channel: 'experimental' },
    });
    expect(spec?.properties?.tails?.items?.properties?.knots).toEqual({ type: 'integer', minimum: 1 });
  });

  it('takes fields away, and changes what is required', () => {
    const spec = specOf({
      'kites/v1.KiteSpec': { fields: { tails: null }, require: ['owner'], release: ['shape'] },
    });
    expect(Object.keys(spec?.properties ?? {})).toEqual(['shape', 'pockets', 'owner']);
    expect(spec?.required).toEqual(['owner']);
  });

  it('takes another reference for another value, and keeps what is said about the field', () => {
    const spec = specOf({ 'kites/v1.KiteSpec': { fields: { shape: { ref: 'kites/v1.Owner' } } } });
    expect(spec?.properties?.shape).toEqual({ ref: 'kites/v1.Owner', doc: 'Its shape.' });
  });

  it('makes new types, from nothing and from others, and keywords and rules of types', () => {
    const rule = { rule: 'exactlyOneOf', fields: ['mail', 'name'] } as const;
    const { pack, mistakes } = make({
      'kites/v1.Line': { from: 'nothing', type: 'string', pattern: '^l' },
      'kites/v1.Twin': { from: 'kites/v1.FullOwner', rules: [rule], doc: 'A twin.', maxProperties: 1 },
      'kites/v1.KiteSpec': {
        fields: { line: { ref: 'kites/v1.Line' }, twin: { ref: 'kites/v1.Twin' } },
        drop: ['required'],
      },
    });
    expect(mistakes).toEqual([]);
    expect(pack.types['kites/v1.Line']).toEqual({ type: 'string', pattern: '^l' });
    expect(pack.types['kites/v1.KiteSpec']?.required).toBeUndefined();
    expect(pack.types['kites/v1.Twin']).toEqual({
      type: 'object',
      doc: 'A twin.',
      properties: { name: { type: 'string' }, mail: { type: 'string' } },
      required: ['name'],
      rules: [rule],
      maxProperties: 1,
    });
  });

  it('reaches embedding types with what is written on the embedded one', () => {
    const rule = { rule: 'required', field: 'name' } as const;
    const { pack } = make({
      'kites/v1.Owner': { fields: { name: { maxLength: 5 } }, rules: [rule] },
      'kites/v1.FullOwner': { fields: { name: { minLength: 2 } } },
    });
    const owner = pack.types['kites/v1.FullOwner'];
    expect(owner?.properties?.name).toEqual({ type: 'string', maxLength: 5, minLength: 2 });
    expect(owner?.rules).toEqual([rule]);
    expect(owner?.doc).toBe('Full.');
  });

  it('lays extended overlays first, without their kinds', () => {
    const lower = overlayOf({ 'kites/v1.KiteSpec': { fields: { shape: { default: 'Box', maxLength: 5 } } } });
    const { pack } = make(
      { 'kites/v1.KiteSpec': { fields: { shape: { default: 'Delta' } } } },
      { extends: [{ ...lower, kinds: [{ ...kite, kind: 'Other' }] }] },
    );
    expect(pack.types['kites/v1.KiteSpec']?.properties?.shape).toMatchObject({
      default: 'Delta',
      maxLength: 5,
    });
    expect(pack.kinds.map(({ kind }) => kind)).toEqual(['Kite']);
  });

  it('names types that nothing reaches', () => {
    expect(make({ 'kites/v1.Unreached': { doc: 'Alone.' } }).unused).toEqual(['kites/v1.Unreached']);
  });
});

describe('mistakes of an overlay', () => {
  const mistakesOf = (types: Overlay['types'], more: Partial<Overlay> = {}) => make(types, more).mistakes;
  const spec = (change: Overlay['types'][string]) => mistakesOf({ 'kites/v1.KiteSpec': change });

  it.each([
    [
      'a path that leads nowhere',
      { fields: { 'tail[].knots': { minimum: 1 } } },
      'tail[].knots: There is no field `tail`',
    ],
    [
      'a misspelt field',
      { fields: { Shape: { maxLength: 1 } } },
      'Shape: There is no field `Shape` (there is `shape`)',
    ],
    ['a field taken away that is not there', { fields: { nose: null } }, 'nose: There is no field `nose`'],
    [
      'a path into a shared type',
      { fields: { 'owner.mail': { maxLength: 1 } } },
      'owner.mail: The path goes into the shared type kites/v1.FullOwner. Write it on that type.',
    ],
    ['items of what is no list', { fields: { 'shape[]': { maxLength: 1 } } }, 'shape[]: There are no items'],
    [
      'a keyword dropped that is not there',
      { fields: { shape: { drop: ['pattern'] } } },
      'shape: It has no `pattern`',
    ],
    [
      'a type beside a reference',
      { fields: { owner: { type: 'string' } } },
      "owner: It is a kites/v1.FullOwner; to give it a type of its own, add `drop: ['ref']`.",
    ],
    [
      'requiring what is not there',
      { require: ['nose'] },
      'nose: It is made required, but there is no such field.',
    ],
    [
      'releasing what is optional',
      { release: ['owner'] },
      'owner: It is made optional, but it is not required.',
    ],
    [
      'a path of no form',
      { fields: { 'tails[0]': { maxLength: 1 } } },
      'tails[0]: `tails[0]` is not a path of fields.',
    ],
  ] as const)('says %s, with the type and the field', (_, change, mistake) => {
    const found = spec(change);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`kites: kites/v1.KiteSpec › ${mistake}`);
  });

  it('says a type that no package holds, and a reference that leads nowhere', () => {
    const wrong = { 'kites/v1.KiteSpec': { fields: { toy: { ref: 'kites/v1.Toy' } } } };
    expect(mistakesOf(wrong)).toEqual([
      'kites: kites/v1.KiteSpec: It refers to kites/v1.Toy, which is not there.',
    ]);
    expect(mistakesOf({ 'kites/v1.Toy': { doc: 'x' } })[0]).toContain(
      "kites: kites/v1.Toy: No package holds this type. To make it, say `from: 'nothing'`.",
    );
    expect(mistakesOf({}, { kinds: [{ ...kite, type: 'kites/v1.Nothing' }] })).toEqual([
      'kites: kind Kite: Its type kites/v1.Nothing is not there.',
    ]);
  });

  it('goes on after a mistake', () => {
    const { pack } = make({ 'kites/v1.KiteSpec': { fields: { nose: null, shape: { maxLength: 1 } } } });
    expect(pack.types['kites/v1.KiteSpec']?.properties?.shape?.maxLength).toBe(1);
  });
});
