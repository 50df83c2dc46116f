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
import { boundsOf, overlaps, type Rect } from './spatial.ts';
import type { Position } from './types.ts';

/** The places of the cards that `known` does not place yet. */
export function placeNewCards(request: LayoutRequest, known: ReadonlyMap<string, Position>): Placement {
  const room = new Room(request, known);
  for (const block of blocksOf(request, known)) room.addBlock(block);
  return room.added;
}

/** New cards that hang together; `isAnchored` when some link leads to a card that has its place. */
interface Block {
  readonly cards: readonly LayoutCard[];
  readonly isAnchored: boolean;
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

  addBlock(block: Block): void {
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

  /** The place nearest to the wish, straight above or below it, that touches nothing. */
  #freeSpot(wish: Rect, group: string, gap: number): Position {
    const near = this.#obstacles(group).filter(
      (each) => each.x < wish.x + wish.width + gap && wish.x < each.x + each.width + gap,
    );
    const heights = [
      wish.y,
      ...near.flatMap((each) => [each.y + each.height + gap, each.y - wish.height - gap]),
    ].sort((a, b) => Math.abs(a - wish.y) - Math.abs(b - wish.y));
    const y = heights.find((at) => !near.some((each) => overlaps({ ...wish, y: at }, each, gap - 1)));
    return { x: wish.x, y: y ?? wish.y };
  }

  /** Cards of the own namespace and of none, and the frames of the others, with room for the own frame. */
  #obstacles(group: string): readonly Rect[] {
    const frames = new Map<string, Rect[]>();
    const obstacles: Rect[] = [];
    for (const [id, rect] of this.#rects) {
      const other = this.#cards.get(id)?.group ?? '';
      if (other === group || other === '') obstacles.push(rect);
      else if (frames.has(other)) frames.get(other)?.push(rect);
      else frames.set(other, [rect]);
    }
    for (const rects of frames.values()) {
      const bounds = boundsOf(rects);
      if (bounds !== undefined) obstacles.push(group === '' ? padded(bounds) : padded(padded(bounds)));
    }
    return obstacles;
  }
}

function sizeOf({ width, height }: LayoutCard): { readonly width: number; readonly height: number } {
  return { width, height };
}

/** New cards by what they hang together with, in the order of the text; groups are not mixed. */
function blocksOf(request: LayoutRequest, known: ReadonlyMap<string, Position>): readonly Block[] {
  const fresh = new Map(request.cards.filter((card) => !known.has(card.id)).map((card) => [card.id, card]));
  const near = new Map<string, string[]>();
  const anchored = new Set<string>();
  const below = request.cards.flatMap((card) =>
    card.below === undefined ? [] : { source: card.id, target: card.below },
  );
  for (const { source, target } of [...request.links, ...below]) {
    const [a, b] = [fresh.get(source), fresh.get(target)];
    if (a !== undefined && b === undefined && known.has(target)) anchored.add(source);
    if (b !== undefined && a === undefined && known.has(source)) anchored.add(target);
    if (a === undefined || b === undefined || a.group !== b.group) continue;
    near.set(source, [...(near.get(source) ?? []), target]);
    near.set(target, [...(near.get(target) ?? []), source]);
  }
  const blocks: Block[] = [];
  const seen = new Set<string>();
  for (const id of fresh.keys()) {
    const ids = reach(id, near, seen);
    if (ids.length === 0) continue;
    blocks.push({
      cards: [...fresh.values()].filter((card) => ids.includes(card.id)),
      isAnchored: ids.some((each) => anchored.has(each)),
    });
  }
  return blocks;
}

function reach(
  start: string,
  near: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): readonly string[] {
  const found: string[] = [];
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    found.push(id);
    queue.push(...(near.get(id) ?? []));
  }
  return found;
}
