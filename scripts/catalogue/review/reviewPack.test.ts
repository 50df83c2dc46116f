import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../src/core/catalogue/pack.ts';
import type { Rule } from '../../../src/core/catalogue/rule.ts';
import type { Schema } from '../../../src/core/catalogue/schema.ts';
import { reviewPack } from './reviewPack.ts';

const tail: Schema = {
  type: 'object',
  properties: {
    colour: { type: 'string', enum: ['Red', 'Blue'] },
    knots: { type: 'integer' },
    bow: { type: 'string', channel: 'experimental' },
  },
  required: ['colour'],
};

function review(kite: Schema): readonly string[] {
  const pack: Pack = {
    name: 'kites',
    upstream: { project: 'Kites', version: 'v1', docs: '' },
    kinds: [],
    types: { 'kites/v1.Kite': kite, 'kites/v1.Tail': tail },
  };
  return reviewPack(pack).map((mistake) => mistake.replace('kites: kites/v1.Kite', 'Kite'));
}

function reviewRules(...rules: Rule[]): readonly string[] {
  return review({
    type: 'object',
    properties: {
      tail: { ref: 'kites/v1.Tail' },
      tails: { type: 'array', items: { ref: 'kites/v1.Tail' } },
      labels: { type: 'object', values: { type: 'string' } },
      any: { keepsUnknown: true },
    },
    rules,
  });
}

describe('reviewPack', () => {
  it('is content with rules whose paths lead somewhere', () => {
    expect(
      reviewRules(
        { rule: 'exactlyOneOf', fields: ['tail.colour', 'any.thing', 'labels.x'] },
        { rule: 'union', tag: 'tail.colour', members: { Red: 'tails', Blue: 'labels' } },
        { rule: 'unique', list: 'tails', by: ['colour'], among: { has: 'knots' } },
        { rule: 'each', list: 'tails', rules: [{ rule: 'required', field: 'bow' }] },
        { rule: 'each', list: 'labels', keys: true, rules: [{ rule: 'pattern', field: '', pattern: '^a' }] },
        { rule: 'refers', from: ['tails[].colour'], to: ['labels{}'] },
      ),
    ).toEqual([]);
  });

  const nowhere = (path: string, step: string) => [
    `Kite: The path \`${path}\` leads nowhere: there is no \`${step}\`.`,
  ];
  const rules: readonly [string, Rule, readonly string[]][] = [
    ['a field', { rule: 'required', field: 'tail.color' }, nowhere('tail.color', 'color')],
    ['one of several', { rule: 'atMostOneOf', fields: ['tail', 'tales'] }, nowhere('tales', 'tales')],
    [
      'a condition',
      { rule: 'required', field: 'tail', when: { not: { has: 'nose' } } },
      nowhere('nose', 'nose'),
    ],
    ['a step into a list', { rule: 'required', field: 'tails.colour' }, nowhere('tails.colour', 'colour')],
    ['a path in items', { rule: 'unique', list: 'tails', by: ['name'] }, nowhere('name', 'name')],
    [
      'a condition on items',
      { rule: 'assert', that: { some: 'tails', holds: { all: [{ filled: 'name' }] } } },
      nowhere('name', 'name'),
    ],
    [
      'a rule on items',
      { rule: 'each', list: 'tails', rules: [{ rule: 'immutable', field: 'name' }] },
      nowhere('name', 'name'),
    ],
    ['what is no list', { rule: 'count', list: 'tail', max: 1 }, ['Kite: `tail` is no list and no map.']],
    [
      'an experimental field in the standard channel',
      { rule: 'required', field: 'tail.bow', channel: 'standard' },
      nowhere('tail.bow', 'bow'),
    ],
    [
      'a value that never is',
      { rule: 'required', field: 'tails', when: { is: 'tail.colour', in: ['Red', 'Grey'] } },
      ['Kite: `tail.colour` is never "Grey": it is one of Red, Blue.'],
    ],
    [
      'a tag that never is',
      { rule: 'union', tag: 'tail.colour', members: { red: 'tails' } },
      ['Kite: `tail.colour` is never "red": it is one of Red, Blue.'],
    ],
    [
      'a value of another type',
      { rule: 'oneOfValues', field: 'tail.knots', values: [1, '2'] },
      ['Kite: `tail.knots` is never "2": that is not of its type.'],
    ],
  ];
  it.each(rules)('says %s that a rule cannot mean', (_, rule, mistakes) => {
    expect(reviewRules(rule)).toEqual(mistakes);
  });

  it('says patterns that RE2 does not read, in fields and in rules', () => {
    expect(review({ type: 'object', properties: { a: { type: 'string', pattern: '(?=x)' } } })).toEqual([
      expect.stringMatching(/^Kite › a: RE2 does not read the pattern \(\?=x\)/),
    ]);
    expect(reviewRules({ rule: 'pattern', field: 'tail.colour', pattern: '(?<!x)' })).toHaveLength(1);
  });

  it('says defaults that their own schema refuses', () => {
    const fields = {
      a: { type: 'string', enum: ['x'], default: 'y' },
      b: { type: 'integer', default: '1' },
      c: { type: 'boolean', default: true },
      d: { intOrString: true, default: 1.5 },
    } as const;
    expect(review({ type: 'object', properties: fields })).toEqual([
      'Kite › a: The default "y" is not one of x.',
      'Kite › b: The default "1" is not of its type.',
      'Kite › d: The default 1.5 is not of its type.',
    ]);
  });

  it('says list keys that items lack, or may lack', () => {
    const list = { type: 'array', listType: 'map', items: { ref: 'kites/v1.Tail' } } as const;
    expect(review({ ...list, listKeys: ['colour'] })).toEqual([]);
    expect(review({ ...list, listKeys: ['name', 'knots'] })).toEqual([
      'Kite: The list key name is no field of its items.',
      'Kite: The list key knots is neither required nor has it a default.',
    ]);
    expect(review(list)).toEqual(['Kite: The list is a map without keys.']);
  });
});
