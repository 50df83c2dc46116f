import type { FieldDeclaration, FormSection } from '../form.ts';
import { readPairs } from '../reading.ts';
import { endpointRow } from '../summaries/monitorRows.ts';

const docs = 'https://prometheus-operator.dev/docs/api-reference/api/';

const basicAuth: readonly FieldDeclaration[] = [
  {
    type: 'reference',
    path: 'basicAuth.username',
    label: 'Secret with the user',
    reference: 'basicAuth username',
  },
  { type: 'text', path: 'basicAuth.username.key', label: 'Key of the user', required: true },
  {
    type: 'reference',
    path: 'basicAuth.password',
    label: 'Secret with the password',
    reference: 'basicAuth password',
  },
  { type: 'text', path: 'basicAuth.password.key', label: 'Key of the password', required: true },
];

const tlsFields: readonly FieldDeclaration[] = [
  { type: 'text', path: 'tlsConfig.serverName', label: 'Name on the certificate' },
  {
    type: 'reference',
    path: 'tlsConfig.ca.secret',
    label: 'Secret with the authority',
    reference: 'tls ca secret',
  },
  { type: 'text', path: 'tlsConfig.ca.secret.key', label: 'Key of the authority', placeholder: 'ca.crt' },
  {
    type: 'boolean',
    path: 'tlsConfig.insecureSkipVerify',
    label: 'Skip certificate checks',
    help: 'Not for production.',
  },
];

const proofField: FieldDeclaration = {
  type: 'choice',
  path: '',
  label: 'Proves who it is by',
  members: [
    {
      label: 'Token in a Secret',
      key: 'authorization',
      newValue: () => ({ credentials: { name: 'metrics-token', key: 'token' } }),
      fields: [
        {
          type: 'reference',
          path: 'authorization.credentials',
          label: 'Secret',
          reference: 'authorization credentials',
        },
        { type: 'text', path: 'authorization.credentials.key', label: 'Key', required: true },
        { type: 'text', path: 'authorization.type', label: 'Scheme', placeholder: 'Bearer' },
      ],
    },
    {
      label: 'User and password',
      key: 'basicAuth',
      newValue: () => ({
        username: { name: 'metrics-login', key: 'username' },
        password: { name: 'metrics-login', key: 'password' },
      }),
      fields: basicAuth,
    },
  ],
};

const endpointsField: FieldDeclaration = {
  type: 'list',
  path: 'spec.endpoints',
  label: 'Endpoints',
  item: 'endpoint',
  newItem: () => ({ port: 'http', path: '/metrics', interval: '30s' }),
  say: (item) => {
    const { label, parts = [] } = endpointRow(item);
    return [label, ...parts].filter((each) => each !== undefined).join(', ');
  },
  fields: [
    {
      type: 'name',
      path: 'port',
      label: 'Port',
      placeholder: 'http',
      help: 'The name of a port of the Service, not its number.',
    },
    { type: 'text', path: 'path', label: 'Path', placeholder: '/metrics' },
    { type: 'duration', path: 'interval', label: 'Every', placeholder: '30s' },
    {
      type: 'duration',
      path: 'scrapeTimeout',
      label: 'Waits',
      placeholder: '10s',
      help: 'Not longer than the time between two.',
    },
    { type: 'enum', path: 'scheme', label: 'Scheme', options: ['http', 'https'] },
    ...tlsFields,
    proofField,
    {
      type: 'boolean',
      path: 'honorLabels',
      label: 'Keep labels of the metrics',
      help: 'Where they clash with those that Prometheus adds.',
    },
    {
      type: 'list',
      path: 'metricRelabelings',
      label: 'Metrics dropped or kept',
      item: 'rule',
      newItem: () => ({ action: 'drop', sourceLabels: ['__name__'], regex: 'go_.*' }),
      fields: [
        {
          type: 'enum',
          path: 'action',
          label: 'Action',
          options: ['drop', 'keep', 'replace', 'labeldrop', 'labelkeep'],
        },
        { type: 'texts', path: 'sourceLabels', label: 'Labels', placeholder: '__name__' },
        { type: 'text', path: 'regex', label: 'Pattern', placeholder: 'go_.*' },
        { type: 'text', path: 'targetLabel', label: 'Written to label' },
        { type: 'text', path: 'replacement', label: 'With', asText: true },
      ],
    },
  ],
};

/** The form of a ServiceMonitor: which Services, which of their ports, and how they are asked. */
export const monitorForm: readonly FormSection[] = [
  {
    title: 'Services',
    isMain: true,
    help: 'Which Services are asked: those that carry all of these labels themselves.',
    say: (value) => {
      const labels = readPairs(value, 'spec', 'selector', 'matchLabels').map(
        ([key, text]) => `${key}=${text}`,
      );
      return labels.length === 0 ? undefined : `Services with ${labels.slice(0, 3).join(', ')}`;
    },
    docs,
    fields: [
      { type: 'map', path: 'spec.selector.matchLabels', label: 'Labels' },
      {
        type: 'choice',
        path: 'spec.namespaceSelector',
        label: 'In namespaces',
        help: 'Its own when nothing is chosen.',
        members: [
          {
            label: 'These',
            key: 'matchNames',
            newValue: () => ['default'],
            fields: [{ type: 'texts', path: 'matchNames', label: 'Namespaces', placeholder: 'shop' }],
          },
          {
            label: 'Every one',
            key: 'any',
            newValue: () => true,
            fields: [],
          },
        ],
      },
    ],
  },
  {
    title: 'Endpoints',
    isMain: true,
    help: 'Which ports are asked, how often and with what proof.',
    docs,
    fields: [endpointsField],
  },
  {
    title: 'Labels and limits',
    help: 'What is added to the metrics, and how many there may be.',
    docs,
    fields: [
      {
        type: 'text',
        path: 'spec.jobLabel',
        label: 'Job is named by label',
        placeholder: 'app.kubernetes.io/name',
        help: 'A label of the Service; its name when empty.',
      },
      { type: 'texts', path: 'spec.targetLabels', label: 'Labels of the Service to add' },
      { type: 'texts', path: 'spec.podTargetLabels', label: 'Labels of the pods to add' },
      {
        type: 'number',
        path: 'spec.sampleLimit',
        label: 'Most samples',
        help: 'Above it nothing of the endpoint is taken.',
      },
    ],
  },
];
