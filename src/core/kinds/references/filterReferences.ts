import { anyKind, httpRouteFilter } from '../targets.ts';
import type { ObjectReference } from '../types.ts';
import { backendReference } from './backendRef.ts';

/**
 * What the filters of a route refer to, both those of a rule and those of a single backend. Drawing does not
 * offer them: a filter needs its type beside the reference.
 */
export const filterReferences: readonly ObjectReference[] = [
  ...filtersAt('spec.rules[*].filters[*]', ''),
  ...filtersAt('spec.rules[*].backendRefs[*].filters[*]', ' of a backend'),
];

/** ExternalAuth is a filter of HTTPRoute only, of the experimental channel. */
export const externalAuthReferences: readonly ObjectReference[] = [
  externalAuth('spec.rules[*].filters[*]', ''),
  externalAuth('spec.rules[*].backendRefs[*].filters[*]', ' of a backend'),
];

function filtersAt(path: string, suffix: string): readonly ObjectReference[] {
  return [
    backendReference({
      name: `requestMirror${suffix}`,
      path: `${path}.requestMirror.backendRef`,
      role: 'mirrors-to',
      byHand: true,
    }),
    {
      name: `extensionRef${suffix}`,
      form: 'object',
      path: `${path}.extensionRef`,
      to: [httpRouteFilter, anyKind],
      role: 'uses',
      flow: 'forward',
      namespace: 'own',
      explicitType: true,
      byHand: true,
    },
  ];
}

function externalAuth(path: string, suffix: string): ObjectReference {
  return backendReference({
    name: `externalAuth${suffix}`,
    path: `${path}.externalAuth.backendRef`,
    byHand: true,
  });
}
