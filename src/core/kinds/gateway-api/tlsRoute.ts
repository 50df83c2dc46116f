import { attachmentSection, streamRulesSection } from '../fields/routeFields.ts';
import { ruleBackendRef, streamBackends } from '../references/backendRef.ts';
import { parentRef } from '../references/parentRef.ts';
import { summariseStreamRoute } from '../summaries/routeRows.ts';
import { gatewayApi } from '../targets.ts';
import { indent, item, manifest } from '../templates/manifest.ts';
import { parentRefLines, requiredBackendRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const tlsRoute: KindDefinition = {
  group: gatewayApi,
  kind: 'TLSRoute',
  plural: 'tlsroutes',
  versions: ['v1', 'v1alpha2', 'v1alpha3'],
  scope: 'namespaced',
  family: 'route',
  icon: 'tls',
  purpose: 'Sends TLS connections to backends by the server name they ask for',
  phase: 'route',
  baseName: 'tls-route',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/tlsroute/',
  references: [ruleBackendRef(streamBackends), parentRef],
  summarise: (value) => summariseStreamRoute(value, 'all connections'),
  template: (context) =>
    manifest(context, { apiVersion: `${gatewayApi}/v1`, kind: 'TLSRoute' }, [
      'spec:',
      ...indent(2, parentRefLines(context)),
      '  # The server name (SNI) that the client asks for; it can be read without opening TLS.',
      '  hostnames:',
      '    - secure.example.com',
      '  rules:',
      ...indent(4, item(requiredBackendRefLines(context, 'secure-app', 443))),
    ]),
  form: [attachmentSection({ hostnames: true }), streamRulesSection('All connections')],
};
