import { certificate, gateway } from '../../kinds/targets.ts';
import { addAuthorityCertificate } from '../blocks/addAuthorityCertificate.ts';
import { addAuthority } from '../blocks/ensureCertificate.ts';
import { ensureGateway } from '../blocks/ensureGateway.ts';
import { ensureRoute } from '../blocks/ensureRoute.ts';
import { govern } from '../blocks/govern.ts';
import { clientTrafficPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, choice, hostname } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';

export const clientMtls = definePattern({
  id: 'client-mtls',
  title: 'mTLS to clients',
  purpose: 'Only clients that show a certificate of your authority may connect',
  group: 'tls',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/mutual-tls/',
  roles: { gateway: { label: 'Gateway', kinds: [gateway], help: 'It holds for all its HTTPS listeners.' } },
  parameters: {
    authority: choice('Client certificates come from', [
      { value: 'cert-manager', label: 'cert-manager', help: 'A new authority, with a first client.' },
      { value: 'own', label: 'An authority you have', help: 'Put its certificate into the ConfigMap.' },
    ]),
    required: boolean('Required', true, { help: 'Else who shows none still gets in.' }),
    hostname: hostname('Host name', 'api.example.com', { help: 'Of a new Gateway.' }),
  },
  write(desk, { authority, required, hostname }, given) {
    const routesFrom = given.gateway?.namespace ?? desk.namespace;
    const https = ensureGateway(desk, given.gateway, { protocol: 'HTTPS', hostname, routesFrom });
    if (https.gateway.isNew)
      ensureRoute(desk, { gateway: https.gateway }, { base: 'api', hostname, protocol: 'HTTPS' });
    const trusted = authority === 'own' ? ownAuthority(desk, routesFrom) : newAuthority(desk, routesFrom);
    govern(desk, clientTrafficPolicy, https.gateway, {
      tls: yaml`
        clientValidation:
          ${!required && yaml`mode: VerifyIfGiven`}
          # Certificates that this authority has signed are let in.
          caCertificateRefs:
            - ${trusted}
      `,
    });
  },
});

function ownAuthority(desk: PatternDesk, namespace: string): Yaml {
  const { name } = addAuthorityCertificate(desk, 'client-ca', namespace);
  return yaml`
    kind: ConfigMap
    name: ${name}
  `;
}

/** An authority for clients alone, and a certificate for the first of them. */
function newAuthority(desk: PatternDesk, namespace: string): Yaml {
  const comment = 'Whoever has the key in this Secret can make clients.';
  const { issuer, secretName } = addAuthority(desk, { base: 'client-ca', namespace, comment });
  addClient(desk, issuer);
  return yaml`
    kind: Secret
    name: ${secretName}
  `;
}

function addClient(desk: PatternDesk, { name, namespace }: PatternTarget): void {
  desk.add(
    certificate,
    'first-client',
    (self) => yaml`
      spec:
        # What this client shows; one Certificate for each client.
        secretName: ${`${self.name}-tls`}
        commonName: ${self.name}
        usages:
          - client auth
        issuerRef:
          kind: Issuer
          name: ${name}
    `,
    { namespace },
  );
}
