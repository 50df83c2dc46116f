import type { AnalysedResource } from '../../analysis.ts';
import { isSet } from '../../kinds/reading.ts';
import { backend, envoyGateway, gatewayApi } from '../../kinds/targets.ts';
import { scalar } from '../../kinds/templates/manifest.ts';
import type { NewDocument } from '../../schema/fault.ts';
import { externalHostsOf } from '../facts/aiBackends.ts';
import { backendTlsPolicy, isOf } from '../facts/kinds.ts';
import { policiesOn } from '../facts/policies.ts';
import { newDocument } from '../newDocument.ts';
import type { Guardrail } from '../types.ts';

/** A Backend at port 443 of another host, spoken to in plain HTTP. */
export const providerWithoutTls: Guardrail = {
  code: 'TS211',
  name: 'provider-without-tls',
  reason:
    'Port 443 expects TLS. A Backend gets plain HTTP unless a BackendTLSPolicy, or its own tls, says otherwise; and only that checks who answers.',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/',
  scope: 'resource',
  run(resource, facts) {
    if (!isOf(resource, backend) || isSet(resource.value, 'spec', 'tls')) return [];
    const host = externalHostsOf(resource).find(({ port }) => port === 443);
    if (host === undefined || policiesOn(resource.id, backendTlsPolicy, facts).length > 0) return [];
    return [
      {
        severity: 'warning',
        message: `${host.hostname} expects TLS at port 443, and nothing makes the proxy speak it. Add a BackendTLSPolicy for this Backend.`,
        path: [...host.path, 'port'],
        repairs: [
          {
            label: 'Speak TLS and check its certificate',
            steps: [],
            documents: [tlsPolicy(resource, host.hostname)],
          },
        ],
      },
    ];
  },
};

function tlsPolicy({ namespace, name }: AnalysedResource, hostname: string): NewDocument {
  return newDocument(`${gatewayApi}/v1`, backendTlsPolicy.kind, { namespace, name: `${name}-tls` }, [
    'spec:',
    '  targetRefs:',
    `    - group: ${envoyGateway}`,
    `      kind: ${backend.kind}`,
    `      name: ${scalar(name)}`,
    '  validation:',
    '    # The name that the certificate has to be for, signed by any authority that the proxy knows.',
    `    hostname: ${scalar(hostname)}`,
    '    wellKnownCACertificates: System',
  ]);
}
