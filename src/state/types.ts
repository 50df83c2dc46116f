import type { StoreApi } from 'zustand/vanilla';
import type { FindingRef } from '../core/actions/args.ts';
import type { ActionArgs, ActionName } from '../core/actions/registry.ts';
import type { ActionResult, Change, LayoutChange, Position } from '../core/actions/types.ts';
import type { Analysis, Finding } from '../core/analysis.ts';
import type { AssistName, AssistRequest, AssistResponse } from '../core/assist/types.ts';
import type { Channel } from '../core/catalogue/channel.ts';
import type { DefinitionFile, LibraryReport } from '../core/catalogue/library.ts';
import type { Shape } from '../core/catalogue/shape.ts';
import type { RawItem } from '../core/exchange/types.ts';
import type { Picture } from '../core/picture/types.ts';
import type { Review } from '../core/review/reviewChanges.ts';
import type { Explanation } from '../core/schema/explainFault.ts';
import type { Answers } from '../core/templates/types.ts';
import type { Range } from '../core/text/textEdit.ts';
import type { Place, ResourceId } from '../core/workspace/types.ts';
import type { CataloguePart, GroupVersionKind } from '../worker/coreHost.ts';

/** The files as they are now, and all that is kept beside them. */
export interface WorkspaceState {
  readonly id: string;
  readonly name: string;
  /** Paths in order, each with its text. A new Map at every change. */
  readonly files: ReadonlyMap<string, string>;
  /** Counts up at every change to the files. */
  readonly version: number;
  /** The files as opened, imported or last marked reviewed. */
  readonly baseline: ReadonlyMap<string, string>;
  /** Cards that the user has put somewhere; the rest is laid out by itself. */
  readonly layout: Readonly<Record<string, Position>>;
  /** The user's own CRDs, as they were given: what they describe is judged by them. */
  readonly definitions: readonly DefinitionFile[];
  /** The release channel of Gateway API that the cluster has. */
  readonly channel: Channel;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
  /** How small the last change was, for the status bar; null after opening. */
  readonly lastEdit: EditReport | null;
}

/** One step of undo. */
export interface HistoryEntry {
  readonly label: string;
  /** Applied in this order to redo. */
  readonly changes: readonly Change[];
  /** Applied in this order to undo. */
  readonly inverse: readonly Change[];
  /** Milliseconds of the last keystroke in it; typing within 500 ms joins. */
  readonly time: number;
  readonly origin: Origin;
}

/** Where a change came from. Only 'editor' changes are already in Monaco's model. */
export type Origin = 'editor' | 'canvas' | 'form' | 'import' | 'review' | 'tab';

export interface EditReport {
  readonly label: string;
  /** Files touched with whole lines changed in each. */
  readonly files: readonly { readonly path: string; readonly added: number; readonly removed: number }[];
  readonly origin: Origin;
}

export interface AnalysisState extends Analysis {
  /** The version of the workspace that this describes; older than the workspace's while typing. */
  readonly version: number;
  /** Milliseconds that the last analysis took in the worker. */
  readonly duration: number;
  /** False until the first analysis of the workspace has arrived. */
  readonly isReady: boolean;
  /** Parts of the catalogue that are still to come. */
  readonly wants: readonly string[];
  /** What the catalogue is made of; null before the first answer. */
  readonly library: LibraryReport | null;
}

export type LeftPanel = 'palette' | 'patterns' | 'tree' | 'files';
export type Drawer = 'problems' | 'changes';
export type RightTab = 'yaml' | 'inspector' | 'split';

/** What is asked of the user right now. One at a time; Escape closes it. */
export type Dialog =
  /** `namespace`: of the frame that it was asked for in. */
  | {
      readonly type: 'create';
      readonly at?: Position;
      readonly connectTo?: CardPoint;
      readonly namespace?: string;
    }
  | { readonly type: 'connect'; readonly from: CardPoint }
  | { readonly type: 'delete'; readonly ids: readonly ResourceId[] }
  | { readonly type: 'rename'; readonly id: ResourceId }
  | { readonly type: 'grant'; readonly from: CardPoint; readonly to: CardPoint; readonly reference: string }
  /** `items`: what was dropped or chosen already, raw. */
  | { readonly type: 'import'; readonly text?: string; readonly items?: readonly RawItem[] }
  /** One problem with its ways out, each as a patch. */
  | { readonly type: 'finding'; readonly finding: FindingRef; readonly repair?: number }
  | { readonly type: 'export' }
  | { readonly type: 'definitions' }
  | { readonly type: 'workspaces' }
  | { readonly type: 'keys' };

/** A workspace as it would be, and what of it is new. */
export interface Overlay {
  readonly analysis: Analysis;
  readonly added: ReadonlySet<ResourceId>;
  /** Resources that are there and would change. */
  readonly changed: ReadonlySet<ResourceId>;
  readonly addedEdges: ReadonlySet<string>;
}

/** A pattern or a guide, open in its panel. */
export type OpenPattern =
  | {
      readonly type: 'pattern';
      readonly id: string;
      /** Answers to begin with: a guide's, or those that an earlier application left. */
      readonly answers?: Answers;
      /** The guide that led here, with its answers. */
      readonly guide?: { readonly id: string; readonly answers: readonly string[] };
    }
  | { readonly type: 'guide'; readonly id: string; readonly answers: readonly string[] };

/** A card, or one row of it. */
export interface CardPoint {
  readonly id: ResourceId;
  readonly row?: string;
}

/** What the editor can be asked to do at its cursor. */
export type EditorDeed =
  | 'complete'
  | 'explain'
  | 'fix'
  | 'definition'
  | 'references'
  | 'outline'
  | 'rename'
  | 'format'
  | 'next-problem';

/** What the user looks at. Nothing of this is in the YAML. */
export interface ViewState {
  readonly selection: readonly ResourceId[];
  readonly selectedEdges: readonly string[];
  readonly leftPanel: LeftPanel | null;
  readonly rightTab: RightTab;
  readonly drawer: Drawer | null;
  /** On narrow windows: which of the two panes is in front. */
  readonly page: 'canvas' | 'side';
  readonly openFile: string | null;
  /** Asks the editor to show a range of a file; a new object is a new wish. */
  readonly reveal: { readonly file: string; readonly range: Range; readonly focus: boolean } | null;
  /** Asks the editor to do something at its cursor; a new object is a new wish. */
  readonly inEditor: { readonly deed: EditorDeed } | null;
  /** Asks the canvas to bring cards into view; a new object is a new wish. Empty ids: all. */
  readonly bring: { readonly ids: readonly ResourceId[] } | null;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly tool: 'select' | 'hand';
  readonly frames: boolean;
  /** `group/Kind` of kinds that are hidden on the canvas. */
  readonly hiddenKinds: readonly string[];
  readonly hiddenNamespaces: readonly string[];
  /** Only what lies on a path through this node is shown in full. */
  readonly focus: ResourceId | null;
  /** Policies shown as cards of their own instead of chips. */
  readonly expandedPolicies: readonly ResourceId[];
  /** True once a first canvas is there: what can wait (the editor) comes after it. */
  readonly isDrawn: boolean;
  readonly find: string | null;
  /** A change that is shown on the canvas and not made (yet). */
  readonly overlay: Overlay | null;
  /** The pattern that is being filled in, in the panel of patterns. */
  readonly pattern: OpenPattern | null;
  readonly dialog: Dialog | null;
  /** Said by the live region; a new object is said again. */
  readonly announcement: { readonly text: string } | null;
  readonly notices: readonly Notice[];
}

/** A message at the foot of the window that goes by itself or is dismissed. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
  /** True for what must not vanish by itself. */
  readonly sticky?: boolean;
}

/** A workspace as it comes from the sample, an import or the storage. */
export interface OpenedWorkspace {
  readonly id: string;
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly baseline?: ReadonlyMap<string, string>;
  readonly layout?: Readonly<Record<string, Position>>;
  readonly definitions?: readonly DefinitionFile[];
  readonly channel?: Channel;
}

export interface RunOptions {
  readonly origin?: Origin;
  /** Put the first selected resource of the change here. */
  readonly at?: Position;
  /** Do not show a refusal as a notice; the caller does it. */
  readonly quiet?: boolean;
}

/** The studio: three stores and the commands that change them. Everything in `ui/` goes through it. */
export interface Studio {
  readonly workspace: StoreApi<WorkspaceState>;
  readonly analysis: StoreApi<AnalysisState>;
  readonly view: StoreApi<ViewState>;

  /** Runs an action of `core/actions` in the worker and commits its change as one undo step. */
  run<N extends ActionName>(name: N, args: ActionArgs<N>, options?: RunOptions): Promise<ActionResult>;
  /** The change an action would make, without making it. */
  preview<N extends ActionName>(name: N, args: ActionArgs<N>): Promise<ActionResult>;
  /** What the workspace would be after a change: to be shown on the canvas before it is made. */
  foresee(change: Change): Promise<Overlay>;
  /** What changed since the baseline, resource by resource; computed in the worker. */
  review(): Promise<Review>;
  /** Resolves when the analysis describes the present text. */
  settled(): Promise<void>;
  /** Shows another workspace; what was there is saved by the storage. */
  open(workspace: OpenedWorkspace): Promise<void>;
  /** Applies a change at once, as one undo step (typing joins the step before it). */
  commit(change: Change, origin: Origin): void;
  /** Moves cards: view only, one undo step. */
  move(layout: LayoutChange, label?: string): void;
  undo(): void;
  redo(): void;
  /** Makes the present state the baseline of Changes. */
  markReviewed(): void;
  /** Adds CRDs of the user's own; a file of the same path is replaced. */
  define(files: readonly DefinitionFile[]): Promise<void>;
  /** Takes a file of CRDs away again. */
  undefine(path: string): Promise<void>;
  /** Other CRDs of the user's own, another of Gateway API's channels. */
  equip(equipment: { definitions?: readonly DefinitionFile[]; channel?: Channel }): Promise<void>;
  /** Parts of the catalogue, as they are served. */
  learn(parts: readonly CataloguePart[]): Promise<void>;
  /** Help for the editor: completion, hover, outline and more, for the text as it is now. */
  assist<N extends AssistName>(request: AssistRequest<N>): Promise<AssistResponse<N>>;
  /** The picture of a pattern, for the gallery. */
  picture(pattern: string): Promise<Picture>;
  /** What the fields of a kind are; undefined for a kind that neither the catalogue nor a definition knows. */
  shapeOf(kind: GroupVersionKind): Promise<Shape | undefined>;
  /** Why the API server says what it says; undefined for findings of other origin. */
  explain(finding: Finding): Promise<Explanation | undefined>;

  /** Selects cards, announces it, and (unless `quiet`) asks the editor to show their lines. */
  select(
    ids: readonly ResourceId[],
    options?: { quiet?: boolean; bring?: boolean; focusEditor?: boolean },
  ): void;
  selectEdges(ids: readonly string[]): void;
  /** Shows the text at a place, opening its file. */
  revealPlace(place: Place, options?: { focus?: boolean }): Promise<void>;
  /** Shows a range of a document's text (as findings carry it). */
  revealRange(file: string, document: number, range: Range, options?: { focus?: boolean }): void;
  /** The resource, if any, whose text holds this offset of a file. */
  resourceAt(file: string, offset: number): ResourceId | undefined;

  setView(patch: Partial<ViewState>): void;
  announce(text: string): void;
  notify(notice: Omit<Notice, 'id'>): number;
  dismiss(id: number): void;
}

declare global {
  interface Window {
    /** The studio of this page: for automation, tests, and a look at the state while debugging. */
    trafficStudio: Studio;
  }
}
