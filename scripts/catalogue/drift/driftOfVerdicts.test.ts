import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addMetadata } from '../../../src/core/catalogue/readCrdSchema.ts';
import type { Schema } from '../../../src/core/catalogue/schema.ts';
import { createCelEngine } from '../../../src/core/schema/celEngine.ts';
import { compareAllVerdicts } from './driftOfVerdicts.ts';
import { printVerdicts } from './printDrift.ts';

const samples = mkdtempSync(path.join(tmpdir(), 'samples-'));
afterAll(() => rmSync(samples, { recursive: true }));
writeFileSync(
  path.join(samples, 'kites.yaml'),
  'apiVersion: kites/v1\nkind: Kite\nmetadata:\n  name: red\nspec:\n  tail: 3\n  shape: Delta\n---\napiVersion: kites/v1\nkind: Ball\n',
);
const kite = { group: 'kites', version: 'v1', kind: 'Kite', plural: 'kites', scope: 'namespaced' } as const;
const spec: Schema = {
  type: 'object',
  properties: {
    tail: { type: 'integer', maximum: 5, minimum: 1 },
    shape: { type: 'string', enum: ['Delta', 'Box'] },
  },
  required: ['tail'],
};

function compare(ours: Schema) {
  const resource = (schema: Schema) => addMetadata({ type: 'object', properties: { spec: schema } });
  const pack = {
    name: 'kites',
    upstream: { project: 'Kites', version: 'v1', docs: '' },
    kinds: [{ ...kite, type: 'kites/v1.Kite' }],
    types: { 'kites/v1.Kite': resource(ours) },
  };
  const definition = { ...kite, served: true, storage: true, channel: undefined, schema: resource(spec) };
  return compareAllVerdicts([pack], [definition, { ...definition, kind: 'Kit' }], {
    ...{ samples, perKind: 300, seed: 7 },
    cel: createCelEngine(),
  });
}

describe('compareAllVerdicts', () => {
  it('agrees with itself', () => {
    const verdicts = compare(spec);
    expect(verdicts).toMatchObject({ judged: 300, agreed: 300 });
    expect(printVerdicts(verdicts).isGood).toBe(true);
  });

  it('finds what only one side refuses, the same with the same seed', () => {
    const { required: _, ...looser } = spec;
    const verdicts = compare(looser);
    expect(verdicts.agreed).toBeLessThan(300);
    expect(verdicts.lines.join('\n')).toContain('required tail');
    expect(printVerdicts(verdicts).isGood).toBe(false);
    expect(compare(looser)).toEqual(verdicts);
  });
});
