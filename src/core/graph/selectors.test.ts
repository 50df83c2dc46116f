import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';

const shop = (kind: string, name: string, rest: string, apiVersion = 'apps/v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\n${rest}`;
const pods = (labels: string) => `spec: {template: {metadata: {labels: {${labels}}}}}\n`;
const web = shop('Deployment', 'web', pods('app: web, tier: front'));
const store = shop('StatefulSet', 'store', pods('app: store'));
const far = web.replace('namespace: shop', 'namespace: far');

/** The edges of a workspace: what holds the reference, its name, where it leads and what became of it. */
function edgesOf(...documents: readonly string[]): readonly string[] {
  const { edges } = analyse([{ path: 'a.yaml', text: documents.join('---\n') }]);
  return [...edges.values()].map(({ from, reference, to, state, toRow }) =>
    [from.split('/')[1], reference, to.slice(to.indexOf('/') + 1), state, ...(toRow ? [toRow] : [])].join(
      ' ',
    ),
  );
}

describe('a budget for pods', () => {
  const budget = (selector: string) =>
    shop('PodDisruptionBudget', 'b', `spec: {maxUnavailable: 1, selector: ${selector}}\n`, 'policy/v1');

  it('selects by labels, by expressions and by both', () => {
    expect(edgesOf(budget('{matchLabels: {app: web}}'), web, store, far)).toEqual([
      'PodDisruptionBudget selector Deployment/shop/web resolved',
    ]);
    expect(
      edgesOf(budget('{matchExpressions: [{key: app, operator: In, values: [store, x]}]}'), web, store),
    ).toEqual(['PodDisruptionBudget selector StatefulSet/shop/store resolved']);
    expect(
      edgesOf(
        budget(
          '{matchLabels: {app: web}, matchExpressions: [{key: tier, operator: NotIn, values: [front]}]}',
        ),
        web,
      ),
    ).toEqual([]);
  });

  it('selects every pod of its namespace by an empty selector, and none without one', () => {
    expect(edgesOf(budget('{}'), web, store, far)).toEqual([
      'PodDisruptionBudget selector Deployment/shop/web resolved',
      'PodDisruptionBudget selector StatefulSet/shop/store resolved',
    ]);
    expect(edgesOf(budget('null'), web)).toEqual([]);
  });

  it('is another thing than the empty selector of a Service', () => {
    expect(edgesOf(shop('Service', 'web', 'spec: {selector: {}}\n', 'v1'), web)).toEqual([]);
  });
});

describe('a monitor of Services', () => {
  const service = (name: string, namespace: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}, labels: {app: ${name}}}\n`;
  const monitor = (spec: string) =>
    shop('ServiceMonitor', 'm', `spec: {endpoints: [], ${spec}}\n`, 'monitoring.coreos.com/v1');
  const labels = 'selector: {matchLabels: {app: web}}';

  it('looks at labels of the Services, in its own namespace', () => {
    expect(
      edgesOf(monitor(labels), service('web', 'shop'), service('store', 'shop'), service('web', 'far')),
    ).toEqual(['ServiceMonitor selector Service/shop/web resolved']);
  });

  it('looks elsewhere where namespaceSelector says so, without a grant', () => {
    const both = [service('web', 'shop'), service('web', 'far'), service('web', 'other')];
    expect(edgesOf(monitor(`${labels}, namespaceSelector: {matchNames: [far, shop]}`), ...both)).toEqual([
      'ServiceMonitor selector Service/shop/web resolved',
      'ServiceMonitor selector Service/far/web resolved',
    ]);
    expect(edgesOf(monitor(`${labels}, namespaceSelector: {any: true}`), ...both)).toHaveLength(3);
    expect(edgesOf(monitor(`${labels}, namespaceSelector: {matchNames: []}`), ...both)).toHaveLength(1);
  });
});

describe('ports that stand elsewhere', () => {
  const service = shop(
    'Service',
    'web',
    'spec: {ports: [{name: http, port: 80}, {name: metrics, port: 9090}]}\n',
    'v1',
  );
  const ingress = (port: string) =>
    shop(
      'Ingress',
      'web',
      `spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: ${port}}}}]}}]}\n`,
      'networking.k8s.io/v1',
    );
  const scaled = (port: string) =>
    shop(
      'HTTPScaledObject',
      'web',
      `spec: {scaleTargetRef: {name: web, service: web, ${port}}}\n`,
      'http.keda.sh/v1alpha1',
    );

  it('lead to the port of the Service, by number or by name', () => {
    expect(edgesOf(ingress('{number: 9090}'), service)).toEqual([
      'Ingress backend Service/shop/web resolved ports/metrics',
    ]);
    expect(edgesOf(ingress('{name: http}'), service)).toEqual([
      'Ingress backend Service/shop/web resolved ports/http',
    ]);
    expect(edgesOf(scaled('portName: metrics'), service, web)).toEqual([
      'HTTPScaledObject scaleTargetRef Deployment/shop/web resolved',
      'HTTPScaledObject service Service/shop/web resolved ports/metrics',
    ]);
  });

  it('are found missing, with what there is', () => {
    expect(edgesOf(ingress('{number: 81}'), service)).toEqual([
      'Ingress backend Service/shop/web no-such-port',
    ]);
    expect(edgesOf(ingress('{name: grpc}'), service)).toEqual([
      'Ingress backend Service/shop/web no-such-port',
    ]);
    const { findings } = analyse([{ path: 'a.yaml', text: `${ingress('{name: grpc}')}---\n${service}` }]);
    expect(findings.filter(({ code }) => code === 'TS014').map(({ message }) => message)).toEqual([
      'Service web in shop has no port grpc; it offers http, metrics. Use one that is there, or add the port.',
    ]);
  });
});

describe('KEDA', () => {
  it('a trigger leads to its credentials and to whose requests it counts', () => {
    const scaler = shop(
      'ScaledObject',
      'web',
      `spec:
  scaleTargetRef: {name: web}
  triggers:
    - {type: external-push, metadata: {httpScaledObject: web}}
    - {type: external-push, metadata: {interceptorRoute: gone}}
    - {type: redis, metadata: {}, authenticationRef: {name: redis}}
`,
      'keda.sh/v1alpha1',
    );
    const counted = shop('HTTPScaledObject', 'web', 'spec: {}\n', 'http.keda.sh/v1alpha1');
    const auth = shop(
      'TriggerAuthentication',
      'redis',
      'spec: {secretTargetRef: [{parameter: password, name: redis, key: password}]}\n',
      'keda.sh/v1alpha1',
    );
    expect(edgesOf(scaler, web, counted, auth)).toEqual([
      'ScaledObject scaleTargetRef Deployment/shop/web resolved',
      'ScaledObject authenticationRef TriggerAuthentication/shop/redis resolved',
      'ScaledObject interceptorRoute InterceptorRoute/shop/gone missing',
      'ScaledObject httpScaledObject HTTPScaledObject/shop/web resolved',
      'TriggerAuthentication secretTargetRef Secret/shop/redis missing',
    ]);
  });
});
