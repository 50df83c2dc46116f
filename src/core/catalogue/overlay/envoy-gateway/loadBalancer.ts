import type { Rule } from '../../rule.ts';
import { flag, int32, listOf, of, record, text } from '../fields.ts';
import { atMostOneOf, compare, forbiddenWhen, is } from '../rules.ts';
import { moduleName } from './dynamicModules.ts';
import { duration, eg, envoyTypes } from './envoyType.ts';

const notWith = (field: string, types: readonly string[], wayOut: string): Rule =>
  forbiddenWhen(field, is('type', ...types), {
    message: `${field} does not go with a balancer of type ${types.join(' or ')}. ${wayOut}`,
  });

/** How an endpoint of a backend is chosen. */
export const loadBalancer = envoyTypes({
  LoadBalancer: {
    fields: {
      backendUtilization: of(eg('BackendUtilization'), 'Settings of the type BackendUtilization.'),
      dynamicModule: of(eg('DynamicModuleLBPolicy'), 'Settings of the type DynamicModule.'),
    },
    rules: [
      {
        rule: 'union',
        tag: 'type',
        members: {
          ConsistentHash: 'consistentHash',
          BackendUtilization: 'backendUtilization',
          DynamicModule: 'dynamicModule',
        },
      },
      notWith(
        'slowStart',
        ['Random', 'ConsistentHash', 'DynamicModule'],
        'Remove it, or use RoundRobin, LeastRequest or BackendUtilization.',
      ),
      notWith(
        'zoneAware.preferLocal',
        ['ConsistentHash', 'BackendUtilization'],
        'Use zoneAware.weightedZones instead.',
      ),
      notWith('zoneAware', ['DynamicModule'], 'Remove it: the module chooses by itself.'),
      notWith('endpointOverride', ['DynamicModule'], 'Remove it: the module chooses by itself.'),
      atMostOneOf(['zoneAware.preferLocal', 'zoneAware.weightedZones'], {
        message: 'Zones are preferred or weighted, not both. Keep one of preferLocal and weightedZones.',
      }),
    ],
  },
  LoadBalancerType: {
    enum: ['ConsistentHash', 'LeastRequest', 'Random', 'RoundRobin', 'BackendUtilization', 'DynamicModule'],
  },
  ConsistentHash: {
    fields: { tableSize: { default: 65_537 } },
    rules: [
      {
        rule: 'union',
        tag: 'type',
        members: { Header: 'header', Headers: 'headers', Cookie: 'cookie', QueryParams: 'queryParams' },
      },
    ],
  },
  BackendUtilization: record('Chooses by the load that endpoints report (ORCA).', {
    blackoutPeriod: duration(
      'How long an endpoint must have reported before its weight counts; 10 s when absent.',
    ),
    errorUtilizationPenaltyPercent: int32(
      'How strongly errors lower the weight of an endpoint; 100 takes the error rate as it is, 150 one and a half of it.',
      { minimum: 0 },
    ),
    keepResponseHeaders: flag(
      'Leaves the headers and trailers with the reports in the answer to the client.',
      {
        default: false,
      },
    ),
    metricNamesForComputingUtilization: listOf(
      { type: 'string' },
      'Metrics to compute the load from, when the application reports none. Written `map.key` for the maps of a report.',
    ),
    outOfBand: of(eg('BackendUtilizationOutOfBand'), 'Fetches reports over a connection of their own.'),
    weightExpirationPeriod: duration(
      'After how long without a report a weight is dropped; 3 minutes when absent.',
    ),
    weightUpdatePeriod: duration(
      'How often weights are computed; every second when absent, 100 ms at the least.',
    ),
  }),
  BackendUtilizationOutOfBand: record(
    'A stream of load reports from each endpoint. The backend must serve it.',
    {
      authority: text('The authority of the stream; the host name of the endpoint when absent.', {
        minLength: 1,
        maxLength: 259,
        pattern: '^[^\\x00\\n\\r]*$',
      }),
      port: int32('The port of the stream; the port of the endpoint when absent.', {
        minimum: 1,
        maximum: 65_535,
      }),
      reportingPeriod: duration('How often reports are asked for; every 10 s when absent.', {
        rules: [
          compare(
            '',
            '>',
            { value: '0s' },
            {
              as: 'duration',
              message: 'Reports cannot be asked for without a pause. Make reportingPeriod longer than 0s.',
            },
          ),
        ],
      }),
    },
  ),
  DynamicModuleLBPolicy: record('A balancer that comes with a module of EnvoyProxy.', {
    'name!': moduleName,
    'lbPolicyName!': text('Which of the balancers in the module.', { minLength: 1, maxLength: 253 }),
    config: { keepsUnknown: true, doc: 'What is handed to the balancer when it starts.' },
  }),
  ZoneAware: {
    fields: {
      weightedZones: listOf({ ref: eg('WeightedZoneConfig') }, 'Spreads traffic over zones by weight.', {
        listType: 'map',
        listKeys: ['zone'],
      }),
    },
  },
  WeightedZoneConfig: record('The weight of one zone; zones that are not listed weigh 1.', {
    'zone!': text('The zone, as in the label topology.kubernetes.io/zone of the nodes.'),
    'weight!': int32('How much traffic it gets, in relation to the other zones.'),
  }),
});
