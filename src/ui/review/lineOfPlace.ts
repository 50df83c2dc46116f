import { LineIndex } from '../../core/text/lineIndex.ts';
import { splitDocuments } from '../../core/workspace/splitDocuments.ts';
import type { Place } from '../../core/workspace/types.ts';
import { locate } from '../../core/yaml/locate.ts';
import { parseYaml } from '../../core/yaml/parseYaml.ts';
import { contentRange } from '../kit/monaco/contentRange.ts';

/** The line (from 1) at which a place of a file's text begins; of a whole document the first line with content. */
export function lineOfPlace(text: string, place: Place): number {
  const document = splitDocuments(text)[place.document];
  if (document === undefined) return 1;
  const slice = text.slice(document.start, document.end);
  const located = place.path.length === 0 ? undefined : locate(parseYaml(slice), place.path);
  const inner = located === undefined ? contentRange(slice).start : (located.key ?? located.value).start;
  return new LineIndex(text).positionAt(document.start + inner).line;
}

/** The lines of a document, `end` exclusive. */
export function linesOfDocument(
  text: string,
  document: number,
): { readonly start: number; readonly end: number } {
  const range = splitDocuments(text)[document];
  if (range === undefined) return { start: 1, end: 1 };
  const lines = new LineIndex(text);
  const last = lines.positionAt(range.end);
  return { start: lines.positionAt(range.start).line, end: last.column === 1 ? last.line : last.line + 1 };
}
