import { backend, gateway, service } from '../../kinds/targets.ts';
import { addBackend, addBackendTls } from '../blocks/addBackend.ts';
import { addSecret } from '../blocks/addSecret.ts';
import { mcpRoute } from '../blocks/aiKinds.ts';
import { ensureAiGateway } from '../blocks/ensureAiGateway.ts';
import { upstreamOf } from '../blocks/ensureApp.ts';
import { backendRef, parentRef, type Upstream } from '../blocks/referTo.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, choice, host, name, text, texts } from '../parameters.ts';
import type { PatternDesk } from '../types.ts';
import { listOf, type Yaml, yaml } from '../yaml.ts';

export const mcp = definePattern({
  id: 'mcp',
  title: 'MCP servers behind one address',
  purpose: 'Agents reach the tools of several MCP servers in one place, and only those they should',
  group: 'ai',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/mcp/',
  roles: {
    route: { label: 'Route', kinds: [mcpRoute], help: 'Gets the server as one more.' },
    server: { label: 'MCP server', kinds: [service, backend], onlySelected: true, help: 'One of your own.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    base: name('Name of the server', 'search', { help: 'It stands before the names of its tools.' }),
    address: host('Its address', 'mcp.example.net', {
      help: 'Where no server is chosen; it has to speak HTTPS.',
    }),
    path: text('Its path', '/mcp', { type: 'path' }),
    tools: texts('Only these tools', [], {
      placeholder: 'find-document',
      max: 32,
      help: 'All of them when empty.',
    }),
    hasKey: boolean('It wants a key', true),
    access: choice('Who may call', [
      { value: 'oauth', label: 'Users who log in', help: 'By OAuth, as the MCP specification has it.' },
      { value: 'keys', label: 'Clients with a key of ours' },
      { value: 'all', label: 'Whoever reaches the Gateway' },
    ]),
    issuer: text('Issuer', 'https://auth.example.com', {
      type: 'url',
      help: 'Its keys are found by its metadata.',
      shownWhen: { parameter: 'access', is: 'oauth' },
    }),
    hostname: host('Host name', 'mcp.example.com', { help: 'Of a new route.' }),
  },
  write(desk, answers, given) {
    const { base, address, path, tools, hasKey, access, issuer, hostname } = answers;
    const entrance = given.route
      ? undefined
      : ensureAiGateway(desk, given.gateway, { hostname, base: 'mcp' });
    const namespace = given.route?.namespace ?? entrance?.gateway.namespace ?? desk.namespace;
    const server = given.server ? upstreamOf(desk, given.server) : addServer(desk, namespace, base, address);
    const key = hasKey ? addKey(desk, namespace, server.target.name) : undefined;
    const ref = serverLines(server, namespace, { path, tools, key });
    if (given.route !== undefined) desk.insert(given.route, ['spec', 'backendRefs'], ref);
    const fresh =
      entrance &&
      desk.add(
        mcpRoute,
        'tools',
        ({ name }) => yaml`
          spec:
            parentRefs:
              - ${parentRef(entrance, namespace)}
            hostnames:
              - ${hostname}
            # What clients call; behind it all servers look like one.
            path: /mcp
            backendRefs:
              - ${ref}
            ${access !== 'all' && securityLines(access === 'oauth' ? oauth(issuer, hostname) : keys(desk, namespace, name))}
        `,
        { namespace },
      );
    const route = given.route ?? fresh;
    if (route !== undefined) desk.grant(route, server.target);
  },
});

function addServer(desk: PatternDesk, namespace: string, base: string, hostname: string): Upstream {
  const target = addBackend(desk, { base, namespace, hostname, port: 443 });
  addBackendTls(desk, target, hostname);
  return { target };
}

function addKey(desk: PatternDesk, namespace: string, server: string): string {
  return addSecret(desk, {
    base: `${server}-key`,
    namespace,
    comments: ['Put the key that the MCP server wants here, and keep the real one out of the repository.'],
    values: { apiKey: 'replace-me' },
  }).name;
}

interface ServerWish {
  readonly path: string;
  readonly tools: readonly string[];
  /** The Secret with the key that it wants. */
  readonly key: string | undefined;
}

function serverLines(server: Upstream, namespace: string, { path, tools, key }: ServerWish): Yaml {
  return yaml`
    ${backendRef(server, namespace)}
    path: ${path}
    ${
      tools.length > 0 &&
      yaml`
      # Clients see these and no others.
      toolSelector:
        include:
          ${listOf(tools)}
    `
    }
    ${
      key !== undefined &&
      yaml`
      # Sent to the server as a bearer token; clients never see it.
      securityPolicy:
        apiKey:
          secretRef:
            name: ${key}
    `
    }
  `;
}

function securityLines(lines: Yaml): Yaml {
  return yaml`
    securityPolicy:
      ${lines}
  `;
}

function oauth(issuer: string, hostname: string): Yaml {
  const resource = `https://${hostname}/mcp`;
  return yaml`
    # Clients are sent to the issuer, and come back with a token for just this address.
    oauth:
      issuer: ${issuer}
      audiences:
        - ${resource}
      protectedResourceMetadata:
        resource: ${resource}
        scopesSupported:
          - profile
  `;
}

function keys(desk: PatternDesk, namespace: string, route: string): Yaml {
  const { name } = addSecret(desk, {
    base: `${route}-client-keys`,
    namespace,
    comments: ['A key for each client. Make long random ones.'],
    values: { 'first-client': 'replace-me-with-a-random-key' },
  });
  return yaml`
    apiKeyAuth:
      credentialRefs:
        - name: ${name}
      extractFrom:
        - headers:
            - Authorization
      sanitize: true
  `;
}
