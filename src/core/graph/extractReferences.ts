import { kindOf } from '../kinds/registry.ts';
import type { KindDefinition } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import type { FoundReference } from './foundReference.ts';
import { readReference } from './readReference.ts';

type Body = Readonly<Record<string, unknown>>;

const found = new WeakMap<Body, readonly FoundReference[]>();

/** Every reference that a resource's kind declares and its value holds. Memoised by the value. */
export function extractReferences(group: string, kind: string, value: Body): readonly FoundReference[] {
  const known = found.get(value);
  if (known !== undefined) return known;
  const references = readAll(kindOf(group, kind), value);
  found.set(value, references);
  return references;
}

function readAll(definition: KindDefinition | undefined, value: Body): readonly FoundReference[] {
  if (definition === undefined) return [];
  return definition.references.flatMap((declaration) =>
    placesOf(value, stepsOf(declaration.path)).flatMap(
      ({ path, value: at }) => readReference(declaration, path, at, valueAt(value, path.slice(0, -1))) ?? [],
    ),
  );
}

const stepsCache = new Map<string, readonly string[]>();

/** `spec.rules[*].backendRefs[*]` as steps; `*` is any list item. */
export function stepsOf(pattern: string): readonly string[] {
  let steps = stepsCache.get(pattern);
  if (steps === undefined) {
    steps = pattern.replaceAll('[*]', '.*').split('.');
    stepsCache.set(pattern, steps);
  }
  return steps;
}

interface Found {
  readonly path: Path;
  readonly value: unknown;
}

/** Every place of a value that a path pattern reaches. */
export function placesOf(value: unknown, steps: readonly string[]): readonly Found[] {
  let places: readonly Found[] = [{ path: [], value }];
  for (const step of steps) {
    places = places.flatMap(({ path, value: at }): readonly Found[] => {
      if (step === '*')
        return Array.isArray(at) ? at.map((item, i) => ({ path: [...path, i], value: item })) : [];
      return isRecord(at) && Object.hasOwn(at, step) ? [{ path: [...path, step], value: at[step] }] : [];
    });
  }
  return places;
}
