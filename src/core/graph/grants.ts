import { isRecord } from '../workspace/readDocument.ts';
import type { GroupKind, Resource } from '../workspace/types.ts';

const GROUP = 'gateway.networking.k8s.io';

interface Grant {
  readonly from: readonly { readonly group: unknown; readonly kind: unknown; readonly namespace: unknown }[];
  readonly to: readonly { readonly group: unknown; readonly kind: unknown; readonly name: unknown }[];
}

/**
 * The ReferenceGrants of a workspace by namespace. A reference into another namespace is allowed when a grant
 * there names the holder's group, kind and namespace and the target's group, kind and (if given) name.
 * https://gateway-api.sigs.k8s.io/api-types/referencegrant/
 */
export class GrantBook {
  readonly #grants = new Map<string, Grant[]>();

  constructor(resources: Iterable<Resource>) {
    for (const resource of resources) {
      if (resource.kind !== 'ReferenceGrant' || resource.group !== GROUP) continue;
      const spec = isRecord(resource.value.spec) ? resource.value.spec : {};
      const list = this.#grants.get(resource.namespace) ?? [];
      list.push({ from: records(spec.from) as Grant['from'], to: records(spec.to) as Grant['to'] });
      this.#grants.set(resource.namespace, list);
    }
  }

  /** True when `holder` may refer to that object of another namespace. */
  allows(
    holder: GroupKind & { readonly namespace: string },
    target: GroupKind & { readonly namespace: string; readonly name: string },
  ): boolean {
    const grants = this.#grants.get(target.namespace) ?? [];
    return grants.some(
      (grant) =>
        grant.from.some(
          (from) =>
            (from.group ?? '') === holder.group &&
            from.kind === holder.kind &&
            from.namespace === holder.namespace,
        ) &&
        grant.to.some(
          (to) =>
            (to.group ?? '') === target.group &&
            to.kind === target.kind &&
            (to.name === undefined || to.name === null || to.name === '' || to.name === target.name),
        ),
    );
  }
}

function records(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
