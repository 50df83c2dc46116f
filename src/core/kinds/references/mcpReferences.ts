import type { ReferenceDeclaration } from '../types.ts';
import { extAuthReferences, grantedSecret, jwksReferences } from './authReferences.ts';
import { backendReference } from './backendRef.ts';
import { gatewayParentRef } from './parentRef.ts';

/** What an MCPRoute refers to: the servers behind it, the Gateways it stands on, and what its security needs. */
export const mcpReferences: readonly ReferenceDeclaration[] = [
  backendReference({ name: 'backendRef', path: 'spec.backendRefs[*]' }),
  // AI Gateway takes Gateways of the route's own namespace only, though the field has a namespace.
  gatewayParentRef,
  grantedSecret('backend apiKey', 'spec.backendRefs[*].securityPolicy.apiKey.secretRef'),
  grantedSecret('apiKeyAuth credentialRef', 'spec.securityPolicy.apiKeyAuth.credentialRefs[*]'),
  ...jwksReferences('spec.securityPolicy.oauth.jwks', 'oauth'),
  ...extAuthReferences('spec.securityPolicy.extAuth'),
];
