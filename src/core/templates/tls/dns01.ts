import { gateway } from '../../kinds/targets.ts';
import { addSecret } from '../blocks/addSecret.ts';
import { ensureAcme } from '../blocks/ensureAcme.ts';
import { ensureGateway } from '../blocks/ensureGateway.ts';
import { ensureRoute } from '../blocks/ensureRoute.ts';
import { secureListener } from '../blocks/secureListener.ts';
import { definePattern } from '../definePattern.ts';
import { choice, hostname, text } from '../parameters.ts';
import type { PatternDesk } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';
import { acmeParameters } from './acmeParameters.ts';

/** A ClusterIssuer reads its Secrets in the namespace of cert-manager. */
const secretsNamespace = 'cert-manager';

export const dns01 = definePattern({
  id: 'tls-dns01',
  title: 'TLS with cert-manager: DNS-01',
  purpose: 'A trusted certificate for a whole domain, proven by a DNS record',
  group: 'tls',
  docs: 'https://cert-manager.io/docs/configuration/acme/dns01/',
  roles: { gateway: { label: 'Gateway', kinds: [gateway] } },
  parameters: {
    hostname: hostname('Host name', '*.example.com', {
      help: 'A star stands for every name below the domain.',
    }),
    provider: choice('DNS provider', [
      { value: 'cloudflare', label: 'Cloudflare' },
      { value: 'route53', label: 'AWS Route 53' },
      { value: 'cloudDNS', label: 'Google Cloud DNS' },
    ]),
    region: text('Region', 'eu-central-1', { shownWhen: { parameter: 'provider', is: 'route53' } }),
    role: text('IAM role', 'arn:aws:iam::123456789012:role/cert-manager', {
      shownWhen: { parameter: 'provider', is: 'route53' },
      help: 'It may change the records of the zone; the pods of cert-manager take it on.',
    }),
    project: text('Project', 'my-project', { shownWhen: { parameter: 'provider', is: 'cloudDNS' } }),
    ...acmeParameters,
  },
  write(desk, answers, given) {
    const { hostname, server, email } = answers;
    const routesFrom = given.gateway?.namespace ?? desk.namespace;
    const issuer = ensureAcme(desk, {
      server,
      email,
      solver: solvers[answers.provider](desk, answers),
      selector: yaml`
        dnsNames:
          - ${hostname}
      `,
    });
    const gateway = given.gateway;
    const https =
      gateway === undefined
        ? ensureGateway(desk, undefined, { protocol: 'HTTPS', hostname, routesFrom, issuer })
        : secureListener(desk, gateway, { hostname, issuer, routesFrom });
    const site = hostname.replace(/^\*/, 'www');
    if (https.gateway.isNew)
      ensureRoute(desk, { gateway: https.gateway }, { base: 'www', hostname: site, protocol: 'HTTPS' });
  },
});

type Solver = (
  desk: PatternDesk,
  answers: { readonly region: string; readonly role: string; readonly project: string },
) => Yaml;

/** How each provider is reached, with the Secret that it takes. */
const solvers: Readonly<Record<'cloudflare' | 'route53' | 'cloudDNS', Solver>> = {
  cloudflare(desk) {
    const { name } = addSecret(desk, {
      base: 'cloudflare-api-token',
      namespace: secretsNamespace,
      comments: [
        'An API token that may edit DNS in the zone. Put it in at deployment, not in the repository.',
      ],
      values: { 'api-token': 'replace-me' },
    });
    return yaml`
      dns01:
        cloudflare:
          apiTokenSecretRef:
            name: ${name}
            key: api-token
    `;
  },
  route53: (_desk, { region, role }) => yaml`
    # No key is kept anywhere: the pods of cert-manager take on this role.
    dns01:
      route53:
        region: ${region}
        role: ${role}
  `,
  cloudDNS(desk, { project }) {
    const { name } = addSecret(desk, {
      base: 'clouddns-service-account',
      namespace: secretsNamespace,
      comments: ['The key file of a service account with the role DNS Administrator.'],
      values: { 'key.json': 'replace-me' },
    });
    return yaml`
      dns01:
        cloudDNS:
          project: ${project}
          serviceAccountSecretRef:
            name: ${name}
            key: key.json
    `;
  },
};
