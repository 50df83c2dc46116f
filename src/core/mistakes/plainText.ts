/** The text of a value that is one and is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The texts of a list, or of the one text that stands where a list should; undefined when anything else is there. */
export function textsOf(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every((each): each is string => typeof each === 'string') ? list : undefined;
}
