import { isSet, readText } from '../../kinds/reading.ts';
import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern, policyOf } from '../blocks/govern.ts';
import { securityPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { hostname, name, texts } from '../parameters.ts';
import { listOf, yaml } from '../yaml.ts';

export const ipAllowList = definePattern({
  id: 'ip-allow-list',
  title: 'IP allow-list',
  purpose: 'Only requests from known addresses get through',
  group: 'access',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/restrict-ip-access/',
  roles: { target: governed },
  parameters: {
    ranges: texts('Allowed addresses', ['10.0.0.0/8', '192.0.2.0/24'], { of: 'cidr', max: 64 }),
    rule: name('Name of the rule', 'known-networks'),
    hostname: hostname('Host name', 'tools.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { ranges, rule, hostname }, given) {
    const target = ensureTarget(desk, given.target, { base: 'tools', hostname });
    const allowed = yaml`
      name: ${rule}
      action: Allow
      principal:
        clientCIDRs:
          ${listOf(ranges)}
    `;
    const known = policyOf(desk, securityPolicy, target);
    const spec = known && desk.read(known, ['spec']);
    if (known === undefined || !isSet(spec, 'authorization')) {
      govern(desk, securityPolicy, target, {
        authorization: yaml`
          # Everybody else is answered with 403. Behind another proxy, a ClientTrafficPolicy has to say
          # where the address of the client stands (clientIPDetection).
          defaultAction: Deny
          rules:
            - ${allowed}
        `,
      });
      return;
    }
    // The first rule that fits decides, and an allowed default would let everybody in after it.
    desk.insert(known, ['spec', 'authorization', 'rules'], allowed, 0);
    if (readText(spec, 'authorization', 'defaultAction') !== 'Deny')
      desk.set(known, ['spec', 'authorization', 'defaultAction'], 'Deny');
  },
});
