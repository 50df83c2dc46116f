import { service } from '../targets.ts';
import type { ReferenceDeclaration } from '../types.ts';
import { configMapKeyReference, secretKeyReference } from './localReferences.ts';

const endpoint = 'spec.endpoints[*]';

/** Secrets with which the endpoints are asked, by the field that names them. */
const secrets: readonly (readonly [name: string, path: string])[] = [
  ['basicAuth username', 'basicAuth.username'],
  ['basicAuth password', 'basicAuth.password'],
  ['authorization credentials', 'authorization.credentials'],
  ['bearerTokenSecret', 'bearerTokenSecret'],
  ['oauth2 clientId secret', 'oauth2.clientId.secret'],
  ['oauth2 clientSecret', 'oauth2.clientSecret'],
  ...tlsFields('tls', 'tlsConfig').secrets,
  ...tlsFields('oauth2 tls', 'oauth2.tlsConfig').secrets,
];

const configMaps: readonly (readonly [name: string, path: string])[] = [
  ['oauth2 clientId configMap', 'oauth2.clientId.configMap'],
  ...tlsFields('tls', 'tlsConfig').configMaps,
  ...tlsFields('oauth2 tls', 'oauth2.tlsConfig').configMaps,
];

/** What a ServiceMonitor refers to: the Services whose ports are asked, and what they are asked with. */
export const monitorReferences: readonly ReferenceDeclaration[] = [
  {
    name: 'selector',
    form: 'target-selector',
    reach: 'namespaceSelector',
    path: 'spec.selector',
    to: [service],
    role: 'selects',
    flow: 'forward',
    namespace: 'own',
  },
  ...secrets.map(([name, path]) => secretKeyReference({ ...shape(path), name })),
  ...configMaps.map(([name, path]) => configMapKeyReference({ ...shape(path), name })),
];

function shape(path: string) {
  return { path: `${endpoint}.${path}`, optionalBy: 'optional', byHand: true };
}

function tlsFields(name: string, path: string) {
  const pair = (field: string, kind: string) =>
    [`${name} ${field} ${kind}`, `${path}.${field}.${kind}`] as const;
  return {
    secrets: [
      pair('ca', 'secret'),
      pair('cert', 'secret'),
      [`${name} keySecret`, `${path}.keySecret`] as const,
    ],
    configMaps: [pair('ca', 'configMap'), pair('cert', 'configMap')],
  };
}
