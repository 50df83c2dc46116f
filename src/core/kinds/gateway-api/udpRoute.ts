import { attachmentSection, streamRulesSection } from '../fields/routeFields.ts';
import { ruleBackendRef, streamBackends } from '../references/backendRef.ts';
import { parentRef } from '../references/parentRef.ts';
import { summariseStreamRoute } from '../summaries/routeRows.ts';
import { gatewayApi } from '../targets.ts';
import { indent, item, manifest } from '../templates/manifest.ts';
import { parentRefLines, requiredBackendRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const udpRoute: KindDefinition = {
  group: gatewayApi,
  kind: 'UDPRoute',
  plural: 'udproutes',
  versions: ['v1', 'v1alpha2'],
  scope: 'namespaced',
  family: 'route',
  icon: 'udp',
  purpose: 'Sends every UDP datagram of a port to backends',
  phase: 'route',
  baseName: 'udp-route',
  docs: 'https://gateway-api.sigs.k8s.io/reference/spec/#udproute',
  references: [ruleBackendRef(streamBackends), parentRef],
  summarise: (value) => summariseStreamRoute(value, 'all datagrams'),
  template: (context) =>
    manifest(context, { apiVersion: `${gatewayApi}/v1`, kind: 'UDPRoute' }, [
      'spec:',
      ...indent(2, parentRefLines(context)),
      '  # The whole port goes here: UDP has no host or path to choose by.',
      '  rules:',
      ...indent(4, item(requiredBackendRefLines(context, 'dns', 53))),
    ]),
  form: [attachmentSection({ hostnames: false }), streamRulesSection('All datagrams')],
};
