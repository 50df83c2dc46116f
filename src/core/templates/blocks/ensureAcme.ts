import { readList, readText } from '../../kinds/reading.ts';
import { clusterIssuer } from '../../kinds/targets.ts';
import { samePlain } from '../../yaml/plainValue.ts';
import { readCommented } from '../readCommented.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';

/** Where certificates are ordered. The staging server has no tight limits, and nobody trusts what it signs. */
export const acmeServers = {
  production: 'https://acme-v02.api.letsencrypt.org/directory',
  staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
} as const;

interface AcmeWish {
  readonly server: keyof typeof acmeServers;
  /** Empty: nobody is written to. */
  readonly email: string;
  /** How it is proven that a name is yours: `http01:` or `dns01:` and what is below. */
  readonly solver: Yaml;
  /** What the solver is for, where the issuer has others: `dnsNames:` or `dnsZones:`. */
  readonly selector: Yaml;
}

/** A ClusterIssuer of an ACME server with this solver: one that is there gets it as one more, for these names only. */
export function ensureAcme(desk: PatternDesk, wish: AcmeWish): PatternTarget {
  const server = acmeServers[wish.server];
  const known = desk
    .all(clusterIssuer)
    .find((each) => readText(desk.read(each, ['spec']), 'acme', 'server') === server);
  if (known === undefined) return addIssuer(desk, wish);
  const own = readCommented(wish.solver).value;
  const narrow = yaml`
    ${wish.solver}
    selector:
      ${wish.selector}
  `;
  const solvers = readList(desk.read(known, ['spec']), 'acme', 'solvers');
  const wished = [own, readCommented(narrow).value];
  if (!solvers.some((each) => wished.some((one) => samePlain(one, each))))
    desk.insert(known, ['spec', 'acme', 'solvers'], narrow);
  return known;
}

function addIssuer(desk: PatternDesk, { server, email, solver }: AcmeWish): PatternTarget {
  const base = server === 'production' ? 'letsencrypt' : 'letsencrypt-staging';
  return desk.add(
    clusterIssuer,
    base,
    ({ name }) => yaml`
      spec:
        acme:
          server: ${acmeServers[server]}
          ${email !== '' && yaml`email: ${email}`}
          # The key of the account; cert-manager makes this Secret in its own namespace.
          privateKeySecretRef:
            name: ${`${name}-account-key`}
          solvers:
            - ${solver}
    `,
  );
}
