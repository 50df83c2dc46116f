/**
 * Kinds whose spec is a set of independent settings are summarised by what they do. A feature is one field with
 * the chip it shows and, where there are figures worth reading, the rows: so the kind is a table of its
 * features, and a new one is one line in it.
 */

import { readAt } from '../reading.ts';
import type { CardRow, Chip } from '../types.ts';
import { chip } from './rows.ts';
import { capital, sayRows } from './sentences.ts';

/** One thing that a resource does or sets. */
export interface Feature {
  /** Where it is configured, below `spec`. */
  readonly path: readonly string[];
  /** One or two words for the chip; undefined when this value switches it off. */
  readonly chip: string | ((value: unknown) => string | undefined);
  /** A few words more, for the chip's tooltip. */
  readonly detail?: (value: unknown) => string | undefined;
  /** Its figures; `path` is the whole path in the resource. */
  readonly rows?: (resource: unknown, path: readonly string[]) => readonly CardRow[];
}

/** The chips of the features that a resource has. */
export function featureChips(value: unknown, features: readonly Feature[]): readonly (Chip | undefined)[] {
  return presentIn(value, features).map((feature) => {
    const field = readAt(value, 'spec', ...feature.path);
    const text = typeof feature.chip === 'string' ? feature.chip : feature.chip(field);
    return chip(text, feature.detail?.(field));
  });
}

/** The rows of the features that a resource has. */
export function featureRows(value: unknown, features: readonly Feature[]): readonly CardRow[] {
  return presentIn(value, features).flatMap(({ path, rows }) => rows?.(value, ['spec', ...path]) ?? []);
}

/**
 * What the features at these paths say, for the form: their figures, else what the chip says with its detail. Undefined
 * where none of them is set. `paths` are below `spec`: `retry`, `telemetry.tracing`.
 */
export function sayFeatures(
  value: unknown,
  features: readonly Feature[],
  ...paths: readonly string[]
): string | undefined {
  const said = presentIn(
    value,
    features.filter(({ path }) => paths.includes(path.join('.'))),
  ).flatMap((feature) => {
    const figures = sayRows(feature.rows?.(value, ['spec', ...feature.path]) ?? []);
    return (
      figures ?? featureChips(value, [feature]).flatMap((each) => (each === undefined ? [] : sayChip(each)))
    );
  });
  return said.length === 0 ? undefined : said.join('; ');
}

function sayChip({ text, detail }: Chip): string {
  return detail === undefined ? capital(text) : `${capital(text)}: ${detail}`;
}

/** A false or an empty list is as good as nothing; an empty map switches many features on. */
function presentIn(value: unknown, features: readonly Feature[]): readonly Feature[] {
  return features.filter(({ path }) => {
    const field = readAt(value, 'spec', ...path);
    if (field === undefined || field === null || field === false) return false;
    return !Array.isArray(field) || field.length > 0;
  });
}
