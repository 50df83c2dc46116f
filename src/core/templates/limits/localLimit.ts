import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { backendTrafficPolicy } from '../blocks/policyKinds.ts';
import { limitUnits } from '../blocks/rateLimit.ts';
import { definePattern } from '../definePattern.ts';
import { choice, hostname, number } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const localLimit = definePattern({
  id: 'local-rate-limit',
  title: 'Local rate limit',
  purpose: 'Keeps an app from being overrun, counted by each proxy for itself',
  group: 'limits',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/local-rate-limit/',
  roles: { target: governed },
  parameters: {
    requests: number('Allowed by each proxy', 1000, { min: 1, max: 1_000_000, unit: 'requests' }),
    per: choice('In each', limitUnits),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { requests, per, hostname }, given) {
    const target = ensureTarget(desk, given.target, { base: 'shop', hostname });
    govern(desk, backendTrafficPolicy, target, {
      rateLimit: yaml`
        type: Local
        # All requests together; with two proxies twice as many get through. More is answered with 429.
        local:
          rules:
            - limit:
                requests: ${requests}
                unit: ${per}
      `,
    });
  },
});
