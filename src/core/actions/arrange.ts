import type { DocumentOutline } from '../workspace/types.ts';
import { partsOfId } from '../workspace/types.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { isBlank } from './draftFile.ts';
import { fileNameOf, uniquePath, wholeFile } from './placeNew.ts';
import { withoutMark } from './readPasted.ts';
import type { Action, ActionContext, ActionResult } from './types.ts';

/** Puts everything in one file, or each resource in a file of its own. Documents move as they are. */
export const arrange: Action<'arrange', ActionArgTable['arrange']> = {
  name: 'arrange',
  run: (context, { as }) => (as === 'one-file' ? intoOneFile(context) : intoFilesEach(context)),
};

function intoOneFile(context: ActionContext): ActionResult {
  const [first, ...others] = context.analysis.files;
  const label = 'Put everything in one file';
  if (first === undefined || others.length === 0) return { label, files: [] };
  const draft = new Draft(context);
  for (const { path, documents } of others) {
    for (const index of documents.keys()) {
      const { text } = draft.document(path, index);
      if (!isBlank(text)) draft.append(first.path, text);
    }
    draft.deleteFile(path);
  }
  const result = draft.finish({ label });
  if ('refused' in result || first.path === wholeFile) return result;
  return { ...result, files: [...result.files, { type: 'rename', path: first.path, to: wholeFile }] };
}

/** New files stand behind the one they come from, so that the order of the resources stays. */
function intoFilesEach(context: ActionContext): ActionResult {
  const draft = new Draft(context);
  const taken = new Set(draft.paths);
  let position = 0;
  for (const { path, documents } of context.analysis.files) {
    const all = documents.map((outline, index) => ({ outline, document: draft.document(path, index) }));
    const filled = all.filter(({ document }) => !isBlank(document.text));
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const moving = filled.flatMap(({ outline, document }) => {
      const name = nameFor(outline);
      return name === undefined || folder + name === path ? [] : [{ document, path: folder + name }];
    });
    const isKept = filled.length < 2 || moving.length < filled.length;
    if (isKept) position++;
    for (const { document, path: wanted } of filled.length < 2 ? [] : moving) {
      const own = uniquePath(taken, wanted);
      taken.add(own);
      draft.createFile(own, withoutMark(document.text), position++);
      draft.remove(document);
    }
  }
  return draft.finish({ label: 'Put each resource in a file of its own' });
}

/** The file name for a document; undefined for what is no resource, which stays where it is. */
function nameFor({ state, resources, title }: DocumentOutline): string | undefined {
  const [first] = resources;
  if (state === 'resource' && first !== undefined) return fileNameOf(partsOfId(first));
  return state === 'list' ? fileNameOf({ kind: 'list', name: title.replace(/^.* of /, '') }) : undefined;
}
