import type { ActionContext } from '../actions/types.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Range, TextEdit } from '../text/textEdit.ts';
import type { ResourceId } from '../workspace/types.ts';

/** What help for the editor is computed from. */
export interface AssistContext extends Pick<ActionContext, 'analysis' | 'files' | 'tree'> {
  readonly catalogue: Catalogue;
}

/** A place in a file's text. */
export interface Cursor {
  readonly file: string;
  /** UTF-16 offset in the file's text. */
  readonly offset: number;
}

/** What each kind of help asks for and answers. All of it can be sent through a message port. */
export interface AssistTable {
  /** What could be written at the cursor. */
  completion: { readonly asks: Cursor; readonly answers: Completion };
  /** What is known of the key or value under the cursor; null when nothing is. */
  hover: { readonly asks: Cursor; readonly answers: Hover | null };
  /** What is in a file, document by document. */
  outline: { readonly asks: { readonly file: string }; readonly answers: readonly OutlineItem[] };
  /** Where what is named under the cursor is defined. */
  definition: { readonly asks: Cursor; readonly answers: readonly Target[] };
  /** Every place that names what is named, or defined, under the cursor. */
  references: {
    readonly asks: Cursor & { readonly withDefinition: boolean };
    readonly answers: readonly Target[];
  };
  /** The resource whose name stands under the cursor: its own, or in a reference to it. */
  'rename-target': { readonly asks: Cursor; readonly answers: RenameTarget | null };
  /** The file with its indentation set right. */
  format: { readonly asks: { readonly file: string }; readonly answers: Formatting };
}

export type AssistName = keyof AssistTable;

/** A wish of the editor, for the files as they are when the core has seen every change. */
export type AssistRequest<N extends AssistName = AssistName> = {
  [K in N]: { readonly assist: K } & AssistTable[K]['asks'];
}[N];

export type AssistResponse<N extends AssistName = AssistName> = AssistTable[N]['answers'];

/** One kind of help: one file each, listed in `assist.ts`. Never throws, whatever stands in the text. */
export type Assistant<N extends AssistName> = (
  context: AssistContext,
  request: AssistRequest<N>,
) => AssistResponse<N>;

/** Packs that would say more and are not loaded: load them and ask again. */
interface Wanting {
  readonly wants?: readonly string[];
}

export interface Completion extends Wanting {
  /** The best first; at most 200. */
  readonly items: readonly Proposal[];
  /** True when there were more: ask again when more letters are there. */
  readonly isIncomplete: boolean;
}

export type ProposalType = 'field' | 'value' | 'choice' | 'reference' | 'kind' | 'resource' | 'item';

/** One thing that could be written. Ranges and offsets count in the file's text. */
export interface Proposal {
  readonly label: string;
  readonly type: ProposalType;
  /** One line beside the label: `string, required`. */
  readonly detail?: string;
  /** Markdown. */
  readonly doc?: string;
  /** Takes the place of this range, which is on one line and holds the cursor. */
  readonly range: Range;
  /** A snippet (`$1`, `${1:name}`, `${1|a,b|}`, `$0`), with its lines indented as they shall stand. */
  readonly insert: string;
  /** Edits elsewhere that go with it. */
  readonly edits?: readonly TextEdit[];
  /** What typed letters are compared with, when that is not the label. */
  readonly filter?: string;
  /** True when something is to be chosen right behind it: ask again at once. */
  readonly asksAgain?: true;
  readonly isDeprecated?: true;
}

export interface Hover extends Wanting {
  readonly range: Range;
  /** Markdown, one part below the other. */
  readonly parts: readonly string[];
}

export type OutlineType = 'document' | 'map' | 'list' | 'item' | 'value';

export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly type: OutlineType;
  readonly range: Range;
  /** The key, or the words by which it is known; within `range`. */
  readonly selection: Range;
  readonly children: readonly OutlineItem[];
}

/** A place in some file. */
export interface Target {
  readonly file: string;
  readonly range: Range;
}

export interface RenameTarget {
  readonly id: ResourceId;
  readonly name: string;
  /** Of the name under the cursor, without quotes. */
  readonly range: Range;
}

export interface Formatting {
  readonly edits: readonly TextEdit[];
  /** Documents that were left as they are, and why. */
  readonly refused: readonly { readonly document: string; readonly reason: string }[];
}
