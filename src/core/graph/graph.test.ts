import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { kinds } from '../kinds/registry.ts';
import { patternSteps } from '../yaml/path.ts';
import { extractReferences } from './extractReferences.ts';
import type { Edge } from './types.ts';

/** Edges of YAML documents, as `holder -> target` with what became of them. */
function edgesOf(...documents: string[]): Edge[] {
  return [...analyse([{ path: 'a.yaml', text: documents.join('\n---\n') }]).edges.values()];
}

const say = (edge: Edge) => `${edge.from.split('/').at(-1)} ${edge.reference} ${edge.to} ${edge.state}`;

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web, namespace: edge, labels: {tier: public}}
spec:
  gatewayClassName: eg
  listeners:
    - {name: http, protocol: HTTP, port: 80}
    - name: https
      protocol: HTTPS
      port: 443
      tls: {certificateRefs: [{name: web-tls}]}`;

const parentRef = (ref: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: edge}
spec: {parentRefs: [${ref}]}`;

describe('references', () => {
  it('honour sectionName and port of a parentRef', () => {
    const outcome = (ref: string) => {
      const edge = edgesOf(parentRef(ref), gateway).find((each) => each.reference === 'parentRef');
      return [edge?.state, edge?.toRow];
    };
    expect(outcome('{name: web}')).toEqual(['resolved', undefined]);
    expect(outcome('{name: web, sectionName: https}')).toEqual(['resolved', 'listeners/https']);
    expect(outcome('{name: web, port: 80}')).toEqual(['resolved', 'listeners/http']);
    expect(outcome('{name: web, sectionName: https, port: 80}')[0]).toBe('no-such-port');
    expect(outcome('{name: web, sectionName: grpc}')[0]).toBe('no-such-section');
    expect(outcome('{name: web, port: 8080}')[0]).toBe('no-such-port');
    expect(outcome('{name: web, namespace: other}')[0]).toBe('missing');
    expect(outcome('{name: web, kind: Gateway, group: gateway.networking.k8s.io}')[0]).toBe('resolved');
  });

  it('follow the chain from listener to Secret, Certificate and Issuer', () => {
    const certificate = `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web, namespace: edge}
spec: {secretName: web-tls, issuerRef: {name: letsencrypt, kind: ClusterIssuer}}`;
    const issuer = `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: letsencrypt}
spec: {selfSigned: {}}`;
    const analysis = analyse([{ path: 'a.yaml', text: [gateway, certificate, issuer].join('\n---\n') }]);
    expect([...analysis.edges.values()].map(say)).toEqual([
      'web gatewayClassName gateway.networking.k8s.io/GatewayClass//eg missing',
      'web certificateRef /Secret/edge/web-tls made',
      'web issuerRef cert-manager.io/ClusterIssuer//letsencrypt resolved',
      'web secretName /Secret/edge/web-tls made',
    ]);
    expect([...analysis.ghosts.values()].map((ghost) => [ghost.name, ghost.madeBy])).toEqual([
      ['eg', undefined],
      ['web-tls', 'cert-manager.io/Certificate/edge/web'],
    ]);
  });

  it('find workloads by selector and scale targets by name, in the same namespace only', () => {
    const deployment = (namespace: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: ${namespace}}
spec:
  selector: {matchLabels: {app: cart}}
  template: {metadata: {labels: {app: cart, tier: back}}, spec: {containers: [{name: a, image: b}]}}`;
    const service = `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{port: 80}]}`;
    const scaler = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: cart, namespace: shop}
spec: {scaleTargetRef: {name: cart}, triggers: [{type: cpu, metricType: Utilization, metadata: {value: "70"}}]}`;
    expect(
      edgesOf(deployment('shop'), deployment('other'), service, scaler).map((edge) => [edge.role, edge.to]),
    ).toEqual([
      ['selects', 'apps/Deployment/shop/cart'],
      ['scales', 'apps/Deployment/shop/cart'],
    ]);
  });

  it('reach policy targets by targetRefs and by targetSelectors', () => {
    const policy = (spec: string) => `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata: {name: limits, namespace: edge}
spec: ${spec}`;
    const governed = (spec: string) =>
      edgesOf(policy(spec), gateway)
        .filter((edge) => edge.role === 'governs')
        .map((edge) => [edge.to, edge.state, edge.toRow]);
    const web = 'gateway.networking.k8s.io/Gateway/edge/web';
    const type = 'group: gateway.networking.k8s.io, kind: Gateway';
    expect(governed(`{targetRefs: [{${type}, name: web, sectionName: https}]}`)).toEqual([
      [web, 'resolved', 'listeners/https'],
    ]);
    expect(governed(`{targetRef: {${type}, name: web}}`)).toEqual([[web, 'resolved', undefined]]);
    expect(governed(`{targetSelectors: [{${type}, matchLabels: {tier: public}}]}`)).toEqual([
      [web, 'resolved', undefined],
    ]);
    expect(governed(`{targetSelectors: [{${type}, matchLabels: {tier: private}}]}`)).toEqual([]);
    expect(
      governed(
        `{targetSelectors: [{${type}, matchExpressions: [{key: tier, operator: In, values: [public, x]}]}]}`,
      ),
    ).toHaveLength(1);
    expect(
      governed(`{targetSelectors: [{${type}, matchExpressions: [{key: tier, operator: DoesNotExist}]}]}`),
    ).toEqual([]);
  });

  it('select across namespaces only where told to and granted', () => {
    const policy = (namespaces: string) => `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata: {name: limits, namespace: platform}
spec: {targetSelectors: [{kind: Gateway, matchLabels: {tier: public}, namespaces: ${namespaces}}]}`;
    const grant = `apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: a, namespace: edge}
spec:
  from: [{group: gateway.envoyproxy.io, kind: BackendTrafficPolicy, namespace: platform}]
  to: [{group: gateway.networking.k8s.io, kind: Gateway}]`;
    const governed = (namespaces: string, ...more: string[]) =>
      edgesOf(policy(namespaces), gateway, ...more).filter((edge) => edge.role === 'governs').length;
    expect(governed('{from: All}', grant)).toBe(1);
    expect(governed('{from: All}')).toBe(0);
    expect(governed('{from: Same}', grant)).toBe(0);
    expect(
      governed('{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: edge}}}', grant),
    ).toBe(1);
    expect(
      governed('{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: other}}}', grant),
    ).toBe(0);
  });

  it('are optional where the field says so', () => {
    const deployment = (optional: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec: {template: {spec: {containers: [{name: a, image: b, envFrom: [{configMapRef: {name: c${optional}}}]}]}}}`;
    const codes = (text: string) => analyse([{ path: 'a.yaml', text }]).findings.map((each) => each.code);
    expect(codes(deployment(''))).toContain('TS012');
    expect(codes(deployment(', optional: true'))).not.toContain('TS012');
  });

  it('lead from an address to the Service, or out of the cluster', () => {
    const scaled = (address: string) => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: s, namespace: shop}
spec: {scaleTargetRef: {name: a}, triggers: [{type: prometheus, metadata: {serverAddress: '${address}'}}]}
---
apiVersion: v1
kind: Service
metadata: {name: prometheus, namespace: monitoring}
spec: {ports: [{port: 9090}]}
`;
    const sourceOf = (address: string) => {
      const edge = edgesOf(scaled(address)).find(({ reference }) => reference === 'source serverAddress');
      return edge === undefined ? undefined : [edge.to, edge.state];
    };
    expect(sourceOf('http://prometheus.monitoring.svc:9090')).toEqual([
      '/Service/monitoring/prometheus',
      'resolved',
    ]);
    expect(sourceOf('http://prometheus.monitoring.svc:9091')).toEqual([
      '/Service/monitoring/prometheus',
      'no-such-port',
    ]);
    expect(sourceOf('https://metrics.example.com:443')).toEqual([
      'external/Host//metrics.example.com:443',
      'external',
    ]);
    const codes = analyse([{ path: 'a.yaml', text: scaled('http://elsewhere.monitoring:9090') }]).findings;
    expect(codes.filter(({ code }) => code === 'TS012').map(({ message }) => message)).toEqual([
      expect.stringContaining('Deployment a'),
    ]);
  });

  it('are those of the kind that a value is read as', () => {
    const value = { spec: { rules: [{ backendRefs: [{ name: 'a' }] }] } };
    const kindsOf = (group: string, kind: string) =>
      extractReferences(group, kind, value).flatMap((each) => (each.type === 'object' ? [each.to.kind] : []));
    expect(kindsOf('gateway.networking.k8s.io', 'HTTPRoute')).toEqual(['Service']);
    expect(kindsOf('aigateway.envoyproxy.io', 'AIGatewayRoute')).toEqual(['AIServiceBackend']);
    expect(kindsOf('gateway.networking.k8s.io', 'HTTPRoute')).toEqual(['Service']);
  });

  it('rank the backends of a rule where one takes over from another', () => {
    const route = (refs: string) => `apiVersion: aigateway.envoyproxy.io/v1beta1
kind: AIGatewayRoute
metadata: {name: chat}
spec: {rules: [{backendRefs: [${refs}]}]}`;
    const order = (refs: string) => edgesOf(route(refs)).map(({ turn, share }) => [turn, share]);
    expect(order('{name: a}, {name: b}')).toEqual([
      [undefined, 0.5],
      [undefined, 0.5],
    ]);
    expect(order('{name: a, weight: 3}, {name: b, weight: 1}, {name: c, priority: 4}')).toEqual([
      [1, 0.75],
      [1, 0.25],
      [2, undefined],
    ]);
  });

  it('give each backend of a rule its share', () => {
    const route = (refs: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop}
spec: {rules: [{backendRefs: [${refs}]}]}`;
    const shares = (refs: string) => edgesOf(route(refs)).map((edge) => edge.share);
    expect(shares('{name: a, port: 80}')).toEqual([undefined]);
    expect(shares('{name: a, port: 80}, {name: b, port: 80}')).toEqual([0.5, 0.5]);
    expect(shares('{name: a, port: 80, weight: 9}, {name: b, port: 80}')).toEqual([0.9, 0.1]);
    expect(shares('{name: a, port: 80, weight: 0}, {name: b, port: 80, weight: 0}')).toEqual([0, 0]);
  });

  it('give backends of one priority their share, and say which stand in for which', () => {
    const route = `apiVersion: aigateway.envoyproxy.io/v1beta1
kind: AIGatewayRoute
metadata: {name: llm}
spec: {rules: [{backendRefs: [{name: a, weight: 3}, {name: b, priority: 1}, {name: c, priority: 0, weight: 1}, {name: d, priority: x}]}]}`;
    const edges = edgesOf(route).filter(({ reference }) => reference === 'backendRef');
    expect(edges.map(({ target, rank, share }) => [target.name, rank, share])).toEqual([
      ['a', 0, 0.6],
      ['b', 1, undefined],
      ['c', 0, 0.2],
      ['d', 0, 0.2],
    ]);
  });

  it('lead to what a controller makes by the same name', () => {
    const route =
      'apiVersion: aigateway.envoyproxy.io/v1beta1\nkind: AIGatewayRoute\nmetadata: {name: llm}\n';
    const policy = (name: string) => `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata: {name: limit}
spec: {targetRefs: [{group: gateway.networking.k8s.io, kind: HTTPRoute, name: ${name}}]}`;
    expect(edgesOf(route, policy('llm')).map(say)).toEqual([
      'limit targetRef gateway.networking.k8s.io/HTTPRoute/default/llm made',
    ]);
    expect(edgesOf(route, policy('other')).map(({ state }) => state)).toEqual(['missing']);
  });

  it('can stand in an annotation', () => {
    const config = `apiVersion: aigateway.envoyproxy.io/v1beta1
kind: GatewayConfig
metadata: {name: ai, namespace: edge}`;
    const named = gateway.replace(
      'labels: {tier: public}',
      'annotations: {aigateway.envoyproxy.io/gateway-config: ai}',
    );
    expect(edgesOf(named, config).map(say)).toContain(
      'web gateway-config aigateway.envoyproxy.io/GatewayConfig/edge/ai resolved',
    );
  });

  it('survive values of any shape at every declared place', () => {
    for (const kind of kinds) {
      for (const value of [
        '1',
        '[1, [2]]',
        '{a: {b: c}}',
        'null',
        '[{name: {x: 1}}, {name: [1]}]',
        '[{name: a, port: x, weight: y}]',
      ]) {
        for (const reference of kind.references) {
          const text = nest(patternSteps(reference.path.replaceAll('[*]', '')), value);
          const body = `apiVersion: ${kind.group === '' ? '' : `${kind.group}/`}${kind.versions[0]}\nkind: ${kind.kind}\nmetadata: {name: a}\n${text}`;
          expect(() => edgesOf(body)).not.toThrow();
        }
      }
    }
  });
});

function nest([first = '', ...rest]: readonly string[], value: string): string {
  return rest.length === 0 ? `${first}: ${value}` : `${first}: {${nest(rest, value)}}`;
}
