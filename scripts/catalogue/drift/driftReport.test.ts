import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../src/core/catalogue/pack.ts';
import type { Schema } from '../../../src/core/catalogue/schema.ts';
import { compareWithDefinitions } from './driftReport.ts';
import { failuresOf, printDrift, shareEqual, totalsOf } from './printDrift.ts';
import type { Definition } from './readDefinitions.ts';

const kite = { group: 'kites', version: 'v1', kind: 'Kite', plural: 'kites', scope: 'namespaced' } as const;
const resource = (spec: Schema): Schema => ({
  type: 'object',
  properties: {
    apiVersion: { type: 'string' },
    metadata: { type: 'object' },
    spec,
    status: { type: 'object' },
  },
});
const pack: Pack = {
  name: 'kites',
  upstream: { project: 'Kites', version: 'v1', docs: '' },
  kinds: [{ ...kite, type: 'kites/v1.Kite', storage: true }],
  types: {
    'kites/v1.Kite': resource({ ref: 'kites/v1.Spec' }),
    'kites/v1.Spec': {
      type: 'object',
      properties: {
        tail: { type: 'integer', maximum: 5 },
        bow: { type: 'string', channel: 'experimental' },
      },
    },
  },
};
const definitionOf = (properties: Schema['properties'] & {}, more: Partial<Definition> = {}): Definition => ({
  ...kite,
  served: true,
  storage: true,
  channel: undefined,
  schema: resource({ type: 'object', properties }),
  ...more,
});
const same = { tail: { type: 'integer', maximum: 5 } } as const;
const known = {
  place: 'kites/v1.Spec.tail',
  of: 'limit',
  keyword: 'maximum',
  reason: 'it is meant',
} as const;
const compare = (definitions: Definition[], reasons: (typeof known)[] = []) =>
  compareWithDefinitions([pack], definitions, { withStatus: false, known: reasons });

describe('compareWithDefinitions', () => {
  it('is content with the same, in the channel of the definition', () => {
    const report = compare([definitionOf(same, { channel: 'standard' })]);
    expect(report.lines).toEqual([]);
    expect(failuresOf(report)).toEqual([]);
    expect(report.kinds.map(({ channel }) => channel)).toEqual(['standard']);
    const experimental = compare([definitionOf(same, { channel: 'experimental' })]);
    expect(experimental.lines.map(({ difference }) => difference)).toMatchObject([
      { kind: 'extra', place: 'kites/v1.Spec.bow', path: 'spec.bow' },
    ]);
  });

  it('compares a definition without a channel in both, and shows the second when it differs', () => {
    expect(compare([definitionOf(same)]).kinds.map(({ channel }) => channel)).toEqual([
      'standard',
      'experimental',
    ]);
  });

  it('counts and places what differs', () => {
    const report = compare([
      definitionOf(
        { tail: { type: 'integer', maximum: 6 }, nose: { type: 'string' } },
        { channel: 'standard' },
      ),
    ]);
    expect(totalsOf(report.kinds)).toMatchObject({
      fields: 3,
      missing: 1,
      extra: 0,
      limits: 4,
      limitsEqual: 3,
    });
    expect(shareEqual(totalsOf(report.kinds))).toBe(0.75);
    expect(failuresOf(report)).toEqual([
      '1 fields of stored versions are missing or extra without a reason.',
      '75.00% of limits and defaults are equal; the aim is 99.50%.',
      '1 limits or defaults differ without a reason.',
    ]);
    const text = printDrift(report);
    expect(text).toContain('kites/v1.Spec.nose (spec.nose) [Kite v1 standard]');
    expect(text).toContain('kites/v1.Spec.tail: maximum is 6, ours 5 (spec.tail) [Kite v1 standard]');
  });

  it('takes a reason for a difference, and says when a reason explains nothing', () => {
    const longer = definitionOf({ tail: { type: 'integer', maximum: 6 } }, { channel: 'standard' });
    const report = compare([longer], [known]);
    expect(report.lines.map(({ reason }) => reason)).toEqual(['it is meant']);
    expect(printDrift(report)).toContain('because it is meant');
    expect(compare([definitionOf(same, { channel: 'standard' })], [known]).unusedReasons).toEqual([known]);
  });

  it('says kinds that differ in plural, scope or versions, and those that nobody knows', () => {
    const other = { scope: 'cluster', served: false, channel: 'standard' } as const;
    const report = compare([definitionOf(same, other), definitionOf({}, { kind: 'Ball' })]);
    expect(report.header).toEqual([
      'Kite v1 standard: scope is cluster, we say namespaced',
      'Kite v1 standard: served is false, we say true',
    ]);
    expect(report.unknown).toEqual(['Ball v1']);
  });

  it('fails when nothing was compared', () => {
    expect(failuresOf(compare([]))).toEqual(['Nothing was compared.']);
  });
});
