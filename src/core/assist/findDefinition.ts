import type { Edge } from '../graph/types.ts';
import { resourceId } from '../workspace/types.ts';
import { valueAt } from '../yaml/path.ts';
import { edgesAt, isOnName, type Point, pointAt } from './place/pointAt.ts';
import { targetOfResource, targetOfRow } from './place/targets.ts';
import type { Assistant, AssistContext, Target } from './types.ts';

/**
 * Where what is named under the cursor is defined: the resource of a reference, its listener or port where that is what
 * is named, the maker of what a controller makes, a namespace, an anchor's resource.
 */
export const findDefinition: Assistant<'definition'> = (context, request) => {
  const point = pointAt(context, request);
  if (point === undefined) return [];
  const namespace = namespaceOf(context, point);
  if (namespace !== undefined) return [namespace];
  const own =
    isOnName(point) && point.resource !== undefined
      ? targetOfResource(context, point.resource.id)
      : undefined;
  if (own !== undefined) return [own];
  return edgesAt(context, point).flatMap((edge) => targetOf(context, edge, point) ?? []);
};

function targetOf(context: AssistContext, edge: Edge, { inner }: Point): Target | undefined {
  const isPart = inner.at(-1) === 'sectionName' || inner.at(-1) === 'port';
  const row = isPart && edge.toRow !== undefined ? targetOfRow(context, edge.to, edge.toRow) : undefined;
  if (row !== undefined) return row;
  const maker = context.analysis.ghosts.get(edge.to)?.madeBy;
  return targetOfResource(context, maker ?? edge.to);
}

/** The Namespace that a `namespace` field names, when it is in the workspace. */
function namespaceOf(context: AssistContext, { inner, isKey, resource }: Point): Target | undefined {
  if (inner.at(-1) !== 'namespace' || isKey || resource === undefined) return undefined;
  const name = valueAt(resource.value, inner);
  return typeof name === 'string'
    ? targetOfResource(context, resourceId('', 'Namespace', '', name))
    : undefined;
}
