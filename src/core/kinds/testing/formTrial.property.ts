/*
 * What the generic driver of forms stands on: a text of one resource, actions on it as the inspector runs them, and
 * what they may have touched. Every action has to leave YAML that parses.
 */
import { expect } from 'vitest';
import { applyFileChanges } from '../../actions/applyChange.ts';
import { type ActionArgs, type ActionName, runAction } from '../../actions/registry.ts';
import { testContext } from '../../actions/testContext.ts';
import type { CatalogueKind } from '../../catalogue/catalogue.ts';
import type { Fault } from '../../schema/fault.ts';
import { judge } from '../../schema/judge.ts';
import type { LineRange } from '../../text/lineDiff.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { ResourceId } from '../../workspace/types.ts';
import { locate } from '../../yaml/locate.ts';
import { parseYaml } from '../../yaml/parseYaml.ts';
import { formatPath, type Path, pathStartsWith } from '../../yaml/path.ts';
import type { KindDefinition } from '../types.ts';

/** One kind whose form is tried out. */
export interface Trial {
  readonly definition: KindDefinition;
  readonly kind: CatalogueKind;
  readonly id: ResourceId;
  /** Lists and choices, as `Service spec`, whose new values need something beside them that only a person knows. */
  readonly needsMore: RegExp;
  /** How many fields were set and unset. */
  driven: number;
  /** What went wrong, each with its place. */
  readonly problems: string[];
}

/** Goes on with the next field when one fails, so that one run shows all of them. */
export function attempt<T>(trial: Trial, path: Path, step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error).split('\n', 1);
    trial.problems.push(`${formatPath(path)}: ${first}`);
    return undefined;
  }
}

/** The text after an action, and the lines of the text before that its edits touch. */
export interface Done {
  readonly text: string;
  /** Undefined where text is only added. */
  readonly touched: LineRange | undefined;
}

/** Runs an action on a text that is the only file. */
export function act<N extends ActionName>(text: string, name: N, args: ActionArgs<N>): Done {
  const context = contextOf(text);
  const result = runAction(name, context, args);
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  const edits = result.files.flatMap((change) => (change.type === 'edit' ? change.edits : []));
  const after = applyFileChanges(context.files, result.files).files.get('a.yaml') ?? '';
  expect(parse(after).problems, 'problems of the YAML').toEqual([]);
  if (name === 'set-field') expect(placesOf(text, edits), 'places that change').toBeLessThanOrEqual(1);
  return { text: after, touched: touchedLines(text, edits) };
}

/** How many places change: edits with nothing but space between them are one. */
function placesOf(text: string, edits: readonly TextEdit[]): number {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  return sorted.filter(({ start }, i) => {
    const before = sorted[i - 1];
    return before === undefined || /\S/.test(text.slice(before.end, start));
  }).length;
}

function touchedLines(text: string, edits: readonly TextEdit[]): LineRange | undefined {
  const removing = edits.filter(({ start, end }) => /\S/.test(text.slice(start, end)));
  if (removing.length === 0) return undefined;
  const index = new LineIndex(text);
  const lines = removing.map(({ start, end }) => {
    const removed = text.slice(start, end);
    const first = start + removed.search(/\S/);
    return {
      start: index.positionAt(first).line,
      end: index.positionAt(start + removed.trimEnd().length).line + 1,
    };
  });
  return {
    start: Math.min(...lines.map(({ start }) => start)),
    end: Math.max(...lines.map(({ end }) => end)),
  };
}

/** The YAML of a text. */
export const parse = remembering(parseYaml);

const contextOf = remembering((text: string) => testContext({ 'a.yaml': text }));

/** Texts are read over and over: what was made of the last ones is kept. */
function remembering<T>(make: (text: string) => T): (text: string) => T {
  let made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    if (made.size > 50) made = new Map();
    const fresh = make(text);
    made.set(text, fresh);
    return fresh;
  };
}

/** The plain data of a text. */
export function plainOf(text: string): unknown {
  return parse(text).value;
}

/** The lines on which the key and value at a path stand. */
export function linesOf(text: string, path: Path): LineRange {
  const found = locate(parse(text), path);
  if (found === undefined) throw new Error(`nothing at ${formatPath(path)}`);
  const index = new LineIndex(text);
  const { start } = found.key ?? found.value;
  const last = Math.max(start, found.value.end - (text[found.value.end - 1] === '\n' ? 1 : 0));
  return { start: index.positionAt(start).line, end: index.positionAt(last).line + 1 };
}

/** What an action touched lies within these lines; where there are none, it only added. */
export function expectWithin({ text, touched }: Done, allowed: LineRange | undefined): void {
  if (touched === undefined) return;
  const may = allowed === undefined ? 'none' : `${allowed.start} to ${allowed.end - 1}`;
  const shown = `touched lines ${touched.start} to ${touched.end - 1} and may ${may}`;
  expect(touched.start, `${shown}\n\n${text}`).toBeGreaterThanOrEqual(
    allowed?.start ?? Number.POSITIVE_INFINITY,
  );
  expect(touched.end, `${shown}\n\n${text}`).toBeLessThanOrEqual(allowed?.end ?? 0);
}

const structural: readonly Fault['fault'][] = [
  'unknown-field',
  'type',
  'required',
  'enum',
  'size',
  'range',
  'pattern',
  'format',
  'duplicate',
  'combination',
];

/** What the cross-field rules of the kind hold against what is at a path: `spec.tls: must not ...`. */
export function ruleFaults({ kind }: Trial, text: string, path: Path): readonly string[] {
  return judge(kind, plainOf(text)).faults.flatMap((each) =>
    each.fault === 'rule' && pathStartsWith(each.path, path)
      ? [`${formatPath(each.path)}: ${each.message}`]
      : [],
  );
}

/** What the API server holds against the structure of a field and of all that is in it: `pattern at spec.name`. */
export function structuralFaults({ kind }: Trial, text: string, path: Path): readonly string[] {
  return judge(kind, plainOf(text)).faults.flatMap((each) =>
    pathStartsWith(each.path, path) && structural.includes(each.fault)
      ? [`${each.fault} at ${formatPath(each.path)}`]
      : [],
  );
}
