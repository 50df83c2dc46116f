import { RE2JS } from 're2js';

const maxKept = 512;
const kept = new Map<string, RE2JS | { readonly error: string }>();

/**
 * The parts of a text that an RE2 pattern matches, from left to right and without overlap, at most `limit` of them. Takes
 * time linear in the text for each part found. https://github.com/google/re2/wiki/Syntax
 */
export function findMatches(
  pattern: string,
  text: string,
  limit: number = Number.POSITIVE_INFINITY,
): readonly string[] | { readonly error: string } {
  const compiled = compile(pattern);
  if (!(compiled instanceof RE2JS)) return compiled;
  const matcher = compiled.matcher(text);
  const found: string[] = [];
  let end = -1;
  while (found.length < limit && matcher.find()) {
    // As Go counts: nothing is no match right behind a match.
    if (matcher.end() === end && matcher.start() === end) continue;
    end = matcher.end();
    found.push(matcher.group() ?? '');
  }
  return found;
}

function compile(pattern: string): RE2JS | { readonly error: string } {
  let compiled = kept.get(pattern);
  if (compiled === undefined) {
    if (kept.size >= maxKept) kept.clear();
    try {
      compiled = RE2JS.compile(pattern);
    } catch (error) {
      compiled = { error: error instanceof Error ? error.message : String(error) };
    }
    kept.set(pattern, compiled);
  }
  return compiled;
}
