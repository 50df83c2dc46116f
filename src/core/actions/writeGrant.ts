import type { AnalysedResource } from '../analysis.ts';
import { kindOf } from '../kinds/registry.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { GroupKind } from '../workspace/types.ts';
import { valueAt } from '../yaml/path.ts';
import { renderScalar } from '../yaml/scalars.ts';
import type { Draft } from './draft.ts';
import { TakenNames } from './names.ts';
import { placeNear, placeNew } from './placeNew.ts';

type Named = GroupKind & { readonly namespace: string; readonly name: string };

const group = 'gateway.networking.k8s.io';
const kind = 'ReferenceGrant';

/**
 * Lets `holder` refer to `target` of another namespace, and nothing else: adds the missing half to a grant
 * that has exactly the other half, or writes a new grant behind the target. Answers the grant's name.
 */
export function writeGrant(draft: Draft, holder: Named, target: Named): string {
  const from = { group: holder.group, kind: holder.kind, namespace: holder.namespace };
  const to = { group: target.group, kind: target.kind, name: target.name };
  for (const grant of grantsIn(draft, target.namespace)) {
    const spot = draft.spotOf(grant);
    const [froms, tos] = [itemsAt(grant, 'from'), itemsAt(grant, 'to')];
    if (froms.length === 1 && tos.length > 0 && isSame(froms[0], from)) {
      draft.insertItem(spot, ['spec', 'to'], tos.length, to);
      return grant.name;
    }
    if (tos.length === 1 && froms.length > 0 && isSame(tos[0], to)) {
      draft.insertItem(spot, ['spec', 'from'], froms.length, from);
      return grant.name;
    }
  }
  return writeNewGrant(draft, holder, target);
}

function writeNewGrant(draft: Draft, holder: Named, target: Named): string {
  const taken = new TakenNames(draft.context);
  const name = taken.unique({ group, kind }, target.namespace, `${holder.namespace}-to-${target.name}`);
  const text = grantText(name, holder, target);
  const { analysis } = draft.context;
  const near =
    [...analysis.resources.values()].find((each) => isNamed(each, target)) ??
    [...analysis.resources.values()].find((each) => isNamed(each, holder));
  if (near === undefined) placeNew(draft, { group, kind, name }, text);
  else placeNear(draft, draft.spotOf(near), { group, kind, name }, text);
  return name;
}

function grantText(name: string, holder: Named, target: Named): string {
  const version = kindOf(group, kind)?.versions[0] ?? 'v1beta1';
  const text = (value: string) => renderScalar(value);
  return `apiVersion: ${group}/${version}
kind: ${kind}
metadata:
  name: ${text(name)}
  namespace: ${text(target.namespace)}
spec:
  # Lets ${holder.kind} resources of namespace ${holder.namespace} refer to ${target.kind} ${target.name}.
  from:
    - group: ${text(holder.group)}
      kind: ${text(holder.kind)}
      namespace: ${text(holder.namespace)}
  to:
    - group: ${text(target.group)}
      kind: ${text(target.kind)}
      name: ${text(target.name)}
`;
}

function grantsIn(draft: Draft, namespace: string): readonly AnalysedResource[] {
  return [...draft.context.analysis.resources.values()].filter(
    (each) =>
      each.kind === kind && each.group === group && each.namespace === namespace && each.stale === undefined,
  );
}

function itemsAt(grant: AnalysedResource, key: 'from' | 'to'): readonly unknown[] {
  const items = valueAt(grant.value, ['spec', key]);
  return Array.isArray(items) ? items : [];
}

/** Same group, kind and the rest; an absent group is the core group. */
function isSame(item: unknown, wanted: Readonly<Record<string, string>>): boolean {
  return (
    isRecord(item) &&
    Object.entries(wanted).every(
      ([key, value]) => (item[key] ?? (key === 'group' ? '' : undefined)) === value,
    )
  );
}

function isNamed(resource: AnalysedResource, named: Named): boolean {
  return (
    resource.name === named.name &&
    resource.kind === named.kind &&
    resource.group === named.group &&
    resource.namespace === named.namespace
  );
}
