import { targetRefsField } from '../fields/policyFields.ts';
import { caCertificateReference } from '../references/certificateRefs.ts';
import { clientTrafficTargets } from '../references/policyTargets.ts';
import { targetReferences } from '../references/targetReferences.ts';
import { clientTrafficFeatures } from '../summaries/clientTrafficFeatures.ts';
import { summarisePolicy } from '../summaries/policySummary.ts';
import { envoyGateway } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

const versions = ['1.0', '1.1', '1.2', '1.3', 'Auto'];

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
  fields: [
    targetRefsField,
    { type: 'enum', path: 'spec.tls.minVersion', label: 'Oldest TLS', options: versions },
    { type: 'enum', path: 'spec.tls.maxVersion', label: 'Newest TLS', options: versions },
    {
      type: 'reference',
      path: 'spec.tls.clientValidation.caCertificateRefs',
      label: 'CAs of client certificates',
      reference: 'caCertificateRef',
      help: 'With these set, clients must show a certificate (mTLS).',
    },
    {
      type: 'duration',
      path: 'spec.timeout.http.requestReceivedTimeout',
      label: 'Request received within',
      placeholder: '60s',
    },
    { type: 'duration', path: 'spec.timeout.http.idleTimeout', label: 'Idle timeout', placeholder: '5m' },
    { type: 'number', path: 'spec.connection.connectionLimit.value', label: 'Most connections' },
    {
      type: 'text',
      path: 'spec.connection.bufferLimit',
      label: 'Buffer of a connection',
      placeholder: '32Ki',
    },
    {
      type: 'number',
      path: 'spec.clientIPDetection.xForwardedFor.numTrustedHops',
      label: 'Trusted hops',
      help: 'How many proxies in front of the Gateway add to X-Forwarded-For.',
    },
    {
      type: 'text',
      path: 'spec.healthCheck.path',
      label: 'Health path of the Gateway',
      placeholder: '/healthz',
    },
    {
      type: 'enum',
      path: 'spec.path.escapedSlashesAction',
      label: 'Escaped slashes in paths',
      options: ['UnescapeAndRedirect', 'UnescapeAndForward', 'RejectRequest', 'KeepUnchanged'],
    },
  ],
};
