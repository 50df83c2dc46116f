import type { Position } from '../../core/actions/types.ts';

export type { Position };

/** A card to be placed. */
export interface LayoutCard {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Cards of a lower column stand left of those of a higher one: class, gateway, route, backend, workload. */
  readonly column: number;
  /** The namespace; empty for what is scoped to the cluster. Groups do not overlap. */
  readonly group: string;
  /** The card of the same column and group that this one stands below, as a scaler below its workload. */
  readonly below?: string;
  /** Among those below the same card, lower ones stand nearer to it. */
  readonly nearness?: number;
}

/** A line from left to right, with the height at which it touches each card. */
export interface LayoutLink {
  readonly source: string;
  readonly sourceY: number;
  readonly target: string;
  readonly targetY: number;
}

/** What is to be placed, in the order of the text. */
export interface LayoutRequest {
  readonly cards: readonly LayoutCard[];
  readonly links: readonly LayoutLink[];
  /** Room that a group takes around its cards. */
  readonly frame: { readonly side: number; readonly top: number; readonly bottom: number };
}

/** Top left corners. */
export type Placement = ReadonlyMap<string, Position>;

/** A group whose cards stand on the shared columns; its top is zero. */
export interface PlacedGroup {
  readonly name: string;
  readonly cards: readonly LayoutCard[];
  readonly places: Placement;
}

/** Distances that all layouts keep. */
export const spacing = { column: 84, card: 24, pile: 16, group: 24 } as const;
