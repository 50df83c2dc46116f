import type { FieldDeclaration, FormSection } from '../../form.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';

function limitField(path: string, label: string, help: string): FieldDeclaration {
  return { type: 'number', path: `spec.circuitBreaker.${path}`, label, help };
}

/** How much a backend is given before the rest is refused. */
export const circuitBreakerSection: FormSection = {
  title: 'Circuit breaker',
  help: 'Refuses what is too much for a backend with 503 at once, instead of letting it queue.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/circuit-breaker/',
  say: (value) => sayFeatures(value, backendTrafficFeatures, 'circuitBreaker'),
  fields: [
    limitField('maxConnections', 'Most connections', '1024 when empty. Each proxy counts for itself.'),
    limitField('maxParallelRequests', 'Most parallel requests', '1024 when empty.'),
    limitField(
      'maxPendingRequests',
      'Most pending requests',
      'Those that wait for a connection; 1024 when empty.',
    ),
    limitField('maxParallelRetries', 'Most parallel retries', '1024 when empty.'),
    limitField('maxRequestsPerConnection', 'Requests of a connection', 'Without limit when empty.'),
    limitField('perEndpoint.maxConnections', 'Most connections of an endpoint', '1024 when empty.'),
    limitField(
      'retryBudget.percent.numerator',
      'Retry budget, %',
      'Parallel retries as a share of the requests under way, in place of a number.',
    ),
  ],
};
