import { configMap, secret } from '../targets.ts';
import type { ObjectReference, ReferenceDeclaration } from '../types.ts';
import { askedBackends } from './backendRef.ts';
import { secretReference } from './certificateRefs.ts';

/**
 * What authentication refers to, wherever it stands: Envoy Gateway's types are embedded in several kinds. Nothing of
 * it is drawn, since each needs other settings around it.
 */

/** A Secret that may be in another namespace, where a ReferenceGrant there lets it. */
export function grantedSecret(name: string, path: string): ObjectReference {
  return { ...secretReference({ name, path, needsGrant: true }), byHand: true };
}

/** A ConfigMap of the own namespace: `{ group, kind, name }`. */
export function configMapReference(name: string, path: string): ObjectReference {
  return localValue(name, path, [configMap]);
}

/** An OIDC client and its provider. */
export function oidcReferences(at: string, name = 'oidc'): readonly ReferenceDeclaration[] {
  return [
    grantedSecret(`${name} clientSecret`, `${at}.clientSecret`),
    grantedSecret(`${name} clientIDRef`, `${at}.clientIDRef`),
    ...askedBackends({ name: `${name} provider`, path: `${at}.provider`, byHand: true }),
  ];
}

/** The keys that tokens are checked with: fetched from somewhere, or in a ConfigMap. */
export function jwksReferences(at: string, name = 'jwt'): readonly ReferenceDeclaration[] {
  return [
    ...askedBackends({ name: `${name} remoteJWKS`, path: `${at}.remoteJWKS`, byHand: true }),
    configMapReference(`${name} localJWKS`, `${at}.localJWKS.valueRef`),
  ];
}

/** A service that is asked whether a request may pass. */
export function extAuthReferences(at: string): readonly ReferenceDeclaration[] {
  return [
    ...askedBackends({ name: 'extAuth grpc', path: `${at}.grpc`, byHand: true }),
    ...askedBackends({ name: 'extAuth http', path: `${at}.http`, byHand: true }),
    localValue('extAuth contextExtension', `${at}.contextExtensions[*].valueRef`, [configMap, secret]),
  ];
}

function localValue(name: string, path: string, to: ObjectReference['to']): ObjectReference {
  return {
    name,
    form: 'object',
    path,
    to,
    role: 'uses',
    flow: 'forward',
    namespace: 'own',
    explicitType: true,
    byHand: true,
  };
}
