import { type LineHunk, lineHunks } from '../../core/text/lineDiff.ts';
import { shownText } from '../kit/monaco/textMapping.ts';

/** A file that is not as it was in the baseline, with the lines that differ. */
export interface ChangedFile {
  readonly path: string;
  readonly type: 'added' | 'removed' | 'changed' | 'renamed';
  /** Its path in the baseline, when that was another. */
  readonly wasPath?: string;
  /** Its text in the baseline; empty for a new file. */
  readonly was: string;
  /** Its text now; empty for a removed one. */
  readonly now: string;
  readonly hunks: readonly LineHunk[];
  readonly addedLines: number;
  readonly removedLines: number;
  /** True when nothing differs but line ends or a byte order mark: a diff view cannot show that. */
  readonly isInvisible: boolean;
}

/**
 * The files that differ, in the order of the workspace, removed ones last. `renames` leads from paths to those
 * they had. Entries of `previous` whose texts are still the same are taken over, so that typing in one file does
 * not compare the others again.
 */
export function changedFiles(
  baseline: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
  renames: ReadonlyMap<string, string> = new Map(),
  previous: readonly ChangedFile[] = [],
): readonly ChangedFile[] {
  const known = new Map(previous.map((file) => [file.path, file]));
  const taken = new Set<string>();
  const changed: ChangedFile[] = [];
  for (const [path, now] of files) {
    const old = baseline.get(path);
    if (old === now) continue;
    const wasPath = old === undefined ? renames.get(path) : undefined;
    const renamed = wasPath === undefined || files.has(wasPath) ? undefined : baseline.get(wasPath);
    const type = renamed !== undefined ? 'renamed' : old === undefined ? 'added' : 'changed';
    if (wasPath !== undefined && renamed !== undefined) taken.add(wasPath);
    const fresh = {
      path,
      type,
      was: old ?? renamed ?? '',
      now,
      ...(renamed !== undefined && wasPath ? { wasPath } : {}),
    } as const;
    changed.push(compare(fresh, known.get(path)));
  }
  for (const [path, was] of baseline) {
    if (!files.has(path) && !taken.has(path))
      changed.push(compare({ path, type: 'removed', was, now: '' }, known.get(path)));
  }
  return changed;
}

type Texts = Pick<ChangedFile, 'path' | 'type' | 'was' | 'now' | 'wasPath'>;

function compare(texts: Texts, old: ChangedFile | undefined): ChangedFile {
  const { type, was, now, wasPath } = texts;
  if (old !== undefined && old.type === type && old.wasPath === wasPath && old.was === was && old.now === now)
    return old;
  const hunks = lineHunks(was, now);
  return {
    ...texts,
    hunks,
    addedLines: hunks.reduce((sum, hunk) => sum + hunk.now.end - hunk.now.start, 0),
    removedLines: hunks.reduce((sum, hunk) => sum + hunk.was.end - hunk.was.start, 0),
    isInvisible: type === 'changed' && shownText(was) === shownText(now),
  };
}

/** One hunk of one file. */
export interface HunkPlace {
  readonly path: string;
  readonly index: number;
}

/** Every hunk of every file, in order: what `next` and `previous` walk along. */
export function hunkPlaces(files: readonly ChangedFile[]): readonly HunkPlace[] {
  return files.flatMap(({ path, hunks }) => hunks.map((_hunk, index) => ({ path, index })));
}

/** The hunk that is `step` further; from nowhere the first of the file in view. Goes round at the ends. */
export function hunkAfter(
  places: readonly HunkPlace[],
  current: HunkPlace | null,
  shownPath: string | null,
  step: 1 | -1,
): HunkPlace | null {
  const at = places.findIndex(({ path, index }) => path === current?.path && index === current.index);
  if (at >= 0) return places.at((at + step) % places.length) ?? null;
  const inFile = places.filter(({ path }) => path === shownPath);
  return (step === 1 ? inFile[0] : inFile.at(-1)) ?? places[0] ?? null;
}

/** `line 12`, `lines 12 to 14`; for lines that have gone, where they stood in the baseline. */
export function hunkWords(hunk: LineHunk): string {
  const isGone = hunk.now.start === hunk.now.end;
  const { start, end } = isGone ? hunk.was : hunk.now;
  const lines = end - start === 1 ? `line ${start}` : `lines ${start} to ${end - 1}`;
  return isGone ? `removed ${lines}` : lines;
}

/** The hunk that holds a line of one side, else the next one, else the last; undefined in a file without any. */
export function hunkAtLine(file: ChangedFile, side: 'was' | 'now', line: number): HunkPlace | undefined {
  const found = file.hunks.findIndex((hunk) => line < Math.max(hunk[side].end, hunk[side].start + 1));
  const index = found >= 0 ? found : file.hunks.length - 1;
  return index < 0 ? undefined : { path: file.path, index };
}
