import { formatYaml } from '../yaml/formatYaml.ts';
import { documentsOf } from './place/documentAt.ts';
import type { Assistant, Formatting } from './types.ts';

/** The edits that set a file's indentation right, document by document; what cannot be formatted stays as it is. */
export const formatFile: Assistant<'format'> = (context, { file }): Formatting => {
  const edits: Formatting['edits'][number][] = [];
  const refused: Formatting['refused'][number][] = [];
  for (const document of documentsOf(context, file)) {
    const tree = context.tree(file, document.index);
    if (tree === undefined || tree.text !== document.text) continue;
    const result = formatYaml(tree);
    if ('refused' in result) refused.push({ document: document.outline.title, reason: result.refused });
    else
      for (const { start, end, text } of result.edits)
        edits.push({ start: document.start + start, end: document.start + end, text });
  }
  return { edits, refused };
};
