import { coveredBy, setBy } from '../../../core/forms/restOf.ts';
import type { FieldDeclaration, FormSection } from '../../../core/kinds/form.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';

/** The paths of a section's fields that are set. */
export function setPaths(section: FormSection, value: unknown): readonly Path[] {
  return setBy(section.fields).filter((path) => path.length > 0 && valueAt(value, path) !== undefined);
}

/** The sections of a form by what stands in the resource: those in use, in their order, and those that wait to be added. */
export function sortSections(
  form: readonly FormSection[],
  value: unknown,
  opened: ReadonlySet<string>,
): { readonly used: readonly FormSection[]; readonly offered: readonly FormSection[] } {
  const isUsed = (section: FormSection) =>
    section.isMain === true || opened.has(section.title) || setPaths(section, value).length > 0;
  return { used: form.filter(isUsed), offered: form.filter((section) => !isUsed(section)) };
}

/** The first path that a section writes: where focus and findings go when nothing of it is set. */
export function firstPath(fields: readonly FieldDeclaration[]): Path {
  return coveredBy(fields)[0] ?? [];
}
