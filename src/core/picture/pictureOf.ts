import { analyse } from '../analyse.ts';
import type { AnalysedResource, Analysis } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import { kindOf } from '../kinds/registry.ts';
import type { ResourceId, SourceFile } from '../workspace/types.ts';
import { arrange } from './arrange.ts';
import type { Picture, PictureEdge, PictureNode } from './types.ts';

/** What every system has and no picture needs: by kind. */
const furniture: ReadonlySet<string> = new Set(['GatewayClass', 'Namespace', 'PodDisruptionBudget']);

/**
 * The picture of some files, such as those that a pattern makes in an empty workspace. What is made by a controller
 * (the Secret of a Certificate) is left out; its maker is connected to whom it is for.
 */
export function pictureOf(files: readonly SourceFile[]): Picture {
  const analysis = analyse(files);
  const shown = [...analysis.resources.values()].filter(({ kind }) => !furniture.has(kind));
  const drawn = shown.length > 0 ? shown : [...analysis.resources.values()];
  const ids = new Set(drawn.map(({ id }) => id));
  const edges = edgesOf(analysis).filter(({ from, to }) => ids.has(from) && ids.has(to));
  const columns = arrange([...ids], edges);
  const nodes = drawn.map((resource) => nodeOf(resource, columns));
  return { nodes, edges, columns };
}

function nodeOf({ id, group, kind, name }: AnalysedResource, columns: Picture['columns']): PictureNode {
  const definition = kindOf(group, kind);
  const column = columns.findIndex((each) => each.includes(id));
  return {
    ...{ id, kind, label: name, column, row: columns[column]?.indexOf(id) ?? 0 },
    icon: definition?.icon ?? 'box',
    family: definition?.family ?? 'other',
  };
}

/** One edge for each pair and role; of several rules that send to one backend the first counts. */
function edgesOf({ edges, ghosts }: Analysis): readonly PictureEdge[] {
  const drawn = new Map<string, PictureEdge>();
  for (const edge of edges.values()) {
    const { from, to } = ends(edge, (id) => ghosts.get(id)?.madeBy);
    const key = `${from} ${to} ${edge.role}`;
    if (from !== to && !drawn.has(key)) drawn.set(key, { from, to, role: edge.role, ...wordsOf(edge) });
  }
  return [...drawn.values()];
}

function ends({ from, to, flow }: Edge, makerOf: (id: ResourceId) => ResourceId | undefined) {
  const target = makerOf(to) ?? to;
  // A maker comes before what is for: Certificate, then the Gateway that holds its Secret.
  const isMade = target !== to;
  return flow === 'forward' && !isMade ? { from, to: target } : { from: target, to: from };
}

function wordsOf({ role, share }: Edge): Pick<PictureEdge, 'weight' | 'label'> {
  if (role === 'mirrors-to') return { label: 'mirror' };
  if (share === undefined || share === 1) return {};
  return { weight: share, label: `${Math.round(share * 100)} %` };
}
