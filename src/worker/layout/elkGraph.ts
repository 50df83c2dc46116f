import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { Columns } from './columns.ts';
import { type LayoutCard, type LayoutLink, type Placement, spacing } from './types.ts';

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  // Columns come from partitions, so components must not be packed apart.
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing.column),
  'elk.spacing.nodeNode': String(spacing.card),
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '8',
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};

/**
 * One group as ELK reads it: a port for each height at which lines touch a card. Each of our layers is a
 * partition, so ELK decides order and heights, and the columns run through all groups.
 */
export function elkGraph(
  cards: readonly LayoutCard[],
  links: readonly LayoutLink[],
  { layerOf }: Columns,
): ElkNode {
  const ports = new Map<string, Map<string, ElkPort>>(cards.map((card) => [card.id, new Map()]));
  const widths = new Map(cards.map((card) => [card.id, card.width]));
  const edges: ElkExtendedEdge[] = [];
  for (const [i, link] of links.entries()) {
    const source = portOf(ports, link.source, link.sourceY, widths.get(link.source), 'EAST');
    const target = portOf(ports, link.target, link.targetY, 0, 'WEST');
    if (source !== undefined && target !== undefined) {
      edges.push({ id: `e${i}`, sources: [source.id], targets: [target.id] });
    }
  }
  const children = cards.map((card) => ({
    id: card.id,
    width: card.width,
    height: card.height,
    ports: [...(ports.get(card.id)?.values() ?? [])],
    layoutOptions: {
      'elk.partitioning.partition': String(layerOf.get(card.id) ?? 0),
      'elk.portConstraints': 'FIXED_POS',
    },
  }));
  return { id: 'root', layoutOptions: options, children, edges };
}

function portOf(
  ports: ReadonlyMap<string, Map<string, ElkPort>>,
  card: string,
  y: number,
  x: number | undefined,
  side: 'EAST' | 'WEST',
): ElkPort | undefined {
  const known = ports.get(card);
  if (known === undefined || x === undefined) return undefined;
  const key = `${side}${y}`;
  const old = known.get(key);
  if (old !== undefined) return old;
  const port = { id: `${card} ${key}`, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
  known.set(key, port);
  return port;
}

/** The heights that ELK found, on our columns; the top of the whole is zero. */
export function placesFromElk(graph: ElkNode, { layerOf, x }: Columns): Placement {
  const children = graph.children ?? [];
  const top = Math.min(...children.map((child) => child.y ?? 0));
  return new Map(
    children.map((child) => [
      child.id,
      { x: x[layerOf.get(child.id) ?? 0] ?? 0, y: Math.round((child.y ?? 0) - top) },
    ]),
  );
}
