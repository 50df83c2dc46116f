import { describe, expect, it } from 'vitest';
import { runContests } from '../../../scripts/testing/differential/runContests.ts';
import { hasCorpus } from '../../../scripts/testing/loadCrds.ts';
import { createCelEngine } from './celEngine.ts';

const leastAgreement = 0.995;

describe.skipIf(!hasCorpus())('random mutations of valid resources', () => {
  it("get the same verdict from the built-in catalogue and from upstream's definitions", {
    timeout: 300_000,
  }, () => {
    const { total, agreed, updated, text } = runContests(20_261_121, 24_000, createCelEngine());
    console.log(text);
    expect(total).toBeGreaterThanOrEqual(20_000);
    expect(updated).toBeGreaterThanOrEqual(3_900);
    expect(agreed / total).toBeGreaterThanOrEqual(leastAgreement);
  });
});
