import type { AnalysedResource } from '../analysis.ts';
import { extractReferences } from '../graph/extractReferences.ts';
import { isClusterScoped } from '../kinds/registry.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { type ResourceId, resourceId } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';
import { valueAt } from '../yaml/path.ts';
import type { Draft } from './draft.ts';
import { fullNameOf } from './words.ts';

/** The label that every Namespace has by itself, and by which selectors name it. */
const nameLabel = 'kubernetes.io/metadata.name';

/**
 * Moves everything of one namespace to another: `metadata.namespace`, the namespace fields of references
 * (dangling ones too), the `from` of ReferenceGrants, and selectors that name the namespace by its label.
 * Answers the identities that move.
 */
export function moveNamespace(draft: Draft, from: string, to: string): readonly [ResourceId, ResourceId][] {
  const { resources } = draft.context.analysis;
  const moved: [ResourceId, ResourceId][] = [];
  for (const resource of resources.values()) {
    for (const path of placesNaming(resource, from)) draft.setValue(draft.spotOf(resource), path, to);
    if (resource.namespace !== from) continue;
    draft.setKey(draft.spotOf(resource), ['metadata'], 'namespace', to, ['name']);
    const id = movedId(resource, to);
    if (resources.has(id)) {
      draft.refuse(
        `There is ${fullNameOf({ ...resource, namespace: to })} already, so namespace ${from} cannot take that name.`,
      );
    }
    moved.push([resource.id, id]);
  }
  return moved;
}

/** The new identity; a repeated one keeps its number. */
function movedId({ group, kind, name, id }: AnalysedResource, namespace: string): ResourceId {
  const number = /#\d+$/.exec(id)?.[0] ?? '';
  return `${resourceId(group, kind, namespace, name)}${number}` as ResourceId;
}

/** Where a resource names a namespace, apart from its own. */
function placesNaming(resource: AnalysedResource, namespace: string): readonly Path[] {
  const references = extractReferences(resource.group, resource.kind, resource.value);
  const fields = references.flatMap((each) =>
    each.type === 'object' &&
    each.namespace === namespace &&
    isClusterScoped(each.to.group, each.to.kind) !== true
      ? [[...each.path, 'namespace']]
      : [],
  );
  return [...fields, ...grantFields(resource, namespace), ...labelFields(resource.value, namespace, [])];
}

function grantFields(resource: AnalysedResource, namespace: string): readonly Path[] {
  if (resource.kind !== 'ReferenceGrant') return [];
  const items = valueAt(resource.value, ['spec', 'from']);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item, i) =>
    isRecord(item) && item.namespace === namespace ? [['spec', 'from', i, 'namespace']] : [],
  );
}

/** `kubernetes.io/metadata.name: shop`, and the values of an expression on that label. */
function labelFields(value: unknown, namespace: string, path: Path): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => labelFields(item, namespace, [...path, i]));
  if (!isRecord(value)) return [];
  if (value.key === nameLabel && Array.isArray(value.values)) {
    return value.values.flatMap((each, i) => (each === namespace ? [[...path, 'values', i]] : []));
  }
  return Object.entries(value).flatMap(([key, each]) => {
    if (key === nameLabel) return each === namespace ? [[...path, key]] : [];
    return typeof each === 'object' ? labelFields(each, namespace, [...path, key]) : [];
  });
}
