import { describe, expect, it } from 'vitest';
import { ai } from '../testing/chatRoute.ts';
import { madeBy, refusedBy } from '../testing/madeBy.property.ts';

describe('models of your own', () => {
  const server = `apiVersion: apps/v1
kind: Deployment
metadata: { name: llama, namespace: default }
spec:
  selector: { matchLabels: { app: llama, tier: models } }
  template:
    metadata: { labels: { app: llama, tier: models, version: a } }
    spec:
      containers:
        - { name: server, image: example/llama:1, ports: [{ containerPort: 9100 }] }
`;

  it('are the pods that a Deployment has, at its port, picked by a picker that may watch them', () => {
    const roles = { server: 'apps/Deployment/default/llama' };
    const made = madeBy('inference-pool', { text: server, roles, answers: { name: 'llama-3' } });
    expect(made.spec('InferencePool/llama')).toMatchObject({
      selector: { matchLabels: { app: 'llama', tier: 'models' } },
      targetPorts: [{ number: 9100 }],
      endpointPickerRef: { name: 'llama-picker', port: { number: 9002 } },
    });
    const pods = JSON.stringify(made.spec('Deployment/llama-picker', 'template', 'spec'));
    expect(pods).toContain('--pool-name=llama');
    expect(pods).toContain('"serviceAccountName":"llama-picker"');
    expect(made.value('RoleBinding/llama-picker')).toMatchObject({
      roleRef: { kind: 'Role', name: 'llama-picker' },
      subjects: [{ kind: 'ServiceAccount', name: 'llama-picker', namespace: 'default' }],
    });
    expect(made.spec('AIGatewayRoute/models', 'rules')).toMatchObject([
      { backendRefs: [{ group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'llama' }] },
    ]);
  });

  it('may have a host of their own, by a plain route', () => {
    const made = madeBy('inference-pool', { answers: { via: 'path' } });
    expect(made.names.filter((name) => name.startsWith('AIGatewayRoute'))).toEqual([]);
    expect(made.spec('HTTPRoute/qwen3-8b', 'rules')).toMatchObject([
      { backendRefs: [{ group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'qwen3-8b' }] },
    ]);
  });

  it('stand behind a second tier, by a name that its proxy keeps', () => {
    const made = madeBy('two-tier-ai', { answers: { namespace: 'llms' } });
    const service = { name: 'llms-gateway', type: 'ClusterIP' };
    expect(made.spec('EnvoyProxy/llms/llms-gateway', 'provider', 'kubernetes', 'envoyService')).toEqual(
      service,
    );
    expect(made.spec('Backend/llms-gateway', 'endpoints')).toEqual([
      { fqdn: { hostname: 'llms-gateway.envoy-gateway-system.svc.cluster.local', port: 80 } },
    ]);
    expect(made.spec('AIGatewayRoute/models', 'rules')).toMatchObject([
      { backendRefs: [{ name: 'openai' }] },
      { matches: [{ headers: [{ value: 'qwen3-8b' }] }], backendRefs: [{ name: 'llms-gateway' }] },
    ]);
    expect(made.names).toContain('InferencePool/llms/qwen3-8b');
    expect(refusedBy('two-tier-ai', { answers: { namespace: 'default' } })).toMatch(/Both tiers/);
  });
});

describe('MCP', () => {
  it('shows only the tools that are named, and asks users to log in', () => {
    const made = madeBy('mcp', { answers: { tools: ['find', 'read'], hostname: 'tools.example.com' } });
    expect(made.spec('MCPRoute/tools', 'backendRefs')).toMatchObject([
      {
        name: 'search',
        path: '/mcp',
        toolSelector: { include: ['find', 'read'] },
        securityPolicy: { apiKey: { secretRef: { name: 'search-key' } } },
      },
    ]);
    expect(made.spec('MCPRoute/tools', 'securityPolicy', 'oauth')).toMatchObject({
      audiences: ['https://tools.example.com/mcp'],
      protectedResourceMetadata: { resource: 'https://tools.example.com/mcp' },
    });
  });

  it('gets one more server, a Service by its port', () => {
    const text = `apiVersion: ${ai}/v1beta1
kind: MCPRoute
metadata: { name: tools, namespace: default }
spec:
  parentRefs: [{ name: edge }]
  backendRefs:
    - { group: gateway.envoyproxy.io, kind: Backend, name: search } # theirs
---
apiVersion: v1
kind: Service
metadata: { name: notes, namespace: notes }
spec:
  ports: [{ port: 8080 }]
`;
    const roles = { route: `${ai}/MCPRoute/default/tools`, server: '/Service/notes/notes' };
    const made = madeBy('mcp', { text, roles, answers: { hasKey: false } });
    expect(made.spec('MCPRoute/tools', 'backendRefs')).toEqual([
      { group: 'gateway.envoyproxy.io', kind: 'Backend', name: 'search' },
      { name: 'notes', namespace: 'notes', port: 8080, path: '/mcp' },
    ]);
    expect(made.names.some((name) => name.startsWith('ReferenceGrant/notes/'))).toBe(true);
  });
});
