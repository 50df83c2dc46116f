/**
 * What the hand is doing on the canvas right now: dragging cards, a connection, a weight; pointing at a link.
 * All of it is gone when the gesture ends, with at most one action or one move left behind.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TargetVerdict } from '../../core/actions/legality.ts';
import type { GroupKind, ResourceId } from '../../core/workspace/types.ts';
import type { Anchor, Position } from '../../state/canvas/types.ts';
import type { CardPoint } from '../../state/types.ts';

/** A point of the window. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

/** A connection on its way, or a palette item over the canvas: what each card would make of it. */
export interface Offer {
  readonly type: 'connection' | 'kind';
  readonly from?: CardPoint;
  /** The side of the card that a connection was drawn from. */
  readonly side?: Anchor['side'];
  readonly kind?: GroupKind;
  readonly verdicts: ReadonlyMap<ResourceId, TargetVerdict>;
  /** What is under the pointer. */
  readonly over: CardPoint | null;
}

/** What a right-click or the menu key was on. */
export type MenuSubject =
  | { readonly type: 'card'; readonly point: CardPoint }
  | { readonly type: 'policy'; readonly id: ResourceId }
  | { readonly type: 'link'; readonly id: string }
  | { readonly type: 'canvas' };

/** A choice among the meanings of one connection. */
export interface Pick {
  readonly at: WindowPoint;
  readonly title: string;
  readonly options: readonly { readonly label: string; run(): void }[];
}

export interface Gestures {
  /** Places of cards that are being dragged. */
  readonly dragged: ReadonlyMap<string, Position> | null;
  readonly offer: Offer | null;
  /** Percent of links whose weight is being dragged, and of their siblings. */
  readonly weights: ReadonlyMap<string, number> | null;
  readonly hovered: { readonly type: 'card' | 'link'; readonly id: string } | null;
  /** The card that has, or had last, the focus. */
  readonly current: ResourceId | null;
  /** True while arrows move the card instead of the focus. */
  readonly isMoving: boolean;
  readonly menu: { readonly at: WindowPoint; readonly subject: MenuSubject } | null;
  readonly pick: Pick | null;
  /** The link whose trouble is explained; `isHeld` when it was asked for, not only pointed at. */
  readonly trouble: { readonly id: string; readonly at: WindowPoint; readonly isHeld: boolean } | null;
  /** True while the view moves: what passes under the pointer is not pointed at. */
  readonly isPanning: boolean;
  /** True when the canvas is so far out that cards show only icon, name and health. */
  readonly isFar: boolean;
  /** True when a large canvas is so far out that a card is a few pixels. */
  readonly isOverview: boolean;
}

export type GestureStore = StoreApi<Gestures>;

/** A store for one canvas. */
export function createGestures(): GestureStore {
  return createStore<Gestures>(() => ({
    dragged: null,
    offer: null,
    weights: null,
    hovered: null,
    current: null,
    isMoving: false,
    menu: null,
    pick: null,
    trouble: null,
    isPanning: false,
    isFar: false,
    isOverview: false,
  }));
}
