import type { Range } from '../../text/textEdit.ts';
import type { DocumentOutline } from '../../workspace/types.ts';
import type { AssistContext } from '../types.ts';

/** One document of a file. */
export interface DocumentAt {
  readonly file: string;
  readonly index: number;
  /** Where it begins in the file. */
  readonly start: number;
  readonly text: string;
  readonly outline: DocumentOutline;
}

/** The document that holds an offset of a file; where two meet, the second. Undefined for a file that is not there. */
export function documentAt(context: AssistContext, file: string, offset: number): DocumentAt | undefined {
  return documentsOf(context, file).findLast((each) => each.start <= offset);
}

/** The documents of a file, in order. */
export function documentsOf({ analysis, files }: AssistContext, file: string): readonly DocumentAt[] {
  const text = files.get(file);
  const outlines = analysis.files.find((each) => each.path === file)?.documents;
  if (text === undefined || outlines === undefined) return [];
  return outlines.map((outline, index) => ({
    file,
    index,
    start: outline.start,
    text: text.slice(outline.start, outline.end),
    outline,
  }));
}

/** A range of a document as one of its file. */
export function inFile({ start: base }: DocumentAt, { start, end }: Range): Range {
  return { start: base + start, end: base + end };
}
