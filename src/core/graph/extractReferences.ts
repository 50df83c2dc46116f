import { kindOf } from '../kinds/registry.ts';
import type { KindDefinition } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { type Path, patternSteps, valueAt } from '../yaml/path.ts';
import type { FoundReference } from './foundReference.ts';
import { readReference } from './readReference.ts';

type Body = Readonly<Record<string, unknown>>;

interface Extracted {
  readonly definition: KindDefinition | undefined;
  readonly references: readonly FoundReference[];
}

const found = new WeakMap<Body, Extracted>();

/** Every reference that a resource's kind declares and its value holds. Memoised by the value. */
export function extractReferences(group: string, kind: string, value: Body): readonly FoundReference[] {
  const definition = kindOf(group, kind);
  const known = found.get(value);
  // One value can be read as two kinds: an AIGatewayRoute, and the HTTPRoute that is made of it.
  if (known !== undefined && known.definition === definition) return known.references;
  const references = readAll(definition, value);
  found.set(value, { definition, references });
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

/** `spec.rules[*].backendRefs[*]` as steps; `*` is any list item, `["a.b/c"]` a key with dots or slashes. */
export function stepsOf(pattern: string): readonly string[] {
  let steps = stepsCache.get(pattern);
  if (steps === undefined) {
    steps = patternSteps(pattern);
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
