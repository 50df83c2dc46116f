import type { Analysis } from '../../core/analysis.ts';
import type { Edge } from '../../core/graph/types.ts';
import { kindOf } from '../../core/kinds/registry.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { formatPath } from '../../core/yaml/path.ts';

/** A reference that names one of the resources in question. */
export interface IncomingReference {
  readonly edge: Edge;
  /** `HTTPRoute shop`. */
  readonly holder: string;
  /** `spec.rules[0].backendRefs[0]`. */
  readonly path: string;
  readonly file: string;
}

/**
 * The references from outside to any of these resources. Labels that happen to select one are no references
 * to it: nothing has to be removed when it goes.
 */
export function referencesTo(
  analysis: Pick<Analysis, 'edges' | 'resources'>,
  ids: readonly ResourceId[],
): readonly IncomingReference[] {
  const going = new Set<ResourceId>(ids);
  const found: IncomingReference[] = [];
  for (const edge of analysis.edges.values()) {
    if (!going.has(edge.to) || going.has(edge.from) || isSelector(edge)) continue;
    const holder = analysis.resources.get(edge.from);
    if (holder === undefined) continue;
    found.push({
      edge,
      holder: `${holder.kind} ${holder.name}`,
      path: formatPath(edge.path),
      file: holder.place.file,
    });
  }
  return found;
}

function isSelector(edge: Edge): boolean {
  const [group = '', kind = ''] = edge.from.split('/');
  const declaration = kindOf(group, kind)?.references.find(({ name }) => name === edge.reference);
  return declaration?.form === 'pod-selector' || declaration?.form === 'target-selector';
}
