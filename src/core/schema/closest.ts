/**
 * The candidate that a misspelt word most likely means: the same but for case, dashes or a plural first, then the fewest
 * letters changed. Undefined when none is near.
 */
export function closestOf(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = distanceOf(word, candidate);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** The candidates from the nearest to the farthest; all of them. A part will do: `Prefx` means `PathPrefix`. */
export function byCloseness(word: string, candidates: readonly string[]): readonly string[] {
  const bare = bareOf(word);
  const editsOf = (candidate: string) => {
    const parts = candidate.split(/(?<=[a-z0-9])(?=[A-Z])|[-_. ]/);
    const ofParts = parts.length < 2 ? [] : parts.map((part) => editDistance(bare, bareOf(part)) + 0.5);
    return Math.min(editDistance(bare, bareOf(candidate)), ...ofParts);
  };
  return candidates
    .map((candidate) => ({ candidate, edits: editsOf(candidate) }))
    .sort((a, b) => a.edits - b.edits)
    .map(({ candidate }) => candidate);
}

const longest = 80;

function distanceOf(word: string, candidate: string): number {
  if (word === candidate) return 0;
  if (word.length > longest || candidate.length > longest) return Number.POSITIVE_INFINITY;
  const a = bareOf(word);
  const b = bareOf(candidate);
  if (a === '' || b === '') return Number.POSITIVE_INFINITY;
  if (a === b) return 0.1;
  if (singular(a) === singular(b)) return 0.2;
  const edits = editDistance(a, b);
  const allowed = Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
  if (edits <= allowed && edits < Math.min(a.length, b.length)) return edits;
  if (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) return 50 + edits;
  if (Math.min(a.length, b.length) >= 5 && (a.endsWith(b) || b.endsWith(a))) return 60 + edits;
  return Number.POSITIVE_INFINITY;
}

function bareOf(word: string): string {
  return word.toLowerCase().replace(/[-_. ]/g, '');
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('es') && word.length > 4) return word.slice(0, -2).replace(/e$/, '');
  return word.replace(/e?s$/, '').replace(/e$/, '');
}

/** Letters inserted, removed, replaced, or swapped with their neighbour; of very long words, all of them. */
export function editDistance(a: string, b: string): number {
  if (a.length > 2 * longest || b.length > 2 * longest) return Math.max(a.length, b.length);
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
