import type { ChoiceFieldDeclaration, ChoiceMember, FieldDeclaration } from '../form.ts';

/** A field with its whole path in the resource; lists that it is inside of have `[*]`. */
export interface PlacedField {
  readonly path: string;
  readonly field: FieldDeclaration;
}

/** Fields that stand beside each other: those of a form, of an item, of a member of a choice; each group once. */
export function fieldGroups(fields: readonly FieldDeclaration[]): readonly (readonly FieldDeclaration[])[] {
  return [
    fields,
    ...fields.flatMap((field) => {
      if (field.type === 'list') return fieldGroups(field.fields);
      return field.type === 'choice' ? membersOf(field).flatMap((member) => fieldGroups(member.fields)) : [];
    }),
  ];
}

/** All fields of a form, those inside of lists and of the members of choices too. A field without a path is the item around it. */
export function fieldPaths(fields: readonly FieldDeclaration[], before = ''): readonly PlacedField[] {
  return fields.flatMap((field) => {
    const path = field.path === '' ? before.slice(0, -1) : `${before}${field.path}`;
    if (field.type === 'list') return [{ path, field }, ...fieldPaths(field.fields, `${path}[*].`)];
    if (field.type !== 'choice') return [{ path, field }];
    const inside = field.path === '' ? before : `${path}.`;
    return membersOf(field).flatMap((member) => fieldPaths(member.fields, inside));
  });
}

function membersOf({ members, otherwise }: ChoiceFieldDeclaration): readonly ChoiceMember[] {
  return otherwise === undefined ? members : [...members, otherwise];
}
