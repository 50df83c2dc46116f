import type { ChoiceFieldDeclaration, FieldDeclaration, FormSection } from '../../form.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';

/** What a check asks for; every member may be the only one. */
const checkField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'active',
  label: 'Asks by',
  by: 'type',
  required: true,
  members: [
    {
      label: 'HTTP',
      word: 'HTTP',
      key: 'http',
      newValue: () => ({ path: '/healthz' }),
      fields: [
        { type: 'text', path: 'http.path', label: 'Path', required: true, placeholder: '/healthz' },
        { type: 'text', path: 'http.hostname', label: 'Host', placeholder: 'orders.internal' },
        { type: 'text', path: 'http.method', label: 'Method', placeholder: 'GET' },
        {
          type: 'texts',
          path: 'http.expectedStatuses',
          label: 'Healthy status codes',
          of: 'number',
          placeholder: '200',
          help: '200 when empty.',
        },
        {
          type: 'texts',
          path: 'http.retriableStatuses',
          label: 'Status codes to try again',
          of: 'number',
          placeholder: '503',
          help: 'Count as failed, and only as many as below make the endpoint unhealthy.',
        },
      ],
    },
    {
      label: 'TCP',
      help: 'A connection that opens.',
      word: 'TCP',
      key: 'tcp',
      newValue: () => ({}),
      fields: [],
    },
    {
      label: 'gRPC',
      help: 'The health service of gRPC.',
      word: 'GRPC',
      key: 'grpc',
      fields: [
        {
          type: 'text',
          path: 'grpc.service',
          label: 'Service',
          placeholder: 'example.v1.Orders',
          help: 'The whole server when empty.',
        },
      ],
    },
  ],
};

const activeFields: readonly FieldDeclaration[] = [
  checkField,
  { type: 'duration', path: 'active.interval', label: 'Every', placeholder: '3s', help: '3s when empty.' },
  { type: 'duration', path: 'active.timeout', label: 'Timeout', placeholder: '1s', help: '1s when empty.' },
  {
    type: 'number',
    path: 'active.unhealthyThreshold',
    label: 'Unhealthy after failures',
    help: '3 when empty.',
  },
  {
    type: 'number',
    path: 'active.healthyThreshold',
    label: 'Healthy after successes',
    help: '1 when empty.',
  },
  {
    type: 'number',
    path: 'active.overrides.port',
    label: 'Port',
    help: 'That of the backend when empty.',
  },
  {
    type: 'duration',
    path: 'active.initialJitter',
    label: 'First check within',
    placeholder: '5s',
    help: 'Spreads the first checks of many proxies.',
  },
];

function passiveField(path: string, label: string, help: string): FieldDeclaration {
  return { type: 'number', path: `spec.healthCheck.passive.${path}`, label, help };
}

/** Which endpoints get requests at all. */
export const healthCheckSection: FormSection = {
  title: 'Health check',
  help: 'Takes endpoints out that do not answer: by asking them, by watching how they answer, or both.',
  say: (value) => sayFeatures(value, backendTrafficFeatures, 'healthCheck'),
  fields: [
    {
      type: 'choice',
      path: 'spec.healthCheck',
      label: 'Active checks',
      help: 'The proxies ask each endpoint again and again.',
      members: [
        {
          label: 'On',
          key: 'active',
          newValue: () => ({ type: 'HTTP', http: { path: '/healthz' } }),
          fields: activeFields,
        },
      ],
    },
    passiveField('consecutive5XxErrors', 'Eject after 5xx answers', 'In a row; 5 when empty.'),
    passiveField(
      'consecutiveGatewayErrors',
      'Eject after 502, 503, 504',
      'In a row; not looked at when empty.',
    ),
    {
      type: 'boolean',
      path: 'spec.healthCheck.passive.splitExternalLocalOriginErrors',
      label: 'Connection failures by themselves',
      help: 'Counted apart from the answers of the backend.',
    },
    passiveField(
      'consecutiveLocalOriginFailures',
      'Eject after connection failures',
      'In a row, where they are counted by themselves; 5 when empty.',
    ),
    passiveField('maxEjectionPercent', 'Most ejected, %', 'Of the endpoints; 10 when empty.'),
    {
      type: 'duration',
      path: 'spec.healthCheck.passive.baseEjectionTime',
      label: 'Ejected for',
      placeholder: '30s',
      help: 'Longer with each time; 30s when empty.',
    },
    {
      type: 'duration',
      path: 'spec.healthCheck.passive.interval',
      label: 'Looked at every',
      placeholder: '3s',
      help: '3s when empty.',
    },
    {
      type: 'number',
      path: 'spec.healthCheck.panicThreshold',
      label: 'Panic threshold, %',
      help: 'With fewer healthy endpoints than this all get requests again; 50 when empty, 0 never.',
    },
  ],
};
