/**
 * A layered layout of our own: columns by role, order and heights by the neighbours. It takes a few
 * milliseconds for a thousand cards and grows with n log n, where ELK's crossing minimisation takes seconds
 * from about a thousand cards on; so it serves the first sight of a large workspace and anything above
 * ELK's reach. It places no bends: long lines may pass behind cards.
 */
import type { Columns } from './columns.ts';
import { type LayoutCard, type LayoutLink, type Placement, spacing } from './types.ts';

interface Spot {
  readonly card: LayoutCard;
  y: number;
}

/** One line as seen from one of its ends. */
interface Pull {
  readonly other: Spot;
  /** What to add to the other card's top so that the line runs level. */
  readonly shift: number;
}

interface Layer {
  spots: Spot[];
}

/** Sweeps over all layers; more give no visible gain. */
const sweeps = 4;

/** Places the cards of one group on the columns; the top of the whole is zero. */
export function placeInLayers(
  cards: readonly LayoutCard[],
  links: readonly LayoutLink[],
  { layerOf, x }: Columns,
): Placement {
  const layers: Layer[] = [];
  const spots = new Map<string, Spot>();
  for (const card of cards) {
    const spot: Spot = { card, y: 0 };
    spots.set(card.id, spot);
    const index = layerOf.get(card.id) ?? 0;
    while (layers.length <= index) layers.push({ spots: [] });
    layers[index]?.spots.push(spot);
  }
  for (const layer of layers) stack(layer);
  const { before, behind } = pullsOf(spots, links, layerOf);
  for (let round = 0; round < sweeps; round++) {
    for (const layer of layers) settle(layer, before, true);
    for (const layer of layers.toReversed()) settle(layer, behind, true);
  }
  for (const layer of layers) settle(layer, before, false);
  const both = merge(before, behind);
  for (const layer of layers.toReversed()) settle(layer, both, false);
  return placesOf(layers, x);
}

function stack(layer: Layer): void {
  let y = 0;
  for (const spot of layer.spots) {
    spot.y = y;
    y += spot.card.height + spacing.card;
  }
}

type Pulls = ReadonlyMap<Spot, readonly Pull[]>;

/** What pulls each card from earlier layers (`before`) and from later ones (`behind`). */
function pullsOf(
  spots: ReadonlyMap<string, Spot>,
  links: readonly LayoutLink[],
  layerOf: ReadonlyMap<string, number>,
): { before: Pulls; behind: Pulls } {
  const before = new Map<Spot, Pull[]>();
  const behind = new Map<Spot, Pull[]>();
  for (const link of links) {
    const source = spots.get(link.source);
    const target = spots.get(link.target);
    if (source === undefined || target === undefined || source === target) continue;
    const step = (layerOf.get(link.target) ?? 0) - (layerOf.get(link.source) ?? 0);
    if (step === 0) continue;
    const shift = link.sourceY - link.targetY;
    push(step > 0 ? before : behind, target, { other: source, shift });
    push(step > 0 ? behind : before, source, { other: target, shift: -shift });
  }
  return { before, behind };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function merge(a: Pulls, b: Pulls): Pulls {
  const all = new Map(a);
  for (const [spot, pulls] of b) all.set(spot, [...(a.get(spot) ?? []), ...pulls]);
  return all;
}

/** Brings the cards of a layer level with their neighbours, in their order or (`reorder`) in a better one. */
function settle(layer: Layer, pulls: Pulls, reorder: boolean): void {
  const wishes = new Map<Spot, number>();
  for (const spot of layer.spots) wishes.set(spot, wishOf(spot, pulls.get(spot) ?? []));
  const wish = (spot: Spot) => wishes.get(spot) ?? spot.y;
  if (reorder) layer.spots.sort((a, b) => wish(a) + a.card.height / 2 - (wish(b) + b.card.height / 2));
  spread(layer.spots, wish);
}

function wishOf(spot: Spot, pulls: readonly Pull[]): number {
  if (pulls.length === 0) return spot.y;
  return pulls.reduce((sum, pull) => sum + pull.other.y + pull.shift, 0) / pulls.length;
}

/**
 * The heights nearest to the wishes that keep order and distance: with the room of the cards above taken
 * off, this is isotonic regression, solved by pooling neighbours that are out of order.
 */
function spread(spots: readonly Spot[], wish: (spot: Spot) => number): void {
  const pools: { sum: number; count: number; value: number }[] = [];
  const rooms: number[] = [];
  let room = 0;
  for (const spot of spots) {
    rooms.push(room);
    let pool = { sum: wish(spot) - room, count: 1, value: wish(spot) - room };
    for (let last = pools.at(-1); last !== undefined && last.value >= pool.value; last = pools.at(-1)) {
      pools.pop();
      const sum = last.sum + pool.sum;
      const count = last.count + pool.count;
      pool = { sum, count, value: sum / count };
    }
    pools.push(pool);
    room += spot.card.height + spacing.card;
  }
  let index = 0;
  for (const pool of pools) {
    for (let i = 0; i < pool.count; i++, index++) {
      const spot = spots[index];
      if (spot !== undefined) spot.y = pool.value + (rooms[index] ?? 0);
    }
  }
}

function placesOf(layers: readonly Layer[], x: readonly number[]): Placement {
  const top = Math.min(...layers.flatMap((layer) => layer.spots[0]?.y ?? []));
  const places = new Map<string, { x: number; y: number }>();
  for (const [index, layer] of layers.entries()) {
    for (const spot of layer.spots)
      places.set(spot.card.id, { x: x[index] ?? 0, y: Math.round(spot.y - top) });
  }
  return places;
}
