/**
 * Resolves the declared references of one resource against the rest: group, kind and namespace defaults,
 * sections and ports, grants and label selectors. Same name in another namespace is never a match. A linker
 * stays right while no identity and no face (`faceOf`) changes.
 */
import { kindOf } from '../kinds/registry.ts';
import type { AnalysedResource } from '../kinds/summarise.ts';
import { externalHost } from '../kinds/targets.ts';
import type { ReferenceDeclaration } from '../kinds/types.ts';
import { type GroupKind, type ResourceId, resourceId } from '../workspace/types.ts';
import { formatPath } from '../yaml/path.ts';
import { edgeBase, endRow, isAllowed, shareOf, targetOf, turnOf } from './edgeParts.ts';
import { extractReferences } from './extractReferences.ts';
import type { FoundReference } from './foundReference.ts';
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
      for (const made of kindOf(resource.group, resource.kind)?.makes ?? [])
        this.#made.set(resourceId(made.group, made.kind, resource.namespace, resource.name), resource.id);
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
      ...(reference.isOptional ? { optional: true } : {}),
      id: `${holder.id}|${formatPath(path)}`,
      state: this.#stateOf(declaration, target, to, resource, end),
      ...(needsGrant ? { grant: this.#grants.allows(holder, target) ? 'granted' : 'missing' } : {}),
      ...(reference.weight === undefined ? {} : { weight: reference.weight }),
      ...(reference.rank === undefined ? {} : { rank: reference.rank }),
      ...turnOf(reference, all),
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
    if (isExternal(target)) return 'external';
    return this.#made.has(to) ? 'made' : 'missing';
  }

  /** Those that a selector could pick: all of its kind, or for pods those that carry its first label. */
  #candidates(
    holder: AnalysedResource,
    reference: Exclude<FoundReference, { type: 'object' }>,
  ): readonly AnalysedResource[] {
    if (reference.type === 'target-selector') return this.#selectable(holder, reference);
    const [label] = Object.entries(reference.selector.matchLabels);
    return reference.declaration.to.flatMap((each) => {
      const key = kindKey(each, holder.namespace);
      const found =
        label === undefined ? this.#byKind.get(key) : this.#byLabel.get(`${key} ${label.join('=')}`);
      return found ?? [];
    });
  }

  /** Those of other namespaces only where a grant lets them in; without one the controller passes them by. */
  #selectable(
    holder: AnalysedResource,
    { to, namespaces, declaration }: FoundReference & { type: 'target-selector' },
  ): readonly AnalysedResource[] {
    if (namespaces === 'own') return this.#byKind.get(kindKey(to, holder.namespace)) ?? [];
    const isIn = (namespace: string) =>
      namespaces === 'all' || selectsLabels(namespaces, this.#namespaceLabels(namespace));
    return [...this.#resources.values()].filter(
      (each) =>
        each.group === to.group &&
        each.kind === to.kind &&
        isIn(each.namespace) &&
        (each.namespace === holder.namespace ||
          declaration.needsGrant !== true ||
          this.#grants.allows(holder, each)),
    );
  }

  /** The labels of a namespace; each carries its own name as one, also when it is not in the workspace. */
  #namespaceLabels(name: string): Readonly<Record<string, unknown>> {
    const resource = this.#resources.get(resourceId('', 'Namespace', '', name));
    return { ...(resource === undefined ? {} : labelsOf(resource)), 'kubernetes.io/metadata.name': name };
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
          : selectsLabels(reference.selector, podLabels(resource.value, resource.group, resource.kind) ?? {});
      if (!isMatch) return [];
      const { group, kind, namespace, name, id } = resource;
      const base = edgeBase(holder, declaration, path, id, { group, kind, namespace, name });
      return [{ ...base, id: `${holder.id}|${formatPath(path)}|${id}`, state: 'resolved' as const }];
    });
  }
}

/** True for hosts outside of the cluster. */
export function isExternal({ group, kind }: GroupKind): boolean {
  return group === externalHost.group && kind === externalHost.kind;
}

function kindKey({ group, kind }: GroupKind, namespace: string): string {
  return `${group}/${kind}/${namespace}`;
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
