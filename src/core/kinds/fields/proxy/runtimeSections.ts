import type { FieldDeclaration, FormSection, ListFieldDeclaration } from '../../form.ts';
import { readText } from '../../reading.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { proxyFeatures } from '../../summaries/proxyFeatures.ts';
import { words } from '../../summaries/rows.ts';
import { tlsFields } from '../tlsFields.ts';

const say =
  (...paths: readonly string[]) =>
  (value: unknown) =>
    sayFeatures(value, proxyFeatures, ...paths);

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'];

/** Parts of Envoy that can be made louder by themselves. */
const components: readonly (readonly [key: string, label: string])[] = [
  ['http', 'HTTP'],
  ['router', 'Routing'],
  ['upstream', 'Backends'],
  ['connection', 'Connections'],
  ['client', 'Clients of the proxy'],
  ['admin', 'Administration'],
];

const levelFields: readonly FieldDeclaration[] = [
  {
    type: 'enum',
    path: 'spec.logging.level.default',
    label: 'Level',
    options: levels,
    help: 'warn when empty. debug and trace write very much.',
  },
  ...components.map(
    ([key, label]): FieldDeclaration => ({
      type: 'enum',
      path: `spec.logging.level.${key}`,
      label,
      options: levels,
    }),
  ),
];

const behaviourFields: readonly FieldDeclaration[] = [
  {
    type: 'boolean',
    path: 'spec.mergeGateways',
    label: 'Merge Gateways',
    help: 'All Gateways of the class share one set of proxies. Not together with merged backends.',
  },
  {
    type: 'choice',
    path: 'spec',
    label: 'Merge backends',
    help: 'Routes to one backend share its connections and health checks.',
    members: [
      {
        label: 'Those with labels',
        key: 'mergeBackends',
        newValue: () => ({ selector: { matchLabels: { team: 'web' } } }),
        fields: [{ type: 'map', path: 'mergeBackends.selector.matchLabels', label: 'Labels of Services' }],
      },
    ],
  },
  {
    type: 'boolean',
    path: 'spec.preserveRouteOrder',
    label: 'Rules in their order',
    help: 'The first match of an HTTPRoute wins, not the most exact.',
  },
  {
    type: 'enum',
    path: 'spec.routingType',
    label: 'Routing',
    options: ['Endpoint', 'Service'],
    help: 'Endpoint: to the pods. Service: to the cluster address, so that Kubernetes balances.',
  },
  {
    type: 'enum',
    path: 'spec.ipFamily',
    label: 'Address family',
    options: ['IPv4', 'IPv6', 'DualStack'],
    help: 'IPv4 when empty.',
  },
  {
    type: 'enum',
    path: 'spec.luaValidation',
    label: 'Lua is checked',
    options: ['Strict', 'InsecureSyntax', 'Disabled'],
    help: 'Strict runs scripts once to see that they do; the default.',
  },
  {
    type: 'enum',
    path: 'spec.mergeType',
    label: 'Joined with the class',
    options: ['Replace', 'StrategicMerge', 'JSONMerge'],
    help: 'How this goes together with the EnvoyProxy of the class; Replace when empty.',
  },
];

const patchesField: ListFieldDeclaration = {
  type: 'list',
  path: 'spec.bootstrap.jsonPatches',
  label: 'Patches',
  item: 'patch',
  help: 'Read with JSONPatch.',
  newItem: () => ({ op: 'remove', path: '/admin' }),
  say: (patch) => words(readText(patch, 'op'), readText(patch, 'path') ?? readText(patch, 'jsonPath')),
  fields: [
    {
      type: 'enum',
      path: 'op',
      label: 'Operation',
      required: true,
      options: ['add', 'remove', 'replace', 'move', 'copy', 'test'],
    },
    { type: 'text', path: 'path', label: 'Path', placeholder: '/admin' },
    { type: 'text', path: 'from', label: 'From', help: 'For move and copy.' },
  ],
};

/** How the proxies run and end, and what of Envoy itself is changed. */
export const runtimeSections: readonly FormSection[] = [
  {
    title: 'Logging',
    help: 'How much the proxies say of themselves.',
    say: say('logging'),
    fields: levelFields,
  },
  {
    title: 'Behaviour',
    help: 'How Gateways, routes and addresses are understood.',
    say: say('mergeGateways', 'mergeBackends', 'preserveRouteOrder', 'routingType', 'ipFamily', 'mergeType'),
    fields: behaviourFields,
  },
  {
    title: 'Shutdown',
    help: 'How proxies end without losing requests.',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/operations/graceful-shutdown/',
    say: say('shutdown'),
    fields: [
      {
        type: 'duration',
        path: 'spec.shutdown.drainTimeout',
        label: 'Time for requests to end',
        placeholder: '60s',
        help: '60s when empty. Less than the grace period of the pods.',
      },
      {
        type: 'duration',
        path: 'spec.shutdown.minDrainDuration',
        label: 'Stay at least',
        placeholder: '10s',
        help: 'Until load balancers have noticed; 10s when empty.',
      },
    ],
  },
  {
    title: 'TLS to backends',
    help: 'Versions and ciphers towards backends that have a TLS policy, and what the proxies show them.',
    say: say('backendTLS'),
    fields: [
      {
        type: 'reference',
        path: 'spec.backendTLS.clientCertificateRef',
        label: 'Client certificate',
        reference: 'clientCertificateRef',
        help: 'A Secret of this namespace.',
      },
      ...tlsFields('spec.backendTLS'),
    ],
  },
  {
    title: 'Envoy',
    help: 'What is given to Envoy itself: threads, arguments, bootstrap.',
    say: say('concurrency', 'extraArgs', 'bootstrap'),
    fields: [
      {
        type: 'number',
        path: 'spec.concurrency',
        label: 'Worker threads',
        help: 'One for each core of the node when empty, whatever the pod may use.',
      },
      {
        type: 'texts',
        path: 'spec.extraArgs',
        label: 'Arguments',
        placeholder: '--disable-extensions',
      },
      {
        type: 'enum',
        path: 'spec.bootstrap.type',
        label: 'Bootstrap',
        options: ['Merge', 'Replace', 'JSONPatch'],
        help: 'How the text or the patches below change it; Replace when empty.',
      },
      {
        type: 'code',
        path: 'spec.bootstrap.value',
        label: 'Bootstrap text',
        help: 'YAML; read with Merge and Replace.',
      },
      patchesField,
    ],
  },
];
