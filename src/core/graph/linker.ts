/**
 * Resolves the declared references of one resource against the rest: group, kind and namespace defaults,
 * sections and ports, grants and label selectors. Same name in another namespace is never a match. A linker
 * stays right while no identity and no face (`faceOf`) changes.
 */
import type { AnalysedResource } from '../analysis.ts';
import { isClusterScoped, kindOf } from '../kinds/registry.ts';
import type { CardRow, ReferenceDeclaration } from '../kinds/types.ts';
import { type GroupKind, type ResourceId, resourceId } from '../workspace/types.ts';
import { formatPath, type Path, pathStartsWith } from '../yaml/path.ts';
import { extractReferences, type FoundReference } from './extractReferences.ts';
import { GrantBook } from './grants.ts';
import { labelsOf, podLabels, selectsLabels } from './selectLabels.ts';
import type { Edge, EdgeState, Ghost, ReferenceTarget } from './types.ts';

type Resources = ReadonlyMap<ResourceId, AnalysedResource>;

export class Linker {
  readonly #resources: Resources;
  readonly #grants: GrantBook;
  readonly #byKind = new Map<string, AnalysedResource[]>();
  readonly #byLabel = new Map<string, AnalysedResource[]>();
  readonly #made = new Map<ResourceId, ResourceId>();

  constructor(resources: Resources) {
    this.#resources = resources;
    this.#grants = new GrantBook(resources.values());
    for (const resource of resources.values()) {
      const key = kindKey(resource, resource.namespace);
      addTo(this.#byKind, key, resource);
      for (const label of Object.entries(podLabels(resource.value, resource.group, resource.kind) ?? {}))
        addTo(this.#byLabel, `${key} ${label.join('=')}`, resource);
      for (const reference of extractReferences(resource.group, resource.kind, resource.value)) {
        if (reference.type !== 'object' || reference.declaration.role !== 'makes') continue;
        const target = targetOf(resource, reference);
        this.#made.set(resourceId(target.group, target.kind, target.namespace, target.name), resource.id);
      }
    }
  }

  /** The edges of one resource, in the order of its declarations. */
  link(holder: AnalysedResource): readonly Edge[] {
    const references = extractReferences(holder.group, holder.kind, holder.value);
    return references.flatMap((reference) => {
      if (reference.type === 'object') return [this.#linkObject(holder, reference, references)];
      return this.#linkSelector(holder, reference);
    });
  }

  /** What edges lead to that is not there. Those of `before` are used again where they are equal. */
  ghosts(edges: Iterable<Edge>, before?: ReadonlyMap<ResourceId, Ghost>): ReadonlyMap<ResourceId, Ghost> {
    const ghosts = new Map<ResourceId, Ghost>();
    for (const edge of edges) {
      if (this.#resources.has(edge.to) || ghosts.has(edge.to)) continue;
      const { group, kind, namespace, name } = edge.target;
      const madeBy = this.#made.get(edge.to);
      const old = before?.get(edge.to);
      const ghost = {
        id: edge.to,
        group,
        kind,
        namespace,
        name,
        ...(madeBy === undefined ? {} : { madeBy }),
      };
      ghosts.set(edge.to, old !== undefined && old.madeBy === madeBy ? old : ghost);
    }
    return ghosts;
  }

  #linkObject(
    holder: AnalysedResource,
    reference: FoundReference & { type: 'object' },
    all: readonly FoundReference[],
  ): Edge {
    const { declaration, path } = reference;
    const target = targetOf(holder, reference);
    const to = resourceId(target.group, target.kind, target.namespace, target.name);
    const resource = this.#resources.get(to);
    const end = resource === undefined ? undefined : endRow(resource, target);
    const needsGrant =
      declaration.needsGrant === true && target.namespace !== holder.namespace && target.namespace !== '';
    return {
      ...edgeBase(holder, declaration, path, to, target),
      id: `${holder.id}|${formatPath(path)}`,
      state: this.#stateOf(declaration, target, to, resource, end),
      ...(needsGrant ? { grant: this.#grants.allows(holder, target) ? 'granted' : 'missing' } : {}),
      ...(reference.weight === undefined ? {} : { weight: reference.weight }),
      ...shareOf(reference, all),
      ...(end?.row === undefined ? {} : { toRow: end.row.id }),
    };
  }

  #stateOf(
    declaration: ReferenceDeclaration,
    target: ReferenceTarget,
    to: ResourceId,
    resource: AnalysedResource | undefined,
    end: { readonly state: EdgeState } | undefined,
  ): EdgeState {
    if (resource !== undefined)
      return isAllowed(declaration, target) ? (end?.state ?? 'resolved') : 'wrong-kind';
    if (!isAllowed(declaration, target)) return 'wrong-kind';
    return this.#made.has(to) ? 'made' : 'missing';
  }

  /** Those that a selector could pick: all of its kind, or for pods those that carry its first label. */
  #candidates(
    holder: AnalysedResource,
    reference: Exclude<FoundReference, { type: 'object' }>,
  ): readonly AnalysedResource[] {
    if (reference.type === 'target-selector')
      return this.#byKind.get(kindKey(reference.to, holder.namespace)) ?? [];
    const [label] = Object.entries(reference.labels);
    if (label === undefined) return [];
    return reference.declaration.to.flatMap(
      (each) => this.#byLabel.get(`${kindKey(each, holder.namespace)} ${label.join('=')}`) ?? [],
    );
  }

  #linkSelector(
    holder: AnalysedResource,
    reference: Exclude<FoundReference, { type: 'object' }>,
  ): readonly Edge[] {
    const { declaration, path } = reference;
    return this.#candidates(holder, reference).flatMap((resource) => {
      const isMatch =
        reference.type === 'target-selector'
          ? selectsLabels(reference.selector, labelsOf(resource))
          : selectsLabels(
              { matchLabels: reference.labels, matchExpressions: [] },
              podLabels(resource.value, resource.group, resource.kind) ?? {},
            );
      if (!isMatch) return [];
      const { group, kind, namespace, name, id } = resource;
      const base = edgeBase(holder, declaration, path, id, { group, kind, namespace, name });
      return [{ ...base, id: `${holder.id}|${formatPath(path)}|${id}`, state: 'resolved' as const }];
    });
  }
}

function kindKey({ group, kind }: GroupKind, namespace: string): string {
  return `${group}/${kind}/${namespace}`;
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function edgeBase(
  holder: AnalysedResource,
  declaration: ReferenceDeclaration,
  path: Path,
  to: ResourceId,
  target: ReferenceTarget,
) {
  const row = startRow(holder, path);
  return {
    from: holder.id,
    to,
    reference: declaration.name,
    role: declaration.role,
    flow: declaration.flow,
    path,
    target,
    ...(declaration.mayBeAbsent === true ? { optional: true } : {}),
    ...(row === undefined ? {} : { fromRow: row.id }),
  };
}

/** What a reference asks for, with the defaults filled in. */
export function targetOf(
  holder: { readonly namespace: string },
  reference: FoundReference & { type: 'object' },
): ReferenceTarget {
  const { to, declaration } = reference;
  return {
    group: to.group,
    kind: to.kind,
    namespace: namespaceOf(holder, declaration, to, reference.namespace),
    name: reference.name,
    ...(reference.sectionName === undefined ? {} : { sectionName: reference.sectionName }),
    ...(reference.port === undefined ? {} : { port: reference.port }),
  };
}

function namespaceOf(
  holder: { readonly namespace: string },
  declaration: ReferenceDeclaration,
  to: GroupKind,
  written: string | undefined,
): string {
  if (declaration.namespace === 'cluster' || isClusterScoped(to.group, to.kind) === true) return '';
  if (typeof declaration.namespace === 'object') return declaration.namespace.fixed;
  return declaration.namespace === 'field' ? (written ?? holder.namespace) : holder.namespace;
}

function isAllowed(declaration: ReferenceDeclaration, { group, kind }: GroupKind): boolean {
  return declaration.to.some(
    (each) => (each.group === '*' || each.group === group) && (each.kind === '*' || each.kind === kind),
  );
}

/** The row of the holder's card that a reference stands in: the deepest whose place encloses it. */
function startRow(holder: AnalysedResource, path: Path): CardRow | undefined {
  let best: CardRow | undefined;
  for (const row of holder.summary.rows) {
    if (pathStartsWith(path, row.path) && row.path.length >= (best?.path.length ?? 1)) best = row;
  }
  return best;
}

/** The row of the target that a section or port names, and whether it is there. */
function endRow(resource: AnalysedResource, target: ReferenceTarget): { row?: CardRow; state: EdgeState } {
  const { rows } = resource.summary;
  if (target.sectionName !== undefined) {
    const row = rows.find((each) => each.section === target.sectionName);
    if (row !== undefined) return { row, state: portState(row, target.port) };
    return { state: kindOf(resource.group, resource.kind) === undefined ? 'resolved' : 'no-such-section' };
  }
  if (target.port === undefined) return { state: 'resolved' };
  const row = rows.find((each) => each.port === target.port);
  if (row !== undefined) return { row, state: 'resolved' };
  return { state: rows.some((each) => each.port !== undefined) ? 'no-such-port' : 'resolved' };
}

function portState(row: CardRow, port: number | undefined): EdgeState {
  return port === undefined || row.port === undefined || row.port === port ? 'resolved' : 'no-such-port';
}

/** Share of the traffic among the references of the same list; absent weights count 1, as the spec has it. */
function shareOf(
  reference: FoundReference & { type: 'object' },
  all: readonly FoundReference[],
): { share?: number } {
  const { declaration, path } = reference;
  if (declaration.form !== 'object' || declaration.has?.includes('weight') !== true) return {};
  const siblings = all.filter(
    (each): each is FoundReference & { type: 'object' } =>
      each.type === 'object' &&
      each.declaration === declaration &&
      each.path.length === path.length &&
      pathStartsWith(each.path, path.slice(0, -1)),
  );
  if (siblings.length < 2 && reference.weight === undefined) return {};
  const sum = siblings.reduce((total, each) => total + (each.weight ?? 1), 0);
  return { share: sum > 0 ? (reference.weight ?? 1) / sum : 0 };
}
