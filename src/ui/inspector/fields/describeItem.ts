/** The scalars of an item that tell it from its siblings, at most three: what its heading says. */
export function describeItem(value: unknown): string {
  const words: string[] = [];
  collect(value, 0, words);
  return words.slice(0, 3).join(' · ');
}

function collect(value: unknown, depth: number, words: string[]): void {
  if (words.length >= 3 || depth > 3 || value === null || value === undefined) return;
  if (typeof value !== 'object') {
    words.push(String(value));
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) collect(item, depth + 1, words);
    return;
  }
  const entries = Object.entries(value);
  // A type says little where a value stands beside it, and much where it stands alone.
  const told = depth > 0 && entries.length > 1 ? entries.filter(([key]) => key !== 'type') : entries;
  for (const [, held] of told) collect(held, depth + 1, words);
}
