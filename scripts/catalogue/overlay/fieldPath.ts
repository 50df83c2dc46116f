/** One step into a schema: a field, a list's items, or a map's values. */
export type Step = { readonly field: string } | 'items' | 'values';

/** `rules[].matches` -> rules, items, matches. Throws when an end is not `[]` or `{}`, or a name is empty. */
export function readFieldPath(path: string): readonly Step[] {
  return path.split('.').flatMap((part) => {
    const [, field = '', ends = ''] = /^([^[\]{}]*)((?:\[\]|\{\})*)$/.exec(part) ?? [];
    if (field === '') throw new Error(`\`${path}\` is not a path of fields.`);
    const inner = ends.match(/\[\]|\{\}/g) ?? [];
    return [{ field }, ...inner.map((end): Step => (end === '[]' ? 'items' : 'values'))];
  });
}
