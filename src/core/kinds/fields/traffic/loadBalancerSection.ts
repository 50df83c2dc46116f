import type {
  ChoiceFieldDeclaration,
  FieldDeclaration,
  FormSection,
  ListFieldDeclaration,
} from '../../form.ts';
import { readText } from '../../reading.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { words } from '../../summaries/rows.ts';
import { freeName } from '../freeName.ts';

/** What the endpoint is chosen by. */
const hashField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'consistentHash',
  label: 'Hash of',
  by: 'type',
  required: true,
  members: [
    { label: 'Client address', word: 'SourceIP', fields: [] },
    {
      label: 'A header',
      word: 'Header',
      key: 'header',
      newValue: () => ({ name: 'x-user-id' }),
      fields: [{ type: 'text', path: 'header.name', label: 'Header', required: true }],
    },
    {
      label: 'Several headers',
      word: 'Headers',
      key: 'headers',
      newValue: () => [{ name: 'x-user-id' }],
      fields: [namesField('headers', 'Headers', 'header', 'x-user-id')],
    },
    {
      label: 'A cookie',
      help: 'The proxy sets it where it is missing.',
      word: 'Cookie',
      key: 'cookie',
      newValue: () => ({ name: 'session', ttl: '1h' }),
      fields: [
        { type: 'text', path: 'cookie.name', label: 'Cookie', required: true },
        { type: 'duration', path: 'cookie.ttl', label: 'Kept for', placeholder: '1h' },
        { type: 'map', path: 'cookie.attributes', label: 'Attributes', help: 'Such as SameSite: Strict.' },
      ],
    },
    {
      label: 'Query parameters',
      word: 'QueryParams',
      key: 'queryParams',
      newValue: () => [{ name: 'user' }],
      fields: [namesField('queryParams', 'Query parameters', 'query parameter', 'user')],
    },
  ],
};

function namesField(path: string, label: string, item: string, name: string): ListFieldDeclaration {
  return {
    type: 'list',
    path,
    label,
    item,
    newItem: (existing) => ({ name: freeName(name, existing) }),
    say: (each) => readText(each, 'name'),
    fields: [{ type: 'text', path: 'name', label: 'Name', required: true }],
  };
}

const utilizationFields: readonly FieldDeclaration[] = [
  {
    type: 'duration',
    path: 'backendUtilization.blackoutPeriod',
    label: 'Reports count after',
    placeholder: '10s',
  },
  {
    type: 'duration',
    path: 'backendUtilization.weightUpdatePeriod',
    label: 'Weights change every',
    placeholder: '1s',
  },
  {
    type: 'duration',
    path: 'backendUtilization.weightExpirationPeriod',
    label: 'Reports are forgotten after',
    placeholder: '3m',
  },
];

const algorithmField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'spec.loadBalancer',
  label: 'Chooses',
  by: 'type',
  required: true,
  members: [
    {
      label: 'The less busy of two',
      help: 'By the requests under way. What is done when nothing is chosen.',
      word: 'LeastRequest',
      fields: [],
    },
    { label: 'One after the other', word: 'RoundRobin', fields: [] },
    { label: 'Any, by chance', word: 'Random', fields: [] },
    {
      label: 'Always the same for a client',
      help: 'By a hash of something that the client sends (consistent hashing).',
      word: 'ConsistentHash',
      key: 'consistentHash',
      newValue: () => ({ type: 'SourceIP' }),
      fields: [
        hashField,
        {
          type: 'number',
          path: 'consistentHash.tableSize',
          label: 'Table size',
          help: 'A prime number above the number of endpoints; 65537 when empty.',
        },
      ],
    },
    {
      label: 'By what backends report',
      help: 'Endpoints tell how busy they are (ORCA).',
      word: 'BackendUtilization',
      key: 'backendUtilization',
      newValue: () => ({ blackoutPeriod: '10s' }),
      fields: utilizationFields,
    },
  ],
};

const zoneFields: readonly FieldDeclaration[] = [
  {
    type: 'number',
    path: 'spec.loadBalancer.zoneAware.preferLocal.minEndpointsThreshold',
    label: 'Stay in the zone from',
    help: 'Requests prefer endpoints of their own zone when there are this many in all. Not with a hash.',
  },
  {
    type: 'number',
    path: 'spec.loadBalancer.zoneAware.preferLocal.force.minEndpointsInZoneThreshold',
    label: 'Never leave the zone from',
    help: 'When its own zone has this many endpoints.',
  },
  {
    type: 'list',
    path: 'spec.loadBalancer.zoneAware.weightedZones',
    label: 'Weights of zones',
    item: 'zone',
    help: 'In place of the two above.',
    newItem: (existing) => ({ zone: `zone-${existing.length + 1}`, weight: 1 }),
    say: (item) => words(readText(item, 'zone'), 'weight', readText(item, 'weight')),
    fields: [
      { type: 'text', path: 'zone', label: 'Zone', required: true },
      { type: 'number', path: 'weight', label: 'Weight', required: true },
    ],
  },
];

/** Which endpoint of a backend gets a request. */
export const loadBalancerSection: FormSection = {
  title: 'Load balancer',
  help: 'Which endpoint of a backend gets the next request.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/load-balancing/',
  say: (value) => sayFeatures(value, backendTrafficFeatures, 'loadBalancer'),
  fields: [
    algorithmField,
    {
      type: 'duration',
      path: 'spec.loadBalancer.slowStart.window',
      label: 'Slow start',
      placeholder: '30s',
      help: 'New endpoints get their full share only after this time. With round robin and least request.',
    },
    ...zoneFields,
  ],
};
