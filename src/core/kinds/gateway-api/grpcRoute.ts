import { grpcFiltersField } from '../fields/filterFields.ts';
import { grpcMatchesField } from '../fields/matchFields.ts';
import { attachmentSection, rulesSection } from '../fields/routeFields.ts';
import { requestBackends, ruleBackendRef } from '../references/backendRef.ts';
import { filterReferences } from '../references/filterReferences.ts';
import { parentRef } from '../references/parentRef.ts';
import { summariseGrpcRoute } from '../summaries/routeRows.ts';
import { sayGrpcRule } from '../summaries/ruleWords.ts';
import { gatewayApi } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { backendRefLines, parentRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const grpcRoute: KindDefinition = {
  group: gatewayApi,
  kind: 'GRPCRoute',
  plural: 'grpcroutes',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'route',
  icon: 'grpc',
  purpose: 'Sends gRPC calls to backends by service, method or header',
  phase: 'route',
  baseName: 'grpc-route',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/grpcroute/',
  references: [ruleBackendRef(requestBackends), parentRef, ...filterReferences],
  summarise: summariseGrpcRoute,
  template: (context) => {
    const backends = backendRefLines(context);
    return manifest(context, { apiVersion: `${gatewayApi}/v1`, kind: 'GRPCRoute' }, [
      'spec:',
      ...indent(2, parentRefLines(context)),
      '  rules:',
      '    # Every method of one service. Leave the match out to take all calls.',
      '    - matches:',
      '        - method:',
      '            service: example.v1.Orders',
      ...indent(6, backends),
    ]);
  },
  form: [
    attachmentSection({ hostnames: true }),
    rulesSection({
      help: 'Which calls go where. The most exact match of all rules wins.',
      newItem: () => ({ matches: [{ method: { service: 'example.v1.Orders' } }] }),
      say: sayGrpcRule,
      fields: [grpcMatchesField, grpcFiltersField],
    }),
  ],
};
