import { describe, expect, it } from 'vitest';
import type { Schema } from '../catalogue/schema.ts';
import { Shape } from '../catalogue/shape.ts';
import type { ChoiceFieldDeclaration, FieldDeclaration } from '../kinds/form.ts';
import { choosing, chosenMember } from './chosenMember.ts';
import { choicesOf, drawField, singular } from './drawField.ts';
import { fieldsBelow, firstSentence, placeField } from './fieldIndex.ts';
import { isCovered, restOf } from './restOf.ts';

const shape = (schema: Schema, types: Record<string, Schema> = {}) => new Shape(schema, types, 'standard');
const text: Schema = { type: 'string' };

describe('drawField', () => {
  const typeOf = (schema: Schema, value?: unknown) => drawField(shape(schema), 'field', value).type;

  it('goes by the schema', () => {
    expect(typeOf({ type: 'string' })).toBe('text');
    expect(typeOf({ type: 'string', format: 'duration' })).toBe('duration');
    expect(typeOf({ type: 'string', enum: ['a', 'b'] })).toBe('enum');
    expect(typeOf({ type: 'integer' })).toBe('number');
    expect(typeOf({ type: 'boolean' })).toBe('boolean');
    expect(typeOf({ type: 'array', items: text })).toBe('texts');
    expect(typeOf({ type: 'array', items: { type: 'integer' } })).toBe('texts');
    expect(typeOf({ type: 'array', items: { type: 'object', properties: { a: text } } })).toBe('list');
    expect(typeOf({ type: 'object', properties: { a: text } })).toBe('group');
    expect(typeOf({ type: 'object', values: text })).toBe('map');
  });

  it('leads to the YAML where a form would only pretend', () => {
    expect(typeOf({ type: 'array', items: { type: 'array', items: text } })).toBe('yaml');
    expect(typeOf({ type: 'object', values: { type: 'object', properties: { a: text } } })).toBe('yaml');
    expect(typeOf({ keepsUnknown: true }, { anything: [1, { a: 2 }] })).toBe('yaml');
  });

  it('goes by the value where nothing is known', () => {
    expect(drawField(undefined, 'field', 'x')).toMatchObject({ type: 'text', asText: true });
    expect(drawField(undefined, 'field', 7).type).toBe('number');
    expect(drawField(undefined, 'field', ['x']).type).toBe('texts');
  });

  it('writes both forms of a number or a name', () => {
    expect(drawField(shape({ intOrString: true }), 'port', 80)).toMatchObject({
      type: 'text',
      orNumber: true,
    });
  });

  it('knows named types: a quantity is one wherever it stands', () => {
    const field = drawField(
      shape({ ref: 'api/resource.Quantity' }, { 'api/resource.Quantity': text }),
      'memory',
      '1Gi',
    );
    expect(field.type).toBe('quantity');
  });

  it('calls an item by its list', () => {
    expect(['rules', 'backendRefs', 'proxies', 'matches', 'http'].map(singular)).toEqual([
      'rule',
      'backend ref',
      'proxy',
      'match',
      'http item',
    ]);
  });
});

describe('choicesOf', () => {
  it('makes a choice of a union, with its tag', () => {
    const union = shape({
      type: 'object',
      properties: {
        type: { type: 'string', enum: ['Header', 'Cookie', 'SourceIP'] },
        header: { type: 'object', properties: { name: text }, required: ['name'] },
        cookie: { type: 'object', properties: { name: text }, required: ['name'] },
      },
      rules: [{ rule: 'union', tag: 'type', members: { Header: 'header', Cookie: 'cookie' } }],
    });
    const [choice] = choicesOf(union);
    expect(choice?.by).toBe('type');
    expect(choice?.members.map(({ word, key }) => [word, key])).toEqual([
      ['Header', 'header'],
      ['Cookie', 'cookie'],
      ['SourceIP', undefined],
    ]);
    expect(choice?.members[0]?.newValue?.()).toEqual({ name: 'my-name' });
  });

  it('makes a choice of fields that exclude each other', () => {
    const exclusive = shape({
      type: 'object',
      properties: { value: text, valueFrom: { type: 'object', properties: { name: text } } },
      rules: [{ rule: 'exactlyOneOf', fields: ['value', 'valueFrom'] }],
    });
    expect(choicesOf(exclusive)).toMatchObject([
      { required: true, members: [{ key: 'value' }, { key: 'valueFrom' }] },
    ]);
  });
});

describe('chosenMember', () => {
  const tagged: ChoiceFieldDeclaration = {
    type: 'choice',
    path: '',
    by: 'type',
    label: 'Trigger',
    members: [
      { label: 'Cron', word: 'cron', key: 'metadata', newValue: () => ({ timezone: 'UTC' }), fields: [] },
      {
        label: 'CPU',
        word: 'cpu',
        key: 'metadata',
        newValue: () => ({ value: '70' }),
        beside: { metricType: 'Utilization' },
        fields: [],
      },
    ],
    otherwise: { label: 'Other', key: 'metadata', fields: [] },
  };
  const untagged: ChoiceFieldDeclaration = {
    type: 'choice',
    path: '',
    label: 'Keys',
    members: [
      { label: 'Remote', key: 'remote', fields: [] },
      { label: 'Local', key: 'local', fields: [] },
    ],
  };

  it('goes by the word, and keeps one that it does not know', () => {
    expect(chosenMember(tagged, { type: 'cpu' }).member?.label).toBe('CPU');
    expect(chosenMember(tagged, { type: 'solr' })).toMatchObject({ member: undefined, word: 'solr' });
  });

  it('goes by the key that is there where the word is not written', () => {
    const listed: ChoiceFieldDeclaration = {
      ...untagged,
      by: 'type',
      members: untagged.members.map((member) => ({ ...member, word: member.label })),
    };
    expect(chosenMember(listed, { local: {} }).member?.label).toBe('Local');
    expect(chosenMember(listed, { type: 'Remote', local: {} }).member?.label).toBe('Remote');
  });

  it('goes by what is there where no field names the member, and sees two', () => {
    expect(chosenMember(untagged, { local: {} }).member?.label).toBe('Local');
    expect(chosenMember(untagged, { local: {}, remote: {} }).several).toEqual(['remote', 'local']);
    expect(chosenMember(untagged, 7)).toMatchObject({ member: undefined, several: [] });
  });

  it('replaces a key that members share, and keeps one that is a member’s own', () => {
    const [cron, cpu] = tagged.members;
    const [remote] = untagged.members;
    if (cron === undefined || cpu === undefined || remote === undefined) throw new Error('no member');
    expect(choosing(tagged, cron).others).toEqual(['metadata', 'metricType']);
    expect(choosing(tagged, cpu)).toMatchObject({ word: 'cpu', beside: { metricType: 'Utilization' } });
    expect(choosing(untagged, remote).others).toEqual(['local']);
  });
});

describe('restOf', () => {
  const fields: readonly FieldDeclaration[] = [
    { type: 'text', path: 'spec.tls.mode', label: 'Mode' },
    {
      type: 'list',
      path: 'spec.rules',
      label: 'Rules',
      item: 'rule',
      newItem: () => ({}),
      fields: [{ type: 'text', path: 'name', label: 'Name' }],
    },
  ];
  const value = {
    apiVersion: 'v1',
    kind: 'A',
    metadata: { name: 'a', annotations: { x: 'y' } },
    spec: { tls: { mode: 'x', options: { a: '1' } }, rules: [{ other: 1 }], whole: { a: { b: 1 } } },
    status: {},
  };

  it('names what is set and not declared, as far out as it can', () => {
    expect(restOf(value, fields, { isResource: true })).toEqual([
      ['metadata', 'annotations'],
      ['spec', 'tls', 'options'],
      ['spec', 'whole'],
    ]);
  });

  it('takes any value', () => {
    for (const odd of [null, 7, 'x', [], undefined]) expect(restOf(odd, fields)).toEqual([]);
  });

  it('knows what is declared, and what is below it', () => {
    expect(isCovered(fields, ['spec', 'rules', 0, 'anything'])).toBe(true);
    expect(isCovered(fields, ['spec', 'tls'])).toBe(false);
  });
});

describe('fieldsBelow', () => {
  const types: Record<string, Schema> = {
    Node: {
      type: 'object',
      properties: { name: { type: 'string', doc: 'What it is called. More of it.' }, child: { ref: 'Node' } },
    },
  };
  const index = fieldsBelow(
    shape(
      {
        type: 'object',
        properties: {
          apiVersion: text,
          spec: {
            type: 'object',
            properties: {
              nodes: { type: 'array', items: { ref: 'Node' } },
              only: { ...text, channel: 'experimental' },
            },
          },
          status: { type: 'object', properties: { ready: text } },
        },
      },
      types,
    ),
  );

  it('has every field that a person can set, nearest first, and does not follow a type into itself', () => {
    expect(index.map((field) => field.text)).toEqual([
      'spec',
      'spec.nodes',
      'spec.nodes[].name',
      'spec.nodes[].child',
    ]);
  });

  it('says what a field is for, and where it would be added', () => {
    const name = index.find(({ key }) => key === 'name');
    expect(name).toMatchObject({ doc: 'What it is called', type: 'string' });
    expect(placeField(name?.steps ?? [])).toEqual(['spec', 'nodes', 0, 'name']);
  });

  it('shortens documentation to its first sentence', () => {
    expect(firstSentence('One.\nTwo.')).toBe('One');
    expect(firstSentence(undefined)).toBe('');
    expect(firstSentence('x'.repeat(400)).length).toBeLessThanOrEqual(180);
  });
});
