import { attachmentSection, streamRulesSection } from '../fields/routeFields.ts';
import { ruleBackendRef, streamBackends } from '../references/backendRef.ts';
import { parentRef } from '../references/parentRef.ts';
import { summariseStreamRoute } from '../summaries/routeRows.ts';
import { gatewayApi } from '../targets.ts';
import { indent, item, manifest } from '../templates/manifest.ts';
import { parentRefLines, requiredBackendRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const tcpRoute: KindDefinition = {
  group: gatewayApi,
  kind: 'TCPRoute',
  plural: 'tcproutes',
  versions: ['v1', 'v1alpha2'],
  scope: 'namespaced',
  family: 'route',
  icon: 'tcp',
  purpose: 'Sends every TCP connection of a port to backends',
  phase: 'route',
  baseName: 'tcp-route',
  docs: 'https://gateway-api.sigs.k8s.io/guides/tcp/',
  references: [ruleBackendRef(streamBackends), parentRef],
  summarise: (value) => summariseStreamRoute(value, 'all connections'),
  template: (context) =>
    manifest(context, { apiVersion: `${gatewayApi}/v1`, kind: 'TCPRoute' }, [
      'spec:',
      ...indent(2, parentRefLines(context)),
      '  # The whole port goes here: TCP has no host or path to choose by.',
      '  rules:',
      ...indent(4, item(requiredBackendRefLines(context, 'database', 5432))),
    ]),
  form: [attachmentSection({ hostnames: false }), streamRulesSection('All connections')],
};
