import type { AnalysedResource } from '../../analysis.ts';
import type { Edge } from '../../graph/types.ts';
import type { ResourceId } from '../../workspace/types.ts';
import { locate } from '../../yaml/locate.ts';
import type { Path } from '../../yaml/path.ts';
import type { AssistContext, Target } from '../types.ts';
import { documentsOf, inFile } from './documentAt.ts';

/** Where a resource says its name (or, nameless, where it begins). */
export function targetOfResource(context: AssistContext, id: ResourceId): Target | undefined {
  const resource = context.analysis.resources.get(id);
  if (resource === undefined) return undefined;
  return targetAt(context, resource, ['metadata', 'name']) ?? targetAt(context, resource, ['kind']);
}

/** Where a row of a resource stands: the name of a listener, the port of a Service. */
export function targetOfRow(context: AssistContext, id: ResourceId, rowId: string): Target | undefined {
  const resource = context.analysis.resources.get(id);
  const row = resource?.summary.rows.find((each) => each.id === rowId);
  if (resource === undefined || row === undefined) return undefined;
  return targetAt(context, resource, [...row.path, 'name']) ?? targetAt(context, resource, row.path);
}

/** Where a reference says what it names. */
export function targetOfEdge(context: AssistContext, edge: Edge): Target | undefined {
  const holder = context.analysis.resources.get(edge.from);
  if (holder === undefined) return undefined;
  return targetAt(context, holder, [...edge.path, 'name']) ?? targetAt(context, holder, edge.path);
}

/** Where the value at a path of a resource stands; undefined when it is not there. */
export function targetAt(
  context: AssistContext,
  { place }: AnalysedResource,
  path: Path,
): Target | undefined {
  const document = documentsOf(context, place.file)[place.document];
  const tree = context.tree(place.file, place.document);
  if (document === undefined || tree === undefined || tree.text !== document.text) return undefined;
  const located = locate(tree, [...place.path, ...path]);
  return located === undefined ? undefined : { file: place.file, range: inFile(document, located.value) };
}
