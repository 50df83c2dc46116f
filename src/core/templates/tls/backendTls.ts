import { readList, readText } from '../../kinds/reading.ts';
import { backend, gateway, service } from '../../kinds/targets.ts';
import { addAuthorityCertificate } from '../blocks/addAuthorityCertificate.ts';
import { addRoute } from '../blocks/addRoute.ts';
import { backendTlsPolicy, isKind } from '../blocks/policyKinds.ts';
import { targetRef } from '../blocks/referTo.ts';
import { pathRule } from '../blocks/routeRules.ts';
import { definePattern } from '../definePattern.ts';
import { choice, host, hostname } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';

export const backendTls = definePattern({
  id: 'backend-tls',
  title: 'TLS to backends',
  purpose: 'The Gateway encrypts what it sends on and checks whom it talks to',
  group: 'tls',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/',
  roles: {
    backend: {
      label: 'Backend',
      kinds: [service, backend],
      help: 'Its port speaks TLS. Without one, a Backend outside of the cluster is made.',
    },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where the route to a new Backend attaches.' },
  },
  parameters: {
    name: host('Name in its certificate', 'partner.example.net'),
    trust: choice('Signed by', [
      { value: 'system', label: 'A public authority' },
      { value: 'own', label: 'An authority you have', help: 'Put its certificate into the ConfigMap.' },
    ]),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { name, trust, hostname }, given) {
    const target = given.backend ?? addOutside(desk, name, hostname, given.gateway);
    const known = desk.referrers(target).find(({ holder }) => isKind(holder, backendTlsPolicy));
    if (known !== undefined)
      return desk.refuse(
        `BackendTLSPolicy ${known.holder.name} is for ${target.kind} ${target.name} already.`,
      );
    const { namespace } = target;
    const authority = trust === 'own' ? ownAuthority(desk, namespace) : yaml`wellKnownCACertificates: System`;
    desk.add(
      backendTlsPolicy,
      target.name,
      yaml`
        spec:
          targetRefs:
            - ${targetRef(target, portName(desk, target))}
          validation:
            # It is asked for by this name, and has to prove it.
            hostname: ${name}
            ${authority}
      `,
      { namespace },
    );
  },
});

/** The name of the port, where a Service has several: only one of them speaks TLS. */
function portName(desk: PatternDesk, target: PatternTarget): string | undefined {
  const ports = readList(desk.read(target, ['spec']), 'ports');
  const secure = ports.find((each) => /https|tls/.test(readText(each, 'name') ?? '')) ?? ports[0];
  return ports.length > 1 ? readText(secure, 'name') : undefined;
}

function addOutside(
  desk: PatternDesk,
  name: string,
  hostname: string,
  gateway: PatternTarget | undefined,
): PatternTarget {
  const target = desk.add(
    backend,
    'partner',
    yaml`
      spec:
        # Envoy Gateway takes Backends once extensionApis.enableBackend is true in its configuration.
        endpoints:
          - fqdn:
              hostname: ${name}
              port: 443
    `,
  );
  const toHost = yaml`
    type: URLRewrite
    urlRewrite:
      # Without this it would be asked for by the name that the client used.
      hostname: ${name}
  `;
  addRoute(desk, { base: 'partner', hostname, gateway }, (namespace) => [
    pathRule('/', { target }, namespace, [toHost]),
  ]);
  return target;
}

function ownAuthority(desk: PatternDesk, namespace: string): Yaml {
  const { name } = addAuthorityCertificate(desk, 'backend-ca', namespace);
  return yaml`
    caCertificateRefs:
      - group: ''
        kind: ConfigMap
        name: ${name}
  `;
}
