import { gateway, listenerSet, service, serviceImport } from '../targets.ts';
import type { ObjectReference } from '../types.ts';

/**
 * A route's parents. A Service or ServiceImport as parent is for meshes (GAMMA); `backendRef` is declared before it, so that
 * drawing from a route to a Service means a backend.
 * https://gateway-api.sigs.k8s.io/reference/spec/#parentreference
 */
export const parentRef: ObjectReference = {
  name: 'parentRef',
  form: 'object',
  path: 'spec.parentRefs[*]',
  to: [gateway, listenerSet, service, serviceImport],
  role: 'attaches-to',
  flow: 'backward',
  namespace: 'field',
  has: ['sectionName', 'port'],
};

/** The parents of AI Gateway's routes, which stand on Gateways only. */
export const gatewayParentRef: ObjectReference = { ...parentRef, to: [gateway] };
