/**
 * What lies on a path: everything that traffic reaches from a card and everything it comes from, and what
 * serves those (certificates, classes, scalers). A step from a row goes on from that row only, so a listener
 * does not drag in its neighbour's routes; what serves several does not drag in the others.
 */
import type { ResourceId } from '../../core/workspace/types.ts';
import { satelliteOf } from './satelliteOf.ts';
import type { CanvasLink, CanvasModel } from './types.ts';

/** Cards and links of one path. */
export interface CanvasPath {
  readonly cards: ReadonlySet<ResourceId>;
  readonly links: ReadonlySet<string>;
}

/** Links by the card they leave and the card they enter. */
export interface LinkIndex {
  readonly leaving: ReadonlyMap<ResourceId, readonly CanvasLink[]>;
  readonly entering: ReadonlyMap<ResourceId, readonly CanvasLink[]>;
}

const indexes = new WeakMap<CanvasModel['links'], LinkIndex>();

/** Both directions of all links; made once for each map of links. */
export function indexLinks(links: CanvasModel['links']): LinkIndex {
  const known = indexes.get(links);
  if (known !== undefined) return known;
  const leaving = new Map<ResourceId, CanvasLink[]>();
  const entering = new Map<ResourceId, CanvasLink[]>();
  for (const link of links.values()) {
    push(leaving, link.source, link);
    push(entering, link.target, link);
  }
  const index = { leaving, entering };
  indexes.set(links, index);
  return index;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Everything on a path through these cards and links. */
export function pathThrough(
  links: CanvasModel['links'],
  cards: readonly ResourceId[],
  through: readonly string[] = [],
): CanvasPath {
  const walker = new Walker(indexLinks(links));
  for (const card of cards) walker.walkFrom(card);
  for (const id of through) {
    const link = links.get(id);
    if (link !== undefined) walker.walkAlong(link);
  }
  return walker;
}

type Direction = 'forward' | 'backward';

interface Stop {
  readonly card: ResourceId;
  /** Only links of this row, and of the card as a whole, go on. */
  readonly row: string | undefined;
}

class Walker implements CanvasPath {
  readonly cards = new Set<ResourceId>();
  readonly links = new Set<string>();
  readonly #index: LinkIndex;
  readonly #seen = new Set<string>();

  constructor(index: LinkIndex) {
    this.#index = index;
  }

  /** A card and, when it only serves others, the paths of those. */
  walkFrom(card: ResourceId): void {
    this.#walk({ card, row: undefined }, 'forward');
    this.#walk({ card, row: undefined }, 'backward');
    for (const link of this.#linksOf(card)) {
      const pair = satelliteOf(link);
      if (pair?.satellite !== card || this.links.has(link.id)) continue;
      this.links.add(link.id);
      if (!this.cards.has(pair.host)) this.walkFrom(pair.host);
    }
  }

  walkAlong(link: CanvasLink): void {
    this.links.add(link.id);
    this.cards.add(link.source).add(link.target);
    const pair = satelliteOf(link);
    if (pair !== undefined) {
      this.walkFrom(pair.host);
      this.#serve({ card: pair.satellite, row: undefined });
      return;
    }
    this.#walk({ card: link.target, row: link.targetRow }, 'forward');
    this.#walk({ card: link.source, row: link.sourceRow }, 'backward');
  }

  #linksOf(card: ResourceId): readonly CanvasLink[] {
    return [...(this.#index.leaving.get(card) ?? []), ...(this.#index.entering.get(card) ?? [])];
  }

  #walk(from: Stop, direction: Direction): void {
    const queue: Stop[] = [from];
    for (let stop = queue.pop(); stop !== undefined; stop = queue.pop()) {
      const key = `${direction} ${stop.row ?? ''} ${stop.card}`;
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.cards.add(stop.card);
      this.#serve(stop);
      for (const link of this.#next(stop, direction)) {
        this.links.add(link.id);
        queue.push(
          direction === 'forward'
            ? { card: link.target, row: link.targetRow }
            : { card: link.source, row: link.sourceRow },
        );
      }
    }
  }

  /** Links that carry traffic on from a stop. */
  #next({ card, row }: Stop, direction: Direction): readonly CanvasLink[] {
    const all = (direction === 'forward' ? this.#index.leaving : this.#index.entering).get(card) ?? [];
    return all.filter((link) => {
      const at = direction === 'forward' ? link.sourceRow : link.targetRow;
      return satelliteOf(link) === undefined && (row === undefined || at === undefined || at === row);
    });
  }

  /** Adds what serves a stop, and what serves that. */
  #serve({ card, row }: Stop): void {
    const key = `serve ${row ?? ''} ${card}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    for (const link of this.#linksOf(card)) {
      const pair = satelliteOf(link);
      if (pair?.host !== card) continue;
      const at = link.source === card ? link.sourceRow : link.targetRow;
      if (row !== undefined && at !== undefined && at !== row) continue;
      this.links.add(link.id);
      this.cards.add(pair.satellite);
      this.#serve({ card: pair.satellite, row: undefined });
    }
  }
}
