import type { GroupKind } from '../../workspace/types.ts';
import { backend, inferencePool, service, serviceImport } from '../targets.ts';
import type { ObjectReference, ReferenceRole } from '../types.ts';

/** What routes of layer 4, mirrors and policies may send to; Envoy Gateway answers InvalidKind to all else. */
export const streamBackends: readonly GroupKind[] = [service, backend, serviceImport];

/** What HTTP and gRPC routes may send to. */
export const requestBackends: readonly GroupKind[] = [...streamBackends, inferencePool];

interface BackendShape {
  readonly name: string;
  readonly path: string;
  readonly to?: readonly GroupKind[];
  readonly role?: ReferenceRole;
  readonly hasWeight?: boolean;
  /** False where the holder may reach into any namespace without a grant. */
  readonly needsGrant?: boolean;
  readonly byHand?: boolean;
}

/**
 * A BackendObjectReference: group and kind default to a core Service, which wants a port; a target in another
 * namespace wants a ReferenceGrant there.
 * https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference
 */
export function backendReference(shape: BackendShape): ObjectReference {
  const { name, path, to = streamBackends, role = 'sends-to', hasWeight = false, needsGrant = true } = shape;
  return {
    name,
    form: 'object',
    path,
    to,
    role,
    flow: 'forward',
    namespace: 'field',
    has: hasWeight ? ['port', 'weight'] : ['port'],
    portRequired: true,
    ...(needsGrant ? { needsGrant } : {}),
    ...(shape.byHand === true ? { byHand: true } : {}),
  };
}

/**
 * Backends that are asked for something on the way (keys, a verdict, a log entry): `backendRefs` with weights, and
 * beside them the single `backendRef`, which is deprecated and never drawn.
 */
export function askedBackends(
  shape: Omit<BackendShape, 'role' | 'hasWeight'>,
): readonly [list: ObjectReference, single: ObjectReference] {
  const { name, path } = shape;
  return [
    backendReference({
      ...shape,
      name: `${name} backendRef`,
      path: `${path}.backendRefs[*]`,
      hasWeight: true,
    }),
    backendReference({
      ...shape,
      name: `${name} backendRef (single)`,
      path: `${path}.backendRef`,
      byHand: true,
    }),
  ];
}

/** The backends of a route's rules, with weights. */
export function ruleBackendRef(to: readonly GroupKind[]): ObjectReference {
  return backendReference({ name: 'backendRef', path: 'spec.rules[*].backendRefs[*]', to, hasWeight: true });
}
