import type { TextEdit } from '../../text/textEdit.ts';
import { type DocumentAt, documentAt, inFile } from '../place/documentAt.ts';
import { unquote } from '../place/scanLine.ts';
import type { Spot } from '../place/spot.ts';
import { spotsAt } from '../place/spotsAt.ts';
import type { Assistant, Completion, Proposal, ProposalType } from '../types.ts';
import { proposeHeads } from './proposeHeads.ts';
import { proposeItems } from './proposeItems.ts';
import { proposeKeys } from './proposeKeys.ts';
import { proposeReferences } from './proposeReferences.ts';
import { proposeResources } from './proposeResources.ts';
import { proposeValues } from './proposeValues.ts';
import { type Draft, type Proposer, sceneAt } from './scene.ts';

/** More than anybody reads; what is left out comes when more letters are typed. */
const MOST_ITEMS = 200;

/** In the order in which a person would want them: the names of what is there before bare fields and values. */
const proposers: readonly Proposer[] = [
  proposeResources,
  proposeHeads,
  proposeReferences,
  proposeKeys,
  proposeItems,
  proposeValues,
];

/** What could be written at the cursor, the best first, as exact edits. */
export const complete: Assistant<'completion'> = (context, { file, offset }): Completion => {
  const document = documentAt(context, file, offset);
  if (document === undefined) return { items: [], isIncomplete: false };
  const { sketch, spots } = spotsAt(writtenPart(document, offset), offset - document.start);
  const wants = new Set<string>();
  const found: { readonly spot: Spot; readonly draft: Draft }[] = [];
  for (const spot of spots) {
    const scene = sceneAt(context, document, sketch, spot);
    if (scene.known.wants !== undefined) wants.add(scene.known.wants);
    const drafts = proposers.flatMap((propose) => propose(scene));
    found.push(...fitting(drafts, document, spot, offset).map((draft) => ({ spot, draft })));
  }
  const isIncomplete = found.length > MOST_ITEMS;
  const items = found.slice(0, MOST_ITEMS).map(({ spot, draft }) => placed(document, spot, draft));
  return { items, isIncomplete, ...(wants.size === 0 ? {} : { wants: [...wants] }) };
};

/** The document's text; before its own `---` only what stands there, since what is written there is another document. */
function writtenPart({ text, start }: DocumentAt, offset: number): string {
  const mark = /^(?:[ \t]*(?:#[^\n]*|\r)?\n)*?---(?=\s|$)/.exec(text);
  const end = mark === null ? 0 : mark[0].length - 3;
  return offset - start < end ? text.slice(0, end) : text;
}

/** The drafts that what is typed already can become, each once. */
function fitting(
  drafts: readonly Draft[],
  document: DocumentAt,
  spot: Spot,
  offset: number,
): readonly Draft[] {
  const written = unquote(document.text.slice(spot.range.start, spot.range.end)).trim();
  // A value that is complete is not being searched for: the others are what could stand in its place.
  const isComplete = written !== '' && drafts.some(({ label, type }) => label === written && isValue(type));
  const typed = isComplete ? '' : typedText(document, spot, offset);
  const once = new Map<string, Draft>();
  for (const draft of drafts) {
    const name = `${draft.label}\n${draft.insert}`;
    if (once.has(name) || !isLike(typed, draft.filter ?? draft.label)) continue;
    once.set(name, isComplete ? { ...draft, filter: written } : draft);
  }
  return [...once.values()];
}

function isValue(type: ProposalType): boolean {
  return type === 'value' || type === 'choice' || type === 'reference' || type === 'kind';
}

function placed(document: DocumentAt, spot: Spot, draft: Draft): Proposal {
  const { edits, doc, ...rest } = draft;
  const written = document.text.slice(spot.range.start, spot.range.end);
  // The editor compares what is typed with the filter, and a quote is typed as well.
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const filter = draft.filter ?? draft.label;
  return {
    ...rest,
    ...(doc === undefined ? {} : { doc: typeof doc === 'string' ? doc : doc() }),
    ...(quote === '' && draft.filter === undefined ? {} : { filter: quote + filter }),
    // What goes on below needs no space behind the colon.
    insert: draft.insert.startsWith('\n') ? draft.insert : spot.lead + draft.insert,
    range: inFile(document, spot.range),
    ...(edits === undefined || edits.length === 0
      ? {}
      : { edits: edits.map((edit) => moved(document, edit)) }),
  };
}

function moved({ start }: DocumentAt, edit: TextEdit): TextEdit {
  return { start: start + edit.start, end: start + edit.end, text: edit.text };
}

function typedText({ text, start }: DocumentAt, { range }: Spot, offset: number): string {
  return unquote(text.slice(range.start, Math.max(range.start, offset - start)))
    .trim()
    .toLowerCase();
}

/** True when the letters typed come in the name, in their order. */
function isLike(typed: string, name: string): boolean {
  if (typed === '') return true;
  const lower = name.toLowerCase();
  let at = 0;
  for (const char of typed) {
    at = lower.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
