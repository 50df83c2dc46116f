/**
 * Help for the editor, computed from the text and the catalogue: what could be written here, what this field is, where
 * this name leads. Each kind of help is one file and one line below. It promises to answer for text in any state,
 * half-typed included, never to throw, and to change nothing: what it proposes are exact edits. It refuses nothing;
 * where it knows nothing it answers nothing.
 */
import { complete } from './completion/complete.ts';
import { findDefinition } from './findDefinition.ts';
import { findReferences } from './findReferences.ts';
import { findRenameTarget } from './findRenameTarget.ts';
import { formatFile } from './formatFile.ts';
import { hover } from './hover.ts';
import { outline } from './outline.ts';
import type { Assistant, AssistContext, AssistName, AssistRequest, AssistResponse } from './types.ts';

const assistants: { readonly [N in AssistName]: Assistant<N> } = {
  completion: complete,
  hover,
  outline,
  definition: findDefinition,
  references: findReferences,
  'rename-target': findRenameTarget,
  format: formatFile,
};

/** Answers one wish of the editor. */
export function assist<N extends AssistName>(
  context: AssistContext,
  request: AssistRequest<N>,
): AssistResponse<N> {
  const assistant = assistants[request.assist as N] as Assistant<N>;
  return assistant(context, request);
}
