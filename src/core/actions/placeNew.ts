import type { GroupKind } from '../workspace/types.ts';
import type { Draft, Spot } from './draft.ts';
import type { DraftDocument } from './draftFile.ts';
import { lineBreaks } from './lineBreaks.ts';

/** The file that a workspace without files gets, and that `arrange` puts everything in. */
export const wholeFile = 'traffic.yaml';

/** A path that no file has: `a.yaml`, else `a-2.yaml`, `a-3.yaml` ... */
export function uniquePath(taken: Iterable<string>, wanted: string): string {
  const paths = taken instanceof Set ? taken : new Set(taken);
  if (!paths.has(wanted)) return wanted;
  const dot = wanted.lastIndexOf('.');
  const isExtension = dot > wanted.lastIndexOf('/') + 1;
  const stem = isExtension ? wanted.slice(0, dot) : wanted;
  const extension = isExtension ? wanted.slice(dot) : '';
  for (let number = 2; ; number++) {
    const path = `${stem}-${number}${extension}`;
    if (!paths.has(path)) return path;
  }
}

/** `httproute-shop.yaml`: what the file of one resource is called. */
export function fileNameOf({ kind, name }: { readonly kind: string; readonly name: string }): string {
  const safe = `${kind}-${name}`.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
  return `${safe.replace(/^[-.]+|[-.]+$/g, '') || 'resource'}.yaml`;
}

/**
 * Puts the text of a new resource where a person would look for it: in `file` if one is named, in the only
 * file there is, else in a file of its own. Line ends follow the file.
 */
export function placeNew(
  draft: Draft,
  resource: GroupKind & { readonly name: string },
  text: string,
  file?: string,
): DraftDocument {
  const { paths } = draft;
  const [only] = paths;
  const own = only === undefined ? wholeFile : uniquePath(paths, fileNameOf(resource));
  const path = file ?? (paths.length === 1 && only !== undefined ? only : own);
  return draft.append(path, lineBreaks(text, draft.lineBreak(path)));
}

/** Puts a new resource behind another one; where every resource has a file of its own, it gets one too. */
export function placeNear(
  draft: Draft,
  near: Spot,
  resource: GroupKind & { readonly name: string },
  text: string,
): DraftDocument {
  const { files } = draft.context.analysis;
  const isFileEach = files.length > 1 && files.every((file) => file.documents.length < 2);
  if (isFileEach) return placeNew(draft, resource, text);
  return draft.insertAfter(near.document, lineBreaks(text, draft.lineBreak(near.document.file)));
}
