/**
 * The YAML reader: one document text in, a tree out. This folder is the only one that knows the `yaml`
 * package. It promises that reading never throws, never hangs, never pollutes a prototype and never expands
 * aliases without bound; that every problem has an exact range in the text and a way out; and that a broken
 * text still yields as much as can be read. `locate` finds places in a tree, `edit` changes its text.
 */

import { isAlias } from 'yaml';
import { compose } from './compose.ts';
import { inspect } from './inspect.ts';
import { asNode, isAbsent, SOURCE, type YamlSource } from './nodes.ts';
import { plainValue } from './plainValue.ts';
import { describeErrors, describeWarnings, forbiddenCharacter, tooDeepProblem } from './problems.ts';
import type { YamlProblem } from './types.ts';

/** One parsed document. Immutable; the value is computed when it is first asked for. */
export class YamlTree {
  readonly text: string;
  /** What the reader has to say, in the order of the text. */
  readonly problems: readonly YamlProblem[];
  /** True for a text of nothing but comments, blank lines and `---`. */
  readonly isEmpty: boolean;
  /** True when some problem is fatal: `value` is then a best effort. */
  readonly isBroken: boolean;
  readonly [SOURCE]: YamlSource;
  #value: { readonly plain: unknown } | undefined;

  constructor(text: string, source: YamlSource, problems: readonly YamlProblem[]) {
    this.text = text;
    this.problems = problems;
    this.isBroken = problems.some((problem) => problem.fatal);
    this.isEmpty = !this.isBroken && isBlank(source);
    this[SOURCE] = source;
  }

  /** Plain data with aliases and merge keys resolved; undefined where nothing trustworthy can be built. */
  get value(): unknown {
    this.#value ??= { plain: this.#read() };
    return this.#value.plain;
  }

  #read(): unknown {
    const isUnreadable = this.problems.some(({ code }) => code === 'alias-bomb' || code === 'too-deep');
    if (isUnreadable) return undefined;
    return plainValue(this[SOURCE].root, this[SOURCE], this.text);
  }
}

/** Reads one document text. Never throws; what is wrong is in `problems`. */
export function parseYaml(text: string): YamlTree {
  const composed = compose(text);
  if (composed.tooDeep !== undefined)
    return new YamlTree(text, { root: undefined, start: [], targets: new Map() }, [
      tooDeepProblem(composed.tooDeep),
    ]);
  const root = asNode(composed.document?.contents);
  const { targets, problems } = inspect(root, text);
  const forbidden = forbiddenCharacter(text);
  const all = [
    ...describeErrors(text, composed.complaints),
    ...describeWarnings(text, composed.complaints),
    ...problems,
    ...(forbidden === undefined ? [] : [forbidden]),
  ];
  if (composed.secondDocument !== undefined) all.push(secondDocumentProblem(composed.secondDocument));
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  const isBomb = all.some(({ code }) => code === 'alias-bomb');
  return new YamlTree(text, { root, start: composed.start, targets: isBomb ? new Map() : targets }, all);
}

function secondDocumentProblem(range: { readonly start: number; readonly end: number }): YamlProblem {
  const message =
    'A second document begins here. Put a line with --- before it, or indent it into the first.';
  return { ...range, code: 'syntax', fatal: true, message };
}

/** True where no content stands, not even an anchor or a tag. */
function isBlank({ root }: YamlSource): boolean {
  if (root === undefined) return true;
  return !isAlias(root) && isAbsent(root) && root.anchor === undefined && root.tag === undefined;
}
