import { gateway } from '../../kinds/targets.ts';
import { ensureGateway } from '../blocks/ensureGateway.ts';
import { ensureListener } from '../blocks/ensureListener.ts';
import { ensureRoute } from '../blocks/ensureRoute.ts';
import { redirectToHttps } from '../blocks/redirectToHttps.ts';
import { definePattern } from '../definePattern.ts';
import { choice, hostname } from '../parameters.ts';

export const httpsRedirect = definePattern({
  id: 'https-redirect',
  title: 'HTTP to HTTPS redirect',
  purpose: 'Plain HTTP is answered with the same address over HTTPS',
  group: 'tls',
  docs: 'https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/',
  roles: {
    gateway: {
      label: 'Gateway',
      kinds: [gateway],
      help: 'Its routes move to HTTPS, so that HTTP only redirects.',
    },
  },
  parameters: {
    hostname: hostname('Host name', 'shop.example.com', {
      help: 'For the certificate, where there is no HTTPS listener yet.',
    }),
    statusCode: choice('Redirect', [
      { value: '301', label: 'Permanent (301)', help: 'Browsers remember it.' },
      { value: '302', label: 'Temporary (302)', help: 'For trying out.' },
    ]),
  },
  write(desk, { hostname, statusCode }, given) {
    const routesFrom = given.gateway?.namespace ?? desk.namespace;
    const https = ensureGateway(desk, given.gateway, { protocol: 'HTTPS', hostname, routesFrom });
    const http = ensureListener(desk, https.gateway, { protocol: 'HTTP', routesFrom });
    if (https.gateway.isNew)
      ensureRoute(desk, { gateway: https.gateway }, { base: 'shop', hostname, protocol: 'HTTPS' });
    redirectToHttps(desk, http, https, Number(statusCode));
  },
});
