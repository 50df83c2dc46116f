import type { ResourceId } from '../../core/workspace/types.ts';
import { sumHealth } from './health.ts';
import { boundsOf, type Rect } from './spatial.ts';
import type { CanvasCard, Health, Position } from './types.ts';

/** A region around the cards of one namespace. */
export interface Frame {
  readonly namespace: string;
  readonly rect: Rect;
  readonly cards: readonly ResourceId[];
  readonly health: Health;
}

/** Room between the cards of a frame and its border; the label stands in the upper one. */
export const framePadding = { side: 28, top: 44, bottom: 28 } as const;

/** Frames around the cards of each namespace, in the order of the cards. Cluster-scoped cards have none. */
export function framesOf(
  cards: Iterable<CanvasCard>,
  placeOf: (id: ResourceId) => Position | undefined,
): readonly Frame[] {
  const groups = new Map<string, { card: CanvasCard; rect: Rect }[]>();
  for (const card of cards) {
    const place = placeOf(card.id);
    if (card.namespace === '' || place === undefined) continue;
    const rect = { ...place, width: card.size.width, height: card.size.height };
    const group = groups.get(card.namespace);
    if (group === undefined) groups.set(card.namespace, [{ card, rect }]);
    else group.push({ card, rect });
  }
  return [...groups].flatMap(([namespace, members]) => {
    const bounds = boundsOf(members.map((member) => member.rect));
    if (bounds === undefined) return [];
    return {
      namespace,
      rect: padded(bounds),
      cards: members.map((member) => member.card.id),
      health: sumHealth(members.map((member) => healthWithPolicies(member.card))),
    };
  });
}

/** A card's rectangle grown to what its frame takes around it. */
export function padded(rect: Rect): Rect {
  const { side, top, bottom } = framePadding;
  return {
    x: rect.x - side,
    y: rect.y - top,
    width: rect.width + 2 * side,
    height: rect.height + top + bottom,
  };
}

function healthWithPolicies(card: CanvasCard): Health {
  const policies = [...card.policies, ...card.rows.flatMap((row) => row.policies)];
  return sumHealth([card.health, ...policies.map((policy) => policy.health)]);
}
