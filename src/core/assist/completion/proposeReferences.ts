import { isClusterScoped } from '../../kinds/registry.ts';
import type { GroupKind } from '../../workspace/types.ts';
import { describeResource } from '../describeResource.ts';
import { proposeNames } from './proposeNames.ts';
import { isRoomFor } from './proposeValues.ts';
import { type ReferenceSlot, referenceSlot } from './referenceSlot.ts';
import { candidatesFor, type Part, portsOf, sectionsOf } from './referenceTargets.ts';
import type { Draft, Proposer, Scene } from './scene.ts';
import { typeEdits } from './typeEdits.ts';
import { valueSnippet } from './valueSnippet.ts';

/** What the workspace holds, wherever a field names a resource or a part of one; namespaces too. */
export const proposeReferences: Proposer = (scene) => {
  const { spot, path } = scene;
  if (spot.role === 'key') return [];
  if (path.length === 2 && path[0] === 'metadata' && path[1] === 'namespace')
    return namespaceDrafts(scene, undefined);
  if (spot.role === 'item') {
    const item = referenceSlot(scene, [...path, spot.node.entries.length]);
    return item === undefined ? [] : proposeNames(scene, item, true);
  }
  const own = referenceSlot(scene, path);
  const slot = own ?? firstOfList(scene);
  if (slot === undefined) return [];
  if (slot.field === 'whole' || slot.field === 'name') return proposeNames(scene, slot, own === undefined);
  if (!isRoomFor(scene)) return [];
  switch (slot.field) {
    case 'namespace':
      return namespaceDrafts(scene, slot);
    case 'port':
      return partDrafts(scene, portsOf(targetOf(scene, slot)));
    case 'sectionName':
      return partDrafts(scene, sectionsOf(targetOf(scene, slot)));
    default:
      return typeDrafts(scene, slot);
  }
};

/** Where a list of references has just begun, its first item. */
function firstOfList(scene: Scene): ReferenceSlot | undefined {
  if (scene.spot.node.type !== 'open' || scene.spot.isFlow) return undefined;
  return referenceSlot(scene, [...scene.path, 0]);
}

function namespaceDrafts(scene: Scene, slot: ReferenceSlot | undefined): readonly Draft[] {
  const { analysis } = scene.context;
  const { name } = slot?.written ?? {};
  const fitting = slot === undefined ? [] : candidatesFor(analysis, scene.head, slot.declaration);
  const withTarget = fitting
    .filter((each) => typeof name !== 'string' || each.name === name)
    .map((each) => each.namespace);
  const all = [...analysis.resources.values()].map((each) =>
    each.group === '' && each.kind === 'Namespace' ? each.name : each.namespace,
  );
  const uses = new Map<string, number>();
  for (const each of all) uses.set(each, (uses.get(each) ?? 0) + 1);
  const byUse = [...uses.keys()].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0));
  const names = [...new Set([...withTarget, ...byUse])].filter((each) => each !== '');
  return names.map((each) => ({
    label: each,
    type: 'reference' as const,
    detail: withTarget.includes(each) ? `has ${typeof name === 'string' ? name : 'targets'}` : 'namespace',
    insert: valueSnippet(scene, each),
  }));
}

function partDrafts(scene: Scene, parts: readonly Part[]): readonly Draft[] {
  return parts.map(({ value, words }) => ({
    label: String(value),
    type: 'reference' as const,
    detail: words,
    insert: valueSnippet(scene, value),
  }));
}

/** The resource that the reference names now. */
function targetOf({ context, head }: Scene, { declaration, written }: ReferenceSlot) {
  const candidates = candidatesFor(context.analysis, head, declaration);
  const kind = typeof written.kind === 'string' ? written.kind : declaration.to[0]?.kind;
  const namespace = typeof written.namespace === 'string' ? written.namespace : head.namespace;
  return candidates.find(
    (each) =>
      each.kind === kind &&
      each.name === written.name &&
      (each.namespace === namespace || isClusterScoped(each.group, each.kind) === true),
  )?.resource;
}

/** Values of kind, group and apiVersion; a kind brings its group along. */
function typeDrafts(scene: Scene, slot: ReferenceSlot): readonly Draft[] {
  const targets = slot.declaration.to.filter((each) => each.kind !== '*');
  if (slot.field === 'kind')
    return uniqueBy(targets, ({ kind }) => kind).map((each) => kindDraft(scene, slot, each));
  if (slot.field === 'apiVersion') return [];
  return [...new Set(targets.map(({ group }) => group))].map((group) => ({
    label: group === '' ? "''" : group,
    type: 'choice' as const,
    detail: targets
      .filter((each) => each.group === group)
      .map(({ kind }) => kind)
      .join(', '),
    insert: valueSnippet(scene, group),
  }));
}

function kindDraft(scene: Scene, slot: ReferenceSlot, target: GroupKind): Draft {
  const sample = candidatesFor(scene.context.analysis, scene.head, slot.declaration).find(
    (each) => each.kind === target.kind && each.group === target.group,
  );
  return {
    label: target.kind,
    type: 'choice',
    detail: target.group === '' ? 'core' : target.group,
    ...(sample?.resource === undefined ? {} : { doc: describeResource(sample.resource) }),
    insert: valueSnippet(scene, target.kind),
    edits: typeEdits(scene, slot, target, ['group', 'apiVersion']).edits,
  };
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
