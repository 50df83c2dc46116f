import { describe, expect, it } from 'vitest';
import type { Schema } from '../catalogue/schema.ts';
import { formatPath } from '../yaml/path.ts';
import type { Fault } from './fault.ts';
import { isAccepted, type JudgeOptions, judge } from './judge.ts';
import { kindOf, thing } from './testing/kindOf.ts';

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };

function faultsOf(spec: Schema, value: unknown, options?: JudgeOptions): readonly Fault[] {
  return judge(kindOf({ type: 'object', ...spec }), thing(value), options).faults;
}

/** `enum spec.mode value`, one a fault. */
function said(spec: Schema, value: unknown, options?: JudgeOptions): readonly string[] {
  return faultsOf(spec, value, options).map(
    ({ fault, path, mark, isRatcheted }) =>
      `${fault} ${formatPath(path)} ${mark}${isRatcheted === true ? ' ratcheted' : ''}`,
  );
}

describe('unknown fields', () => {
  const spec: Schema = {
    properties: {
      backendRefs: { type: 'array', items: { type: 'object', properties: { name: text } } },
      timeouts: { type: 'object', properties: { request: text } },
      anything: { type: 'object', keepsUnknown: true },
      map: { type: 'object', values: integer },
      later: { type: 'string', channel: 'experimental' },
    },
  };

  it('are faults at their keys, with the closest known name', () => {
    expect(faultsOf(spec, { backendRef: [] })).toMatchObject([
      { fault: 'unknown-field', path: ['spec', 'backendRef'], mark: 'key', closest: 'backendRefs' },
    ]);
  });

  it('are told where a field of their name is', () => {
    const [fault] = faultsOf(spec, { request: '1s' });
    expect(fault).toMatchObject({ elsewhere: ['spec.timeouts.request'] });
    const [inside] = faultsOf(spec, { backendRefs: [{ timeouts: {} }] });
    expect(inside).toMatchObject({
      path: ['spec', 'backendRefs', 0, 'timeouts'],
      elsewhere: ['spec.timeouts'],
    });
  });

  it('are let be where the schema keeps them, and in maps', () => {
    expect(said(spec, { anything: { a: { b: 1 } }, map: { free: 1 } })).toEqual([]);
    expect(said({ properties: { closed: { type: 'object' } } }, { closed: { a: 1 } })).toEqual([
      'unknown-field spec.closed.a key',
    ]);
  });

  it('of the other channel are said to be of it', () => {
    expect(faultsOf(spec, { later: 'x' })).toMatchObject([{ fault: 'unknown-field', isExperimental: true }]);
    const kind = kindOf({ type: 'object', ...spec }, {}, 'experimental');
    expect(judge(kind, thing({ later: 'x' })).faults).toEqual([]);
  });

  it('are found at the root and in metadata', () => {
    const value = { ...thing({}), spce: {}, metadata: { name: 'it', lables: {} } };
    expect(judge(kindOf({ type: 'object' }), value).faults).toMatchObject([
      { path: ['metadata', 'lables'], closest: 'labels' },
      { path: ['spce'], closest: 'spec' },
    ]);
  });

  it('do not reach prototypes', () => {
    const value = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}') as unknown;
    expect(said(spec, value)).toEqual([
      'unknown-field spec.__proto__ key',
      'unknown-field spec.constructor key',
    ]);
  });
});

describe('nulls and defaults', () => {
  it('a null is the same as nothing, or as the default, unless it is allowed', () => {
    const spec: Schema = {
      required: ['must', 'filled', 'free'],
      properties: { must: text, filled: { ...text, default: 'x' }, free: { ...text, nullable: true } },
    };
    expect(said(spec, { must: null, filled: null, free: null })).toEqual(['required spec key']);
  });

  it('a null item of a list is of the wrong type', () => {
    expect(said({ properties: { list: { type: 'array', items: text } } }, { list: [null] })).toEqual([
      'type spec.list[0] value',
    ]);
  });

  it('defaults are there for the rules, also in list items, and only where the parent is', () => {
    const mode: Schema = { ...text, default: 'On', enum: ['On', 'Off'] };
    const spec: Schema = {
      properties: {
        items: { type: 'array', items: { type: 'object', properties: { mode, extra: text } } },
        inner: { type: 'object', required: ['name'], properties: { mode, name: text } },
      },
      rules: [
        { rule: 'each', list: 'items', rules: [{ rule: 'oneOfValues', field: 'mode', values: ['Off'] }] },
      ],
    };
    expect(said(spec, {})).toEqual([]);
    // The place is in the text: the default is not.
    expect(said(spec, { items: [{}, { mode: 'Off' }] })).toEqual(['rule spec.items[0] key']);
  });

  it('a default that is a map has its own defaults', () => {
    const spec: Schema = {
      properties: {
        tls: { type: 'object', default: {}, properties: { mode: { ...text, default: 'Strict' } } },
      },
      rules: [{ rule: 'oneOfValues', field: 'tls.mode', values: ['Lax'], message: 'Use Lax, not {value}.' }],
    };
    expect(faultsOf(spec, {})).toMatchObject([
      { path: ['spec'], mark: 'key', message: 'Use Lax, not Strict.' },
    ]);
  });
});

describe('structure', () => {
  it.each<[string, Schema, unknown, string]>([
    ['a number for a text', text, 5, 'type spec.f value'],
    ['a text for a number', integer, '5', 'type spec.f value'],
    ['half a number for a whole one', integer, 1.5, 'type spec.f value'],
    ['a map for a list', { type: 'array', items: text }, {}, 'type spec.f key'],
    ['a list for a map', { type: 'object' }, [], 'type spec.f key'],
    ['a choice that is none', { ...text, enum: ['A', 'B'] }, 'C', 'enum spec.f value'],
    ['more characters than allowed', { ...text, maxLength: 2 }, 'a😀b', 'size spec.f value'],
    ['fewer characters', { ...text, minLength: 1 }, '', 'size spec.f value'],
    ['too small', { ...integer, minimum: 1 }, 0, 'range spec.f value'],
    [
      'the limit itself when it is excluded',
      { ...integer, maximum: 5, exclusiveMaximum: true },
      5,
      'range spec.f value',
    ],
    ['beyond 32 bits', { ...integer, format: 'int32' }, 2 ** 31, 'range spec.f value'],
    ['no multiple', { type: 'number', multipleOf: 0.1 }, 0.25, 'range spec.f value'],
    ['a text of another form', { ...text, pattern: '^a+$' }, 'b', 'pattern spec.f value'],
    ['a text of another format', { ...text, format: 'ipv4' }, '1.2.3', 'format spec.f value'],
    ['too many items', { type: 'array', items: integer, maxItems: 1 }, [1, 2], 'size spec.f key'],
    ['too few items', { type: 'array', items: integer, minItems: 1 }, [], 'size spec.f key'],
    [
      'too many entries',
      { type: 'object', values: integer, maxProperties: 1 },
      { a: 1, b: 2 },
      'size spec.f key',
    ],
    [
      'an item twice in a set',
      { type: 'array', items: text, listType: 'set' },
      ['a', 'b', 'a'],
      'duplicate spec.f[2] value',
    ],
    [
      'none of any',
      { anyOf: [{ required: ['a'] }, { required: ['b'] }], keepsUnknown: true },
      {},
      'combination spec.f key',
    ],
    [
      'two of one',
      { intOrString: true, oneOf: [{ minimum: 1 }, { minimum: 2 }] },
      3,
      'combination spec.f value',
    ],
    ['just what it may not be', { ...text, not: { pattern: '^a' } }, 'ab', 'combination spec.f value'],
    [
      'all that is asked',
      { ...text, allOf: [{ maxLength: 3 }, { pattern: '^a' }] },
      'abcd',
      'size spec.f value',
    ],
  ])('refuses %s', (_, schema, value, expected) => {
    expect(said({ properties: { f: schema } }, { f: value })).toEqual([expected]);
  });

  it.each<[string, Schema, unknown]>([
    ['a whole number written 1.0', integer, 1.0],
    ['a whole number for a number', { type: 'number' }, 3],
    ['a number or a text', { intOrString: true }, 'http'],
    ['two code points as two', { ...text, maxLength: 2 }, '😀b'],
    ['a multiple in spite of binary fractions', { type: 'number', multipleOf: 0.1 }, 0.3],
    ['unknown formats', { ...text, format: 'nobody-checks-this' }, ''],
    ['the same item twice in a plain list', { type: 'array', items: text }, ['a', 'a']],
    ['null where it is allowed', { ...text, nullable: true }, null],
  ])('takes %s', (_, schema, value) => {
    expect(said({ properties: { f: schema } }, { f: value })).toEqual([]);
  });

  it('compares the keys of a list map after defaults', () => {
    const item: Schema = { type: 'object', properties: { name: text, port: { ...integer, default: 80 } } };
    const ports: Schema = { type: 'array', items: item, listType: 'map', listKeys: ['name', 'port'] };
    const value = [{ name: 'a' }, { name: 'a', port: 81 }, { name: 'a', port: 80 }];
    expect(faultsOf({ properties: { ports } }, { ports: value })).toMatchObject([
      {
        fault: 'duplicate',
        path: ['spec', 'ports', 2],
        first: ['spec', 'ports', 0],
        related: [['spec', 'ports', 0]],
        keys: { name: 'a', port: 80 },
      },
    ]);
  });

  it('names every missing field at the object that lacks it', () => {
    expect(faultsOf({ required: ['a', 'b'], properties: { a: text, b: text } }, {})).toMatchObject([
      { fault: 'required', field: 'a', path: ['spec'] },
      { fault: 'required', field: 'b', path: ['spec'] },
    ]);
  });

  it('asks resources inside a resource what they are', () => {
    const template: Schema = { type: 'object', isResource: true, keepsUnknown: true };
    expect(said({ properties: { template } }, { template: { metadata: { nam: 'x' } } })).toEqual([
      'unknown-field spec.template.metadata.nam key',
      'required spec.template key',
      'required spec.template key',
    ]);
  });
});

describe('the order of things', () => {
  const rules: Schema['rules'] = [{ rule: 'required', field: 'b', message: 'Add b.' }];
  const properties = { a: { ...text, maxLength: 2, minLength: 1, pattern: '^x' }, b: text };

  it('skips the rules after what keeps the server from them, and says so', () => {
    const verdict = judge(kindOf({ type: 'object', properties, rules }), thing({ a: 'xxx' }));
    expect(verdict.hasSkippedRules).toBe(true);
    expect(verdict.faults.map(({ fault }) => fault)).toEqual(['size']);
  });

  it('runs them after other faults', () => {
    for (const a of ['', 'y']) {
      const verdict = judge(kindOf({ type: 'object', properties, rules }), thing({ a }));
      expect(verdict.hasSkippedRules).toBe(false);
      expect(verdict.faults.map(({ fault }) => fault)).toContain('rule');
    }
  });

  it('runs them on native kinds whatever is missing, but not on wrong types', () => {
    const kind = kindOf({ type: 'object', properties, required: ['a'], rules }, { isNative: true });
    expect(judge(kind, thing({})).faults.map(({ fault }) => fault)).toEqual(['required', 'rule']);
    expect(judge(kind, thing({ a: 1 })).faults.map(({ fault }) => fault)).toEqual(['type']);
  });

  it('leaves out the status but where it is written', () => {
    const kind = kindOf({ type: 'object', required: ['a'], properties });
    const value = { ...thing({}), status: { phase: 'Odd' } };
    expect(judge(kind, value).faults.map(({ path }) => formatPath(path))).toEqual(['spec']);
    const old = thing({ a: 'x' });
    expect(judge(kind, value, { operation: 'updateStatus', old }).faults).toMatchObject([
      { fault: 'enum', path: ['status', 'phase'] },
    ]);
  });

  it('says that CEL rules are not checked without an engine, once each', () => {
    const item: Schema = { type: 'object', rules: [{ rule: 'cel', source: 'true' }] };
    const { notChecked } = judge(
      kindOf({ type: 'object', properties: { list: { type: 'array', items: item } } }),
      thing({ list: [{}, {}] }),
    );
    expect(notChecked).toMatchObject([{ path: ['spec', 'list', 0], reason: 'the CEL engine is not loaded' }]);
  });
});

describe('updates', () => {
  const item: Schema = { type: 'object', properties: { name: text, port: { ...integer, maximum: 9 } } };
  const spec: Schema = {
    properties: {
      mode: { ...text, enum: ['A'] },
      keyed: { type: 'array', items: item, listType: 'map', listKeys: ['name'] },
      plain: { type: 'array', items: item },
      set: { type: 'array', items: text, listType: 'set' },
      other: text,
    },
  };
  const update = (old: unknown): JudgeOptions => ({ operation: 'update', old: thing(old) });

  it('let pass what was wrong before and is the same', () => {
    expect(said(spec, { mode: 'Z', other: 'new' }, update({ mode: 'Z' }))).toEqual([
      'enum spec.mode value ratcheted',
    ]);
    expect(said(spec, { mode: 'Y' }, update({ mode: 'Z' }))).toEqual(['enum spec.mode value']);
    const verdict = judge(
      kindOf({ type: 'object', ...spec }),
      thing({ mode: 'Z', other: 'n' }),
      update({ mode: 'Z' }),
    );
    expect(isAccepted(verdict)).toBe(true);
    expect(verdict.hasSkippedRules).toBe(false);
  });

  it('know items by their keys in list maps, and by nothing in other lists', () => {
    const bad = { name: 'a', port: 10 };
    const good = { name: 'b', port: 1 };
    expect(said(spec, { keyed: [good, bad] }, update({ keyed: [bad] }))).toEqual([
      'range spec.keyed[1].port value ratcheted',
    ]);
    expect(said(spec, { plain: [bad, good] }, update({ plain: [bad] }))).toEqual([
      'range spec.plain[0].port value',
    ]);
    expect(said(spec, { plain: [bad], other: 'new' }, update({ plain: [bad] }))).toEqual([
      'range spec.plain[0].port value ratcheted',
    ]);
  });

  it('let pass duplicates when there were any before', () => {
    expect(said(spec, { set: ['a', 'a', 'b'] }, update({ set: ['c', 'c'] }))).toEqual([
      'duplicate spec.set[1] value ratcheted',
    ]);
    expect(said(spec, { set: ['a', 'a'] }, update({ set: ['a'] }))).toEqual(['duplicate spec.set[1] value']);
  });

  it('excuse no duplicate by what its items were before', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name, port: 1 }));
    expect(said(spec, { keyed: [a, c, c] }, update({ keyed: [a, b, c] }))).toEqual([
      'duplicate spec.keyed[2] value',
    ]);
    expect(said(spec, { keyed: [a, a] }, update({ keyed: [a], set: ['x', 'x'] }))).toEqual([
      'duplicate spec.keyed[1] value ratcheted',
    ]);
  });

  it('compare values that may not change, by list keys where there are any', () => {
    const rules: Schema['rules'] = [{ rule: 'immutable', field: 'name' }];
    const kept: Schema = {
      properties: { it: { type: 'object', properties: { name: text, x: text }, rules } },
    };
    expect(said(kept, { it: { name: 'b' } }, update({ it: { name: 'a' } }))).toEqual([
      'immutable spec.it.name value',
    ]);
    expect(said(kept, { it: { x: 'b' } }, update({ it: { name: 'a', x: 'b' } }))).toEqual([
      'immutable spec.it key',
    ]);
    expect(said(kept, { it: { name: 'b' } }, update({}))).toEqual([]);
    expect(said(kept, { it: { name: 'b' } })).toEqual([]);
    const once: Schema = {
      properties: { name: text },
      rules: [{ rule: 'immutable', field: 'name', once: true }],
    };
    expect(said(once, { name: 'b' }, update({}))).toEqual([]);
    expect(said(once, {}, update({ name: 'b' }))).toEqual([]);
    expect(said(once, { name: 'a' }, update({ name: 'b' }))).toEqual(['immutable spec.name value']);
  });

  it('excuse no native kind', () => {
    const kind = kindOf({ type: 'object', ...spec }, { isNative: true });
    const { faults } = judge(kind, thing({ mode: 'Z', other: 'new' }), update({ mode: 'Z' }));
    expect(faults).toMatchObject([{ fault: 'enum' }]);
    expect(faults[0]).not.toHaveProperty('isRatcheted');
  });
});
