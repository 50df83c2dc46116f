import { RE2JS } from 're2js';

/** A regular expression as Kubernetes and Envoy read it. */
export interface Pattern {
  /** True when it is found anywhere in the text; anchors are part of the pattern. Takes time linear in the text. */
  test(text: string): boolean;
}

const maxPatterns = 4096;
const maxAnswers = 512;
const longestKept = 256;
const patterns = new Map<string, Pattern | { readonly error: string }>();

/**
 * Compiles an RE2 pattern (https://github.com/google/re2/wiki/Syntax), once for each source. Neither a pattern nor a
 * text can make it hang: RE2 has no backtracking and refuses patterns that would grow too large.
 */
export function compilePattern(source: string): Pattern | { readonly error: string } {
  let found = patterns.get(source);
  if (found === undefined) {
    if (patterns.size >= maxPatterns) patterns.clear();
    found = compile(source);
    patterns.set(source, found);
  }
  return found;
}

function compile(source: string): Pattern | { readonly error: string } {
  try {
    return remember(RE2JS.compile(source));
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** The same few names and paths are asked about over and over. */
function remember(compiled: RE2JS): Pattern {
  const answers = new Map<string, boolean>();
  return {
    test(text) {
      if (text.length > longestKept) return compiled.test(text);
      let answer = answers.get(text);
      if (answer === undefined) {
        if (answers.size >= maxAnswers) answers.clear();
        answer = compiled.test(text);
        answers.set(text, answer);
      }
      return answer;
    },
  };
}
