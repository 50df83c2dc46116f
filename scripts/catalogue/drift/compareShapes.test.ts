import { describe, expect, it } from 'vitest';
import { CrdReader } from '../../../src/core/catalogue/readCrdReader.ts';
import { readCrdSchema } from '../../../src/core/catalogue/readCrdSchema.ts';
import type { Schema, TypeName } from '../../../src/core/catalogue/schema.ts';
import { Shape } from '../../../src/core/catalogue/shape.ts';
import { compareShapes, type Difference } from './compareShapes.ts';
import { effectiveLimits } from './effectiveLimits.ts';
import { groupLines, sumVisits } from './groupLines.ts';

const readSchema = (source: object) => readCrdSchema(new CrdReader(), source);
const types: Record<TypeName, Schema> = {
  Spec: { type: 'object', properties: { a: { ref: 'Name' }, b: { ref: 'Name' }, c: { type: 'string' } } },
  Name: { type: 'string', maxLength: 5 },
};

function compare(ours: Schema, theirs: Record<string, unknown>) {
  return compareShapes(
    new Shape(ours, types, 'standard'),
    new Shape(readSchema(theirs), {}, 'standard'),
    'spec',
  );
}
const shortOf = ({ kind, path, keyword, ours, theirs }: Difference) =>
  [kind, path, keyword, ours, theirs].filter((part) => part !== undefined).join(' ');
const differencesOf = (ours: Schema, theirs: Record<string, unknown>) =>
  compare(ours, theirs).differences.map(shortOf);
const name = { type: 'string', maxLength: 5 };

describe('compareShapes', () => {
  it('finds nothing between the same, and counts what it compared', () => {
    const compared = compare(
      { ref: 'Spec', required: ['a'] },
      { type: 'object', required: ['a'], properties: { a: name, b: name, c: { type: 'string' } } },
    );
    expect(compared).toMatchObject({ differences: [], fields: 3, defaults: 0, visits: { Spec: 1, Name: 2 } });
    expect(compared.limits).toBe(7);
  });

  it('finds fields that either side lacks, at any depth', () => {
    const ours: Schema = {
      type: 'object',
      properties: {
        list: { type: 'array', items: { type: 'object', properties: { x: { type: 'string' } } } },
      },
    };
    const item = { type: 'object', properties: { y: { type: 'string' } } };
    const theirs = {
      type: 'object',
      properties: { list: { type: 'array', items: item }, z: { type: 'string' } },
    };
    expect(differencesOf(ours, theirs)).toEqual([
      'missing spec.list[].y',
      'extra spec.list[].x',
      'missing spec.z',
    ]);
  });

  it('finds limits, defaults, list kinds and required fields that differ', () => {
    const ours: Schema = {
      type: 'object',
      properties: {
        a: { type: 'integer', maximum: 5, default: 1 },
        b: { type: 'array', listType: 'map', listKeys: ['k'], items: { type: 'string' } },
        c: { type: 'string', enum: ['x', 'y'] },
      },
      required: ['c'],
    };
    const theirs = {
      type: 'object',
      properties: {
        a: { type: 'integer', maximum: 6, default: 2 },
        b: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
        c: { type: 'string', enum: ['y', 'x'] },
      },
      required: ['a'],
    };
    expect(differencesOf(ours, theirs)).toEqual([
      'limit spec.a required false true',
      'limit spec.a maximum 5 6',
      'default spec.a 1 2',
      'limit spec.b listType map set',
      'limit spec.b listKeys k',
      'limit spec.c required true false',
    ]);
  });

  it('finds cross-field rules that have none of ours at or above them', () => {
    const theirs = {
      type: 'object',
      properties: {
        a: { type: 'object', 'x-kubernetes-validations': [{ rule: 'self.b' }, { rule: 'self.c' }] },
      },
    };
    const ours: Schema = { type: 'object', properties: { a: { type: 'object' } } };
    expect(differencesOf(ours, theirs)).toEqual(['rules spec.a 2']);
    const ruled: Schema = { ...ours, rules: [{ rule: 'required', field: 'a' }] };
    expect(compare(ruled, theirs)).toMatchObject({ differences: [], ruledPlaces: 1 });
  });
});

describe('effectiveLimits', () => {
  const limitsOf = (schema: Schema) => Object.fromEntries(effectiveLimits(schema));

  it('takes in what stands under allOf', () => {
    expect(
      limitsOf({
        type: 'string',
        maxLength: 9,
        allOf: [{ enum: ['a', 'b'], maxLength: 5 }, { enum: ['b', 'c'] }],
      }),
    ).toEqual({ type: 'string', maxLength: 5, enum: ['b'] });
  });

  it('leaves out what demands nothing', () => {
    expect(limitsOf({ type: 'array', minItems: 0, listType: 'atomic', nullable: false })).toEqual({
      type: 'array',
    });
    expect(limitsOf({ type: 'integer', minimum: 0 })).toEqual({ type: 'integer', minimum: 0 });
  });

  it('reads the way in which CRDs write int-or-string', () => {
    const anyOf: Schema[] = [{ type: 'integer' }, { type: 'string' }];
    expect(limitsOf({ anyOf, intOrString: true })).toEqual({ intOrString: true });
  });
});

describe('groupLines', () => {
  const found = (ours: Schema, theirs: Record<string, unknown>) => {
    const comparison = compare(ours, theirs);
    const differences = comparison.differences.map((difference) => ({
      difference,
      name: 'Kite v1',
      kind: 'Kite',
      inStorage: true,
    }));
    return groupLines(differences, sumVisits([comparison]), ({ place }) =>
      place === 'Spec.c' ? 'meant' : undefined,
    );
  };

  it('makes one line of a type all of whose values differ alike', () => {
    const longer = { type: 'string', maxLength: 7 };
    const lines = found({ ref: 'Spec' }, { type: 'object', properties: { a: longer, b: longer, c: longer } });
    expect(lines.map(({ difference, places, reason }) => [difference.place, places, reason])).toEqual([
      ['Name', 2, undefined],
      ['Spec.c', 1, 'meant'],
    ]);
  });

  it('names the field when only it differs', () => {
    const lines = found(
      { ref: 'Spec' },
      { type: 'object', properties: { a: { type: 'string', maxLength: 7 }, b: name, c: { type: 'string' } } },
    );
    expect(lines.map(({ difference }) => difference.place)).toEqual(['Spec.a']);
  });
});
