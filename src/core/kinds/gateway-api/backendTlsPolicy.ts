import { targetRefsField } from '../fields/policyFields.ts';
import { readList, readText } from '../reading.ts';
import { caCertificateReference } from '../references/certificateRefs.ts';
import { targetWords } from '../summaries/policySummary.ts';
import { fieldRow, listing, summary } from '../summaries/rows.ts';
import { backend, gatewayApi, service, serviceImport } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const backendTlsPolicy: KindDefinition = {
  group: gatewayApi,
  kind: 'BackendTLSPolicy',
  plural: 'backendtlspolicies',
  versions: ['v1', 'v1alpha3'],
  scope: 'namespaced',
  family: 'policy',
  icon: 'lock',
  purpose: 'Encrypts the way from the Gateway to a Service and checks its certificate',
  phase: 'policy',
  baseName: 'backend-tls',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/',
  references: [
    {
      name: 'targetRef',
      form: 'object',
      path: 'spec.targetRefs[*]',
      to: [service, backend, serviceImport],
      role: 'governs',
      flow: 'forward',
      namespace: 'own',
      has: ['sectionName'],
      explicitType: true,
    },
    caCertificateReference({
      name: 'caCertificateRef',
      path: 'spec.validation.caCertificateRefs[*]',
      defaultKind: 'ConfigMap',
      explicitType: true,
    }),
  ],
  summarise: (value) => {
    const hostname = readText(value, 'spec', 'validation', 'hostname');
    const bundles = readList(value, 'spec', 'validation', 'caCertificateRefs').flatMap(
      (ref) => readText(ref, 'name') ?? [],
    );
    const known = readText(value, 'spec', 'validation', 'wellKnownCACertificates');
    return summary({
      subtitle: targetWords(value),
      rows: [
        fieldRow(['spec', 'validation'], {
          label: hostname === undefined ? 'no hostname to verify' : `verifies ${hostname}`,
          parts: [
            bundles.length === 0 ? undefined : `CA: ${listing(bundles, 2)}`,
            known === undefined ? undefined : `${known} CAs`,
          ],
        }),
      ],
      chips: [{ text: 'TLS', detail: 'to the backend' }],
    });
  },
  template: (context) => {
    const target = targetOf(context, [service, backend], 'backend');
    return manifest(context, { apiVersion: `${gatewayApi}/v1`, kind: 'BackendTLSPolicy' }, [
      'spec:',
      ...indent(2, targetRefLines(target, context)),
      '  validation:',
      '    # Sent as SNI, and the name that the certificate of the backend must carry.',
      '    hostname: backend.example.com',
      '    # Public CAs. For one of your own remove this and name a ConfigMap with ca.crt',
      '    # in caCertificateRefs.',
      '    wellKnownCACertificates: System',
    ]);
  },
  fields: [
    targetRefsField,
    {
      type: 'text',
      path: 'spec.validation.hostname',
      label: 'Hostname',
      required: true,
      placeholder: 'backend.example.com',
    },
    {
      type: 'reference',
      path: 'spec.validation.caCertificateRefs',
      label: 'CA certificates',
      reference: 'caCertificateRef',
      help: 'Either these or the well-known CAs, not both.',
    },
    {
      type: 'enum',
      path: 'spec.validation.wellKnownCACertificates',
      label: 'Well-known CAs',
      options: ['System'],
    },
  ],
};
