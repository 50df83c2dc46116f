import type { Analysis } from '../core/analysis.ts';
import { isExternal } from '../core/graph/linker.ts';
import type { ResourceId } from '../core/workspace/types.ts';
import { formatPath } from '../core/yaml/path.ts';
import { listNodes } from './graphParts.ts';

/** Nodes and edges as data. Edges run from the holder of the reference to its target. */
export function writeGraphJson(analysis: Analysis): string {
  const nodes = listNodes(analysis).map(({ isGhost, ...node }) => {
    const resource = analysis.resources.get(node.id);
    return {
      ...node,
      ...(resource === undefined ? {} : { apiVersion: resource.apiVersion, file: resource.place.file }),
      state: isGhost ? ghostState(analysis, node.id) : 'present',
    };
  });
  const edges = [...analysis.edges.values()].map((edge) => ({
    from: edge.from,
    to: edge.to,
    reference: edge.reference,
    role: edge.role,
    flow: edge.flow,
    path: formatPath(edge.path),
    state: edge.state,
    ...(edge.target.sectionName === undefined ? {} : { sectionName: edge.target.sectionName }),
    ...(edge.target.port === undefined ? {} : { port: edge.target.port }),
    ...(edge.grant === undefined ? {} : { grant: edge.grant }),
    ...(edge.weight === undefined ? {} : { weight: edge.weight }),
    ...(edge.share === undefined ? {} : { share: edge.share }),
  }));
  return `${JSON.stringify({ nodes, edges }, null, 2)}\n`;
}

function ghostState(analysis: Analysis, id: ResourceId): 'made' | 'missing' | 'external' {
  const ghost = analysis.ghosts.get(id);
  if (ghost !== undefined && isExternal(ghost)) return 'external';
  return ghost?.madeBy === undefined ? 'missing' : 'made';
}
