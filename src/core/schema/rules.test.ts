import { describe, expect, it } from 'vitest';
import type { Rule } from '../catalogue/rule.ts';
import { formatPath } from '../yaml/path.ts';
import type { Fault } from './fault.ts';
import { judge } from './judge.ts';
import { kindOf, thing } from './testing/kindOf.ts';

function faultsOf(rule: Rule, spec: unknown): readonly Fault[] {
  const kind = kindOf({ type: 'object', keepsUnknown: true, rules: [rule] });
  return judge(kind, thing(spec)).faults;
}

/** `spec.a key < spec.b: message`, one a fault. */
function said(rule: Rule, spec: unknown): readonly string[] {
  return faultsOf(rule, spec).map((fault) => {
    const related = (fault.related ?? []).map((path) => ` < ${formatPath(path)}`).join('');
    return `${formatPath(fault.path)} ${fault.mark}${related}`;
  });
}

describe('one-of rules', () => {
  const exactly: Rule = { rule: 'exactlyOneOf', fields: ['a', 'b', 'c.d'] };

  it('exactly one: the second is at fault, or the object that has none', () => {
    expect(said(exactly, { a: 1 })).toEqual([]);
    expect(said(exactly, { a: 1, c: { d: 1 } })).toEqual(['spec.c.d key < spec.a']);
    expect(said(exactly, {})).toEqual(['spec key']);
    expect(faultsOf(exactly, {})).toMatchObject([
      {
        alternatives: ['a', 'b', 'c.d'],
        present: [],
        missing: ['spec', 'a'],
        message: 'Exactly one of a, b and c.d must be set. Add one of them.',
      },
    ]);
  });

  it('at most and at least', () => {
    expect(said({ rule: 'atMostOneOf', fields: ['a', 'b'] }, {})).toEqual([]);
    expect(said({ rule: 'atMostOneOf', fields: ['a', 'b'] }, { a: 1, b: 1 })).toEqual([
      'spec.b key < spec.a',
    ]);
    expect(said({ rule: 'atLeastOneOf', fields: ['a', 'b'] }, { a: 1, b: 1 })).toEqual([]);
    expect(said({ rule: 'atLeastOneOf', fields: ['a', 'b'] }, {})).toEqual(['spec key']);
  });

  it('may count what is empty as absent', () => {
    const filled: Rule = { rule: 'exactlyOneOf', fields: ['a', 'b'], filled: true };
    expect(said(filled, { a: [], b: 'x' })).toEqual([]);
    expect(said(filled, { a: '', b: {} })).toEqual(['spec key']);
  });

  it('stands at the nearest object that its fields share', () => {
    expect(said({ rule: 'atLeastOneOf', fields: ['o.a', 'o.b'] }, { o: {} })).toEqual(['spec.o key']);
  });
});

describe('unions', () => {
  const union: Rule = {
    rule: 'union',
    tag: 'type',
    members: { A: 'a', B: 'b', C: 'c' },
    optional: ['B'],
    shared: ['c'],
  };

  it('want the member of the tag and no other', () => {
    expect(said(union, { type: 'A', a: 1 })).toEqual([]);
    expect(said(union, { type: 'A', a: 1, c: 1 })).toEqual([]);
    expect(said(union, { type: 'B' })).toEqual([]);
    expect(said(union, { type: 'A' })).toEqual(['spec key < spec.type']);
    expect(faultsOf(union, { type: 'B', a: 1 })).toMatchObject([
      {
        path: ['spec', 'a'],
        mark: 'key',
        related: [['spec', 'type']],
        surplus: [['spec', 'a']],
        expected: 'A',
        message: 'a goes with type A, but type is B. Remove a, or set type to A.',
      },
    ]);
  });

  it('without a tag, no member has a place', () => {
    expect(said(union, { a: 1 })).toEqual(['spec.a key']);
    expect(said(union, {})).toEqual([]);
  });
});

describe('presence and values', () => {
  it('required: at the object; empty: at the value', () => {
    const when = { is: 'mode', in: ['On'] };
    const rule: Rule = { rule: 'required', field: 'x.y', filled: true, when };
    expect(said(rule, { mode: 'Off' })).toEqual([]);
    expect(said(rule, { mode: 'On', x: { y: 'v' } })).toEqual([]);
    expect(said(rule, { mode: 'On', x: { y: '' } })).toEqual(['spec.x.y value']);
    expect(faultsOf(rule, { mode: 'On' })).toMatchObject([
      { path: ['spec'], missing: ['spec', 'x', 'y'], message: 'x.y must be set when mode is On. Add it.' },
    ]);
  });

  it('forbidden: at the key', () => {
    expect(said({ rule: 'forbidden', field: 'x', when: { has: 'y' } }, { x: 1, y: 1 })).toEqual([
      'spec.x key',
    ]);
    expect(said({ rule: 'forbidden', field: 'x', when: { has: 'y' } }, { x: 1 })).toEqual([]);
  });

  it('one of some values, patterns and their opposite', () => {
    expect(said({ rule: 'oneOfValues', field: 'x', values: [1, 'a'] }, { x: 'b' })).toEqual(['spec.x value']);
    expect(said({ rule: 'oneOfValues', field: 'x', values: [1, 'a'] }, {})).toEqual([]);
    expect(said({ rule: 'pattern', field: 'x', pattern: '^a' }, { x: 'b' })).toEqual(['spec.x value']);
    expect(said({ rule: 'pattern', field: 'x', pattern: '^a' }, { x: 5 })).toEqual([]);
    expect(said({ rule: 'pattern', field: 'x', pattern: '^a', not: true }, { x: 'ab' })).toEqual([
      'spec.x value',
    ]);
  });

  it('quote the value in a message', () => {
    const rule: Rule = { rule: 'oneOfValues', field: 'x', values: ['a'], message: 'Not {value}.' };
    expect(faultsOf(rule, { x: 'b' })).toMatchObject([{ message: 'Not b.', expected: 'a' }]);
  });
});

describe('comparisons', () => {
  const rule = (more: Partial<Extract<Rule, { rule: 'compare' }>>): Rule => ({
    rule: 'compare',
    field: 'a',
    by: '<=',
    to: 'b',
    ...more,
  });

  it.each<[string, Rule, unknown, readonly string[]]>([
    ['numbers', rule({}), { a: 2, b: 1 }, ['spec.a value < spec.b']],
    ['numbers in order', rule({}), { a: 1, b: 1 }, []],
    ['an absent one', rule({}), { a: 1 }, []],
    ['a constant', rule({ to: { value: 5 } }), { a: 6 }, ['spec.a value']],
    ['durations', rule({ as: 'duration' }), { a: '61s', b: '1m' }, ['spec.a value < spec.b']],
    ['durations that are the same', rule({ as: 'duration' }), { a: '60s', b: '1m' }, []],
    ['what is no duration', rule({ as: 'duration' }), { a: 'long', b: '1m' }, []],
    ['quantities', rule({ as: 'quantity' }), { a: '1Gi', b: '1000M' }, ['spec.a value < spec.b']],
    ['quantities as numbers', rule({ as: 'quantity' }), { a: 1, b: '1000m' }, []],
    ['sizes', rule({ as: 'size', to: { value: 1 } }), { a: ['x', 'y'] }, ['spec.a key']],
    ['case', rule({ as: 'lowercase', by: '!=' }), { a: 'Host', b: 'hOST' }, ['spec.a value < spec.b']],
    [
      'ranges of addresses',
      rule({ as: 'cidr', by: '<' }),
      { a: '10.0.0.0/8', b: '10.0.0.0/8' },
      ['spec.a value < spec.b'],
    ],
    ['a range inside', rule({ as: 'cidr', by: '<' }), { a: '10.1.0.0/16', b: '10.0.0.0/8' }, []],
    [
      'maps key by key',
      rule({ as: 'quantity', perKey: '^cpu$' }),
      { a: { cpu: 2, memory: 9 }, b: { cpu: '1', memory: 1 } },
      ['spec.a.cpu value < spec.b.cpu'],
    ],
  ])('%s', (_, compared, spec, expected) => {
    expect(said(compared, spec)).toEqual(expected);
  });
});

describe('lists', () => {
  it('unique: the later item, with the first', () => {
    const rule: Rule = { rule: 'unique', list: 'l', by: ['n'] };
    expect(said(rule, { l: [{ n: 1 }, { n: 2 }, { n: 1 }] })).toEqual(['spec.l[2].n value < spec.l[0]']);
    expect(said({ ...rule, by: ['n', 'm'] }, { l: [{ n: 1 }, { n: 1 }] })).toEqual([
      'spec.l[1] value < spec.l[0]',
    ]);
    expect(said({ ...rule, absent: 'skip' }, { l: [{}, {}] })).toEqual([]);
    expect(said({ ...rule, among: { has: 'x' } }, { l: [{ n: 1 }, { n: 1 }] })).toEqual([]);
    expect(
      said(
        { rule: 'unique', list: 'l' },
        {
          l: [
            { a: 1, b: 2 },
            { b: 2, a: 1 },
          ],
        },
      ),
    ).toEqual(['spec.l[1] value < spec.l[0]']);
    expect(said({ ...rule, list: 'c[].l', with: ['d'] }, { c: [{ l: [{ n: 1 }] }], d: [{ n: 1 }] })).toEqual([
      'spec.d[0].n value < spec.c[0].l[0]',
    ]);
  });

  it('alike: the first that differs from its sort', () => {
    const rule: Rule = { rule: 'alike', list: 'l', by: ['n'], holds: { has: 's' } };
    expect(said(rule, { l: [{ n: 1, s: 1 }, { n: 2 }, { n: 1 }] })).toEqual(['spec.l[2] value < spec.l[0]']);
  });

  it('count: the first one too many, or the list', () => {
    const rule: Rule = { rule: 'count', list: 'l', of: { is: '', in: ['x'] }, max: 1 };
    expect(said(rule, { l: ['x', 'y', 'x'] })).toEqual(['spec.l[2] value < spec.l[0]']);
    expect(said({ rule: 'count', list: 'l', min: 1 }, { l: [] })).toEqual(['spec.l key']);
    expect(said({ rule: 'count', list: 'r[].m', max: 2 }, { r: [{ m: [1, 2] }, { m: [3] }] })).toEqual([
      'spec.r[1].m[0] value < spec.r[0].m[0] < spec.r[0].m[1]',
    ]);
  });

  it('refers: the value that is not there', () => {
    const rule: Rule = { rule: 'refers', from: ['c[].mounts[].name'], to: ['volumes[].name'] };
    const spec = { c: [{ mounts: [{ name: 'a' }, { name: 'b' }] }], volumes: [{ name: 'a' }] };
    expect(said(rule, spec)).toEqual(['spec.c[0].mounts[1].name value']);
  });

  it('bytes: of all maps together, base64 decoded', () => {
    const rule: Rule = { rule: 'bytes', fields: ['t'], base64: ['b'], max: 6 };
    expect(said(rule, { t: { a: 'éé' }, b: { c: 'QUI=' } })).toEqual([]);
    expect(said(rule, { t: { a: 'ééé' }, b: { c: 'QUI=' } })).toEqual(['spec.t key']);
  });

  it('each: paths begin at the item; keys are marked', () => {
    const rule: Rule = { rule: 'each', list: 'l', rules: [{ rule: 'required', field: 'n' }] };
    expect(said(rule, { l: [{ n: 1 }, {}] })).toEqual(['spec.l[1] key']);
    const keys: Rule = {
      rule: 'each',
      list: 'm',
      keys: true,
      rules: [{ rule: 'pattern', field: '', pattern: '^a' }],
    };
    expect(said(keys, { m: { ab: 1, ba: 1 } })).toEqual(['spec.m.ba key']);
  });
});

describe('conditions', () => {
  const holds = (that: Extract<Rule, { rule: 'assert' }>['that'], spec: unknown) =>
    said({ rule: 'assert', that, message: 'No.' }, spec).length === 0;

  it.each<[string, Extract<Rule, { rule: 'assert' }>['that'], unknown, boolean]>([
    ['has', { has: 'a.b' }, { a: { b: 0 } }, true],
    ['has not', { has: 'a.b' }, { a: 1 }, false],
    ['has in brackets', { has: 'a[b.c]' }, { a: { 'b.c': 1 } }, true],
    ['has no inherited keys', { has: 'toString' }, {}, false],
    ['filled', { filled: 'a' }, { a: 0 }, true],
    ['filled not', { filled: 'a' }, { a: {} }, false],
    ['is', { is: 'a', in: [{ x: 1 }] }, { a: { x: 1 } }, true],
    ['is not of another type', { is: 'a', in: ['1'] }, { a: 1 }, false],
    ['matches', { matches: 'a', pattern: 'b' }, { a: 'abc' }, true],
    ['size of nothing', { size: 'a', max: 0 }, {}, true],
    ['size in code points', { size: 'a', min: 2 }, { a: '😀' }, false],
    ['compare', { compare: 'a', by: '<', to: 'b' }, { a: 1, b: 2 }, true],
    ['compare with nothing', { compare: 'a', by: '!=', to: 'b' }, { a: 1 }, false],
    ['every of nothing', { every: 'a', holds: { has: 'x' } }, {}, true],
    ['every', { every: 'a', holds: { has: 'x' } }, { a: [{ x: 1 }, {}] }, false],
    ['every key', { every: 'a', holds: { matches: '', pattern: '^k' }, keys: true }, { a: { k1: 1 } }, true],
    ['some', { some: 'a', holds: { is: '', in: [2] } }, { a: { k: 2 } }, true],
    ['some of nothing', { some: 'a', holds: { has: 'x' } }, {}, false],
    ['count', { count: 'a', of: { is: '', in: [1] }, min: 2 }, { a: [1, 2, 1] }, true],
    ['format', { format: 'cidr', of: 'a' }, { a: '10.0.0.0/8' }, true],
    ['format not', { format: 'ip', of: 'a' }, { a: '10.0.0.0/8' }, false],
    [
      'selects',
      { selects: 's', labels: 'l' },
      { s: { matchLabels: { a: 'b' } }, l: { a: 'b', c: 'd' } },
      true,
    ],
    [
      'selects not',
      { selects: 's', labels: 'l' },
      { s: { matchExpressions: [{ key: 'a', operator: 'DoesNotExist' }] }, l: { a: 'b' } },
      false,
    ],
    ['selects all', { selects: 's', labels: 'l' }, { s: {} }, true],
    [
      'all, any, not',
      { all: [{ any: [{ has: 'x' }, { has: 'a' }] }, { not: { has: 'b' } }] },
      { a: 1 },
      true,
    ],
  ])('%s', (_, condition, spec, expected) => {
    expect(holds(condition, spec)).toBe(expected);
  });

  it('assert marks what it says', () => {
    const rule: Rule = {
      rule: 'assert',
      that: { compare: 'a', by: '<', to: 'b' },
      at: 'a',
      mark: 'key',
      message: 'a is less.',
    };
    expect(faultsOf(rule, { a: 3, b: 2 })).toMatchObject([
      {
        path: ['spec', 'a'],
        mark: 'key',
        compared: [
          { path: ['spec', 'a'], value: 3 },
          { path: ['spec', 'b'], value: 2 },
        ],
      },
    ]);
  });
});
