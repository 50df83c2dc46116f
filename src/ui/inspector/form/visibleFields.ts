import { setBy } from '../../../core/forms/restOf.ts';
import type { FieldDeclaration } from '../../../core/kinds/form.ts';
import { valueAt } from '../../../core/yaml/path.ts';

/** The fields to show at once, and those that wait behind "More fields". */
export interface FieldsInView {
  readonly shown: readonly FieldDeclaration[];
  readonly more: readonly FieldDeclaration[];
}

const fewest = 9;

/** Of a long list of fields only what is set, what is required and what comes first is shown at once. */
export function fieldsInView(fields: readonly FieldDeclaration[], value: unknown): FieldsInView {
  if (fields.length <= fewest) return { shown: fields, more: [] };
  const isSet = (field: FieldDeclaration) =>
    setBy([field]).some((path) => path.length > 0 && valueAt(value, path) !== undefined);
  const isShown = (field: FieldDeclaration, index: number) =>
    isSet(field) || ('required' in field && field.required === true) || index < fewest - 2;
  return { shown: fields.filter(isShown), more: fields.filter((field, index) => !isShown(field, index)) };
}
