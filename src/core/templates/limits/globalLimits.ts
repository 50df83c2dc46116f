import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { backendTrafficPolicy } from '../blocks/policyKinds.ts';
import { addRedis, ensureLimitService, limitUnits } from '../blocks/rateLimit.ts';
import { definePattern } from '../definePattern.ts';
import { choice, hostname, number, text } from '../parameters.ts';
import { type Yaml, yaml } from '../yaml.ts';

export const globalLimits = definePattern({
  id: 'global-rate-limit',
  title: 'Global limits with Redis',
  purpose: 'One count for all proxies together, kept in Redis',
  group: 'limits',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/global-rate-limit/',
  roles: { target: governed },
  parameters: {
    who: choice('Counted', [
      { value: 'header', label: 'For each value of a header' },
      { value: 'address', label: 'For each address' },
      { value: 'everyone', label: 'For everyone together' },
    ]),
    header: text('Header', 'x-user-id', { type: 'header', shownWhen: { parameter: 'who', is: 'header' } }),
    requests: number('Allowed', 100, { min: 1, max: 1_000_000, unit: 'requests' }),
    per: choice('In each', limitUnits),
    redis: text('Redis', '', {
      type: 'address',
      required: false,
      placeholder: 'redis.redis-system.svc.cluster.local:6379',
      help: 'Host and port of one that you have; else one is made.',
    }),
    hostname: hostname('Host name', 'api.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { who, header, requests, per, redis, hostname }, given) {
    const target = ensureTarget(desk, given.target, { base: 'api', hostname });
    ensureLimitService(desk, redis === '' ? addRedis(desk) : redis);
    govern(desk, backendTrafficPolicy, target, {
      rateLimit: yaml`
        type: Global
        # Asks the rate limit service for each request; the controller's configuration says where it counts.
        global:
          rules:
            - ${rule(selectors[who](header), requests, per)}
      `,
    });
  },
});

/** Whose requests are counted together. */
const selectors: Readonly<Record<'header' | 'address' | 'everyone', (header: string) => Yaml | undefined>> = {
  header: (name) => yaml`
    clientSelectors:
      - headers:
          - name: ${name}
            type: Distinct
  `,
  address: () => yaml`
    clientSelectors:
      - sourceCIDR:
          type: Distinct
          value: 0.0.0.0/0
  `,
  everyone: () => undefined,
};

function rule(who: Yaml | undefined, requests: number, unit: string): Yaml {
  return yaml`
    ${who}
    limit:
      requests: ${requests}
      unit: ${unit}
  `;
}
