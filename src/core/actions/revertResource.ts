import { isClusterScoped } from '../kinds/registry.ts';
import { readFile } from '../workspace/fileReader.ts';
import { identify } from '../workspace/identify.ts';
import { partsOfId, type ResourceId, type SourceFile } from '../workspace/types.ts';
import { Draft } from './draft.ts';
import { hasOwnMark, headerLength } from './draftFile.ts';
import { withoutMark } from './readPasted.ts';
import type { ActionContext, ActionResult } from './types.ts';
import { nameOf } from './words.ts';

/** A document of the baseline. */
interface OldDocument {
  readonly file: string;
  /** Position of the file among those of the baseline. */
  readonly at: number;
  readonly index: number;
  readonly text: string;
  /** The resources of its file's documents, in order. */
  readonly siblings: readonly (readonly ResourceId[])[];
}

/**
 * Brings back the document of one resource: its lines where it stands now, the whole document at its old place
 * where it was deleted, and takes it out where the baseline does not have it.
 */
export function revertResource(
  context: ActionContext,
  baseline: readonly SourceFile[],
  id: ResourceId,
): ActionResult {
  const draft = new Draft(context);
  const now = context.analysis.resources.get(id);
  const old = findOld(baseline, id);
  const label = `Revert ${nameOf(now ?? partsOfId(id))}`;
  if (now === undefined && old === undefined)
    return { refused: 'This resource is neither here nor in the baseline.' };
  if (now === undefined && old !== undefined) restore(draft, old);
  if (now !== undefined) {
    const { document, path } = draft.spotOf(now);
    if (old !== undefined) draft.replaceText(document, withMarkOf(document.text, old.text));
    else if (path.length === 0) draft.remove(document);
    else draft.removeItem({ document, path: [] }, path.slice(0, -1), Number(path.at(-1)));
  }
  return draft.finish({ label, select: [id] });
}

function findOld(baseline: readonly SourceFile[], id: ResourceId): OldDocument | undefined {
  const files = new Map(baseline.map(({ path, text }) => [path, readFile(text)]));
  const { resources, files: outlines } = identify(files, isClusterScoped);
  const place = resources.get(id)?.place;
  const text = baseline.find(({ path }) => path === place?.file)?.text;
  const outline = outlines.find(({ path }) => path === place?.file);
  const range = outline?.documents[place?.document ?? -1];
  if (place === undefined || text === undefined || outline === undefined || range === undefined)
    return undefined;
  return {
    file: place.file,
    at: baseline.findIndex(({ path }) => path === place.file),
    index: place.document,
    text: text.slice(range.start, range.end),
    siblings: outline.documents.map((each) => each.resources),
  };
}

/** Puts a deleted document behind the one it stood behind, as far as that is there. */
function restore(draft: Draft, old: OldDocument): void {
  const { analysis, files } = draft.context;
  const text = withoutMark(old.text);
  if (!files.has(old.file)) {
    draft.createFile(old.file, text, old.at);
    return;
  }
  for (let index = old.index - 1; index >= 0; index--) {
    for (const id of old.siblings[index] ?? []) {
      const before = analysis.resources.get(id);
      if (before?.place.file !== old.file) continue;
      draft.insertAfter(draft.spotOf(before).document, text);
      return;
    }
  }
  const first = draft.document(old.file, 0);
  const head = first.text.slice(0, headerLength(first.text));
  if (head === '' || !old.text.startsWith(head)) draft.prepend(old.file, text);
  else draft.replaceText(first, behind(old.text, first.text.slice(head.length), draft.lineBreak(old.file)));
}

/** Two documents, one behind the other. */
function behind(text: string, next: string, lineBreak: string): string {
  const isClosed = text.endsWith('\n');
  return text + (isClosed ? '' : lineBreak) + (hasOwnMark(next) ? '' : `---${lineBreak}`) + next;
}

/** The old text with or without a `---` line, as the document has it now. */
function withMarkOf(now: string, old: string): string {
  const mark = /^---[ \t]*\r?\n/.exec(now)?.[0] ?? '';
  return mark + withoutMark(old);
}
