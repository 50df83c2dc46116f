import { httpFiltersField } from '../fields/filterFields.ts';
import { httpMatchesField } from '../fields/matchFields.ts';
import { attachmentSection, rulesSection, timeoutFields } from '../fields/routeFields.ts';
import { requestBackends, ruleBackendRef } from '../references/backendRef.ts';
import { externalAuthReferences, filterReferences } from '../references/filterReferences.ts';
import { parentRef } from '../references/parentRef.ts';
import { summariseHttpRoute } from '../summaries/routeRows.ts';
import { sayHttpRule } from '../summaries/ruleWords.ts';
import { gatewayApi } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { backendRefLines, parentRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const httpRoute: KindDefinition = {
  group: gatewayApi,
  kind: 'HTTPRoute',
  plural: 'httproutes',
  versions: ['v1', 'v1beta1'],
  scope: 'namespaced',
  family: 'route',
  icon: 'http',
  purpose: 'Sends HTTP requests to backends by host, path, method or header',
  phase: 'route',
  baseName: 'web-route',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/httproute/',
  references: [ruleBackendRef(requestBackends), parentRef, ...filterReferences, ...externalAuthReferences],
  summarise: summariseHttpRoute,
  template: (context) => {
    const backends = backendRefLines(context);
    return manifest(context, { apiVersion: `${gatewayApi}/v1`, kind: 'HTTPRoute' }, [
      'spec:',
      ...indent(2, parentRefLines(context)),
      '  rules:',
      '    # Everything below this path; the longest match of all routes wins.',
      '    - matches:',
      '        - path:',
      '            type: PathPrefix',
      '            value: /',
      ...indent(6, backends),
    ]);
  },
  form: [
    attachmentSection({ hostnames: true }),
    rulesSection({
      help: 'Which requests go where. The most exact match of all rules wins.',
      newItem: () => ({ matches: [{ path: { type: 'PathPrefix', value: '/' } }] }),
      say: sayHttpRule,
      fields: [httpMatchesField, httpFiltersField],
      after: timeoutFields,
    }),
  ],
};
