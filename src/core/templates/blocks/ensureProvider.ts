import { readList, readText } from '../../kinds/reading.ts';
import { aiServiceBackend, backend } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';
import { addBackend, addBackendTls } from './addBackend.ts';
import { addSecret } from './addSecret.ts';
import { backendSecurityPolicy } from './aiKinds.ts';
import { type Provider, type ProviderId, providers } from './providers.ts';
import { targetRef } from './referTo.ts';

interface ProviderWish {
  readonly id: ProviderId;
  readonly namespace: string;
  /** Where it has no address of its own. */
  readonly hostname?: string;
  /** For AWS. */
  readonly region?: string;
}

/**
 * The AIServiceBackend of a provider in a namespace: one that leads to its address already, else a new one with its
 * Backend, TLS with the provider's name, and a policy that shows a key out of a Secret.
 */
export function ensureProvider(desk: PatternDesk, wish: ProviderWish): PatternTarget {
  const provider = {
    ...providers[wish.id],
    ...(wish.hostname === undefined ? {} : { hostname: wish.hostname }),
  };
  const known = desk.all(aiServiceBackend).find((each) => leadsTo(desk, each, provider, wish.namespace));
  return known ?? addProvider(desk, provider, wish);
}

function leadsTo(
  desk: PatternDesk,
  service: PatternTarget,
  { hostname, schema }: Provider,
  namespace: string,
): boolean {
  if (service.namespace !== namespace) return false;
  if (readText(desk.read(service, ['spec']), 'schema', 'name') !== schema) return false;
  return desk.references(service).some(({ reference, target }) => {
    if (reference !== 'backendRef' || target === undefined) return false;
    const [endpoint] = readList(desk.read(target, ['spec']), 'endpoints');
    return readText(endpoint, 'fqdn', 'hostname') === hostname;
  });
}

function addProvider(
  desk: PatternDesk,
  provider: Provider,
  { id, namespace, region }: ProviderWish,
): PatternTarget {
  const base = id === 'other' ? 'provider' : id;
  const service = addModelBackend(desk, { base, namespace, provider, port: 443 });
  addBackendTls(desk, service, provider.hostname);
  addCredentials(desk, service, provider, region);
  return service;
}

interface ModelBackendWish {
  readonly base: string;
  readonly namespace: string;
  readonly provider: Pick<Provider, 'schema' | 'prefix' | 'version' | 'hostname'>;
  readonly port: number;
}

/** An AIServiceBackend and the Backend with the address behind it, both of one name. */
export function addModelBackend(
  desk: PatternDesk,
  { base, namespace, provider, port }: ModelBackendWish,
): PatternTarget {
  const { schema, prefix, version, hostname } = provider;
  const address = addBackend(desk, { base, namespace, hostname, port });
  return desk.add(
    aiServiceBackend,
    address.name,
    yaml`
      spec:
        # The API that it speaks; requests in another form are translated.
        schema:
          name: ${schema}
          ${version !== undefined && yaml`version: ${version}`}
          ${prefix !== undefined && yaml`prefix: ${prefix}`}
        backendRef:
          group: ${backend.group}
          kind: ${backend.kind}
          name: ${address.name}
    `,
    { namespace },
  );
}

function addCredentials(
  desk: PatternDesk,
  service: PatternTarget,
  provider: Provider,
  region = 'us-east-1',
): void {
  const { name, namespace } = service;
  const { type, field, secretKey } = provider.credentials;
  const isAws = type === 'AWSCredentials';
  const secret = addSecret(desk, {
    base: `${name}-key`,
    namespace,
    comments: isAws
      ? ['Put a credentials file of the AWS command line here, with a profile called default.']
      : ['Put the key that the provider gave you here, and keep the real one out of the repository.'],
    values: { [secretKey]: isAws ? '[default]' : 'replace-me' },
  });
  desk.add(
    backendSecurityPolicy,
    `${name}-key`,
    yaml`
      spec:
        # The gateway adds the credentials to each request; clients never see them.
        targetRefs:
          - ${targetRef(service)}
        type: ${type}
        ${field}:
          ${isAws ? awsLines(secret.name, region) : secretLines(secret.name)}
    `,
    { namespace, isAside: true },
  );
}

function secretLines(name: string): Yaml {
  return yaml`
    secretRef:
      name: ${name}
  `;
}

function awsLines(name: string, region: string): Yaml {
  return yaml`
    region: ${region}
    credentialsFile:
      ${secretLines(name)}
  `;
}
