import type { FieldDeclaration } from '../kinds/form.ts';
import { isMap } from '../kinds/reading.ts';
import { type Path, pathStartsWith } from '../yaml/path.ts';
import { keysOf } from './chosenMember.ts';
import { readFieldPath } from './fieldPath.ts';

/** What every resource has and the form shows elsewhere, or what a controller writes. */
const elsewhere: readonly Path[] = [
  ['apiVersion'],
  ['kind'],
  ['metadata', 'name'],
  ['metadata', 'namespace'],
  ['metadata', 'labels'],
  ['metadata', 'creationTimestamp'],
  ['status'],
];

/**
 * The paths, relative to `value`, of what is set and no declared field shows, outermost first: `spec.telemetry` when
 * nothing below it is declared, `spec.tls.options` when its neighbours are. `isResource`: leaves out what every resource
 * has.
 */
export function restOf(
  value: unknown,
  fields: readonly FieldDeclaration[],
  { isResource = false }: { readonly isResource?: boolean } = {},
): readonly Path[] {
  const covered = coveredBy(fields);
  return uncovered(value, [], isResource ? [...covered, ...elsewhere] : covered);
}

function uncovered(value: unknown, at: Path, covered: readonly Path[]): readonly Path[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly Path[] => {
    const path = [...at, key];
    if (covered.some((one) => pathStartsWith(path, one))) return [];
    if (!covered.some((one) => pathStartsWith(one, path))) return [path];
    return uncovered(inner, path, covered);
  });
}

/** The paths that fields show, with all that is below them. Items of lists are asked for themselves. */
export function coveredBy(fields: readonly FieldDeclaration[]): readonly Path[] {
  return fields.flatMap((field): readonly Path[] => {
    const base = readFieldPath(field.path);
    if (field.type !== 'choice') return [base];
    const members = [...field.members, ...(field.otherwise === undefined ? [] : [field.otherwise])];
    const own = members.flatMap(({ key, fields: inner }): readonly Path[] =>
      inner.length === 0 && key !== undefined ? [[key]] : coveredBy(inner),
    );
    const named = field.by === undefined ? [] : [readFieldPath(field.by)];
    return [...named, ...own].map((path) => [...base, ...path]);
  });
}

/** The paths by which fields are set: of a choice the keys of its members, whatever of them is shown. */
export function setBy(fields: readonly FieldDeclaration[]): readonly Path[] {
  return fields.flatMap((field): readonly Path[] => {
    const base = readFieldPath(field.path);
    return field.type === 'choice' ? keysOf(field).map((key) => [...base, key]) : [base];
  });
}

/** True when one of the fields shows this path. */
export function isCovered(fields: readonly FieldDeclaration[], path: Path): boolean {
  return coveredBy(fields).some((one) => pathStartsWith(path, one));
}
