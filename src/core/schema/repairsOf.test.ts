import { describe, expect, it } from 'vitest';
import type { Schema } from '../catalogue/schema.ts';
import { judge } from './judge.ts';
import { takeSteps } from './repairs/takeSteps.ts';
import { repairsOf } from './repairsOf.ts';
import { kindOf, thing } from './testing/kindOf.ts';

const text: Schema = { type: 'string' };
const duration: Schema = { ...text, pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$' };

const spec: Schema = {
  type: 'object',
  properties: {
    backendRefs: { type: 'array', items: { type: 'object', properties: { name: text } } },
    timeouts: { type: 'object', properties: { request: duration } },
    rules: {
      type: 'array',
      items: {
        type: 'object',
        properties: { retry: { type: 'object', properties: { count: { type: 'integer' } } } },
      },
    },
    hosts: {
      type: 'array',
      items: {
        ...text,
        pattern: '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      },
      maxItems: 2,
      listType: 'set',
    },
    mode: { ...text, enum: ['Strict', 'Lax', 'Off'] },
    port: { type: 'integer', minimum: 1, maximum: 65_535 },
    memory: { intOrString: true, format: 'quantity' },
    name: text,
    flag: { type: 'boolean' },
    tls: {
      type: 'object',
      required: ['secret'],
      properties: {
        secret: {
          type: 'object',
          required: ['name', 'kind'],
          properties: { name: { ...text, minLength: 1 }, kind: { ...text, default: 'Secret' } },
        },
      },
    },
  },
  rules: [
    { rule: 'atMostOneOf', fields: ['mode', 'flag'] },
    { rule: 'forbidden', field: 'name', when: { has: 'tls' } },
    { rule: 'required', field: 'timeouts.request', when: { is: 'mode', in: ['Lax'] } },
  ],
};

/** Labels of the ways out of the first fault; and that each of them removes it. */
function labels(value: unknown, metadata?: unknown): readonly string[] {
  const kind = kindOf(spec);
  const resource = thing(value, metadata);
  const [fault] = judge(kind, resource).faults;
  if (fault === undefined) throw new Error('no fault');
  return repairsOf(fault, resource, kind).map(({ label, steps, isPreferred }) => {
    const left = judge(kind, takeSteps(resource, steps)).faults;
    expect(left, label).not.toContainEqual(fault);
    return isPreferred === true ? `* ${label}` : label;
  });
}

describe('repairsOf', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a misspelt field', { mod: 'Off' }, ['* Rename to mode', 'Remove mod']],
    [
      'a single one where a list is',
      { backendRef: { name: 'a' } },
      ['* Rename to backendRefs', 'Remove backendRef'],
    ],
    [
      'a field in the wrong place',
      { rules: [{ timeouts: { request: '1s' } }] },
      ['Move to spec.timeouts', 'Remove timeouts'],
    ],
    [
      'a field of list items',
      { retry: { count: 1 }, rules: [{}] },
      ['Move to spec.rules[0].retry', 'Remove retry'],
    ],
    ['a number that must be a text', { name: 5 }, ['* Put 5 in quotes', 'Remove name']],
    ['a text that must be a number', { port: '80' }, ['* Remove the quotes of 80', 'Remove port']],
    ['a word for true', { flag: 'yes' }, ['* Change to true', 'Remove flag']],
    ['a text that must be a list', { hosts: 'a.b' }, ['* Write it as a list', 'Remove hosts']],
    [
      'a list that must be a map',
      { tls: [{ secret: { name: 'x' } }] },
      ['* Take it out of the list', 'Remove tls'],
    ],
    [
      'a choice in another case',
      { mode: 'strict' },
      ['* Change to Strict', 'Change to Lax', 'Change to Off'],
    ],
    ['what is missing', { tls: {} }, ['Add secret']],
    ['too many', { hosts: ['a', 'b', 'c', 'd'] }, ['Remove the last 2 items']],
    ['too large', { port: 70_000 }, ['Change to 65535']],
    ['a duration without a unit', { timeouts: { request: '30' } }, ['* Change to 30s', 'Change to 30ms']],
    ['a duration with a fraction', { timeouts: { request: '1.5s' } }, ['* Change to 1500ms']],
    ['a duration in words', { timeouts: { request: '2 minutes' } }, ['* Change to 2m']],
    ['a quantity with a space', { memory: '1 Gi' }, ['* Change to 1Gi']],
    ['a quantity in bytes', { memory: '512MB' }, ['* Change to 512Mi', 'Change to 512M']],
    [
      'a host name with a scheme',
      { hosts: ['https://API.example.com:443/x'] },
      ['Change to api.example.com'],
    ],
    ['a repeated item', { hosts: ['a', 'a'] }, ['Remove spec.hosts[1]']],
    ['two of at most one', { mode: 'Off', flag: true }, ['Keep only mode', 'Keep only flag']],
    ['what is forbidden', { name: 'x', tls: { secret: { name: 'x' } } }, ['* Remove name']],
    ['what a rule asks for', { mode: 'Lax' }, ['Add request']],
  ])('%s', (_, value, expected) => {
    expect(labels(value)).toEqual(expected);
  });

  it('names and labels', () => {
    expect(labels({}, { name: 'My_App' })).toEqual(['Change to my-app']);
    expect(labels({}, { name: 'it', labels: { 'a b': 'c' } })).toEqual(['Rename to a-b', 'Remove a b']);
    expect(labels({}, { name: 'it', labels: { v: 1 } })).toEqual(['* Put 1 in quotes', 'Remove v']);
    expect(labels({}, {})).toEqual(['Add name']);
  });

  it('a namespace on a kind of the whole cluster', () => {
    const kind = kindOf(spec, { scope: 'cluster' });
    const resource = thing({});
    const [fault] = judge(kind, resource).faults;
    if (fault === undefined) throw new Error('no fault');
    expect(repairsOf(fault, resource, kind)).toEqual([
      {
        label: 'Remove namespace',
        steps: [{ step: 'remove', path: ['metadata', 'namespace'] }],
        isPreferred: true,
      },
    ]);
  });

  it('an apiVersion that is gone needs no schema', () => {
    const repairs = repairsOf(
      {
        fault: 'no-such-kind',
        path: ['apiVersion'],
        mark: 'value',
        apiVersion: 'a/v1beta1',
        kind: 'Thng',
        suggestions: [{ apiVersion: 'a/v1', kind: 'Thing' }],
        why: 'misspelt',
      },
      {},
    );
    expect(repairs).toEqual([
      {
        label: 'Change to Thing (a/v1)',
        steps: [
          { step: 'set', path: ['apiVersion'], value: 'a/v1' },
          { step: 'set', path: ['kind'], value: 'Thing' },
        ],
        isPreferred: true,
      },
    ]);
  });

  it('gives the later of two items of one name a name of its own, or takes it out where both say the same', () => {
    const named: Schema = {
      type: 'array',
      listType: 'map',
      listKeys: ['name'],
      items: { type: 'object', properties: { name: text, port: { type: 'integer' } } },
    };
    const kind = kindOf({ type: 'object', properties: { ports: named } });
    const labels = (ports: readonly object[]) => {
      const resource = thing({ ports });
      const [fault] = judge(kind, resource).faults;
      return fault === undefined ? [] : repairsOf(fault, resource, kind).map(({ label }) => label);
    };
    const taken = [{ name: 'a', port: 1 }, { name: 'a-2' }, { name: 'a', port: 2 }];
    expect(labels(taken)).toEqual(['Call it a-3', 'Remove spec.ports[2]']);
    expect(labels([{ name: 'a' }, { name: 'a' }])).toEqual(['Remove spec.ports[1]']);
  });
});
