/**
 * Search as people type it in a quick picker: parts of words, capitals of a camel-case name (`btp` finds
 * BackendTrafficPolicy), letters left out. Scores are only comparable within one search.
 */

/** How well `query` matches `text`, 0..100; null when it does not. An empty query matches everything with 0. */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return 0;
  const lower = text.toLowerCase();
  const at = lower.indexOf(wanted);
  if (at === 0) return lower.length === wanted.length ? 100 : 92;
  if (at > 0) return isWordStart(text, at) ? 80 : 60;
  if (initialsOf(text).startsWith(wanted)) return 72;
  return scatteredScore(wanted, lower, text);
}

/** A field to search with how much a hit in it counts. */
export interface SearchField {
  readonly text: string;
  readonly weight: number;
}

/** Every word of the query must hit some field; the sum of the best hits, or null. */
export function scoreFields(query: string, fields: readonly SearchField[]): number | null {
  let total = 0;
  for (const word of query.trim().split(/\s+/)) {
    let best: number | null = null;
    for (const field of fields) {
      const score = fuzzyScore(word, field.text);
      if (score !== null && (best === null || score * field.weight > best)) best = score * field.weight;
    }
    if (best === null) return null;
    total += best;
  }
  return total;
}

/** Those that match, best first; equals keep their order. */
export function rankByScore<T>(
  items: readonly T[],
  query: string,
  fieldsOf: (item: T) => readonly SearchField[],
): readonly T[] {
  if (query.trim() === '') return items;
  return items
    .flatMap((item) => {
      const score = scoreFields(query, fieldsOf(item));
      return score === null ? [] : [{ item, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

function isWordStart(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  if (/[\s\-./_:]/.test(before)) return true;
  const here = text[at] ?? '';
  return /[A-Z]/.test(here) && !/[A-Z]/.test(before);
}

/** `BackendTrafficPolicy` -> `btp`, `HTTPRoute` -> `hr`, `web-gateway` -> `wg`. */
function initialsOf(text: string): string {
  let initials = '';
  for (let i = 0; i < text.length; i++) {
    const startsHump = /[A-Z]/.test(text[i] ?? '') && /[a-z]/.test(text[i + 1] ?? '');
    if (i === 0 || isWordStart(text, i) || startsHump) initials += (text[i] ?? '').toLowerCase();
  }
  return initials.replace(/[^a-z0-9]/g, '');
}

/** Letters in order and close together; spread-out letters are noise, not a match. */
function scatteredScore(wanted: string, lower: string, text: string): number | null {
  if (wanted.length < 2) return null;
  let at = lower.indexOf(wanted[0] ?? '');
  while (at >= 0) {
    if (at === 0 || isWordStart(text, at)) {
      const span = spanFrom(wanted, lower, at);
      if (span !== null && span <= wanted.length * 2 + 2) return 40 - (span - wanted.length);
    }
    at = lower.indexOf(wanted[0] ?? '', at + 1);
  }
  return null;
}

function spanFrom(wanted: string, lower: string, start: number): number | null {
  let at = start;
  for (const letter of wanted) {
    const next = lower.indexOf(letter, at);
    if (next < 0) return null;
    at = next + 1;
  }
  return at - start;
}
