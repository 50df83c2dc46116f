import type { Edge } from '../graph/types.ts';
import type { ResourceId } from '../workspace/types.ts';
import { edgesAt, isOnIdentity, type Point, pointAt } from './place/pointAt.ts';
import { targetOfEdge, targetOfResource, targetOfRow } from './place/targets.ts';
import type { Assistant, AssistContext, Target } from './types.ts';

/** What is looked for: a resource, or one row of it. */
interface Wanted {
  readonly id: ResourceId;
  readonly row?: string;
}

/**
 * Every place that names the resource under the cursor: the one a reference names, or the one whose name, kind or
 * apiVersion it is. On a listener, port or rule: the places that name just that.
 */
export const findReferences: Assistant<'references'> = (context, request) => {
  const point = pointAt(context, request);
  const wanted = point === undefined ? [] : wantedAt(context, point);
  const found = new Map<string, Target>();
  for (const each of wanted) {
    const definition = request.withDefinition ? definitionOf(context, each) : undefined;
    if (definition !== undefined) note(found, definition);
    for (const edge of context.analysis.edges.values()) {
      const target = isOf(edge, each) ? targetOfEdge(context, edge) : undefined;
      if (target !== undefined) note(found, target);
    }
  }
  return [...found.values()];
};

function wantedAt(context: AssistContext, point: Point): readonly Wanted[] {
  const { resource, inner } = point;
  if (resource === undefined) return [];
  if (isOnIdentity(point)) return [{ id: resource.id }];
  const row = resource.summary.rows.find(
    (each) =>
      each.path.length + 1 === inner.length &&
      isNamed(inner.at(-1)) &&
      each.path.every((step, i) => step === inner[i]),
  );
  if (row?.section !== undefined || row?.port !== undefined) return [{ id: resource.id, row: row.id }];
  const isPart = inner.at(-1) === 'sectionName' || inner.at(-1) === 'port';
  return edgesAt(context, point).map((edge) =>
    isPart && edge.toRow !== undefined ? { id: edge.to, row: edge.toRow } : { id: edge.to },
  );
}

function isNamed(step: string | number | undefined): boolean {
  return step === 'name' || step === 'port';
}

function isOf(edge: Edge, { id, row }: Wanted): boolean {
  return edge.to === id && (row === undefined || edge.toRow === row);
}

function definitionOf(context: AssistContext, { id, row }: Wanted): Target | undefined {
  return row === undefined ? targetOfResource(context, id) : targetOfRow(context, id, row);
}

function note(found: Map<string, Target>, target: Target): void {
  found.set(`${target.range.start} ${target.range.end} ${target.file}`, target);
}
