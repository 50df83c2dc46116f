import type { ChoiceFieldDeclaration, FieldDeclaration, FormSection } from '../form.ts';
import { isMap, readText } from '../reading.ts';
import { sayListener } from '../summaries/listenerRows.ts';
import { gatewayApi } from '../targets.ts';
import { freeName } from './freeName.ts';
import { namespacesField } from './namespaceFields.ts';

const newCertificates = () => [{ name: 'web-tls' }];

const certificateFields: readonly FieldDeclaration[] = [
  {
    type: 'reference',
    path: 'certificateRefs',
    label: 'Certificates',
    reference: 'certificateRef',
    help: 'Secrets with tls.crt and tls.key; the one that fits the server name is shown.',
  },
  {
    type: 'map',
    path: 'options',
    label: 'TLS options',
    help: 'What the controller offers besides, by keys with its domain.',
  },
];

const tlsModeField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'tls',
  label: 'TLS',
  by: 'mode',
  required: true,
  members: [
    {
      label: 'Ends here',
      help: 'The listener shows a certificate; what is inside goes on as TCP.',
      word: 'Terminate',
      key: 'certificateRefs',
      newValue: newCertificates,
      fields: certificateFields,
    },
    {
      label: 'Goes through unopened',
      help: 'The backend shows the certificate.',
      word: 'Passthrough',
      fields: [],
    },
  ],
};

/** What is spoken on the port; TLS goes with it. */
const protocolField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: '',
  label: 'Protocol',
  by: 'protocol',
  required: true,
  members: [
    { label: 'HTTP', help: 'In the clear: HTTPRoutes and GRPCRoutes.', word: 'HTTP', fields: [] },
    {
      label: 'HTTPS',
      help: 'TLS ends here: HTTPRoutes and GRPCRoutes.',
      word: 'HTTPS',
      key: 'tls',
      newValue: () => ({ mode: 'Terminate', certificateRefs: newCertificates() }),
      fields: certificateFields.map((field) => ({ ...field, path: `tls.${field.path}` })),
    },
    {
      label: 'TLS',
      help: 'Any protocol in TLS, by server name: TLSRoutes.',
      word: 'TLS',
      key: 'tls',
      newValue: () => ({ mode: 'Passthrough' }),
      fields: [tlsModeField],
    },
    { label: 'TCP', help: 'The whole port: TCPRoutes.', word: 'TCP', fields: [] },
    { label: 'UDP', help: 'The whole port: UDPRoutes.', word: 'UDP', fields: [] },
  ],
};

const routeKindsField: FieldDeclaration = {
  type: 'list',
  path: 'allowedRoutes.kinds',
  label: 'Kinds of routes',
  item: 'kind',
  help: 'Those of the protocol when there is none.',
  newItem: () => ({ kind: 'HTTPRoute' }),
  say: (kind) => readText(kind, 'kind'),
  fields: [
    {
      type: 'enum',
      path: 'kind',
      label: 'Kind',
      required: true,
      options: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'],
    },
    { type: 'text', path: 'group', label: 'Group', placeholder: gatewayApi },
  ],
};

/** The listeners of a Gateway or ListenerSet. */
export const listenersField: FieldDeclaration = {
  type: 'list',
  path: 'spec.listeners',
  label: 'Listeners',
  item: 'listener',
  newItem: (existing) => ({ name: freeName('http', existing), protocol: 'HTTP', port: freePort(existing) }),
  say: sayListener,
  fields: [
    {
      type: 'name',
      path: 'name',
      label: 'Name',
      required: true,
      help: 'Routes and policies point at it with sectionName.',
    },
    protocolField,
    { type: 'number', path: 'port', label: 'Port', required: true },
    {
      type: 'text',
      path: 'hostname',
      label: 'Hostname',
      placeholder: '*.example.com',
      help: 'Only for HTTP, HTTPS and TLS. Without one the listener takes every host.',
    },
    namespacesField({
      path: 'allowedRoutes.namespaces',
      label: 'Routes from',
      help: 'Which namespaces may attach routes. The same namespace when not chosen.',
      from: ['Same', 'All', 'Selector'],
    }),
    routeKindsField,
  ],
};

/** Where clients come in. */
export const listenersSection: FormSection = {
  title: 'Listeners',
  isMain: true,
  help: 'The ports that are open, what is spoken there and whose routes may attach.',
  fields: [listenersField],
};

/** Two listeners of one protocol need different ports or hosts, so a new one takes the next free port. */
function freePort(existing: readonly unknown[]): number {
  const taken = new Set(existing.filter(isMap).map(({ port }) => port));
  if (!taken.has(80)) return 80;
  let port = 8080;
  while (taken.has(port)) port++;
  return port;
}
