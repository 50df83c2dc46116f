import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parseYaml.ts';
import { kinds } from './registry.ts';
import { fullContext } from './testing/contexts.ts';
import { anythingAtKnownPaths, damage } from './testing/strangeValues.property.ts';
import type { CardSummary } from './types.ts';

const runs = { numRuns: 200 };

/** Everything that a summary promises, whatever it was made from. */
function expectSound({ subtitle, rows, chips }: CardSummary): void {
  const ids = rows.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  if (subtitle !== undefined) expect(typeof subtitle).toBe('string');
  for (const row of rows) {
    expect(typeof row.label).toBe('string');
    expect(row.label).not.toBe('');
    for (const part of row.parts) expect(typeof part).toBe('string');
    if (row.port !== undefined) expect(Number.isFinite(row.port)).toBe(true);
    if (row.section !== undefined) expect(typeof row.section).toBe('string');
  }
  for (const chip of [...chips, ...rows.flatMap((row) => row.chips)]) {
    expect(typeof chip.text).toBe('string');
    expect(chip.text).not.toBe('');
    if (chip.detail !== undefined) expect(typeof chip.detail).toBe('string');
  }
}

describe.each(kinds.map((each) => [each.kind, each] as const))('the summary of %s', (_, definition) => {
  const good = parseYaml(definition.template(fullContext(definition))).value;

  it('accepts anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), (value) =>
        expectSound(definition.summarise(value as Record<string, unknown>)),
      ),
      runs,
    );
  });

  it('accepts anything below spec', () => {
    const anySpec = fc.record({
      metadata: fc.jsonValue(),
      spec: fc.dictionary(fc.string(), fc.jsonValue()),
      data: fc.jsonValue(),
    });
    fc.assert(
      fc.property(anySpec, (value) => expectSound(definition.summarise(value))),
      runs,
    );
  });

  it('accepts anything where its own fields are', () => {
    fc.assert(
      fc.property(anythingAtKnownPaths(definition), (value) =>
        expectSound(definition.summarise(value as Record<string, unknown>)),
      ),
      runs,
    );
  });

  it('accepts a good resource with one thing wrong in it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.anything(), (seed, by) =>
        expectSound(definition.summarise(damage(good, seed, by) as Record<string, unknown>)),
      ),
      runs,
    );
  });

  it('says the same of the same', () => {
    const value = good as Record<string, unknown>;
    expect(definition.summarise(value)).toEqual(definition.summarise(structuredClone(value)));
  });
});

describe('the summary of a Secret', () => {
  it('never says a value', () => {
    const secret = kinds.find(({ kind }) => kind === 'Secret');
    const entries = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.stringMatching(/^VALUE[0-9A-Z]{6,20}$/),
    );
    fc.assert(
      fc.property(entries, entries, (data, stringData) => {
        expect(JSON.stringify(secret?.summarise({ data, stringData }))).not.toContain('VALUE');
      }),
      runs,
    );
  });
});
