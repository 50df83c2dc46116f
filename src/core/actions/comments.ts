import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { parseYaml, type YamlTree } from '../yaml/parseYaml.ts';
import { samePlain } from '../yaml/plainValue.ts';
import type { EditResult } from '../yaml/types.ts';

/** The edit that writes a comment on a line of its own above the line of an offset, indented as that line is. */
export function commentAbove(text: string, offset: number, comment: string, lineBreak: string): TextEdit {
  const lines = new LineIndex(text);
  const { start, end } = lines.lineRange(lines.positionAt(offset).line);
  const line = text.slice(start, end);
  // Above the mark of a document the comment would belong to the document before it.
  if (line.startsWith('---') || line.startsWith('%')) {
    const at = start + line.trimEnd().length;
    return { start: at, end: at, text: ` ${comment}` };
  }
  const indent = /^ */.exec(line)?.[0] ?? '';
  return { start, end: start, text: `${indent}${comment}${lineBreak}` };
}

/** A comment changes no value; where it would (inside a block of text), it is not written. */
export function harmless(tree: YamlTree, edit: TextEdit): EditResult {
  const after = parseYaml(applyEdits(tree.text, [edit]));
  const isSame = !after.isBroken && samePlain(after.value, tree.value);
  return isSame ? { edits: [edit] } : { refused: 'A comment cannot stand here. Write it by hand.' };
}
