import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parseYaml.ts';
import { fieldsOfForm } from './form.ts';
import { kinds } from './registry.ts';
import { fullContext } from './testing/contexts.ts';
import { fieldPaths } from './testing/fieldPaths.ts';
import { anythingAtKnownPaths, damage } from './testing/strangeValues.property.ts';
import type { KindDefinition } from './types.ts';

const runs = { numRuns: 100 };

function expectSaid(said: string | undefined): void {
  if (said === undefined) return;
  expect(typeof said).toBe('string');
  expect(said).not.toBe('');
}

/** What all sections of a form say of a resource. */
function sayAll({ form }: KindDefinition, value: unknown): readonly (string | undefined)[] {
  return form.map(({ say }) => say?.(value));
}

/** What each list of a form says of an item, by its path. */
function listsOf({ form }: KindDefinition) {
  return fieldPaths(fieldsOfForm(form)).flatMap(({ path, field }) =>
    field.type === 'list' && field.say !== undefined
      ? [{ path, say: field.say, newItem: field.newItem }]
      : [],
  );
}

describe.each(kinds.map((each) => [each.kind, each] as const))('the sentences of %s', (_, definition) => {
  const good = parseYaml(definition.template(fullContext(definition))).value;
  const lists = listsOf(definition);

  it('are said of anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const said of sayAll(definition, value)) expectSaid(said);
        for (const { say } of lists) expectSaid(say(value));
      }),
      runs,
    );
  });

  it('are said of anything where the fields are', () => {
    fc.assert(
      fc.property(anythingAtKnownPaths(definition), (value) => {
        for (const said of sayAll(definition, value)) expectSaid(said);
      }),
      runs,
    );
  });

  it('are said of a good resource, and of good items, with one thing wrong', () => {
    fc.assert(
      fc.property(fc.nat(), fc.anything(), (seed, by) => {
        for (const said of sayAll(definition, damage(good, seed, by))) expectSaid(said);
        for (const { say, newItem } of lists) expectSaid(say(damage(newItem([]), seed, by)));
      }),
      runs,
    );
  });

  it('are there for every new item, and are no more than a sentence', () => {
    for (const { path, say, newItem } of lists) expect(say(newItem([])), path).toBeTruthy();
    for (const said of sayAll(definition, good)) {
      if (said === undefined) continue;
      expect(said).not.toMatch(/\.$|undefined|\[object/);
    }
  });
});
