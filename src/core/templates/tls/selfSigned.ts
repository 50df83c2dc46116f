import { gateway } from '../../kinds/targets.ts';
import { addAuthority, ensureSelfSigned } from '../blocks/ensureCertificate.ts';
import { ensureGateway } from '../blocks/ensureGateway.ts';
import { ensureRoute } from '../blocks/ensureRoute.ts';
import { secureListener } from '../blocks/secureListener.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, hostname, number } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';

export const selfSigned = definePattern({
  id: 'tls-self-signed',
  title: 'TLS with cert-manager: self-signed',
  purpose: 'HTTPS without a public authority, for trying out and inside a company',
  group: 'tls',
  docs: 'https://cert-manager.io/docs/configuration/selfsigned/',
  roles: { gateway: { label: 'Gateway', kinds: [gateway] } },
  parameters: {
    hostname: hostname('Host name', 'shop.example.internal'),
    hasAuthority: boolean('With an authority of your own', true, {
      help: 'Clients trust its one certificate and so all that it signs; else each certificate stands alone.',
    }),
    days: number('Valid for', 90, { min: 1, max: 825, unit: 'days' }),
  },
  write(desk, { hostname, hasAuthority, days }, given) {
    const routesFrom = given.gateway?.namespace ?? desk.namespace;
    const order = {
      hostname,
      routesFrom,
      duration: `${days * 24}h`,
      issuer: hasAuthority ? companyAuthority(desk, routesFrom) : ensureSelfSigned(desk, routesFrom),
    };
    const https =
      given.gateway === undefined
        ? ensureGateway(desk, undefined, { protocol: 'HTTPS', ...order })
        : secureListener(desk, given.gateway, order);
    if (https.gateway.isNew)
      ensureRoute(desk, { gateway: https.gateway }, { base: 'shop', hostname, protocol: 'HTTPS' });
  },
});

function companyAuthority(desk: PatternDesk, namespace: string): PatternTarget {
  const comment = 'Give ca.crt of this Secret, and never its key, to the clients that shall trust it.';
  return addAuthority(desk, { base: 'company-ca', namespace, comment }).issuer;
}
