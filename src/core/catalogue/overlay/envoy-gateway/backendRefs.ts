import type { Rule } from '../../rule.ts';
import { each, forbidden, has, not, oneOfValues } from '../rules.ts';
import { envoyTypes } from './envoyType.ts';

const ownGroup = 'gateway.envoyproxy.io';
const multiclusterGroup = 'multicluster.x-k8s.io';

const refs = (groups: readonly string[], kinds: readonly string[]): Rule =>
  each('backendRefs', [
    oneOfValues('kind', kinds, {
      message: `Nothing can be sent to {value} from here. A backend is one of ${kinds.join(', ')}.`,
    }),
    oneOfValues('group', groups, {
      message: `Backends of the group {value} cannot be used here. Leave group out for a Service, or write ${ownGroup} for a Backend.`,
    }),
  ]);

/** Backends of what EnvoyProxy reports to. */
export const telemetryBackends = refs(['', ownGroup], ['Service', 'Backend']);
/** Backends of what requests are checked by. */
export const extensionBackends = refs(
  ['', multiclusterGroup, ownGroup],
  ['Service', 'ServiceImport', 'Backend'],
);

/** The singular form came from a shared type and was never read here. */
export const noSingularBackend = forbidden('backendRef', {
  message: 'backendRef is not read here. Write it as the one item of backendRefs.',
});

/** The service is named in one of two ways, of which the first is the older. */
export const someBackend = (older: 'backendRef' | 'host'): Rule => ({
  rule: 'required',
  field: 'backendRefs',
  filled: true,
  when: not(has(older)),
  message: `Nothing says where to connect to. Add backendRefs with a Service or Backend (or the older ${older}).`,
});

/** Of settings for a connection that Envoy opens by itself, for a key set or a token: it retries as a whole. */
export const plainRetryOnly: readonly Rule[] = [
  forbidden('backendSettings.retry.perRetry.timeout', {
    message: 'A timeout for each try is not possible for this connection. Remove perRetry.timeout.',
  }),
  forbidden('backendSettings.retry.retryOn.httpStatusCodes', {
    message: 'Retries by status code are not possible for this connection. Remove retryOn.httpStatusCodes.',
  }),
];

/** References to Services and Backends. */
export const backendRefs = envoyTypes({
  BackendRef: { fields: { weight: { default: 1 } } },
});
