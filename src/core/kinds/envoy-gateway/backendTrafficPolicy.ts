import { envoyTargetsSection } from '../fields/policyFields.ts';
import { circuitBreakerSection } from '../fields/traffic/circuitBreakerSection.ts';
import { connectionSections } from '../fields/traffic/connectionSections.ts';
import { contentSections } from '../fields/traffic/contentSections.ts';
import { faultInjectionSection } from '../fields/traffic/faultInjectionSection.ts';
import { healthCheckSection } from '../fields/traffic/healthCheckSection.ts';
import { loadBalancerSection } from '../fields/traffic/loadBalancerSection.ts';
import { rateLimitSection } from '../fields/traffic/rateLimitSection.ts';
import { responseOverrideSection } from '../fields/traffic/responseOverrideSection.ts';
import { retrySection } from '../fields/traffic/retrySection.ts';
import { timeoutSection } from '../fields/traffic/timeoutSection.ts';
import { backendTrafficTargets } from '../references/policyTargets.ts';
import { targetReferences } from '../references/targetReferences.ts';
import { backendTrafficFeatures } from '../summaries/backendTrafficFeatures.ts';
import { summarisePolicy } from '../summaries/policySummary.ts';
import { configMap, envoyGateway } from '../targets.ts';
import { indent, type Lines, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

const streamRoutes = ['TCPRoute', 'TLSRoute', 'UDPRoute'];

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
  form: [
    envoyTargetsSection(backendTrafficTargets, { merges: true }),
    rateLimitSection,
    retrySection,
    timeoutSection,
    circuitBreakerSection,
    healthCheckSection,
    loadBalancerSection,
    faultInjectionSection,
    responseOverrideSection,
    ...contentSections,
    ...connectionSections,
  ],
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
