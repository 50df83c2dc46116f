import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { kinds } from '../kinds/registry.ts';
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
    expect(codes(deployment(''))).toEqual(['TS012']);
    expect(codes(deployment(', optional: true'))).toEqual([]);
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
          const text = nest(reference.path.replaceAll('[*]', '').split('.'), value);
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
