import { describe, expect, it } from 'vitest';
import { edgeGateway } from './samples.ts';
import { changedLines, id, linesChangedBy, perform, refusalOf, testContext } from './testContext.ts';

const ai = 'aigateway.envoyproxy.io';
const inference = 'inference.networking.k8s.io';
const manifest = (apiVersion: string, kind: string, name: string, spec: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: web\nspec:\n${spec}`;

const route = manifest(
  `${ai}/v1beta1`,
  'AIGatewayRoute',
  'llm',
  '  rules:\n    - backendRefs:\n        - name: openai\n          priority: 0\n',
);
const provider = manifest(
  `${ai}/v1beta1`,
  'AIServiceBackend',
  'azure',
  '  schema:\n    name: OpenAI\n  backendRef:\n    group: gateway.envoyproxy.io\n    kind: Backend\n    name: openai\n',
);
const backend = manifest('gateway.envoyproxy.io/v1alpha1', 'Backend', 'azure', '  endpoints: []\n');
const pool = manifest(`${inference}/v1`, 'InferencePool', 'llama', '  selector: {}\n');
const config = manifest(`${ai}/v1beta1`, 'GatewayConfig', 'settings', '  {}\n');
const quota = manifest(`${ai}/v1alpha1`, 'QuotaPolicy', 'limit', '  perModelQuotas: []\n');

const routeId = id(`${ai}/AIGatewayRoute/web/llm`);
const providerId = id(`${ai}/AIServiceBackend/web/azure`);
const gatewayId = id('gateway.networking.k8s.io/Gateway/web/edge');
const configId = id(`${ai}/GatewayConfig/web/settings`);
const join = (...documents: string[]) => documents.join('---\n');
const connect = (text: string, from: ReturnType<typeof id>, to: ReturnType<typeof id>) =>
  linesChangedBy(text, 'connect', { from: { id: from }, to: { id: to } });

describe('connecting the resources of AI Gateway', () => {
  it('names an AIServiceBackend by its name alone, an InferencePool with group and kind', () => {
    expect(connect(join(route, provider), routeId, providerId)).toEqual(['+         - name: azure']);
    expect(connect(join(route, pool), routeId, id(`${inference}/InferencePool/web/llama`))).toEqual([
      `+         - group: ${inference}`,
      '+           kind: InferencePool',
      '+           name: llama',
    ]);
  });

  it('turns an AIServiceBackend to another Backend, in one line', () => {
    expect(
      connect(join(provider, backend), providerId, id('gateway.envoyproxy.io/Backend/web/azure')),
    ).toEqual(['-     name: openai', '+     name: azure']);
  });

  it('attaches to Gateways, and sets quotas on AIServiceBackends only', () => {
    expect(connect(join(route, edgeGateway), routeId, gatewayId)).toEqual([
      '+   parentRefs:',
      '+     - name: edge',
    ]);
    expect(connect(join(quota, provider), id(`${ai}/QuotaPolicy/web/limit`), providerId)).toEqual([
      '+   targetRefs:',
      `+     - group: ${ai}`,
      '+       kind: AIServiceBackend',
      '+       name: azure',
    ]);
    expect(
      refusalOf({ a: join(quota, route) }, 'connect', {
        from: { id: id(`${ai}/QuotaPolicy/web/limit`) },
        to: { id: routeId },
      }),
    ).toBe('A QuotaPolicy can target an AIServiceBackend, not an AIGatewayRoute.');
  });

  it('names a GatewayConfig in an annotation of the Gateway, and takes it out again', () => {
    const text = join(edgeGateway, config);
    const { texts } = perform({ a: text }, 'connect', { from: { id: gatewayId }, to: { id: configId } });
    expect(changedLines(text, texts.a ?? '')).toEqual([
      '+   annotations:',
      '+     aigateway.envoyproxy.io/gateway-config: settings',
    ]);
    const [edge] = [...testContext(texts).analysis.edges.values()].filter(({ to }) => to === configId);
    expect(edge).toMatchObject({ from: gatewayId, flow: 'backward', state: 'resolved' });
    const back = perform(texts, 'disconnect', { edges: [edge?.id ?? ''] });
    expect(back.texts.a).toBe(text);
  });

  it('follows a new name, in the annotation too', () => {
    const { texts } = perform({ a: join(edgeGateway, config) }, 'connect', {
      from: { id: gatewayId },
      to: { id: configId },
    });
    const renamed = perform(texts, 'rename', { id: configId, name: 'tuned' }).texts.a ?? '';
    expect(changedLines(texts.a ?? '', renamed)).toEqual([
      '-     aigateway.envoyproxy.io/gateway-config: settings',
      '+     aigateway.envoyproxy.io/gateway-config: tuned',
      '-   name: settings',
      '+   name: tuned',
    ]);
  });
});
