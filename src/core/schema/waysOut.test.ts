import { describe, expect, it } from 'vitest';
import type { Rule } from '../catalogue/rule.ts';
import type { Schema } from '../catalogue/schema.ts';
import { judge } from './judge.ts';
import { takeSteps } from './repairs/takeSteps.ts';
import { repairsOf } from './repairsOf.ts';
import { kindOf, thing } from './testing/kindOf.ts';
import { WaysOut } from './waysOut.ts';

const text: Schema = { type: 'string' };

/** What is thought of for the first fault, and what is offered of it. */
function waysOf(spec: Schema, value: unknown): { thought: readonly string[]; offered: readonly string[] } {
  const kind = kindOf({ type: 'object', ...spec });
  const resource = thing(value);
  const verdict = judge(kind, resource);
  const [fault] = verdict.faults;
  if (fault === undefined) throw new Error('no fault');
  const thought = repairsOf(fault, resource, kind);
  const offered = new WaysOut(kind, resource, verdict).of(fault, thought);
  return { thought: thought.map(({ label }) => label), offered: offered.map(({ label }) => label) };
}

describe('WaysOut', () => {
  it('keeps from offering what leaves the fault', () => {
    const path: Schema = {
      ...text,
      rules: [
        { rule: 'pattern', field: '', pattern: '^[^^]*$' },
        { rule: 'pattern', field: '', pattern: '^/' },
      ],
    };
    expect(waysOf({ properties: { path } }, { path: '/^' })).toEqual({
      thought: ['Change to x'],
      offered: [],
    });
  });

  it('offers all that works, in the same order', () => {
    const spec: Schema = { properties: { mode: { ...text, enum: ['On', 'Off'] } } };
    const { thought, offered } = waysOf(spec, { mode: 'off' });
    expect(thought).toEqual(['Change to Off', 'Change to On']);
    expect(offered).toEqual(thought);
  });

  it('judges as the fault was judged', () => {
    const rules: readonly Rule[] = [{ rule: 'immutable', field: 'name' }];
    const kind = kindOf({ type: 'object', properties: { name: text }, rules });
    const options = { operation: 'update' as const, old: thing({ name: 'a' }) };
    const resource = thing({ name: 'b' });
    const verdict = judge(kind, resource, options);
    const [fault] = verdict.faults;
    if (fault === undefined) throw new Error('no fault');
    const ways = new WaysOut(kind, resource, verdict, options);
    expect(ways.of(fault, repairsOf(fault, resource, kind))).toHaveLength(1);
    expect(
      ways.of(fault, [{ label: 'Another', steps: [{ step: 'set', path: ['spec', 'name'], value: 'c' }] }]),
    ).toEqual([]);
  });

  it('ends with many faults', () => {
    const kind = kindOf({
      type: 'object',
      properties: { list: { type: 'array', items: { type: 'integer' } } },
    });
    const resource = thing({ list: Array.from({ length: 5000 }, () => 'x') });
    const verdict = judge(kind, resource);
    const ways = new WaysOut(kind, resource, verdict);
    const start = performance.now();
    expect(verdict.faults).toHaveLength(500);
    expect(verdict.omitted).toBe(4500);
    for (const fault of verdict.faults)
      expect(ways.of(fault, repairsOf(fault, resource, kind))).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('repairs of rules', () => {
  it('rename a key of the wrong form', () => {
    const labels: Schema = {
      type: 'object',
      values: text,
      rules: [
        { rule: 'each', list: '', keys: true, rules: [{ rule: 'pattern', field: '', pattern: '^[a-z-]+$' }] },
      ],
    };
    expect(waysOf({ properties: { labels } }, { labels: { 'A B': 'value' } }).offered).toEqual([
      'Rename to a-b',
    ]);
    expect(waysOf({ properties: { labels } }, { labels: { 'A B': 'value', 'a-b': '' } }).offered).toEqual([]);
  });

  it('do not fill in what counts only when it is filled with nothing', () => {
    const spec: Schema = {
      properties: { refs: { type: 'array', items: text }, options: { type: 'object', values: text } },
      rules: [{ rule: 'atLeastOneOf', fields: ['refs', 'options'], filled: true }],
    };
    expect(waysOf(spec, {}).thought).toEqual(['Add refs']);
  });
});

describe('takeSteps', () => {
  const before = { a: { b: { c: 1 } }, list: [{ x: 1 }, { x: 2 }] };

  it.each([
    ['set', [{ step: 'set', path: ['a', 'b'], value: 2 }], { a: { b: 2 }, list: before.list }],
    [
      'insert an item',
      [{ step: 'insert', path: ['list'], index: 1, value: 7 }],
      { a: before.a, list: [{ x: 1 }, 7, { x: 2 }] },
    ],
    [
      'remove with what is left empty',
      [{ step: 'remove', path: ['a', 'b', 'c'] }],
      { a: {}, list: before.list },
    ],
    [
      'remove the last item with its list',
      [
        { step: 'remove', path: ['list', 1] },
        { step: 'remove', path: ['list', 0] },
      ],
      { a: before.a },
    ],
    ['rename', [{ step: 'rename', path: ['a', 'b'], to: 'd' }], { a: { d: { c: 1 } }, list: before.list }],
    ['move', [{ step: 'move', from: ['a', 'b', 'c'], to: ['c'] }], { a: {}, list: before.list, c: 1 }],
    [
      'lead nowhere',
      [
        { step: 'remove', path: ['no', 'where'] },
        { step: 'set', path: ['no', 'x'], value: 1 },
      ],
      before,
    ],
  ] as const)('%s', (_, steps, after) => {
    const copy = structuredClone(before);
    expect(takeSteps(before, steps)).toEqual(after);
    expect(before).toEqual(copy);
  });
});
