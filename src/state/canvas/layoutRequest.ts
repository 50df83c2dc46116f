import type { Family } from '../../core/kinds/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { LayoutCard, LayoutLink, LayoutRequest } from '../../worker/layout/types.ts';
import { framePadding } from './frames.ts';
import { satelliteOf } from './satelliteOf.ts';
import type { CanvasCard, CanvasLink, CanvasModel } from './types.ts';

/**
 * Columns by role. TLS shares the first one with classes, since both come before a Gateway, and scaling the
 * last one with the workloads it acts on: what belongs to a card of its own column stands below it.
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
  scaling: 4,
};

/** Families that make several columns of one when they refer to each other: a Gateway and its ListenerSets. */
const spread: ReadonlySet<Family> = new Set(['gateway', 'ai']);

/** What acts on a card stands nearer to it than what it merely uses. */
const nearness: Readonly<Partial<Record<Family, number>>> = { tls: 1, config: 2 };

const requests = new WeakMap<CanvasModel, LayoutRequest>();

/** What the layouts need to know of a model. Made once for each. */
export function layoutRequest(model: CanvasModel): LayoutRequest {
  const known = requests.get(model);
  if (known !== undefined) return known;
  const columnOf = columnsOf(model);
  const below = hostsOf(model, columnOf);
  const cards = [...model.cards.values()].map((card) => layoutCard(card, columnOf, below));
  const links = [...model.links.values()].flatMap((link) => layoutLink(link, model.cards, columnOf) ?? []);
  const request = { cards, links, frame: framePadding };
  requests.set(model, request);
  return request;
}

function layoutCard(
  card: CanvasCard,
  columnOf: ReadonlyMap<ResourceId, number>,
  below: ReadonlyMap<ResourceId, ResourceId>,
): LayoutCard {
  const host = below.get(card.id);
  return {
    id: card.id,
    width: card.size.width,
    height: card.size.height,
    column: columnOf.get(card.id) ?? 0,
    group: card.namespace,
    ...(host === undefined ? {} : { below: host, nearness: nearness[card.family] ?? 0 }),
  };
}

/** Where each card stands: by its family, or with what it serves. */
function columnsOf(model: CanvasModel): ReadonlyMap<ResourceId, number> {
  const found = new Map<ResourceId, number>();
  for (const card of model.cards.values()) found.set(card.id, columns[card.family]);
  for (const [id, column] of servedColumns(model)) found.set(id, column);
  return found;
}

/**
 * A policy with a card of its own stands with the first thing it governs. A ConfigMap or Secret that nothing
 * up to the Gateway uses stands with the first thing that does, so its lines do not cross the whole canvas.
 */
function servedColumns(model: CanvasModel): ReadonlyMap<ResourceId, number> {
  const served = new Map<ResourceId, number>();
  for (const link of model.links.values()) {
    const pair = satelliteOf(link);
    const host = model.cards.get(pair?.host ?? link.target);
    const satellite = model.cards.get(pair?.satellite ?? link.source);
    if (pair === undefined || host === undefined || satellite === undefined) continue;
    if (link.edge.role !== 'governs' && columns[satellite.family] !== 0) continue;
    const column = columns[host.family];
    served.set(satellite.id, Math.min(served.get(satellite.id) ?? column, column));
  }
  for (const [id, column] of served) {
    const family = model.cards.get(id)?.family;
    if (column === 1 && family !== 'policy') served.delete(id);
  }
  return served;
}

/** For each card that serves another one of its column: the first of those, below which it stands. */
function hostsOf(
  model: CanvasModel,
  columnOf: ReadonlyMap<ResourceId, number>,
): ReadonlyMap<ResourceId, ResourceId> {
  const below = new Map<ResourceId, ResourceId>();
  for (const link of model.links.values()) {
    const pair = satelliteOf(link);
    if (pair === undefined || below.has(pair.satellite)) continue;
    const { satellite, host } = pair;
    if (!isBeside(model.cards, satellite, host, columnOf)) continue;
    if (model.cards.get(satellite)?.namespace === model.cards.get(host)?.namespace)
      below.set(satellite, host);
  }
  return below;
}

/** True when two cards share a column and are not to be spread over several. */
function isBeside(
  cards: CanvasModel['cards'],
  source: ResourceId,
  target: ResourceId,
  columnOf: ReadonlyMap<ResourceId, number>,
): boolean {
  const [a, b] = [cards.get(source), cards.get(target)];
  if (a === undefined || b === undefined || columnOf.get(source) !== columnOf.get(target)) return false;
  return !(spread.has(a.family) && spread.has(b.family));
}

/** A line as the layouts see it. Inside a column it pulls nothing and makes no further column. */
function layoutLink(
  link: CanvasLink,
  cards: CanvasModel['cards'],
  columnOf: ReadonlyMap<ResourceId, number>,
): LayoutLink | undefined {
  const { source, target } = link;
  const sourceY = heightAt(cards, source, link.sourceRow);
  const targetY = heightAt(cards, target, link.targetRow);
  if (sourceY === undefined || targetY === undefined) return undefined;
  if (isBeside(cards, source, target, columnOf)) return undefined;
  const isBack = (columnOf.get(target) ?? 0) < (columnOf.get(source) ?? 0);
  return isBack
    ? { source: target, sourceY: targetY, target: source, targetY: sourceY }
    : { source, sourceY, target, targetY };
}

function heightAt(cards: CanvasModel['cards'], id: ResourceId, row: string | undefined): number | undefined {
  const size = cards.get(id)?.size;
  return (size?.anchors.find((anchor) => anchor.row === row) ?? size?.anchors[0])?.y;
}
