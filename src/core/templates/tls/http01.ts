import { gateway } from '../../kinds/targets.ts';
import { certifyByHttp01 } from '../blocks/certifyByHttp01.ts';
import { ensureGateway } from '../blocks/ensureGateway.ts';
import { ensureRoute } from '../blocks/ensureRoute.ts';
import { redirectToHttps } from '../blocks/redirectToHttps.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, host } from '../parameters.ts';
import { acmeParameters } from './acmeParameters.ts';

export const http01 = definePattern({
  id: 'tls-http01',
  title: 'TLS with cert-manager: HTTP-01',
  purpose: 'A trusted certificate for one name, proven through the Gateway itself',
  group: 'tls',
  docs: 'https://cert-manager.io/docs/configuration/acme/http01/',
  roles: { gateway: { label: 'Gateway', kinds: [gateway] } },
  parameters: {
    hostname: host('Host name', 'shop.example.com', { help: 'It has to lead to the Gateway already.' }),
    ...acmeParameters,
    redirects: boolean('Redirect plain HTTP', true, { help: 'All but the proof moves to HTTPS.' }),
  },
  write(desk, { hostname, server, email, redirects }, given) {
    const routesFrom = given.gateway?.namespace ?? desk.namespace;
    const http = ensureGateway(desk, given.gateway, { protocol: 'HTTP', hostname, routesFrom });
    const { gateway } = http;
    const https = certifyByHttp01(desk, http, { hostname, server, email, routesFrom });
    if (gateway.isNew)
      ensureRoute(desk, { gateway: https.gateway }, { base: 'shop', hostname, protocol: 'HTTPS' });
    if (redirects) redirectToHttps(desk, { ...http, isOnly: false }, https);
  },
});
