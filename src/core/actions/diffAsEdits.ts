import { hunkAsEdit, lineHunks } from '../text/lineDiff.ts';
import type { TextEdit } from '../text/textEdit.ts';

/** The edits that lead from one text to another by whole lines; lines that both have are not touched. */
export function diffAsEdits(from: string, to: string): readonly TextEdit[] {
  return lineHunks(to, from).map((hunk) => hunkAsEdit(from, to, hunk));
}
