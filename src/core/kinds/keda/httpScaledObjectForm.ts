import type { ChoiceFieldDeclaration, FormSection } from '../form.ts';
import { isMap, readAt, readNumber, readText, readTexts } from '../reading.ts';
import { listing, words } from '../summaries/rows.ts';

const docs = 'https://keda.sh/http-add-on/0.15/reference/httpscaledobject/';

const metricChoice: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'spec.scalingMetric',
  label: 'Counts',
  members: [
    {
      label: 'Requests a second',
      key: 'requestRate',
      newValue: () => ({ targetValue: 50 }),
      fields: [
        {
          type: 'number',
          path: 'requestRate.targetValue',
          label: 'A second for each replica',
          placeholder: '100',
        },
        { type: 'duration', path: 'requestRate.window', label: 'Taken over', placeholder: '1m' },
        { type: 'duration', path: 'requestRate.granularity', label: 'In steps of', placeholder: '1s' },
      ],
    },
    {
      label: 'Requests that are open at once',
      key: 'concurrency',
      newValue: () => ({ targetValue: 100 }),
      fields: [
        {
          type: 'number',
          path: 'concurrency.targetValue',
          label: 'Open for each replica',
          placeholder: '100',
        },
      ],
    },
  ],
};

/** The form of an HTTPScaledObject: what is scaled, which requests count, and what waits meanwhile. */
export const httpScaledObjectForm: readonly FormSection[] = [
  {
    title: 'Target',
    isMain: true,
    help: 'What is scaled, the Service before it, and between which numbers of replicas.',
    say: sayReplicas,
    docs,
    fields: [
      { type: 'reference', path: 'spec.scaleTargetRef', label: 'Scales', reference: 'scaleTargetRef' },
      { type: 'reference', path: 'spec.scaleTargetRef.service', label: 'Service', reference: 'service' },
      portChoice('spec.scaleTargetRef', 80),
      {
        type: 'number',
        path: 'spec.replicas.min',
        label: 'Least replicas',
        placeholder: '0',
        help: '0 when empty: down to nothing without requests.',
      },
      { type: 'number', path: 'spec.replicas.max', label: 'Most replicas', placeholder: '100' },
    ],
  },
  {
    title: 'Requests',
    isMain: true,
    help: 'Which requests belong here. Routes send them to the interceptor of the add-on.',
    say: (value) => listing(readTexts(value, 'spec', 'hosts')),
    docs: 'https://keda.sh/http-add-on/0.15/concepts/routing/',
    fields: [
      { type: 'texts', path: 'spec.hosts', label: 'Hosts', placeholder: 'app.example.com' },
      {
        type: 'texts',
        path: 'spec.pathPrefixes',
        label: 'Only paths under',
        placeholder: '/api',
      },
      {
        type: 'list',
        path: 'spec.headers',
        label: 'Only with headers',
        item: 'header',
        newItem: (existing) => ({ name: `x-tenant${existing.length === 0 ? '' : existing.length + 1}` }),
        say: (item) => words(readText(item, 'name'), '=', readText(item, 'value') ?? 'anything'),
        fields: [
          { type: 'text', path: 'name', label: 'Name', required: true },
          { type: 'text', path: 'value', label: 'Value', asText: true, help: 'Anything when empty.' },
        ],
      },
    ],
  },
  {
    title: 'Metric',
    isMain: true,
    help: 'What one replica takes.',
    say: sayMetric,
    docs: 'https://keda.sh/http-add-on/0.15/concepts/scaling/',
    fields: [metricChoice],
  },
  {
    title: 'Waiting and failover',
    help: 'How long requests wait for the first replica, and who answers instead.',
    docs,
    fields: [
      {
        type: 'duration',
        path: 'spec.timeouts.conditionWait',
        label: 'Waits for a replica',
        placeholder: '20s',
      },
      {
        type: 'duration',
        path: 'spec.timeouts.responseHeader',
        label: 'Waits for the answer to begin',
        placeholder: '500ms',
      },
      {
        type: 'number',
        path: 'spec.scaledownPeriod',
        label: 'To zero without requests for, s',
        placeholder: '300',
      },
      { type: 'number', path: 'spec.initialCooldownPeriod', label: 'Not to zero after creation for, s' },
      {
        type: 'reference',
        path: 'spec.coldStartTimeoutFailoverRef.service',
        label: 'Service that answers instead',
        reference: 'failover',
      },
      portChoice('spec.coldStartTimeoutFailoverRef', 80),
      {
        type: 'number',
        path: 'spec.coldStartTimeoutFailoverRef.timeoutSeconds',
        label: 'It answers after, s',
        placeholder: '30',
      },
    ],
  },
];

/** A port of a Service, by its number or its name, in the map at a path. */
function portChoice(path: string, number: number): ChoiceFieldDeclaration {
  return {
    type: 'choice',
    path,
    label: 'Port',
    members: [
      {
        label: 'By number',
        key: 'port',
        newValue: () => number,
        fields: [{ type: 'number', path: 'port', label: 'Port' }],
      },
      {
        label: 'By name',
        key: 'portName',
        newValue: () => 'http',
        fields: [{ type: 'name', path: 'portName', label: 'Name of the port' }],
      },
    ],
  };
}

/** The add-on's own defaults stand where nothing is written: 0 and 100. */
export function sayReplicas(value: unknown): string {
  const least = readNumber(value, 'spec', 'replicas', 'min') ?? 0;
  return `${least}–${readNumber(value, 'spec', 'replicas', 'max') ?? 100} replicas`;
}

/** `50 requests a second per replica`; a metric without a number counts to 100. */
export function sayMetric(value: unknown): string | undefined {
  const metric = ['spec', 'scalingMetric'];
  const rate = readAt(value, ...metric, 'requestRate');
  if (isMap(rate)) return `${readNumber(rate, 'targetValue') ?? 100} requests a second per replica`;
  const open = readAt(value, ...metric, 'concurrency');
  if (isMap(open)) return `${readNumber(open, 'targetValue') ?? 100} open requests per replica`;
  const waiting = readNumber(value, 'spec', 'targetPendingRequests');
  return waiting === undefined ? undefined : `${waiting} waiting requests per replica`;
}
