import type { Rule } from '../../rule.ts';
import { listOf, of, record, text } from '../fields.ts';
import { all, atLeastOneOf, exactlyOneOf, forbiddenWhen, has, is, not, requiredWhen } from '../rules.ts';
import { duration, eg, envoyTypes } from './envoyType.ts';

const database = (whom: string) => of(eg('GeoIPDBSource'), `The database of ${whom}.`);

const filters = [
  'custom_response',
  'health_check',
  'fault',
  'cors',
  'csrf',
  'header_mutation',
  'ext_authz',
  'api_key_auth',
  'basic_auth',
  'oauth2',
  'jwt_authn',
  'stateful_session',
  'buffer',
  'lua',
  'ext_proc',
  'wasm',
  'dynamic_modules',
  'geoip',
  'rbac',
  'local_ratelimit',
  'ratelimit',
  'bandwidth_limit',
  'grpc_web',
  'grpc_stats',
  'credential_injector',
  'compressor',
  'dynamic_forward_proxy',
];

const bootstrapRules: readonly Rule[] = [
  {
    rule: 'required',
    field: 'jsonPatches',
    filled: true,
    when: is('type', 'JSONPatch'),
    message: 'A bootstrap of type JSONPatch is a list of patches. Add jsonPatches, or change type.',
  },
  requiredWhen('value', not(is('type', 'JSONPatch')), {
    message:
      'A bootstrap that replaces or is merged is written in value. Add value, or set type to JSONPatch.',
  }),
];

/** The kind EnvoyProxy: the fleet of proxies itself. */
export const envoyProxy = envoyTypes({
  EnvoyProxySpec: {
    fields: {
      logging: { default: { level: { default: 'warn' } } },
      dynamicModules: listOf(
        { ref: eg('DynamicModuleEntry') },
        'Shared libraries that policies may use, by name.',
        {
          maxItems: 16,
          listType: 'map',
          listKeys: ['name'],
        },
      ),
      geoIP: of(eg('EnvoyProxyGeoIP'), 'Where the place of a client is looked up.'),
      mergeBackends: of(
        eg('MergeBackends'),
        'Lets routes that send to the same backend share one cluster of Envoy. On as soon as it is there; not together with mergeGateways.',
      ),
      mergeType: text(
        'How this is laid over the EnvoyProxy of the GatewayClass; it takes its place when absent.',
        { enum: ['Replace', 'StrategicMerge', 'JSONMerge'] },
      ),
    },
    rules: [
      forbiddenWhen('mergeBackends', all(has('mergeBackends'), is('mergeGateways', true)), {
        message: 'Gateways or backends are merged, not both. Remove mergeBackends, or mergeGateways.',
      }),
    ],
  },
  EnvoyProxyGeoIP: record('Where the place of a client is looked up.', {
    'provider!': of(eg('GeoIPProvider'), 'Who knows.'),
  }),
  GeoIPProvider: record(
    'Who knows the place of an address.',
    {
      'type!': text('There is one: MaxMind.', { enum: ['MaxMind'] }),
      maxMind: of(eg('GeoIPMaxMind'), 'Its databases.'),
    },
    [
      requiredWhen('maxMind', is('type', 'MaxMind'), {
        message: 'type: MaxMind needs its databases. Add maxMind.',
      }),
    ],
  ),
  GeoIPMaxMind: record(
    'Databases of MaxMind.',
    {
      anonymousIpDbSource: database('networks that hide who is behind them'),
      asnDbSource: database('autonomous systems'),
      cityDbSource: database('cities'),
      countryDbSource: database('countries'),
      ispDbSource: database('providers'),
    },
    [
      atLeastOneOf(['cityDbSource', 'countryDbSource', 'asnDbSource', 'ispDbSource', 'anonymousIpDbSource'], {
        message:
          'Without a database nothing can be looked up. Add at least one of cityDbSource, countryDbSource, asnDbSource, ispDbSource and anonymousIpDbSource.',
      }),
    ],
  ),
  GeoIPDBSource: record('Where a database is.', {
    'local!': of(eg('LocalGeoIPDBSource'), 'A file on the disk of the proxy.'),
  }),
  LocalGeoIPDBSource: record('A file on the disk of the proxy.', {
    'path!': text('The path of the .mmdb file.', { pattern: '^.*\\.mmdb$' }),
  }),
  MergeBackends: record('Which backends share one cluster of Envoy.', {
    selector: of(
      'apis/meta/v1.LabelSelector',
      'Picks Services, ServiceImports and Backends by label; all when absent.',
    ),
  }),
  IPFamily: { enum: ['IPv4', 'IPv6', 'DualStack'] },
  LogLevel: { enum: ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'] },
  EnvoyFilter: { enum: filters.map((name) => `envoy.filters.http.${name}`) },
  FilterPosition: {
    rules: [
      exactlyOneOf(['before', 'after'], {
        message: 'A filter is placed before another or after it: write exactly one of before and after.',
      }),
    ],
  },
  ProxyBootstrap: { fields: { type: { default: 'Replace' } }, rules: bootstrapRules },
  ProxyLogging: { fields: { level: { default: { default: 'warn' } } } },
  ShutdownConfig: {
    fields: {
      healthCheckFailureDelay: duration(
        'How long a proxy that is going away still answers checks as healthy; not at all when absent.',
      ),
    },
  },
});
