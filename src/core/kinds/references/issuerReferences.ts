import { gateway, listenerSet } from '../targets.ts';
import type { ObjectReference, ReferenceDeclaration } from '../types.ts';
import { secretKeyReference, secretNameReference } from './localReferences.ts';

/** Secrets that an issuer reads, by the field that names them. Both kinds of issuer have the same. */
const secretFields: readonly (readonly [name: string, path: string])[] = [
  ['externalAccountBinding', 'spec.acme.externalAccountBinding.keySecretRef'],
  ['acmeDNS account', 'dns01.acmeDNS.accountSecretRef'],
  ['akamai accessToken', 'dns01.akamai.accessTokenSecretRef'],
  ['akamai clientSecret', 'dns01.akamai.clientSecretSecretRef'],
  ['akamai clientToken', 'dns01.akamai.clientTokenSecretRef'],
  ['azureDNS clientSecret', 'dns01.azureDNS.clientSecretSecretRef'],
  ['cloudDNS serviceAccount', 'dns01.cloudDNS.serviceAccountSecretRef'],
  ['cloudflare apiToken', 'dns01.cloudflare.apiTokenSecretRef'],
  ['cloudflare apiKey', 'dns01.cloudflare.apiKeySecretRef'],
  ['digitalocean token', 'dns01.digitalocean.tokenSecretRef'],
  ['rfc2136 tsigSecret', 'dns01.rfc2136.tsigSecretSecretRef'],
  ['route53 accessKeyID', 'dns01.route53.accessKeyIDSecretRef'],
  ['route53 secretAccessKey', 'dns01.route53.secretAccessKeySecretRef'],
  ['vault appRole', 'spec.vault.auth.appRole.secretRef'],
  ['vault kubernetes', 'spec.vault.auth.kubernetes.secretRef'],
  ['vault token', 'spec.vault.auth.tokenSecretRef'],
  ['vault caBundle', 'spec.vault.caBundleSecretRef'],
  ['vault clientCert', 'spec.vault.clientCertSecretRef'],
  ['vault clientKey', 'spec.vault.clientKeySecretRef'],
  ['venafi apiToken', 'spec.venafi.cloud.apiTokenSecretRef'],
  ['venafi ngts credentials', 'spec.venafi.ngts.credentialsRef'],
  ['venafi caBundle', 'spec.venafi.tpp.caBundleSecretRef'],
  ['venafi tpp credentials', 'spec.venafi.tpp.credentialsRef'],
];

/** A ClusterIssuer's Secrets stand in cert-manager's own namespace, which is outside most workspaces. */
type Place = { readonly namespace: ObjectReference['namespace']; readonly mayBeAbsent?: boolean };
const ownNamespace: Place = { namespace: 'own' };
const clusterNamespace: Place = { namespace: { fixed: 'cert-manager' }, mayBeAbsent: true };

/**
 * What Issuer and ClusterIssuer refer to; they differ only in where their Secrets are. Nothing of it is drawn:
 * an issuer is of one type, and a gesture must not give it a second.
 */
export function issuerReferences(scope: 'namespaced' | 'cluster'): readonly ReferenceDeclaration[] {
  const place = scope === 'cluster' ? clusterNamespace : ownNamespace;
  const solver = 'spec.acme.solvers[*]';
  return [
    secretNameReference({ ...place, name: 'ca secretName', path: 'spec.ca.secretName', byHand: true }),
    solverParentRef(`${solver}.http01.gatewayHTTPRoute.parentRefs[*]`),
    {
      ...secretKeyReference({ ...place, name: 'privateKeySecretRef', path: 'spec.acme.privateKeySecretRef' }),
      role: 'makes',
      mayBeAbsent: true,
      byHand: true,
    },
    ...secretFields.map(([name, path]) =>
      secretKeyReference({
        ...place,
        name,
        path: path.startsWith('spec.') ? path : `${solver}.${path}`,
        byHand: true,
      }),
    ),
    secretNameReference({
      ...place,
      name: 'vault clientCertificate',
      path: 'spec.vault.auth.clientCertificate.secretName',
      byHand: true,
    }),
  ];
}

/**
 * The Gateway that answers HTTP-01 challenges. Drawn from the issuer, unlike a route's parentRef: the issuer
 * comes before the certificate that the Gateway waits for, and the picture must not turn in a circle.
 */
function solverParentRef(path: string): ObjectReference {
  return {
    name: 'http01 parentRef',
    form: 'object',
    path,
    to: [gateway, listenerSet],
    role: 'uses',
    flow: 'forward',
    namespace: 'field',
    has: ['sectionName', 'port'],
    byHand: true,
  };
}
