import type { ReferenceDeclaration } from '../types.ts';
import { extAuthReferences, grantedSecret, jwksReferences, oidcReferences } from './authReferences.ts';

/** What a SecurityPolicy needs to do its work, each below the feature that it belongs to. */
export const securityReferences: readonly ReferenceDeclaration[] = [
  grantedSecret('basicAuth users', 'spec.basicAuth.users'),
  grantedSecret('apiKeyAuth credentialRef', 'spec.apiKeyAuth.credentialRefs[*]'),
  ...oidcReferences('spec.oidc'),
  ...extAuthReferences('spec.extAuth'),
  ...jwksReferences('spec.jwt.providers[*]'),
];
