import { kindOf } from '../../kinds/registry.ts';
import type { FieldDeclaration } from '../../kinds/types.ts';
import type { GroupKind } from '../../workspace/types.ts';
import type { Path } from '../../yaml/path.ts';

/** Values by path (`*` stands for positions in lists) of one kind. */
type Options = ReadonlyMap<string, readonly string[]>;

const none: Options = new Map();
const byKind = new Map<readonly FieldDeclaration[], Options>();

/** The values that the kind's own form offers for a field, where the API takes any text: a listener's protocol. */
export function fieldOptions({ group, kind }: GroupKind, path: Path): readonly string[] {
  const fields = kindOf(group, kind)?.fields;
  return (fields === undefined ? none : optionsOf(fields)).get(keyOf(path)) ?? [];
}

function optionsOf(fields: readonly FieldDeclaration[]): Options {
  const known = byKind.get(fields);
  if (known !== undefined) return known;
  const options = new Map<string, readonly string[]>();
  collect(fields, '', options);
  byKind.set(fields, options);
  return options;
}

function collect(fields: readonly FieldDeclaration[], base: string, options: Map<string, readonly string[]>) {
  for (const field of fields) {
    const path = base + field.path.replaceAll('[*]', '.*');
    if (field.type === 'enum') options.set(path, field.options);
    if (field.type === 'list') collect(field.fields, `${path}.*.`, options);
  }
}

function keyOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}
