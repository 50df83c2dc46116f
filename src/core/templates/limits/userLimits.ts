import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { backendTrafficPolicy } from '../blocks/policyKinds.ts';
import { limitUnits } from '../blocks/rateLimit.ts';
import { definePattern } from '../definePattern.ts';
import { choice, hostname, number, text } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const userLimits = definePattern({
  id: 'user-rate-limits',
  title: 'Per-user and anonymous rate limits',
  purpose: 'Each user has an allowance; who is not known has a smaller one',
  group: 'limits',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/local-rate-limit/',
  roles: { target: governed },
  parameters: {
    header: text('Header with the user', 'x-user-id', {
      type: 'header',
      help: 'Let a token or a key set it, since a client can write what it likes.',
    }),
    perUser: number('For each user', 100, { min: 1, max: 1_000_000, unit: 'requests' }),
    anonymous: number('For each unknown address', 10, { min: 1, max: 1_000_000, unit: 'requests' }),
    per: choice('In each', limitUnits),
    hostname: hostname('Host name', 'api.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { header, perUser, anonymous, per, hostname }, given) {
    const target = ensureTarget(desk, given.target, { base: 'api', hostname });
    govern(desk, backendTrafficPolicy, target, {
      rateLimit: yaml`
        type: Local
        # Counted by each Envoy for itself, without a service or a Redis. More is answered with 429.
        local:
          rules:
            # One count for each value of the header.
            - clientSelectors:
                - headers:
                    - name: ${header}
                      type: Distinct
              limit:
                requests: ${perUser}
                unit: ${per}
            # Who comes without it: one count for each address.
            - clientSelectors:
                - headers:
                    - name: ${header}
                      type: RegularExpression
                      value: .+
                      invert: true
                  sourceCIDR:
                    type: Distinct
                    value: 0.0.0.0/0
              limit:
                requests: ${anonymous}
                unit: ${per}
      `,
    });
  },
});
