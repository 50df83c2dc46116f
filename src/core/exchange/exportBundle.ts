import { count, listWords } from '../actions/words.ts';
import type { Analysis } from '../analysis.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { FileOutline, SourceFile } from '../workspace/types.ts';
import { applyOrder, type OrderedDocument } from './applyOrder.ts';
import { joinDocuments } from './joinDocuments.ts';
import type { Exported, Exporter } from './types.ts';

/** Everything in one file, in an order that works on an empty cluster. */
export const exportBundle: Exporter = {
  name: 'bundle',
  label: 'One YAML file',
  purpose: 'All resources in the order kubectl can apply, each exactly as the editor shows it.',
  fileName: 'traffic-bundle.yaml',
  mediaType: 'application/yaml',
  export: writeBundle,
};

/**
 * Every document's text as it stands, put in order. A workspace of one file that is in order already comes
 * out byte for byte. What is no resource is left out and listed.
 */
function writeBundle(files: readonly SourceFile[], analysis: Analysis): Exported {
  const { documents, leftOut } = applyOrder(files, analysis);
  const outlines = new Map(analysis.files.map((file) => [file.path, file]));
  const pieces = joinNeighbours(documents.map((each) => withComments(each, outlines.get(each.file.path))));
  const { text, droppedMarks } = joinDocuments(
    pieces.map(({ file, start, end }) => file.text.slice(start, end)),
  );
  const isDirected = documents.some(({ file, outline }) =>
    /^%/m.test(file.text.slice(outline.start, outline.end).split('---')[0] ?? ''),
  );
  return {
    content: text,
    notes: [
      ...(documents.length === 0 ? ['There is no resource to export yet.'] : []),
      ...leftOutNotes(leftOut),
      ...(pieces.length > 1 ? ['Only the --- lines between documents were adjusted.'] : []),
      ...(droppedMarks > 0 ? [`${count(droppedMarks, 'byte order mark')} within the bundle left out.`] : []),
      ...(isDirected
        ? ['Lines that begin with % were kept, but kubectl does not read them. Remove them if it complains.']
        : []),
    ],
  };
}

/** A stretch of a file. */
interface Stretch {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A document with the documents of mere comments before it; at the end of the file also those behind it. */
function withComments(document: OrderedDocument, outline: FileOutline | undefined): Stretch {
  const all = outline?.documents ?? [];
  let { start, end } = document.outline;
  for (let i = document.index - 1; all[i]?.state === 'empty'; i--) start = all[i]?.start ?? start;
  let next = document.index + 1;
  while (all[next]?.state === 'empty') next++;
  if (next === all.length) end = all.at(-1)?.end ?? end;
  return { file: document.file, start, end };
}

/** Stretches that stand one behind the other in their file already stay one. */
function joinNeighbours(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last !== undefined && last.file === stretch.file && last.end === stretch.start) {
      joined[joined.length - 1] = { ...last, end: stretch.end };
    } else joined.push(stretch);
  }
  return joined;
}

function leftOutNotes(leftOut: readonly OrderedDocument[]): readonly string[] {
  return (['broken', 'foreign'] as const).flatMap((state) => {
    const places = leftOut.filter(({ outline }) => outline.state === state).map(nameOf);
    if (places.length === 0) return [];
    const why = state === 'broken' ? 'does not parse' : 'is no Kubernetes resource';
    const whys = state === 'broken' ? 'do not parse' : 'are no Kubernetes resources';
    const what = places.length === 1 ? `1 document that ${why}` : `${places.length} documents that ${whys}`;
    return [`Left out ${what}: ${listWords(places, 'and', 20)}. The zip archive has them as they are.`];
  });
}

/** `routes.yaml line 12 (HTTPRoute shop)`. */
function nameOf({ file, outline }: OrderedDocument): string {
  const text = file.text.slice(outline.start, outline.end);
  const content = text.search(/^(?!\uFEFF?---|\s*#|%|\s*$)/m);
  const { line } = new LineIndex(file.text).positionAt(outline.start + Math.max(0, content));
  return `${file.path} line ${line} (${outline.title})`;
}
