/**
 * The graph of a workspace: every declared reference as an edge, what is referred to and absent as a ghost.
 * Edges that stay equal stay the same objects, so that only what changed is sent and drawn again.
 */
import type { AnalysedResource } from '../kinds/summarise.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { ResourceId } from '../workspace/types.ts';
import { extractReferences } from './extractReferences.ts';
import { Linker } from './linker.ts';
import { podLabels } from './selectLabels.ts';
import type { Edge, Graph } from './types.ts';

/** A graph with the linker that made it. */
export interface LinkedGraph extends Graph {
  readonly linker: Linker;
}

/** What a resource shows to those that refer to it. Two equal faces resolve references equally. */
export function faceOf({ group, kind, value, summary }: AnalysedResource): string {
  const isGrant = kind === 'ReferenceGrant';
  const metadata = isRecord(value.metadata) ? value.metadata.labels : undefined;
  const ends = summary.rows.map((row) => [row.id, row.section, row.port]);
  const makes = extractReferences(group, kind, value).flatMap((each) =>
    each.type === 'object' && each.declaration.role === 'makes' ? [each.name] : [],
  );
  return JSON.stringify([metadata, podLabels(value, group, kind), ends, makes, isGrant ? value.spec : null]);
}

/** One pass over all resources. `before` gives its edges again where they are equal. */
export function linkReferences(
  resources: ReadonlyMap<ResourceId, AnalysedResource>,
  before?: Graph,
): LinkedGraph {
  const linker = new Linker(resources);
  const edges = new Map<string, Edge>();
  for (const resource of resources.values()) {
    for (const edge of linker.link(resource)) edges.set(edge.id, keepEqual(before?.edges.get(edge.id), edge));
  }
  return { linker, edges, ghosts: linker.ghosts(edges.values(), before?.ghosts) };
}

/**
 * Resolves the references of a few resources again; right only while all faces and identities are the same. `order`: of
 * all resources, as they stand in the text.
 */
export function relinkSome(
  changed: readonly AnalysedResource[],
  before: LinkedGraph,
  order: Iterable<ResourceId>,
): LinkedGraph {
  const { linker } = before;
  const fresh = new Map(changed.map((resource) => [resource.id, linker.link(resource)]));
  const edges = new Map<string, Edge>();
  for (const edge of before.edges.values()) {
    const own = fresh.get(edge.from);
    if (own === undefined) edges.set(edge.id, edge);
    else if (!edges.has(own[0]?.id ?? ''))
      for (const each of own) edges.set(each.id, keepEqual(before.edges.get(each.id), each));
  }
  // A resource that had no references has no place among the others yet.
  const late = [...fresh.values()].flat().filter(({ id }) => !edges.has(id));
  const all = late.length === 0 ? edges : inOrder([...edges.values(), ...late], order);
  return { linker, edges: all, ghosts: linker.ghosts(all.values(), before.ghosts) };
}

function inOrder(edges: readonly Edge[], order: Iterable<ResourceId>): ReadonlyMap<string, Edge> {
  const places = new Map([...order].map((id, i) => [id, i]));
  const placeOf = ({ from }: Edge) => places.get(from) ?? 0;
  // The sort is stable: the references of one resource stay in the order of its declarations.
  return new Map(edges.toSorted((a, b) => placeOf(a) - placeOf(b)).map((edge) => [edge.id, edge]));
}

function keepEqual(old: Edge | undefined, edge: Edge): Edge {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(edge) ? old : edge;
}
