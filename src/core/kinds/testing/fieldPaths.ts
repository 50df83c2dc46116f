import type { FieldDeclaration } from '../types.ts';

/** A field with its whole path in the resource; lists that it is inside of have `[*]`. */
export interface PlacedField {
  readonly path: string;
  readonly field: FieldDeclaration;
}

/** All fields of a form, those inside of lists too. */
export function fieldPaths(fields: readonly FieldDeclaration[], before = ''): readonly PlacedField[] {
  return fields.flatMap((field) => {
    const path = `${before}${field.path}`;
    const inner = field.type === 'list' ? fieldPaths(field.fields, `${path}[*].`) : [];
    return [{ path, field }, ...inner];
  });
}
