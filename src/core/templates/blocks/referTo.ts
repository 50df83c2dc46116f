import { service } from '../../kinds/targets.ts';
import type { PatternTarget } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';
import { isKind } from './policyKinds.ts';

/** A Gateway and the listener of it by which traffic comes in. */
export interface Entrance {
  readonly gateway: PatternTarget;
  readonly listener: string;
  /** True when the Gateway has no other listener, so that a route need not name it. */
  readonly isOnly: boolean;
}

/** A Service with the port that routes send to, or something else that needs no port. */
export interface Upstream {
  readonly target: PatternTarget;
  readonly port?: number;
}

/** The fields of a `parentRef` in a route of this namespace. */
export function parentRef({ gateway, listener, isOnly }: Entrance, namespace: string): Yaml {
  return yaml`
    name: ${gateway.name}
    ${gateway.namespace !== namespace && yaml`namespace: ${gateway.namespace}`}
    ${!isOnly && yaml`sectionName: ${listener}`}
  `;
}

/** The fields of a `backendRef` in a route of this namespace; group and kind where it is no Service. */
export function backendRef({ target, port }: Upstream, namespace: string): Yaml {
  const { group, kind, name } = target;
  return yaml`
    ${!isKind(target, service) && yaml`group: ${group}`}
    ${!isKind(target, service) && yaml`kind: ${kind}`}
    name: ${name}
    ${target.namespace !== namespace && yaml`namespace: ${target.namespace}`}
    ${port !== undefined && yaml`port: ${port}`}
  `;
}

/** The fields of an item of `targetRefs`, which always name group and kind. */
export function targetRef({ group, kind, name }: PatternTarget, sectionName?: string): Yaml {
  return yaml`
    group: ${group}
    kind: ${kind}
    name: ${name}
    ${sectionName !== undefined && yaml`sectionName: ${sectionName}`}
  `;
}
