import { testContext } from '../../actions/testContext.ts';
import { Catalogue } from '../../catalogue/catalogue.ts';
import { applyEdits, mapOffset } from '../../text/textEdit.ts';
import { assist } from '../assist.ts';
import type { AssistContext, Completion, Proposal } from '../types.ts';
import { expandSnippet } from './expandSnippet.ts';

/** For tests: a catalogue that knows nothing. */
export const emptyCatalogue = new Catalogue({
  index: { packs: [] },
  packs: [],
  crds: [],
  channel: 'standard',
});

/** For tests: what assistants read, made from plain texts. */
export function assistContext(
  texts: Readonly<Record<string, string>>,
  catalogue: Catalogue = emptyCatalogue,
): AssistContext {
  return { ...testContext(texts), catalogue };
}

/** For tests: a text with `|` where the cursor is. */
export function readCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('no | in the text');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export interface World {
  readonly catalogue?: Catalogue;
  /** Other files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
}

const file = 'a.yaml';

/** For tests: the completion at the `|` of a text. */
export function completionAt(marked: string, { catalogue, files = {} }: World = {}): Completion {
  const { text, offset } = readCursor(marked);
  return assist(assistContext({ [file]: text, ...files }, catalogue), { assist: 'completion', file, offset });
}

/** For tests: the text after accepting a proposal, with `|` where the cursor then is. */
export function acceptedText(marked: string, proposal: Proposal): string {
  const { text } = readCursor(marked);
  const { text: inserted, cursor } = expandSnippet(proposal.insert);
  const edits = proposal.edits ?? [];
  const main = { ...proposal.range, text: inserted };
  const after = applyEdits(text, [...edits, main]);
  const at = mapOffset(proposal.range.start, edits) + cursor;
  return `${after.slice(0, at)}|${after.slice(at)}`;
}

/** For tests: accepts the proposal of a label at the `|`. Throws when it is not offered, and says what is. */
export function accept(marked: string, label: string, world: World = {}): string {
  const { items } = completionAt(marked, world);
  const proposal = items.find((each) => each.label === label);
  if (proposal === undefined)
    throw new Error(
      `${label} is not offered, but ${items.map((each) => each.label).join(', ') || 'nothing'}`,
    );
  return acceptedText(marked, proposal);
}

/** For tests: types letters at the `|`. */
export function typeText(marked: string, letters: string): string {
  return marked.replace('|', () => `${letters}|`);
}
