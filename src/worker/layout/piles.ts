/**
 * Cards that stand below another one (a scaler below its workload, a certificate below its secret) are laid
 * out with it as one tall card, a pile. It takes columns off the picture and keeps together what belongs
 * together.
 */
import { type LayoutCard, type LayoutLink, type Placement, type Position, spacing } from './types.ts';

/** A card with those below it, in the place of one card. */
export interface Pile extends LayoutCard {
  /** Each card of the pile with its distance from the top. */
  readonly members: readonly { readonly id: string; readonly y: number }[];
}

/** Piles in the order of their first cards, and the lines among them. */
export function buildPiles(
  cards: readonly LayoutCard[],
  links: readonly LayoutLink[],
): { readonly piles: readonly Pile[]; readonly links: readonly LayoutLink[] } {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const hosted = new Map<string, LayoutCard[]>();
  const roots: LayoutCard[] = [];
  for (const card of cards) {
    const host = hostOf(card, byId);
    if (host === undefined) roots.push(card);
    else hosted.set(host.id, [...(hosted.get(host.id) ?? []), card]);
  }
  const piles = roots.map((root) => pileOf(root, hosted));
  const places = new Map(
    piles.flatMap((pile) => pile.members.map(({ id, y }) => [id, { pile: pile.id, y }] as const)),
  );
  const between = links.flatMap((link) => {
    const source = places.get(link.source);
    const target = places.get(link.target);
    if (source === undefined || target === undefined || source.pile === target.pile) return [];
    return {
      source: source.pile,
      sourceY: source.y + link.sourceY,
      target: target.pile,
      targetY: target.y + link.targetY,
    };
  });
  return { piles, links: between };
}

/** The card that this one stands below. A ring of cards has no top: its first card is one. */
function hostOf(card: LayoutCard, byId: ReadonlyMap<string, LayoutCard>): LayoutCard | undefined {
  const host = byId.get(card.below ?? '');
  if (host === undefined || host.column !== card.column || host.group !== card.group) return undefined;
  const seen = new Set([card.id]);
  for (let at: LayoutCard | undefined = host; at !== undefined; at = byId.get(at.below ?? '')) {
    if (seen.has(at.id)) return undefined;
    seen.add(at.id);
  }
  return host;
}

function pileOf(root: LayoutCard, hosted: ReadonlyMap<string, readonly LayoutCard[]>): Pile {
  const members: { id: string; y: number }[] = [];
  let [width, y] = [0, 0];
  const add = (card: LayoutCard) => {
    members.push({ id: card.id, y });
    width = Math.max(width, card.width);
    y += card.height + spacing.pile;
    const below = hosted.get(card.id) ?? [];
    for (const each of below.toSorted((a, b) => (a.nearness ?? 0) - (b.nearness ?? 0))) add(each);
  };
  add(root);
  return { ...root, width, height: y - spacing.pile, members };
}

/** The places of the cards of placed piles. */
export function unpile(piles: readonly Pile[], places: Placement): Placement {
  const all = new Map<string, Position>();
  for (const pile of piles) {
    const place = places.get(pile.id);
    if (place === undefined) continue;
    for (const { id, y } of pile.members) all.set(id, { x: place.x, y: place.y + y });
  }
  return all;
}
