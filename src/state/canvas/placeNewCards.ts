/**
 * Finds room for new cards without moving any other: level with the neighbours they are linked to, one
 * column further in the direction of the link, in the nearest gap. Several that are linked only to each
 * other are laid out as a block. Frames of other namespaces are not entered.
 */
import { arrangeFast } from '../../worker/layout/createLayoutEngine.ts';
import {
  type LayoutCard,
  type LayoutLink,
  type LayoutRequest,
  type Placement,
  spacing,
} from '../../worker/layout/types.ts';
import { padded } from './frames.ts';
import { freeSpot } from './freeSpot.ts';
import { type FreshBlock, freshBlocks } from './freshBlocks.ts';
import { boundsOf, type Rect } from './spatial.ts';
import type { Position } from './types.ts';

/** The places of the cards that `known` does not place yet. */
export function placeNewCards(request: LayoutRequest, known: ReadonlyMap<string, Position>): Placement {
  const room = new Room(request, known);
  for (const block of freshBlocks(request, known)) room.addBlock(block);
  return room.added;
}

class Room {
  readonly added = new Map<string, Position>();
  readonly #request: LayoutRequest;
  readonly #cards: ReadonlyMap<string, LayoutCard>;
  readonly #rects = new Map<string, Rect>();
  readonly #links = new Map<string, LayoutLink[]>();

  constructor(request: LayoutRequest, known: ReadonlyMap<string, Position>) {
    this.#request = request;
    this.#cards = new Map(request.cards.map((card) => [card.id, card]));
    for (const card of request.cards) {
      const place = known.get(card.id);
      if (place !== undefined) this.#rects.set(card.id, { ...place, width: card.width, height: card.height });
    }
    for (const link of request.links) {
      for (const id of [link.source, link.target]) {
        const list = this.#links.get(id);
        if (list === undefined) this.#links.set(id, [link]);
        else list.push(link);
      }
    }
  }

  addBlock(block: FreshBlock): void {
    if (block.isAnchored || block.cards.length === 1) this.#addOneByOne(block.cards);
    else this.#addAsBlock(block.cards);
  }

  /** Those with placed neighbours first, since they give the others theirs. */
  #addOneByOne(cards: readonly LayoutCard[]): void {
    const waiting = new Set(cards);
    while (waiting.size > 0) {
      const next = [...waiting].find((card) => this.#isDrawn(card)) ?? [...waiting][0];
      if (next === undefined) return;
      waiting.delete(next);
      const gap = this.#rects.has(next.below ?? '') ? spacing.pile : spacing.card;
      this.#put(next, this.#freeSpot(this.#wish(next), next.group, gap));
    }
  }

  #addAsBlock(cards: readonly LayoutCard[]): void {
    const ids = new Set(cards.map((card) => card.id));
    const links = this.#request.links.filter((link) => ids.has(link.source) && ids.has(link.target));
    const places = arrangeFast({ ...this.#request, cards, links });
    const inside = cards.map((card) => ({ ...(places.get(card.id) ?? { x: 0, y: 0 }), ...sizeOf(card) }));
    const bounds = boundsOf(inside);
    const first = cards[0];
    if (bounds === undefined || first === undefined) return;
    const start = this.#below(first, bounds);
    const spot = this.#freeSpot(start, first.group, spacing.card);
    for (const card of cards) {
      const place = places.get(card.id) ?? { x: 0, y: 0 };
      this.#put(card, { x: spot.x + place.x - bounds.x, y: spot.y + place.y - bounds.y });
    }
  }

  #put(card: LayoutCard, place: Position): void {
    const at = { x: Math.round(place.x), y: Math.round(place.y) };
    this.added.set(card.id, at);
    this.#rects.set(card.id, { ...at, ...sizeOf(card) });
  }

  #isDrawn(card: LayoutCard): boolean {
    return this.#rects.has(card.below ?? '') || this.#pulls(card).length > 0;
  }

  /** Where each placed neighbour would like the card to be. */
  #pulls(card: LayoutCard): readonly (Position & { readonly side: 'before' | 'behind' })[] {
    return (this.#links.get(card.id) ?? []).flatMap((link) => {
      const isTarget = link.target === card.id;
      const other = this.#rects.get(isTarget ? link.source : link.target);
      if (other === undefined) return [];
      return isTarget
        ? {
            side: 'behind' as const,
            x: other.x + other.width + spacing.column,
            y: other.y + link.sourceY - link.targetY,
          }
        : {
            side: 'before' as const,
            x: other.x - spacing.column - card.width,
            y: other.y + link.targetY - link.sourceY,
          };
    });
  }

  #wish(card: LayoutCard): Rect {
    const host = this.#rects.get(card.below ?? '');
    if (host !== undefined) return { x: host.x, y: host.y + host.height + spacing.pile, ...sizeOf(card) };
    const pulls = this.#pulls(card);
    if (pulls.length === 0) return this.#below(card, sizeOf(card));
    const behind = pulls.filter((pull) => pull.side === 'behind');
    const x =
      behind.length > 0
        ? Math.max(...behind.map((pull) => pull.x))
        : Math.min(...pulls.map((pull) => pull.x));
    const y = pulls.reduce((sum, pull) => sum + pull.y, 0) / pulls.length;
    return { x: this.#snapToColumn(card, x), y, ...sizeOf(card) };
  }

  /** The left edge of a card of the same column nearby, so that columns stay straight. */
  #snapToColumn(card: LayoutCard, x: number): number {
    let best = x;
    for (const [id, rect] of this.#rects) {
      const other = this.#cards.get(id);
      if (other?.column !== card.column || other.group !== card.group) continue;
      if (Math.abs(rect.x - x) < Math.min(spacing.column, best === x ? Infinity : Math.abs(best - x)))
        best = rect.x;
    }
    return best;
  }

  /** Without neighbours: below its own kind of cards, else below its namespace, else below everything. */
  #below(card: LayoutCard, size: { readonly width: number; readonly height: number }): Rect {
    const peers = this.#rectsWhere((each) => each.column === card.column && each.group === card.group);
    const group = peers.length > 0 ? peers : this.#rectsWhere((each) => each.group === card.group);
    const around = boundsOf(group.length > 0 ? group : this.#rects.values());
    if (around === undefined) return { x: 0, y: 0, width: size.width, height: size.height };
    const gap = group.length > 0 ? spacing.card : spacing.group + 44;
    return { x: around.x, y: around.y + around.height + gap, width: size.width, height: size.height };
  }

  #rectsWhere(test: (card: LayoutCard) => boolean): readonly Rect[] {
    return [...this.#rects].flatMap(([id, rect]) => {
      const card = this.#cards.get(id);
      return card !== undefined && test(card) ? rect : [];
    });
  }

  #freeSpot(wish: Rect, group: string, gap: number): Position {
    const own = boundsOf(this.#rectsWhere((card) => card.group === group));
    return freeSpot(
      wish,
      { ...this.#obstacles(group), ...(group === '' || own === undefined ? {} : { own }) },
      gap,
    );
  }

  /** Cards that must not be covered; and what the frame of a namespace must not touch. */
  #obstacles(group: string): { readonly cards: readonly Rect[]; readonly frames: readonly Rect[] } {
    const groups = new Map<string, Rect[]>();
    const cards: Rect[] = [];
    const loose: Rect[] = [];
    for (const [id, rect] of this.#rects) {
      const other = this.#cards.get(id)?.group ?? '';
      if (other === group) cards.push(rect);
      else if (other === '') loose.push(rect);
      else groups.set(other, [...(groups.get(other) ?? []), rect]);
    }
    const frames = [...groups.values()].flatMap((rects) => {
      const bounds = boundsOf(rects);
      return bounds === undefined ? [] : padded(bounds);
    });
    return { cards, frames: [...frames, ...loose] };
  }
}

function sizeOf({ width, height }: LayoutCard): { readonly width: number; readonly height: number } {
  return { width, height };
}
