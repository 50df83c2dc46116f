import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';
import { addSecret } from './addSecret.ts';
import { govern } from './govern.ts';
import { generatedRoute } from './modelRoute.ts';
import { securityPolicy } from './policyKinds.ts';

/** Where a gateway of models tells the rest who a client is. */
export const userHeader = 'x-user-id';

/** Lets clients of an AIGatewayRoute in only with a key of theirs, which is not the provider's. */
export function askForKeys(desk: PatternDesk, route: PatternTarget): void {
  const keys = addSecret(desk, {
    base: `${route.name}-client-keys`,
    namespace: route.namespace,
    comments: [
      'A key for each client, under the name by which limits and logs know it. Make long random ones.',
    ],
    values: { 'first-client': 'replace-me-with-a-random-key' },
  });
  govern(desk, securityPolicy, generatedRoute(route), {
    apiKeyAuth: yaml`
      # Clients send their key where they would send that of the provider: Authorization: Bearer ...
      credentialRefs:
        - name: ${keys.name}
      extractFrom:
        - headers:
            - Authorization
      # Tells limits which client it is; what a client sends in this header is replaced.
      forwardClientIDHeader: ${userHeader}
      sanitize: true
    `,
  });
}
