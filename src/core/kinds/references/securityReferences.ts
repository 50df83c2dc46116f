import { configMap, secret } from '../targets.ts';
import type { ObjectReference, ReferenceDeclaration } from '../types.ts';
import { backendReference } from './backendRef.ts';
import { secretReference } from './certificateRefs.ts';

/** Secrets of a SecurityPolicy. Another namespace may hold them when a ReferenceGrant there lets it. */
const secrets: readonly ReferenceDeclaration[] = [
  secretReference({ name: 'basicAuth users', path: 'spec.basicAuth.users', needsGrant: true }),
  secretReference({
    name: 'apiKeyAuth credentialRef',
    path: 'spec.apiKeyAuth.credentialRefs[*]',
    needsGrant: true,
  }),
  secretReference({ name: 'oidc clientSecret', path: 'spec.oidc.clientSecret', needsGrant: true }),
  secretReference({ name: 'oidc clientIDRef', path: 'spec.oidc.clientIDRef', needsGrant: true }),
].map(byHand);

/** Services that a SecurityPolicy asks. The single `backendRef` beside each list is deprecated. */
const services: readonly ReferenceDeclaration[] = [
  ['extAuth grpc', 'spec.extAuth.grpc'],
  ['extAuth http', 'spec.extAuth.http'],
  ['jwt remoteJWKS', 'spec.jwt.providers[*].remoteJWKS'],
  ['oidc provider', 'spec.oidc.provider'],
].flatMap(([name, path]) => [
  backendReference({
    name: `${name} backendRef`,
    path: `${path}.backendRefs[*]`,
    hasWeight: true,
    byHand: true,
  }),
  backendReference({ name: `${name} backendRef (single)`, path: `${path}.backendRef`, byHand: true }),
]);

/** What a SecurityPolicy needs to do its work, each below the feature that it belongs to. */
export const securityReferences: readonly ReferenceDeclaration[] = [
  ...secrets,
  ...services,
  {
    name: 'jwt localJWKS',
    form: 'object',
    path: 'spec.jwt.providers[*].localJWKS.valueRef',
    to: [configMap],
    role: 'uses',
    flow: 'forward',
    namespace: 'own',
    explicitType: true,
    byHand: true,
  },
  {
    name: 'extAuth contextExtension',
    form: 'object',
    path: 'spec.extAuth.contextExtensions[*].valueRef',
    to: [configMap, secret],
    role: 'uses',
    flow: 'forward',
    namespace: 'own',
    explicitType: true,
    byHand: true,
  },
];

function byHand(reference: ObjectReference): ObjectReference {
  return { ...reference, byHand: true };
}
