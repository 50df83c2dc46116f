import type { Rule } from '../../rule.ts';
import { alike, all, has, is, requiredWhen, uniqueBy } from '../rules.ts';
import type { TypeTable } from './group.ts';

const gateway = { group: { default: 'gateway.networking.k8s.io' }, kind: { default: 'Gateway' } };

const parent = ['group', 'kind', 'name', 'namespace'];
const target = ['group', 'kind', 'name'];

/** What a route's list of parents must fulfil as a whole. In the standard channel a parent's port does not count. */
export const parentRules: readonly Rule[] = [
  alike('', parent, has('sectionName'), {
    message:
      'When a route names one parent several times, every entry needs a sectionName, or none; this entry differs from the first. Name a section in each, or keep only the entry for the whole parent.',
  }),
  alike('', parent, has('port'), {
    channel: 'experimental',
    message:
      'When a route names one parent several times, every entry needs a port, or none; this entry differs from the first. Name a port in each, or in none.',
  }),
  uniqueBy('', [...parent, 'sectionName'], {
    channel: 'standard',
    message:
      'The route already has this parent. Remove this entry, or give each entry a sectionName of its own.',
  }),
  uniqueBy('', [...parent, 'sectionName', 'port'], {
    channel: 'experimental',
    message:
      'The route already has this parent. Remove this entry, or give each entry a sectionName or a port of its own.',
  }),
];

/** What the list of targets of a policy must fulfil as a whole, when targets may name a section. */
export const targetRules: readonly Rule[] = [
  alike('', target, has('sectionName'), {
    message:
      'When a policy names one target several times, every entry needs a sectionName, or none; this entry differs from the first. Name a section in each, or keep only the entry for the whole target.',
  }),
  uniqueBy('', [...target, 'sectionName'], {
    message:
      'The policy already has this target. Remove this entry, or give each entry a sectionName of its own.',
  }),
];

/** How resources name each other. */
export const references: TypeTable = {
  BackendObjectReference: {
    fields: { group: { default: '' }, kind: { default: 'Service' } },
    rules: [
      requiredWhen('port', all(is('group', ''), is('kind', 'Service')), {
        message:
          'A Service needs a port: the port of the Service itself, not the targetPort of its Pods. Add port.',
      }),
    ],
  },
  BackendRef: { fields: { weight: { default: 1 } } },
  ParentReference: { fields: gateway },
  ParentGatewayReference: { fields: gateway },
  RouteGroupKind: { fields: { group: { default: 'gateway.networking.k8s.io' } } },
  SecretObjectReference: { fields: { group: { default: '' }, kind: { default: 'Secret' } } },
};
