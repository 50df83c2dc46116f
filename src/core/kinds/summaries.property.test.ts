import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parseYaml.ts';
import { isMap } from './reading.ts';
import { kinds } from './registry.ts';
import { fullContext } from './testing/contexts.ts';
import type { CardSummary, KindDefinition } from './types.ts';

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

/** Replaces one place of a value, wherever it is, by something else: a manifest that is nearly right. */
function damage(value: unknown, seed: number, by: unknown): unknown {
  const places = placesOf(value);
  const place = places[seed % places.length] ?? [];
  const replaceAt = (at: unknown, [step, ...rest]: readonly (string | number)[]): unknown => {
    if (step === undefined) return by;
    if (Array.isArray(at)) return at.map((item, index) => (index === step ? replaceAt(item, rest) : item));
    return isMap(at) ? { ...at, [step]: replaceAt(at[step], rest) } : at;
  };
  return replaceAt(value, place);
}

function placesOf(value: unknown): readonly (readonly (string | number)[])[] {
  const children = Array.isArray(value) ? [...value.entries()] : isMap(value) ? Object.entries(value) : [];
  return [[], ...children.flatMap(([step, item]) => placesOf(item).map((rest) => [step, ...rest]))];
}

/** A resource with every field that the kind's form and references know, filled with anything. */
function anythingAtKnownPaths(definition: KindDefinition): fc.Arbitrary<unknown> {
  const paths = [
    ...definition.references.map(({ path }) => path),
    ...definition.fields.map(({ path }) => path),
  ];
  return fc
    .array(fc.tuple(fc.constantFrom('spec.other', ...paths), fc.anything()), { maxLength: 6 })
    .map((filled) => {
      const value: Record<string, unknown> = {};
      for (const [path, item] of filled) put(value, path.replaceAll('[*]', '.0').split('.'), item);
      return value;
    });
}

function put(
  target: Record<string, unknown>,
  [step = '', next, ...rest]: readonly string[],
  item: unknown,
): void {
  if (next === undefined) {
    target[step] = item;
    return;
  }
  const held = target[step];
  const isList = next === '0';
  const below = isMap(held) || Array.isArray(held) ? held : isList ? [{}] : {};
  target[step] = below;
  const inner = isList && Array.isArray(below) ? below : undefined;
  if (inner === undefined) {
    put(below as Record<string, unknown>, [next, ...rest], item);
    return;
  }
  if (rest.length === 0) {
    inner[0] = item;
    return;
  }
  if (!isMap(inner[0])) inner[0] = {};
  put(inner[0] as Record<string, unknown>, rest, item);
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
