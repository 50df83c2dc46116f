import { clientConnectionSections } from '../fields/clients/clientConnectionSections.ts';
import { clientHttpSections } from '../fields/clients/clientHttpSections.ts';
import { clientTlsSections } from '../fields/clients/clientTlsSections.ts';
import { envoyTargetsSection } from '../fields/policyFields.ts';
import { caCertificateReference } from '../references/certificateRefs.ts';
import { clientTrafficTargets } from '../references/policyTargets.ts';
import { targetReferences } from '../references/targetReferences.ts';
import { clientTrafficFeatures } from '../summaries/clientTrafficFeatures.ts';
import { summarisePolicy } from '../summaries/policySummary.ts';
import { envoyGateway } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const clientTrafficPolicy: KindDefinition = {
  group: envoyGateway,
  kind: 'ClientTrafficPolicy',
  plural: 'clienttrafficpolicies',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'policy',
  icon: 'client',
  purpose: 'How clients may connect: TLS versions, timeouts, limits, client certificates',
  phase: 'policy',
  baseName: 'client-policy',
  docs: 'https://gateway.envoyproxy.io/docs/concepts/gateway_api_extensions/client-traffic-policy/',
  references: [
    ...targetReferences(clientTrafficTargets),
    caCertificateReference({
      name: 'caCertificateRef',
      path: 'spec.tls.clientValidation.caCertificateRefs[*]',
      namespace: 'field',
      defaultKind: 'Secret',
      needsGrant: true,
    }),
    {
      ...caCertificateReference({
        name: 'crl ref',
        path: 'spec.tls.clientValidation.crl.refs[*]',
        namespace: 'field',
        defaultKind: 'Secret',
        needsGrant: true,
      }),
      byHand: true,
    },
  ],
  summarise: (value) => summarisePolicy(value, clientTrafficFeatures),
  template: (context) =>
    manifest(context, { apiVersion: `${envoyGateway}/v1alpha1`, kind: 'ClientTrafficPolicy' }, [
      'spec:',
      ...indent(2, targetRefLines(targetOf(context, clientTrafficTargets, 'web'), context)),
      '  # Listeners that terminate TLS speak nothing older than this.',
      '  tls:',
      "    minVersion: '1.2'",
      '  # Clients that send slowly or fall silent do not hold a connection for ever.',
      '  timeout:',
      '    http:',
      '      requestReceivedTimeout: 60s',
      '      idleTimeout: 5m',
    ]),
  form: [
    envoyTargetsSection(clientTrafficTargets, { merges: false }),
    ...clientTlsSections,
    ...clientConnectionSections,
    ...clientHttpSections,
  ],
};
