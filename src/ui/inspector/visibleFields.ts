import type { FieldDeclaration } from '../../core/kinds/types.ts';
import { type Path, pathStartsWith, samePath, valueAt } from '../../core/yaml/path.ts';
import { readFieldPath } from './fieldPath.ts';

/** The fields to show at once, and those that wait behind "More fields". */
export interface FieldsInView {
  readonly shown: readonly FieldDeclaration[];
  readonly more: readonly FieldDeclaration[];
}

const fewest = 9;

/**
 * Sorts the fields of a form, or of an item of a list, for a value. Fields of another member of a union than
 * the chosen one (`urlRewrite.*` while `type` is RequestRedirect) are left out while they are unset. Of a
 * long form only what is set, what is required and what comes first is shown at once.
 */
export function fieldsInView(fields: readonly FieldDeclaration[], value: unknown): FieldsInView {
  const isSet = (field: FieldDeclaration) => valueAt(value, readFieldPath(field.path)) !== undefined;
  const meant = fields.filter((field) => isSet(field) || !isOfOtherMember(field, fields, value));
  if (meant.length <= fewest) return { shown: meant, more: [] };
  const isShown = (field: FieldDeclaration, index: number) =>
    isSet(field) || ('required' in field && field.required === true) || index < fewest - 2;
  return { shown: meant.filter(isShown), more: meant.filter((field, index) => !isShown(field, index)) };
}

function isOfOtherMember(
  field: FieldDeclaration,
  fields: readonly FieldDeclaration[],
  value: unknown,
): boolean {
  const path = readFieldPath(field.path);
  return fields.some((union) => {
    if (union.type !== 'enum' || union === field) return false;
    const at = readFieldPath(union.path);
    if (at.at(-1) !== 'type') return false;
    const chosen = valueAt(value, at);
    const owner = union.options.find((option) => belongsTo(path, [...at.slice(0, -1), memberName(option)]));
    return owner !== undefined && typeof chosen === 'string' && chosen !== owner;
  });
}

function belongsTo(path: Path, member: Path): boolean {
  return pathStartsWith(path, member) && !samePath(path, member.slice(0, -1));
}

/** The field that Kubernetes names after a member of a union: `URLRewrite` -> `urlRewrite`, `CORS` -> `cors`. */
function memberName(option: string): string {
  return option.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
}
