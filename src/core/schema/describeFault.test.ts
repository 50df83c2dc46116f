import { describe, expect, it } from 'vitest';
import type { Schema } from '../catalogue/schema.ts';
import { compilePattern } from '../text/pattern.ts';
import { faultCodes } from './codes.ts';
import { describeFault } from './describeFault.ts';
import { explainFault } from './explainFault.ts';
import { judge } from './judge.ts';
import { kindOf, thing } from './testing/kindOf.ts';
import { knownPatterns } from './words/sayPattern.ts';

const text: Schema = { type: 'string' };

const spec: Schema = {
  type: 'object',
  required: ['must'],
  properties: {
    must: text,
    mode: { ...text, enum: ['Strict', 'Lax'] },
    list: { type: 'array', items: text, maxItems: 1, minItems: 1, doc: 'Names, one at most.' },
    named: {
      type: 'array',
      items: { type: 'object', properties: { name: text } },
      listType: 'map',
      listKeys: ['name'],
    },
    wait: { ...text, pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$' },
    port: { type: 'integer', minimum: 1, maximum: 65_535 },
    size: { ...text, format: 'quantity' },
    flag: { type: 'boolean' },
    deep: { type: 'object', properties: { listed: text } },
  },
};

function messages(value: Record<string, unknown>): readonly string[] {
  const kind = kindOf(spec);
  return judge(kind, thing({ must: 'x', ...value })).faults.map((fault) => {
    const { code, message } = describeFault(fault, kind);
    return `${code} ${message}`;
  });
}

describe('describeFault', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ lst: [] }, 'TS101 spec has no field lst. Did you mean list?'],
    [{ listed: 'x' }, 'TS101 spec has no field listed. Did you mean list?'],
    [
      { deep: { mode: 'x' } },
      'TS101 spec.deep has no field mode. There is one at spec.mode: move it there, or remove it.',
    ],
    [
      { deep: { zzz: 1 } },
      'TS101 spec.deep has no field zzz. It has listed. Use one of them, or remove this one.',
    ],
    [{ must: 5 }, 'TS102 spec.must must be a text, but it is a whole number (5). Put it in quotes: "5".'],
    [{ port: '5' }, 'TS102 spec.port must be a whole number, but it is a text (5). Remove the quotes.'],
    [
      { list: 'a' },
      'TS102 spec.list must be a list, but it is a text (a). Write it as a list, each item after a dash.',
    ],
    [
      { deep: [{}] },
      'TS102 spec.deep must be a map, but it is a list. Remove the dash, so that it is one value.',
    ],
    [{ flag: 'yes' }, 'TS102 spec.flag must be true or false, but it is a text (yes). Write true or false.'],
    [{ mode: 'strict' }, 'TS104 spec.mode cannot be strict. Did you mean Strict? It takes Strict or Lax.'],
    [{ mode: 'Other' }, 'TS104 spec.mode cannot be Other. Use Strict or Lax.'],
    [{ list: ['a', 'b', 'c'] }, 'TS105 spec.list has 3 items; at most 1 are allowed. Remove 2.'],
    [{ list: [] }, 'TS105 spec.list is empty; it needs at least 1 item. Add one, or remove spec.list.'],
    [{ port: 70_000 }, 'TS106 spec.port is 70000; it must be between 1 and 65535.'],
    [
      { wait: '30' },
      'TS107 spec.wait is 30; it must be a duration: up to four whole numbers, each with h, m, s or ms, such as 1m30s.',
    ],
    [
      { size: '1 Gi' },
      'TS108 spec.size is 1 Gi; it must be a number with an optional suffix such as m, k, M, Ki, Mi or Gi, without a space.',
    ],
    [
      { named: [{ name: 'a' }, { name: 'a' }] },
      'TS109 spec.named[1] has the same name a as spec.named[0]. Change or remove one of them.',
    ],
  ])('%j', (value, message) => {
    expect(messages(value)).toEqual([message]);
  });

  it('names the kind for what is missing at the root', () => {
    const kind = kindOf(spec);
    const { metadata: _, ...bare } = thing({ must: 'x' });
    expect(judge(kind, bare).faults.map((fault) => describeFault(fault, kind).message)).toEqual([
      'Thing lacks metadata. Add it.',
    ]);
  });

  it('has one code for each fault', () => {
    const codes = Object.values(faultCodes).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^TS1(0[1-9]|1[0-7])$/);
  });
});

describe('known patterns', () => {
  it('each is RE2, and its example matches it', () => {
    for (const [source, { example }] of Object.entries(knownPatterns)) {
      const pattern = compilePattern(source);
      if ('error' in pattern) throw new Error(`${source}: ${pattern.error}`);
      if (example !== undefined) expect(pattern.test(example), source).toBe(true);
    }
  });
});

describe('explainFault', () => {
  it('shows the limit, the value, the place, the documentation and the release', () => {
    const kind = kindOf(spec);
    const [fault] = judge(kind, thing({ must: 'x', list: ['a', 'b'] })).faults;
    if (fault === undefined) throw new Error('no fault');
    expect(explainFault(fault, kind)).toEqual({
      title: 'Wrong size',
      summary: 'spec.list has 2 items; at most 1 are allowed. Remove 1.',
      facts: [
        { label: 'Found', value: '2 items' },
        { label: 'At least', value: '1' },
        { label: 'At most', value: '1' },
        { label: 'Place', value: 'spec.list' },
      ],
      doc: 'Names, one at most.',
      origin: 'Example v1.0.0',
    });
  });

  it('shows the alternatives of a one-of, which of them are there, and the rule', () => {
    const kind = kindOf({
      type: 'object',
      properties: { a: { ...text, doc: 'The first.' }, b: text, c: text },
      rules: [
        {
          rule: 'exactlyOneOf',
          fields: ['a', 'b', 'c'],
          link: 'https://example.com/rule',
          when: { not: { has: 'd' } },
        },
      ],
    });
    const [fault] = judge(kind, thing({ a: 'x', b: 'y' })).faults;
    if (fault === undefined) throw new Error('no fault');
    expect(explainFault(fault, kind)).toMatchObject({
      alternatives: [
        { name: 'a', isThere: true },
        { name: 'b', isThere: true },
        { name: 'c', isThere: false },
      ],
      rule: { words: 'When d is not set: exactly one of a, b and c.', link: 'https://example.com/rule' },
    });
  });
});
