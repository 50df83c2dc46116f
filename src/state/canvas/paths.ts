/**
 * What lies on a path: everything that traffic (or cause) reaches from a card, and everything it comes from.
 * A step from a row goes on from that row only, so a listener does not drag in its neighbour's routes.
 */
import type { ResourceId } from '../../core/workspace/types.ts';
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
  const index = indexLinks(links);
  const path: Found = { cards: new Set(cards), links: new Set() };
  for (const id of cards) {
    walk(index, path, { card: id }, 'forward');
    walk(index, path, { card: id }, 'backward');
  }
  for (const id of through) {
    const link = links.get(id);
    if (link === undefined) continue;
    path.links.add(id);
    path.cards.add(link.source).add(link.target);
    walk(index, path, { card: link.target, row: link.targetRow }, 'forward');
    walk(index, path, { card: link.source, row: link.sourceRow }, 'backward');
  }
  return path;
}

interface Found {
  readonly cards: Set<ResourceId>;
  readonly links: Set<string>;
}

interface Stop {
  readonly card: ResourceId;
  /** Only links of this row, and of the card as a whole, go on. */
  readonly row?: string | undefined;
}

function walk(index: LinkIndex, path: Found, from: Stop, direction: 'forward' | 'backward'): void {
  const seen = new Set<string>();
  const queue: Stop[] = [from];
  for (let stop = queue.pop(); stop !== undefined; stop = queue.pop()) {
    const key = `${stop.row ?? ''} ${stop.card}`;
    if (seen.has(key)) continue;
    seen.add(key);
    path.cards.add(stop.card);
    for (const link of linksAt(index, stop, direction)) {
      path.links.add(link.id);
      queue.push(
        direction === 'forward'
          ? { card: link.target, row: link.targetRow }
          : { card: link.source, row: link.sourceRow },
      );
    }
  }
}

function linksAt(
  index: LinkIndex,
  { card, row }: Stop,
  direction: 'forward' | 'backward',
): readonly CanvasLink[] {
  const all = (direction === 'forward' ? index.leaving : index.entering).get(card) ?? [];
  if (row === undefined) return all;
  return all.filter((link) => {
    const at = direction === 'forward' ? link.sourceRow : link.targetRow;
    return at === undefined || at === row;
  });
}
