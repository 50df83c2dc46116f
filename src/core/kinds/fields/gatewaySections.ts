import type { FieldDeclaration, FormSection } from '../form.ts';
import { isSet, readList, readMap, readPairs, readText } from '../reading.ts';
import { routesFrom } from '../summaries/listenerRows.ts';
import { listing, words } from '../summaries/rows.ts';
import { sentence, together } from '../summaries/sentences.ts';
import { namespacesField } from './namespaceFields.ts';

/** What a Gateway has besides its class and listeners: addresses, infrastructure, listener sets, client certificates. */
export const gatewaySections: readonly FormSection[] = [
  {
    title: 'Addresses',
    help: 'Asks for these addresses instead of whatever the controller hands out.',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/gateway-address/',
    say: (value) => listing(readList(value, 'spec', 'addresses').flatMap((each) => sayAddress(each) ?? [])),
    fields: [addressesField()],
  },
  {
    title: 'Listener sets',
    help: 'Lets ListenerSets of other teams add listeners.',
    say: sayListenerSets,
    fields: [
      namespacesField({
        path: 'spec.allowedListeners.namespaces',
        label: 'Listener sets from',
        help: 'None when not chosen.',
        from: ['None', 'Same', 'All', 'Selector'],
      }),
    ],
  },
  {
    title: 'Infrastructure',
    help: 'What is put on the Deployment and Service that run this Gateway.',
    say: sayInfrastructure,
    fields: [
      {
        type: 'reference',
        path: 'spec.infrastructure.parametersRef',
        label: 'Proxy settings',
        reference: 'parametersRef',
        help: 'An EnvoyProxy for this Gateway alone; it goes before that of the class.',
      },
      { type: 'map', path: 'spec.infrastructure.labels', label: 'Labels' },
      { type: 'map', path: 'spec.infrastructure.annotations', label: 'Annotations' },
    ],
  },
  {
    title: 'Client certificates',
    help: 'Clients of HTTPS listeners show a certificate that one of these CAs signed (mutual TLS).',
    docs: 'https://gateway-api.sigs.k8s.io/guides/tls/',
    say: sayFrontend,
    fields: [
      ...validationFields('spec.tls.frontend.default.validation', 'caCertificateRef'),
      {
        type: 'list',
        path: 'spec.tls.frontend.perPort',
        label: 'Other rules for a port',
        item: 'port',
        help: 'Take the place of the rules above; those have to be there as well.',
        newItem: (existing) => ({
          port: 443 + existing.length,
          tls: { validation: { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'client-ca' }] } },
        }),
        say: (item) => sentence(words('port', readText(item, 'port')), validationWords(readMap(item, 'tls'))),
        fields: [
          { type: 'number', path: 'port', label: 'Port', required: true },
          ...validationFields('tls.validation', 'caCertificateRef of a port'),
        ],
      },
    ],
  },
  {
    title: 'Certificate for backends',
    help: 'What the Gateway shows to backends that ask for a client certificate.',
    fields: [
      {
        type: 'reference',
        path: 'spec.tls.backend.clientCertificateRef',
        label: 'Client certificate',
        reference: 'clientCertificateRef',
      },
    ],
  },
];

function addressesField(): FieldDeclaration {
  return {
    type: 'list',
    path: 'spec.addresses',
    label: 'Addresses',
    item: 'address',
    newItem: (existing) => ({ type: 'IPAddress', value: `192.0.2.${10 + existing.length}` }),
    say: sayAddress,
    fields: [
      {
        type: 'enum',
        path: 'type',
        label: 'Type',
        options: ['IPAddress', 'Hostname', 'NamedAddress'],
        help: 'IPAddress when empty.',
      },
      { type: 'text', path: 'value', label: 'Value', placeholder: '192.0.2.10' },
    ],
  };
}

function validationFields(path: string, reference: string): readonly FieldDeclaration[] {
  return [
    {
      type: 'reference',
      path: `${path}.caCertificateRefs`,
      label: 'CA certificates',
      reference,
      help: 'ConfigMaps with ca.crt.',
    },
    {
      type: 'enum',
      path: `${path}.mode`,
      label: 'Without a valid one',
      options: ['AllowValidOnly', 'AllowInsecureFallback'],
      help: 'AllowValidOnly refuses the connection and is the default.',
    },
  ];
}

function sayAddress(address: unknown): string | undefined {
  return words(readText(address, 'type') ?? 'IPAddress', readText(address, 'value'));
}

function sayListenerSets(value: unknown): string | undefined {
  const said = routesFrom(readMap(value, 'spec', 'allowedListeners', 'namespaces'));
  return said === undefined ? undefined : sentence(said.replace('routes', 'listener sets'));
}

function sayInfrastructure(value: unknown): string | undefined {
  const infrastructure = readMap(value, 'spec', 'infrastructure');
  const labels = readPairs(infrastructure, 'labels').map(([key, text]) => `${key}=${text}`);
  return sentence(
    words(
      readText(infrastructure, 'parametersRef', 'kind'),
      readText(infrastructure, 'parametersRef', 'name'),
    ),
    together(labels, 3),
  );
}

function sayFrontend(value: unknown): string | undefined {
  const frontend = readMap(value, 'spec', 'tls', 'frontend');
  return sentence(validationWords(readMap(frontend, 'default')));
}

/** `clients must show a certificate signed by client-ca`. */
function validationWords(holder: unknown): string | undefined {
  if (!isSet(holder, 'validation')) return undefined;
  const names = together(
    readList(holder, 'validation', 'caCertificateRefs').flatMap((ref) => readText(ref, 'name') ?? []),
  );
  const isStrict = readText(holder, 'validation', 'mode') !== 'AllowInsecureFallback';
  return words(
    isStrict ? 'clients must show a certificate' : 'clients may show a certificate',
    names === undefined ? undefined : `signed by ${names}`,
  );
}
