import { authoritiesField } from '../fields/caFields.ts';
import { targetsSection } from '../fields/policyFields.ts';
import type { ChoiceFieldDeclaration } from '../form.ts';
import { readList, readText } from '../reading.ts';
import { caCertificateReference } from '../references/certificateRefs.ts';
import { targetWords } from '../summaries/policySummary.ts';
import { fieldRow, listing, type RowWords, summary, words } from '../summaries/rows.ts';
import { sayWords } from '../summaries/sentences.ts';
import { backend, gatewayApi, service, serviceImport } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

const subjectAltNameField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: '',
  label: 'Type',
  by: 'type',
  required: true,
  members: [
    {
      label: 'Hostname',
      word: 'Hostname',
      key: 'hostname',
      newValue: () => 'backend.example.com',
      fields: [{ type: 'text', path: 'hostname', label: 'Hostname', placeholder: 'backend.example.com' }],
    },
    {
      label: 'URI',
      word: 'URI',
      key: 'uri',
      newValue: () => 'spiffe://cluster.local/ns/shop/sa/cart',
      fields: [
        { type: 'text', path: 'uri', label: 'URI', placeholder: 'spiffe://cluster.local/ns/shop/sa/cart' },
      ],
    },
  ],
};

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
  summarise: (value) =>
    summary({
      subtitle: targetWords(value),
      rows: [fieldRow(['spec', 'validation'], validationWords(value))],
      chips: [{ text: 'TLS', detail: 'to the backend' }],
    }),
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
  form: [
    targetsSection('The Services whose connections are encrypted.'),
    {
      title: 'Validation',
      isMain: true,
      help: 'Whose certificate is trusted, and for which name.',
      say: sayValidation,
      fields: [
        {
          type: 'text',
          path: 'spec.validation.hostname',
          label: 'Hostname',
          required: true,
          placeholder: 'backend.example.com',
          help: 'Sent as server name (SNI), and checked in the certificate unless other names are listed below.',
        },
        authoritiesField('spec.validation'),
        {
          type: 'list',
          path: 'spec.validation.subjectAltNames',
          label: 'Names in the certificate',
          item: 'name',
          help: 'One of them has to be there, in place of the hostname.',
          newItem: () => ({ type: 'Hostname', hostname: 'backend.example.com' }),
          say: (name) => words(readText(name, 'type'), readText(name, 'hostname') ?? readText(name, 'uri')),
          fields: [subjectAltNameField],
        },
      ],
    },
    {
      title: 'Options',
      help: 'What the controller offers besides, by keys with its domain.',
      fields: [{ type: 'map', path: 'spec.options', label: 'Options' }],
    },
  ],
};

/** `verifies backend.example.com | CA: backend-ca`. */
function validationWords(value: unknown): RowWords {
  const hostname = readText(value, 'spec', 'validation', 'hostname');
  const bundles = readList(value, 'spec', 'validation', 'caCertificateRefs').flatMap(
    (ref) => readText(ref, 'name') ?? [],
  );
  const known = readText(value, 'spec', 'validation', 'wellKnownCACertificates');
  return {
    label: hostname === undefined ? 'no hostname to verify' : `verifies ${hostname}`,
    parts: [
      bundles.length === 0 ? undefined : `CA: ${listing(bundles, 2)}`,
      known === undefined ? undefined : `${known} CAs`,
    ],
  };
}

function sayValidation(value: unknown): string | undefined {
  return sayWords(validationWords(value));
}
