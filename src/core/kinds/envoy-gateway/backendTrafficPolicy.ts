import { rateLimitField, targetRefsField } from '../fields/policyFields.ts';
import { backendTrafficTargets } from '../references/policyTargets.ts';
import { targetReferences } from '../references/targetReferences.ts';
import { backendTrafficFeatures } from '../summaries/backendTrafficFeatures.ts';
import { summarisePolicy } from '../summaries/policySummary.ts';
import { configMap, envoyGateway } from '../targets.ts';
import { indent, type Lines, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { FieldDeclaration, KindDefinition } from '../types.ts';

const streamRoutes = ['TCPRoute', 'TLSRoute', 'UDPRoute'];

const retryTriggers = 'connect-failure, refused-stream, reset, 5xx, gateway-error, retriable-status-codes';

const fields: readonly FieldDeclaration[] = [
  targetRefsField,
  rateLimitField('local', 'Local rate limit', 'Counted by each proxy for itself.'),
  rateLimitField(
    'global',
    'Global rate limit',
    'Counted for all proxies together; needs the rate limit service.',
  ),
  { type: 'number', path: 'spec.retry.numRetries', label: 'Retries', help: '2 when empty.' },
  {
    type: 'texts',
    path: 'spec.retry.retryOn.triggers',
    label: 'Retry on',
    placeholder: 'connect-failure',
    help: `For example ${retryTriggers}.`,
  },
  {
    type: 'duration',
    path: 'spec.retry.perRetry.timeout',
    label: 'Timeout of a retry',
    placeholder: '250ms',
  },
  {
    type: 'duration',
    path: 'spec.timeout.http.requestTimeout',
    label: 'Request timeout',
    placeholder: '15s',
  },
  { type: 'duration', path: 'spec.timeout.tcp.connectTimeout', label: 'Connect timeout', placeholder: '5s' },
  {
    type: 'number',
    path: 'spec.circuitBreaker.maxConnections',
    label: 'Most connections',
    help: '1024 when empty.',
  },
  {
    type: 'number',
    path: 'spec.circuitBreaker.maxParallelRequests',
    label: 'Most parallel requests',
    help: '1024 when empty.',
  },
  {
    type: 'number',
    path: 'spec.circuitBreaker.maxPendingRequests',
    label: 'Most pending requests',
    help: '1024 when empty.',
  },
  {
    type: 'enum',
    path: 'spec.healthCheck.active.type',
    label: 'Active health check',
    options: ['HTTP', 'TCP', 'GRPC'],
    help: 'HTTP needs the path below.',
  },
  { type: 'text', path: 'spec.healthCheck.active.http.path', label: 'Health path', placeholder: '/healthz' },
  { type: 'duration', path: 'spec.healthCheck.active.interval', label: 'Check every', placeholder: '3s' },
  {
    type: 'number',
    path: 'spec.healthCheck.passive.consecutive5XxErrors',
    label: 'Eject after 5xx answers',
    help: '5 when empty.',
  },
  {
    type: 'enum',
    path: 'spec.loadBalancer.type',
    label: 'Load balancer',
    options: ['LeastRequest', 'RoundRobin', 'Random', 'ConsistentHash'],
  },
  {
    type: 'enum',
    path: 'spec.loadBalancer.consistentHash.type',
    label: 'Hash of',
    options: ['SourceIP', 'Header', 'Headers', 'Cookie', 'QueryParams'],
  },
  {
    type: 'duration',
    path: 'spec.faultInjection.delay.fixedDelay',
    label: 'Injected delay',
    placeholder: '2s',
  },
  { type: 'number', path: 'spec.faultInjection.delay.percentage', label: 'Delayed, %' },
  {
    type: 'number',
    path: 'spec.faultInjection.abort.httpStatus',
    label: 'Injected status',
    placeholder: '503',
  },
  { type: 'number', path: 'spec.faultInjection.abort.percentage', label: 'Aborted, %' },
];

export const backendTrafficPolicy: KindDefinition = {
  group: envoyGateway,
  kind: 'BackendTrafficPolicy',
  plural: 'backendtrafficpolicies',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'policy',
  icon: 'traffic',
  purpose: 'Limits, retries, timeouts and health checks on the way to backends',
  phase: 'policy',
  baseName: 'traffic-policy',
  docs: 'https://gateway.envoyproxy.io/docs/concepts/gateway_api_extensions/backend-traffic-policy/',
  references: [
    ...targetReferences(backendTrafficTargets),
    {
      name: 'responseOverride body',
      form: 'object',
      path: 'spec.responseOverride[*].response.body.valueRef',
      to: [configMap],
      role: 'uses',
      flow: 'forward',
      namespace: 'own',
      explicitType: true,
      byHand: true,
    },
  ],
  summarise: (value) => summarisePolicy(value, backendTrafficFeatures),
  template: (context) => {
    const target = targetOf(context, backendTrafficTargets, 'web-route');
    return manifest(context, { apiVersion: `${envoyGateway}/v1alpha1`, kind: 'BackendTrafficPolicy' }, [
      'spec:',
      ...indent(2, targetRefLines(target, context)),
      ...(streamRoutes.includes(target.kind) ? streamDefaults : requestDefaults),
    ]);
  },
  fields,
};

const requestDefaults: Lines = [
  '  # The whole request, retries included.',
  '  timeout:',
  '    http:',
  '      requestTimeout: 15s',
  '  # Only failures before the backend has begun to answer, so that nothing is done twice.',
  '  retry:',
  '    numRetries: 2',
  '    retryOn:',
  '      triggers:',
  '        - connect-failure',
  '        - refused-stream',
  '  # Each proxy counts for itself: with two proxies clients get twice as much.',
  '  rateLimit:',
  '    local:',
  '      rules:',
  '        - limit:',
  '            requests: 100',
  '            unit: Second',
];

const streamDefaults: Lines = [
  '  # How long a backend may take to accept a connection.',
  '  timeout:',
  '    tcp:',
  '      connectTimeout: 5s',
  '  # Beyond this new connections are refused, so that a slow backend is not buried.',
  '  circuitBreaker:',
  '    maxConnections: 1024',
];
