import { compose } from './compose.ts';
import { inspect } from './inspect.ts';
import { asNode, type YamlSource } from './nodes.ts';
import { plainValue } from './plainValue.ts';
import { describeErrors, describeWarnings, forbiddenCharacter, tooDeepProblem } from './problems.ts';
import type { YamlProblem } from './types.ts';

/** A document as the library reads it, and what we make of that. */
export interface FullReading {
  readonly source: YamlSource;
  readonly problems: readonly YamlProblem[];
  readonly isBroken: boolean;
}

/** Reads one document text with the library. Never throws. */
export function readInFull(text: string): FullReading {
  const composed = compose(text);
  if (composed.tooDeep !== undefined) {
    const source = { root: undefined, start: [], targets: new Map() };
    return { source, problems: [tooDeepProblem(composed.tooDeep)], isBroken: true };
  }
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
  const source = { root, start: composed.start, targets: isBomb ? new Map() : targets };
  return { source, problems: all, isBroken: all.some((problem) => problem.fatal) };
}

function secondDocumentProblem(range: { readonly start: number; readonly end: number }): YamlProblem {
  const message =
    'A second document begins here. Put a line with --- before it, or indent it into the first.';
  return { ...range, code: 'syntax', fatal: true, message };
}

/** Plain data; undefined where nothing trustworthy can be built. */
export function plainOf({ problems, source }: FullReading, text: string): unknown {
  const isUnreadable = problems.some(({ code }) => code === 'alias-bomb' || code === 'too-deep');
  return isUnreadable ? undefined : plainValue(source.root, source, text);
}
