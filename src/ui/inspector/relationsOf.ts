import type { Analysis } from '../../core/analysis.ts';
import { pathKey } from '../../core/forms/fieldPath.ts';
import type { Edge } from '../../core/graph/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';

/** Another resource that has to do with this one. */
export interface Relation {
  readonly id: ResourceId;
  readonly kind: string;
  readonly name: string;
  readonly group: string;
  /** The names of the references that tie them: `backendRef`. */
  readonly references: readonly string[];
}

export interface Relations {
  /** Policies whose target it is. */
  readonly governedBy: readonly Relation[];
  /** Everything else that refers to it. */
  readonly usedBy: readonly Relation[];
  /** The references that it holds, by the key of their path. */
  readonly held: ReadonlyMap<string, Edge>;
}

/** What refers to a resource, and what it refers to. */
export function relationsOf(analysis: Pick<Analysis, 'edges' | 'resources'>, id: ResourceId): Relations {
  const governedBy = new Map<ResourceId, Relation>();
  const usedBy = new Map<ResourceId, Relation>();
  const held = new Map<string, Edge>();
  for (const edge of analysis.edges.values()) {
    if (edge.from === id) held.set(pathKey(edge.path), edge);
    const holder = edge.to === id && edge.from !== id ? analysis.resources.get(edge.from) : undefined;
    if (holder === undefined) continue;
    const list = edge.role === 'governs' ? governedBy : usedBy;
    const known = list.get(holder.id);
    const references = known?.references ?? [];
    if (references.includes(edge.reference)) continue;
    const { group, kind, name } = holder;
    list.set(holder.id, { id: holder.id, group, kind, name, references: [...references, edge.reference] });
  }
  return { governedBy: [...governedBy.values()], usedBy: [...usedBy.values()], held };
}
