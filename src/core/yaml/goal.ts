import type { Path } from './path.ts';
import { setOwn } from './plainValue.ts';
import type { Plain } from './types.ts';

/** What a document should say after an edit; the five verbs come down to these. */
export type Goal =
  | { readonly kind: 'value'; readonly path: Path; readonly value: Plain }
  | { readonly kind: 'insert'; readonly path: Path; readonly index: number; readonly value: Plain }
  | { readonly kind: 'remove'; readonly path: Path; readonly index: number }
  | {
      readonly kind: 'add';
      readonly path: Path;
      readonly key: string;
      readonly value: Plain;
      readonly after: readonly string[];
    }
  | { readonly kind: 'drop'; readonly path: Path; readonly key: string };

/** The goal's collection as plain data once the goal is reached; undefined when the data does not fit. */
export function reachedValue(collection: Plain, goal: Goal): Plain | undefined {
  if (isList(collection)) {
    const step = goal.path.at(-1);
    if (goal.kind === 'insert') return collection.toSpliced(goal.index, 0, goal.value);
    if (goal.kind === 'remove') return collection.toSpliced(goal.index, 1);
    return goal.kind === 'value' && typeof step === 'number' ? collection.with(step, goal.value) : undefined;
  }
  if (collection === null || typeof collection !== 'object') return undefined;
  const next: Record<string, Plain> = {};
  const dropped = goal.kind === 'drop' ? goal.key : undefined;
  for (const key of Object.keys(collection)) if (key !== dropped) setOwn(next, key, collection[key]);
  if (goal.kind === 'add') setOwn(next, goal.key, goal.value);
  if (goal.kind === 'value') setOwn(next, String(goal.path.at(-1)), goal.value);
  return next;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
