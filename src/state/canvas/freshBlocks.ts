import type { LayoutCard, LayoutRequest } from '../../worker/layout/types.ts';
import type { Position } from './types.ts';

/** New cards that hang together; `isAnchored` when some link leads to a card that has its place. */
export interface FreshBlock {
  readonly cards: readonly LayoutCard[];
  readonly isAnchored: boolean;
}

/** New cards by what they hang together with, in the order of the text; groups are not mixed. */
export function freshBlocks(
  request: LayoutRequest,
  known: ReadonlyMap<string, Position>,
): readonly FreshBlock[] {
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
  const blocks: FreshBlock[] = [];
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
