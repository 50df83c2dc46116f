/**
 * What the canvas shows, without saying how: cards and links, derived from an analysis and the view.
 * Nothing here knows React Flow, the DOM or where a card stands; that is added by `ui/canvas`.
 */
import type { Severity } from '../../core/analysis.ts';
import type { Edge } from '../../core/graph/types.ts';
import type { Chip, Family, IconName } from '../../core/kinds/types.ts';
import type { GroupKind, ResourceId } from '../../core/workspace/types.ts';

export type { Position } from '../../core/actions/types.ts';

/** How a resource is: counts of its findings. */
export interface Health {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** A policy that is shown as a chip on what it governs. */
export interface DockedPolicy extends GroupKind {
  readonly id: ResourceId;
  readonly name: string;
  /** What it does, in the field's words; empty when the kind says nothing. */
  readonly features: readonly Chip[];
  readonly health: Health;
  readonly stale?: string;
}

/** One visible line of a card. */
export interface CanvasRow {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly string[];
  readonly chips: readonly Chip[];
  readonly severity?: Severity;
  /** Policies that govern this row only. */
  readonly policies: readonly DockedPolicy[];
}

/** A resource, or the ghost of one, as a card. */
export interface CanvasCard extends GroupKind {
  readonly id: ResourceId;
  readonly isGhost: boolean;
  readonly namespace: string;
  readonly name: string;
  /** True when several namespaces are in play and this card has one. */
  readonly showsNamespace: boolean;
  readonly family: Family;
  readonly icon: IconName;
  readonly subtitle?: string;
  readonly chips: readonly Chip[];
  readonly rows: readonly CanvasRow[];
  /** Rows that there are beyond the ones that are always shown. */
  readonly foldable: number;
  /** True when the foldable rows are shown too. */
  readonly isUnfolded: boolean;
  /** Every row of the resource to the row that stands for it: itself, or `fold`. */
  readonly rowAnchors: ReadonlyMap<string, string>;
  readonly policies: readonly DockedPolicy[];
  readonly health: Health;
  readonly stale?: string;
  /** For ghosts that are not missing: `Certificate web-tls`. */
  readonly madeBy?: string;
  /** True for a host outside of the cluster. */
  readonly isExternal?: true;
  readonly size: CardSize;
  /** What a screen reader says. */
  readonly label: string;
}

/** Where the parts of a card are, in canvas units from its top left. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
  readonly anchors: readonly Anchor[];
}

/** A point at the side of a card where links begin or end. Its id is the side and the row, if any. */
export interface Anchor {
  readonly id: string;
  readonly side: 'left' | 'right';
  readonly y: number;
  readonly row?: string;
}

/** How a link is drawn. */
export type LinkTone = 'normal' | 'calm' | 'warning' | 'error';

/** A reference as a line between two cards, drawn the way traffic (or cause) runs. */
export interface CanvasLink {
  readonly id: string;
  readonly edge: Edge;
  readonly source: ResourceId;
  /** The row it leaves from, `fold` or `dock`; absent for the card as a whole. */
  readonly sourceRow?: string;
  readonly target: ResourceId;
  readonly targetRow?: string;
  readonly tone: LinkTone;
  /** What is wrong with it, in words. */
  readonly trouble?: string;
  /** What a screen reader says. */
  readonly label: string;
}

/** All that is on the canvas, in the order of the text. Unchanged cards and links keep their identity. */
export interface CanvasModel {
  readonly cards: ReadonlyMap<ResourceId, CanvasCard>;
  readonly links: ReadonlyMap<string, CanvasLink>;
  /** Docked policies to the cards they are shown on. */
  readonly docked: ReadonlyMap<ResourceId, readonly ResourceId[]>;
}
