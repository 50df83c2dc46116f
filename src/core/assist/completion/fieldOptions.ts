import {
  type ChoiceFieldDeclaration,
  type FieldDeclaration,
  type FormSection,
  fieldsOfForm,
} from '../../kinds/form.ts';
import { kindOf } from '../../kinds/registry.ts';

import type { GroupKind } from '../../workspace/types.ts';
import type { Path } from '../../yaml/path.ts';

/** Values by path (`*` stands for positions in lists) of one kind. */
type Options = ReadonlyMap<string, readonly string[]>;

const none: Options = new Map();
const byKind = new Map<readonly FormSection[], Options>();

/** The values that the kind's own form offers for a field, where the API takes any text: a listener's protocol. */
export function fieldOptions({ group, kind }: GroupKind, path: Path): readonly string[] {
  const form = kindOf(group, kind)?.form;
  return (form === undefined ? none : optionsOf(form)).get(keyOf(path)) ?? [];
}

function optionsOf(form: readonly FormSection[]): Options {
  const known = byKind.get(form);
  if (known !== undefined) return known;
  const options = new Map<string, readonly string[]>();
  collect(fieldsOfForm(form), '', options);
  byKind.set(form, options);
  return options;
}

function collect(fields: readonly FieldDeclaration[], base: string, options: Map<string, readonly string[]>) {
  for (const field of fields) {
    const path = base + field.path.replaceAll(/\["([^"]+)"\]/g, '.$1');
    if (field.type === 'enum') add(options, path, field.options);
    if (field.type === 'list') collect(field.fields, `${path}.*.`, options);
    if (field.type === 'choice') collectChoice(field, path, options);
  }
}

function collectChoice(field: ChoiceFieldDeclaration, path: string, options: Map<string, readonly string[]>) {
  const inside = field.path === '' ? path : `${path}.`;
  if (field.by !== undefined)
    add(
      options,
      inside + field.by,
      field.members.flatMap(({ word }) => word ?? []),
    );
  for (const member of field.members) collect(member.fields, inside, options);
}

/** The members of a choice may have a field in common, each with options of its own; all of them are offered. */
function add(options: Map<string, readonly string[]>, path: string, more: readonly string[]) {
  options.set(path, [...new Set([...(options.get(path) ?? []), ...more])]);
}

function keyOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}
