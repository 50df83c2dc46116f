import type { PatternDesk } from '../types.ts';
import { yaml } from '../yaml.ts';
import { type acmeServers, ensureAcme } from './ensureAcme.ts';
import type { Entrance } from './referTo.ts';
import { secureListener } from './secureListener.ts';

interface Http01Wish {
  readonly hostname: string;
  readonly server: keyof typeof acmeServers;
  readonly email: string;
  /** The namespace of the routes that attach. */
  readonly routesFrom: string;
}

/** The HTTPS listener for a host, beside one for HTTP by which an ACME server is shown that the host is yours. */
export function certifyByHttp01(desk: PatternDesk, { gateway }: Entrance, wish: Http01Wish): Entrance {
  const { hostname, server, email, routesFrom } = wish;
  const issuer = ensureAcme(desk, {
    server,
    email,
    solver: yaml`
      # cert-manager answers the challenge by a route of its own at this Gateway, on port 80.
      # It looks at Gateways once enableGatewayAPI is true in its configuration.
      http01:
        gatewayHTTPRoute:
          parentRefs:
            - kind: Gateway
              name: ${gateway.name}
              namespace: ${gateway.namespace}
    `,
    selector: yaml`
      dnsNames:
        - ${hostname}
    `,
  });
  return secureListener(desk, gateway, { hostname, issuer, routesFrom });
}
