/**
 * Reads files into documents and keeps them between versions: only documents whose text changed are parsed
 * again. A document that does not parse keeps the resources of its last good text, marked stale, so that
 * nothing vanishes while a person types. Refuses nothing: every text is some list of documents.
 */
import type { TextEdit } from '../text/textEdit.ts';
import { type ParsedDocument, readDocument } from './readDocument.ts';
import { splitDocuments } from './splitDocuments.ts';

/** A document in its file, with the last text of it that parsed. */
export interface Segment {
  readonly parsed: ParsedDocument;
  /** The last parsed text without fatal problems; `parsed` itself when it is fine. */
  readonly good: ParsedDocument | undefined;
}

/** A file as read at one version. */
export interface ReadFile {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** Reads a whole file for the first time, or anew with what was known before. */
export function readFile(text: string, before?: ReadFile): ReadFile {
  if (before?.text === text) return before;
  return { text, segments: readSegments(text, before?.segments ?? []) };
}

/**
 * Reads a file after edits on it. Only the documents that the edits touch and their neighbours are split
 * again, and of these only those with a new text are parsed.
 */
export function rereadFile(before: ReadFile, edits: readonly TextEdit[], text: string): ReadFile {
  if (edits.length === 0) return before;
  const dirtyStart = Math.min(...edits.map((edit) => edit.start));
  const dirtyEnd = Math.max(...edits.map((edit) => edit.end));
  const { segments } = before;
  let first = 0;
  let firstStart = 0;
  let offset = 0;
  let last = segments.length - 1;
  let isLastFound = false;
  let tailStart = before.text.length;
  for (const [index, segment] of segments.entries()) {
    const end = offset + segment.parsed.text.length;
    if (end < dirtyStart) {
      first = index;
      firstStart = offset;
    }
    if (!isLastFound && offset > dirtyEnd + 4) {
      last = index;
      tailStart = end;
      isLastFound = true;
    }
    offset = end;
  }
  const growth = text.length - before.text.length;
  const middle = readSegments(text.slice(firstStart, tailStart + growth), segments.slice(first, last + 1));
  return { text, segments: [...segments.slice(0, first), ...middle, ...segments.slice(last + 1)] };
}

function readSegments(text: string, before: readonly Segment[]): readonly Segment[] {
  const known = new Map(before.map((segment) => [segment.parsed.text, segment]));
  const texts = splitDocuments(text).map((range) => text.slice(range.start, range.end));
  const present = new Set(texts);
  const orphans = before.filter((segment) => !present.has(segment.parsed.text));
  return texts.map((each) => {
    const same = known.get(each);
    if (same !== undefined) return same;
    const parsed = readDocument(each);
    const previous = orphans.shift();
    return { parsed, good: parsed.tree.isBroken ? previous?.good : parsed };
  });
}
