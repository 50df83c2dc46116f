import type { Analysis, Finding } from '../analysis.ts';
import type { TextEdit } from '../text/textEdit.ts';
import type { ResourceId } from '../workspace/types.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';

/** A change to the files of a workspace. Edits refer to the file's text before the change. */
export type FileChange =
  | { readonly type: 'edit'; readonly path: string; readonly edits: readonly TextEdit[] }
  /** `at`: position in the list of files; at the end when absent. */
  | { readonly type: 'create'; readonly path: string; readonly text: string; readonly at?: number }
  | { readonly type: 'delete'; readonly path: string }
  | { readonly type: 'rename'; readonly path: string; readonly to: string };

/** Where a card stands on the canvas, in canvas units. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Cards that are put somewhere; null gives a card back to the automatic layout. */
export type LayoutChange = Readonly<Record<string, Position | null>>;

/** The one door: typing, dragging, forms, imports, undo all come as this. Applied whole or not at all. */
export interface Change {
  /** For history and announcements: `Connect HTTPRoute shop to Service cart`. */
  readonly label: string;
  /** Applied in order; each refers to the state after the one before it. */
  readonly files: readonly FileChange[];
  readonly layout?: LayoutChange;
  /** What to select afterwards. */
  readonly select?: readonly ResourceId[];
  /** Identities that this change moves: the layout and the selection follow. */
  readonly renamed?: readonly (readonly [from: ResourceId, to: ResourceId])[];
}

/** Why something was not done, in words for a person. A refusal is shown, never swallowed. */
export interface Refusal {
  readonly refused: string;
}

export type ActionResult = Change | Refusal;

/** True when an action was refused. */
export function isRefusal(result: ActionResult): result is Refusal {
  return 'refused' in result;
}

/** What an action may read. */
export interface ActionContext {
  readonly analysis: Analysis;
  /** Paths in order with the text of each. */
  readonly files: ReadonlyMap<string, string>;
  /** The parsed document at a place; undefined when there is none. */
  tree(file: string, document: number): YamlTree | undefined;
  /**
   * What the API server would hold against a document with this text instead; undefined when it does not parse.
   * Absent where nobody asks.
   */
  foresee?(file: string, document: number, text: string): readonly Finding[] | undefined;
}

/** One thing a user can do to a workspace. One file each, listed in `registry.ts`. */
export interface Action<Name extends string, Args> {
  readonly name: Name;
  run(context: ActionContext, args: Args): ActionResult;
}
