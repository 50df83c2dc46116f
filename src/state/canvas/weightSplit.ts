/** The references that share one stream of traffic, and what a new weight of one means for the others. */
import type { Edge } from '../../core/graph/types.ts';
import { pathStartsWith } from '../../core/yaml/path.ts';

export interface WeightSplit {
  /** The references of one list and rank, in its order. */
  readonly edges: readonly Edge[];
  /** What the weights add up to; 100 when none is written, as `set-weight` will write them. */
  readonly sum: number;
}

/** The split that a reference takes part in; undefined when it is alone. */
export function splitOf(edges: Iterable<Edge>, edge: Edge): WeightSplit | undefined {
  const list = edge.path.slice(0, -1);
  const siblings = [...edges].filter(
    (each) =>
      each.from === edge.from &&
      each.reference === edge.reference &&
      each.rank === edge.rank &&
      each.path.length === edge.path.length &&
      pathStartsWith(each.path, list),
  );
  if (siblings.length < 2) return undefined;
  const isBare = siblings.every((each) => each.weight === undefined);
  const sum = siblings.reduce((total, each) => total + (each.weight ?? 1), 0);
  return { edges: siblings, sum: isBare || sum === 0 ? 100 : sum };
}

/** The weight nearest to a share in percent; the sum decides how fine the steps are. */
export function weightFor(split: WeightSplit, percent: number): number {
  return Math.round((Math.max(0, Math.min(100, percent)) / 100) * split.sum);
}

/** Percent of every reference of a split once one has a weight; the others keep their proportions. */
export function previewSplit(split: WeightSplit, edge: Edge, weight: number): ReadonlyMap<string, number> {
  const percent = (weight / split.sum) * 100;
  const others = split.edges.filter((each) => each.id !== edge.id);
  const rest = others.reduce((total, each) => total + shareOf(each), 0);
  const preview = new Map([[edge.id, percent]]);
  for (const each of others) {
    const part = rest > 0 ? shareOf(each) / rest : 1 / others.length;
    preview.set(each.id, (100 - percent) * part);
  }
  return preview;
}

function shareOf(edge: Edge): number {
  return edge.share ?? 0;
}
