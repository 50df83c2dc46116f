import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { renderYaml } from '../yaml/scalars.ts';
import { expanderOf } from './registry.ts';

const workspace = `apiVersion: aigateway.envoyproxy.io/v1beta1
kind: AIGatewayRoute
metadata:
  name: chat
  namespace: ai
  labels:
    team: assistants
spec:
  parentRefs:
    - name: edge
  rules:
    - name: small
      matches:
        - headers:
            - name: x-ai-eg-model
              value: small
      backendRefs:
        - name: first
          weight: 3
        - name: second
          priority: 1
    - backendRefs:
        - group: inference.networking.k8s.io
          kind: InferencePool
          name: own
      timeouts:
        request: 5m
    - backendRefs:
        - name: nowhere
---
apiVersion: aigateway.envoyproxy.io/v1beta1
kind: AIServiceBackend
metadata:
  name: first
  namespace: ai
spec:
  schema:
    name: OpenAI
  backendRef:
    group: gateway.envoyproxy.io
    kind: Backend
    name: first-api
---
apiVersion: aigateway.envoyproxy.io/v1beta1
kind: AIServiceBackend
metadata:
  name: second
  namespace: ai
spec:
  schema:
    name: Anthropic
  backendRef:
    group: gateway.envoyproxy.io
    kind: Backend
    name: second-api
`;

function expandFirst(text: string) {
  const analysis = analyse([{ path: 'a.yaml', text }]);
  const [resource] = analysis.resources.values();
  const expander = resource && expanderOf(resource.group, resource.kind);
  if (resource === undefined || expander === undefined) throw new Error('nothing to expand');
  return expander.expand(resource, analysis);
}

describe('what the AI Gateway makes of an AIGatewayRoute', () => {
  const { made, notes } = expandFirst(workspace);
  const [route, rewrite, notFound] = made;

  it('is an HTTPRoute of its name and two filters', () => {
    expect(made.map(({ kind, name, namespace }) => `${kind} ${namespace}/${name}`)).toEqual([
      'HTTPRoute ai/chat',
      'HTTPRouteFilter ai/ai-eg-host-rewrite-chat',
      'HTTPRouteFilter ai/ai-eg-route-not-found-response-chat',
    ]);
    expect(rewrite?.value).toHaveProperty('spec.urlRewrite.hostname.type', 'Backend');
    expect(notFound?.value).toHaveProperty('spec.directResponse.statusCode', 404);
  });

  it('sends to the Backend behind each AIServiceBackend, in its share', () => {
    expect(route?.value).toHaveProperty('spec.rules[0].backendRefs', [
      { group: 'gateway.envoyproxy.io', kind: 'Backend', name: 'first-api', weight: 3 },
      { group: 'gateway.envoyproxy.io', kind: 'Backend', name: 'second-api' },
    ]);
    expect(route?.value).toHaveProperty('spec.rules[1].backendRefs', [
      { group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'own', namespace: 'ai' },
    ]);
  });

  it('keeps matches below the root, timeouts, labels, and the order of failover', () => {
    expect(route?.value).toHaveProperty('spec.rules[0].matches', [
      { headers: [{ name: 'x-ai-eg-model', value: 'small' }], path: { type: 'PathPrefix', value: '/' } },
    ]);
    expect(route?.value).toHaveProperty('spec.rules[0].timeouts', { request: '60s' });
    expect(route?.value).toHaveProperty('spec.rules[1].timeouts', { request: '5m' });
    expect(route?.value).toHaveProperty('metadata.labels', { team: 'assistants' });
    expect(route?.value).toHaveProperty(
      ['metadata', 'annotations', 'gateway.envoyproxy.io/backend-ref-priority'],
      '0:first:0,0:second:1,1:own:0,2:nowhere:0',
    );
    expect(route?.value).toHaveProperty('spec.rules[3].name', 'route-not-found');
  });

  it('says what it cannot know', () => {
    expect(notes).toEqual([expect.stringContaining('Rule 3 names AIServiceBackend nowhere')]);
  });

  it('is YAML that reads as what it is', () => {
    const texts = made.map(({ value }) => renderYaml(value));
    const again = analyse([{ path: 'b.yaml', text: texts.join('\n---\n') }]);
    expect([...again.resources.values()].map(({ kind }) => kind)).toEqual([
      'HTTPRoute',
      'HTTPRouteFilter',
      'HTTPRouteFilter',
    ]);
  });

  it('takes anything', () => {
    const broken = workspace
      .replace('rules:\n', 'rules: 7\n  other:\n')
      .replace(/parentRefs:\n.*\n/, 'parentRefs: {}\n');
    expect(() => expandFirst(broken)).not.toThrow();
  });
});
