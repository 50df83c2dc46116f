import type { Family } from '../../core/kinds/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { LayoutCard, LayoutLink, LayoutRequest } from '../../worker/layout/types.ts';
import { framePadding } from './frames.ts';
import type { CanvasCard, CanvasLink, CanvasModel } from './types.ts';

/**
 * Columns by role. TLS shares the first one with classes, since both come before a Gateway; scaling stands
 * behind the workload it acts on; what governs stands where its target does, one step before it.
 */
const columns: Readonly<Record<Family, number>> = {
  config: 0,
  tls: 0,
  gateway: 1,
  route: 2,
  policy: 2,
  ai: 2,
  backend: 3,
  grant: 3,
  other: 3,
  workload: 4,
  scaling: 5,
};

const requests = new WeakMap<CanvasModel, LayoutRequest>();

/** What the layouts need to know of a model. Made once for each. */
export function layoutRequest(model: CanvasModel): LayoutRequest {
  const known = requests.get(model);
  if (known !== undefined) return known;
  const policyColumns = columnsOfPolicies(model);
  const cards = [...model.cards.values()].map((card) => layoutCard(card, policyColumns));
  const links = [...model.links.values()].flatMap((link) => layoutLink(link, model.cards) ?? []);
  const request = { cards, links, frame: framePadding };
  requests.set(model, request);
  return request;
}

function layoutCard(card: CanvasCard, policyColumns: ReadonlyMap<string, number>): LayoutCard {
  return {
    id: card.id,
    width: card.size.width,
    height: card.size.height,
    column: policyColumns.get(card.id) ?? columns[card.family],
    group: card.namespace,
  };
}

function columnsOfPolicies(model: CanvasModel): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const link of model.links.values()) {
    if (link.edge.role !== 'governs') continue;
    const target = model.cards.get(link.edge.to);
    if (target === undefined) continue;
    found.set(link.edge.from, Math.min(found.get(link.edge.from) ?? 9, columns[target.family]));
  }
  return found;
}

/** A line as the layouts see it, from left to right: one that leaves a left side runs back. */
function layoutLink(link: CanvasLink, cards: CanvasModel['cards']): LayoutLink | undefined {
  const source = heightAt(cards, link.source, link.sourceAnchor);
  const target = heightAt(cards, link.target, link.targetAnchor);
  if (source === undefined || target === undefined) return undefined;
  return link.sourceAnchor.startsWith('left')
    ? { source: link.target, sourceY: target, target: link.source, targetY: source }
    : { source: link.source, sourceY: source, target: link.target, targetY: target };
}

function heightAt(cards: CanvasModel['cards'], id: ResourceId, anchor: string): number | undefined {
  const size = cards.get(id)?.size;
  return size?.anchors.find((each) => each.id === anchor)?.y ?? size?.anchors[0]?.y;
}
