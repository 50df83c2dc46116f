import { readDuration } from '../../schema/formats/duration.ts';
import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { backendTrafficPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { duration, hostname, number, text } from '../parameters.ts';
import { type Yaml, yaml } from '../yaml.ts';

export const resilience = definePattern({
  id: 'resilience',
  title: 'Retries, timeouts and circuit breaking',
  purpose: 'A backend that is slow or fails does not take its callers with it',
  group: 'resilience',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/retry/',
  roles: { target: governed },
  parameters: {
    timeout: duration('Time for a request', '15s', { help: 'With all its retries; then the answer is 504.' }),
    retries: number('Retries', 2, {
      min: 1,
      max: 10,
      help: 'Only of what was not answered: nothing is done twice.',
    }),
    perTry: duration('Time for each try', '4s'),
    connections: number('Connections', 1024, { min: 1, max: 100_000, help: 'To the backend as a whole.' }),
    pending: number('Waiting requests', 256, {
      min: 1,
      max: 100_000,
      help: 'More are answered with 503 at once.',
    }),
    healthPath: text('Health check at', '/', { type: 'path' }),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, answers, given) {
    const { timeout, retries, perTry, connections, pending, healthPath, hostname } = answers;
    if ((readDuration(perTry) ?? 0n) >= (readDuration(timeout) ?? 0n))
      return desk.refuse(
        `Time for each try (${perTry}) has to be less than Time for a request (${timeout}).`,
      );
    const target = ensureTarget(desk, given.target, { base: 'shop', hostname });
    govern(desk, backendTrafficPolicy, target, {
      timeout: yaml`
        tcp:
          connectTimeout: 2s
        http:
          requestTimeout: ${timeout}
      `,
      retry: retryOf(retries, perTry),
      circuitBreaker: yaml`
        maxConnections: ${connections}
        maxPendingRequests: ${pending}
      `,
      healthCheck: healthCheckAt(healthPath),
    });
  },
});

function retryOf(retries: number, perTry: string): Yaml {
  return yaml`
    numRetries: ${retries}
    perRetry:
      timeout: ${perTry}
      # Each wait is longer than the one before, so that a weak backend is not run over.
      backOff:
        baseInterval: 100ms
        maxInterval: 2s
    retryOn:
      # Nothing of these has reached the app, so a retry cannot do a thing twice.
      triggers:
        - connect-failure
        - refused-stream
        - reset-before-request
  `;
}

function healthCheckAt(path: string): Yaml {
  return yaml`
    # Asks each endpoint, and leaves out those that fail.
    active:
      type: HTTP
      interval: 5s
      timeout: 1s
      unhealthyThreshold: 3
      healthyThreshold: 1
      http:
        path: ${path}
    # Watches real answers as well; never more than half of the endpoints rest at a time.
    passive:
      consecutive5XxErrors: 5
      baseEjectionTime: 30s
      maxEjectionPercent: 50
  `;
}
