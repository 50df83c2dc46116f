import { applyFileChanges } from '../../../core/actions/applyChange.ts';
import type { Change } from '../../../core/actions/types.ts';
import { lineHunks } from '../../../core/text/lineDiff.ts';

/** A line of a small diff. */
export interface TextLine {
  readonly type: 'removed' | 'added' | 'same';
  readonly number: number;
  readonly text: string;
}

/** A line of a small diff, or the place of lines that are only shown when they are asked for. */
export type DiffLine =
  | TextLine
  | { readonly type: 'fold'; readonly of: 'removed' | 'added'; readonly lines: readonly TextLine[] };

/** What a change does to one file. */
export interface FileDiff {
  readonly path: string;
  readonly fate: 'edited' | 'created' | 'deleted';
  readonly removed: number;
  readonly added: number;
  readonly lines: readonly DiffLine[];
}

/** The line diff of a change, file by file; renamed files are compared under their new name. */
export function diffOfChange(files: ReadonlyMap<string, string>, change: Change): readonly FileDiff[] {
  const after = applyFileChanges(files, change.files).files;
  const names = new Map(
    change.files.flatMap((one) => (one.type === 'rename' ? [[one.path, one.to] as const] : [])),
  );
  const diffs: FileDiff[] = [];
  const seen = new Set<string>();
  for (const [path, text] of files) {
    const now = names.get(path) ?? path;
    seen.add(now);
    const next = after.get(now);
    if (next !== text) diffs.push(diffFile(now, next === undefined ? 'deleted' : 'edited', text, next ?? ''));
  }
  for (const [path, text] of after) {
    if (!seen.has(path)) diffs.push(diffFile(path, 'created', '', text));
  }
  return diffs;
}

function diffFile(path: string, fate: FileDiff['fate'], before: string, after: string): FileDiff {
  const was = linesOf(before);
  const now = linesOf(after);
  const lines: DiffLine[] = [];
  let removed = 0;
  let added = 0;
  for (const hunk of lineHunks(before, after)) {
    const context = hunk.was.start - 1;
    if (context >= 1 && fate === 'edited')
      lines.push({ type: 'same', number: context, text: was[context - 1] ?? '' });
    lines.push(...block('removed', was, hunk.was.start, hunk.was.end));
    lines.push(...block('added', now, hunk.now.start, hunk.now.end));
    removed += hunk.was.end - hunk.was.start;
    added += hunk.now.end - hunk.now.start;
  }
  return { path, fate, removed, added, lines };
}

const longest = 9;

/** The lines of one side of a hunk; the middle of a long one is folded. */
function block(
  type: 'removed' | 'added',
  all: readonly string[],
  start: number,
  end: number,
): readonly DiffLine[] {
  const count = end - start;
  const line = (number: number): TextLine => ({ type, number, text: all[number - 1] ?? '' });
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => line(from + i));
  if (count <= longest) return range(start, end);
  return [
    ...range(start, start + 5),
    { type: 'fold', of: type, lines: range(start + 5, end - 1) },
    ...range(end - 1, end),
  ];
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}
