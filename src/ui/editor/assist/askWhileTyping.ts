import type { CancellationToken } from 'monaco-editor/editor';
import type { Completion, Cursor } from '../../../core/assist/types.ts';
import type { AssistHost } from './askCore.ts';

/** Letters that come faster than answers; after so many the next question will do. */
const MOST_TRIES = 8;

export interface TypedCompletion {
  readonly completion: Completion;
  /** What was typed at the cursor since Monaco asked. The answer counts it; Monaco counts as if it were not there. */
  readonly typed: string;
}

/**
 * Asks for completion at a cursor while letters may still be coming. Monaco asks once for a word and filters what it
 * was answered as the word grows, so an answer for a text that has grown meanwhile is not dropped: the question is
 * asked again where the word ends now. Undefined when it is not wanted any more or something else has changed.
 */
export async function askWhileTyping(
  { studio, models }: AssistHost,
  { file, offset }: Cursor,
  token: CancellationToken,
): Promise<TypedCompletion | undefined> {
  const before = models.mappingOf(file)?.text;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { version } = studio.workspace.getState();
    const typed = typedAt(offset, before, models.mappingOf(file)?.text);
    if (typed === undefined) return undefined;
    const completion = await studio.assist({ assist: 'completion', file, offset: offset + typed.length });
    if (token.isCancellationRequested) return undefined;
    if (studio.workspace.getState().version === version) return { completion, typed };
  }
  return undefined;
}

/** What was inserted at an offset, when the texts differ in nothing else and stay on their lines. */
function typedAt(offset: number, before: string | undefined, after: string | undefined): string | undefined {
  if (before === undefined || after === undefined) return undefined;
  const length = after.length - before.length;
  if (length < 0) return undefined;
  const typed = after.slice(offset, offset + length);
  const isSame = after.startsWith(before.slice(0, offset)) && after.endsWith(before.slice(offset));
  return isSame && !/[\r\n]/.test(typed) ? typed : undefined;
}
