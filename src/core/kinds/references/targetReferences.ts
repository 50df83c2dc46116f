import type { GroupKind } from '../../workspace/types.ts';
import type { ReferenceDeclaration } from '../types.ts';

/**
 * The three ways in which an Envoy Gateway policy names what it governs. `targetRefs` stay in the policy's
 * own namespace; `targetSelectors` may reach further, where a ReferenceGrant lets them. `targetRef` is
 * deprecated: it is followed, never written.
 */
export function targetReferences(to: readonly GroupKind[]): readonly ReferenceDeclaration[] {
  const target = {
    form: 'object',
    to,
    role: 'governs',
    flow: 'forward',
    namespace: 'own',
    has: ['sectionName'],
    explicitType: true,
  } as const;
  return [
    { ...target, name: 'targetRef', path: 'spec.targetRefs[*]' },
    {
      name: 'targetSelector',
      form: 'target-selector',
      path: 'spec.targetSelectors[*]',
      to,
      role: 'governs',
      flow: 'forward',
      namespace: 'field',
      needsGrant: true,
      byHand: true,
    },
    { ...target, name: 'targetRef (single)', path: 'spec.targetRef', byHand: true },
  ];
}
