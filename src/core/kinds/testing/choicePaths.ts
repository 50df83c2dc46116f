import type { ChoiceFieldDeclaration, FieldDeclaration } from '../form.ts';

/** A choice with the path of the map that holds its members; lists that it is inside of have `[*]`. */
export interface PlacedChoice {
  /** Empty for the resource itself. */
  readonly path: string;
  readonly choice: ChoiceFieldDeclaration;
}

/** All choices of a form, those inside of lists and of the members of others too. */
export function choicePaths(fields: readonly FieldDeclaration[], before = ''): readonly PlacedChoice[] {
  return fields.flatMap((field) => {
    if (field.type === 'list') return choicePaths(field.fields, `${before}${field.path}[*].`);
    if (field.type !== 'choice') return [];
    const path = `${before}${field.path}`.replace(/\.$/, '');
    const inside = path === '' ? '' : `${path}.`;
    return [
      { path, choice: field },
      ...membersOf(field).flatMap((member) => choicePaths(member.fields, inside)),
    ];
  });
}

function membersOf({ members, otherwise }: ChoiceFieldDeclaration) {
  return otherwise === undefined ? members : [...members, otherwise];
}
