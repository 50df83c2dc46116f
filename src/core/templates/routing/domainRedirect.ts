import { gateway } from '../../kinds/targets.ts';
import { addRoute } from '../blocks/addRoute.ts';
import { ensureGateway } from '../blocks/ensureGateway.ts';
import { ensureRoute } from '../blocks/ensureRoute.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, choice, host, hostname } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';

export const domainRedirect = definePattern({
  id: 'domain-redirect',
  title: 'Domain redirect',
  purpose: 'An old host name sends people to the new one, path and all',
  group: 'routing',
  docs: 'https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/',
  roles: { gateway: { label: 'Gateway', kinds: [gateway] } },
  parameters: {
    from: hostname('Old host name', 'old.example.com'),
    to: host('New host name', 'www.example.com'),
    permanent: choice('Redirect', [
      { value: '301', label: 'Permanent (301)', help: 'Browsers and search engines remember it.' },
      { value: '302', label: 'Temporary (302)', help: 'For trying out.' },
    ]),
    https: boolean('Go to HTTPS', false, { help: 'Else the scheme of the request stays.' }),
  },
  write(desk, { from, to, permanent, https }, given) {
    if (from === to) return desk.refuse(`Old and new host name are both ${from}. Choose another new one.`);
    const gateway = given.gateway ?? addSite(desk, to);
    const redirect = yaml`
      # The path and the query stay as they are.
      filters:
        - type: RequestRedirect
          requestRedirect:
            ${https && yaml`scheme: https`}
            hostname: ${to}
            statusCode: ${Number(permanent)}
    `;
    addRoute(desk, { base: 'old-domain', hostname: from, gateway, isEverywhere: true }, () => [redirect]);
  },
});

/** A Gateway for any host, with the app under its new name. */
function addSite(desk: PatternDesk, hostname: string): PatternTarget {
  const { gateway } = ensureGateway(desk, undefined, { protocol: 'web', routesFrom: desk.namespace });
  ensureRoute(desk, { gateway }, { base: 'www', hostname });
  return gateway;
}
