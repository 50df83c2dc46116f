import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, sortEdits, type TextEdit } from '../text/textEdit.ts';
import { indentComments } from './format/indentComments.ts';
import { type FormatPlan, planFormat } from './format/planFormat.ts';
import { sameDocument } from './format/sameDocument.ts';
import { lineEnd, skipIndent, skipSpaces } from './lines.ts';
import { parseYaml, type YamlTree } from './parseYaml.ts';

/** Edits on the document's text, or why it is left as it is. */
export type FormatResult = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

/**
 * Sets the indentation of a document right: two columns a level, dashes further in or not as most lists of the document
 * have them, one space behind a dash, no spaces at the ends of lines. Comments, the order of keys, quotes, anchors,
 * block texts and unknown fields stay; the result is read again and compared before it is given out.
 */
export function formatYaml(tree: YamlTree): FormatResult {
  const { text } = tree;
  const fatal = tree.problems.find((problem) => problem.fatal);
  if (fatal !== undefined) return { refused: `The document cannot be read as it stands: ${fatal.message}` };
  if (/\r(?!\n)/.test(text))
    return { refused: 'Its lines end with a lone carriage return. Change the line ends first.' };
  if (tree.isEmpty) return { edits: [] };
  const plan = planFormat(tree);
  if ('refused' in plan) return plan;
  const edits = editsOf(text, plan);
  if (edits.length === 0) return { edits };
  const after = parseYaml(applyEdits(text, edits));
  if (!sameDocument(tree, after))
    return { refused: 'Its layout cannot be changed without changing what it says. Indent it by hand.' };
  return { edits };
}

function editsOf(text: string, plan: FormatPlan): readonly TextEdit[] {
  const index = new LineIndex(text);
  const columns = indentComments(text, index, plan);
  const edits: TextEdit[] = [...plan.gaps];
  for (let line = 1; line <= index.lineCount; line++) {
    const start = index.lineRange(line).start + (line === 1 && text.startsWith('\uFEFF') ? 1 : 0);
    const end = lineEnd(text, start);
    const column = columns.get(line);
    const isText = plan.texts.has(line);
    // A tab within a block text is content.
    const content = isText ? skipIndent(text, start) : Math.min(skipSpaces(text, start), end);
    if (content === end && !isText) edits.push({ start, end, text: '' });
    else if (
      column !== undefined &&
      (content - start !== column || text.slice(start, content).includes('\t'))
    )
      edits.push({ start, end: content, text: ' '.repeat(column) });
    if (content < end && !isText && !plan.exactEnds.has(line)) edits.push(...trailing(text, content, end));
  }
  return sortEdits(edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text));
}

/** Spaces at the end of a line go, unless they may be a comment's. */
function trailing(text: string, content: number, end: number): readonly TextEdit[] {
  const line = text.slice(content, end);
  if (/(?:^|\s)#/.test(line)) return [];
  const kept = line.trimEnd().length;
  return kept === line.length ? [] : [{ start: content + kept, end, text: '' }];
}
