import { type LineHunk, lineHunks } from '../text/lineDiff.ts';
import type { SourceFile } from '../workspace/types.ts';
import { parseYaml } from '../yaml/parseYaml.ts';
import { samePlain } from '../yaml/plainValue.ts';
import type { DocumentTexts } from './documentTexts.ts';
import { pairByScore } from './likeness.ts';
import type { FileChangeSummary } from './types.ts';

/** A file that went and one that came are one that was renamed when this share of the lines is the same. */
const sameShare = 0.6;

/** What became of each file, in the present order; removed files last. Files that are as they were are left out. */
export function reviewFiles(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  was: DocumentTexts,
  now: DocumentTexts,
): readonly FileChangeSummary[] {
  const old = new Map(before.map((file) => [file.path, file]));
  const present = new Set(after.map((file) => file.path));
  const gone = before.filter((file) => !present.has(file.path));
  const come = after.filter((file) => !old.has(file.path));
  const renamed = pairRenamed(gone, come);
  const kept = after.flatMap((file): readonly FileChangeSummary[] => {
    const same = old.get(file.path);
    if (same !== undefined)
      return same.text === file.text ? [] : [summarise('changed', same, file, was, now)];
    const source = renamed.get(file);
    return [
      source === undefined ? summariseLone('added', file) : summarise('renamed', source, file, was, now),
    ];
  });
  const moved = new Set(renamed.values());
  return [...kept, ...gone.filter((file) => !moved.has(file)).map((file) => summariseLone('removed', file))];
}

function summarise(
  type: 'changed' | 'renamed',
  before: SourceFile,
  after: SourceFile,
  was: DocumentTexts,
  now: DocumentTexts,
): FileChangeSummary {
  const hunks = lineHunks(before.text, after.text);
  return {
    type,
    path: after.path,
    ...(type === 'renamed' ? { was: before.path } : {}),
    ...countLines(hunks),
    isLayoutOnly: hunks.length > 0 && meansSame(was.documentsOf(before.path), now.documentsOf(after.path)),
    hunks,
  };
}

function summariseLone(type: 'added' | 'removed', file: SourceFile): FileChangeSummary {
  const hunks = type === 'added' ? lineHunks('', file.text) : lineHunks(file.text, '');
  return { type, path: file.path, ...countLines(hunks), isLayoutOnly: false, hunks };
}

function countLines(hunks: readonly LineHunk[]): { readonly added: number; readonly removed: number } {
  return {
    added: hunks.reduce((sum, { now }) => sum + now.end - now.start, 0),
    removed: hunks.reduce((sum, { was }) => sum + was.end - was.start, 0),
  };
}

/** True when two lists of documents read the same. */
function meansSame(before: readonly string[], after: readonly string[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((text, i) => {
    const other = after[i] ?? '';
    if (text === other) return true;
    const [a, b] = [parseYaml(text), parseYaml(other)];
    return !a.isBroken && !b.isBroken && samePlain(a.value, b.value);
  });
}

function pairRenamed(
  gone: readonly SourceFile[],
  come: readonly SourceFile[],
): ReadonlyMap<SourceFile, SourceFile> {
  const pairs = pairByScore([...gone.keys()], [...come.keys()], (a, b) => {
    const share = sharedLines(gone[a]?.text ?? '', come[b]?.text ?? '');
    return share >= sameShare ? share : 0;
  });
  return new Map(
    (pairs ?? []).flatMap((pair) => {
      const [source, target] = [gone[pair.was], come[pair.now]];
      return source === undefined || target === undefined ? [] : [[target, source] as const];
    }),
  );
}

/** Lines that both have, by all lines of the longer text. */
function sharedLines(a: string, b: string): number {
  if (a === b) return a.trim() === '' ? 0 : 1;
  const [linesA, linesB] = [a.split('\n'), b.split('\n')];
  const counts = new Map<string, number>();
  for (const line of linesA) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of linesB) {
    const left = counts.get(line) ?? 0;
    if (left > 0) shared++;
    counts.set(line, left - 1);
  }
  return shared / Math.max(linesA.length, linesB.length);
}
