import { describe, expect, it } from 'vitest';
import { cartDeployment, cartService, edgeGateway, shopRoute } from './samples.ts';
import { changedLines, id, linesChangedBy, perform, refusalOf } from './testContext.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const envoyGateway = 'gateway.envoyproxy.io';
const route = id(`${gatewayApi}/HTTPRoute/web/shop`);
const service = id('/Service/web/cart');
const deployment = id('apps/Deployment/web/cart');

const metadata = (name: string, namespace = 'web') =>
  `metadata:\n  name: ${name}\n  namespace: ${namespace}\n`;
const manifest = (apiVersion: string, kind: string, name: string, spec = '', namespace = 'web') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\n${metadata(name, namespace)}${spec}`;
const join = (...documents: string[]) => documents.join('---\n');
const all = join(shopRoute, edgeGateway, cartService, cartDeployment);

describe('a route and a Service', () => {
  it('adds a backend to the rule, without a weight', () => {
    const from = { id: route, row: 'rules/1' };
    expect(linesChangedBy(all, 'connect', { from, to: { id: service } })).toEqual([
      '+       - name: cart',
      '+         port: 8080',
    ]);
  });

  it('takes the port of the row', () => {
    const rows = testRows();
    const lines = linesChangedBy(all, 'connect', {
      from: { id: route, row: 'rules/0' },
      to: { id: service, row: rows.metrics },
    });
    expect(lines).toEqual(['+         - name: cart', '+           port: 9090']);
  });

  it('means the same from the other end', () => {
    const { change } = perform({ a: all }, 'connect', {
      from: { id: service },
      to: { id: route, row: 'rules/1' },
    });
    expect(change.label).toBe('Connect rule 2 of HTTPRoute shop to Service cart');
    expect(change.select).toEqual([route]);
  });

  it('keeps flow style', () => {
    const flow = manifest(
      `${gatewayApi}/v1`,
      'HTTPRoute',
      'shop',
      'spec: { rules: [ { backendRefs: [ { name: a, port: 1 } ] } ] } # tight\n',
    );
    const { texts } = perform({ a: join(flow, cartService) }, 'connect', {
      from: { id: route },
      to: { id: service },
    });
    expect(texts.a).toBe(join(flow.replace('port: 1 }', 'port: 1 }, {name: cart, port: 8080}'), cartService));
  });

  it('keeps Windows line ends', () => {
    const crlf = all.replaceAll('\n', '\r\n');
    const { texts } = perform({ a: crlf }, 'connect', {
      from: { id: route, row: 'rules/1' },
      to: { id: service },
    });
    expect(texts.a).not.toMatch(/[^\r]\n/);
    expect(changedLines(crlf, texts.a ?? '')).toEqual(['+       - name: cart', '+         port: 8080']);
  });

  it('makes a rule where there is none', () => {
    const bare = manifest(`${gatewayApi}/v1`, 'HTTPRoute', 'shop', 'spec:\n  hostnames: [a.example.com]\n');
    expect(
      linesChangedBy(join(bare, cartService), 'connect', { from: { id: route }, to: { id: service } }),
    ).toEqual(['+   rules:', '+     - backendRefs:', '+         - name: cart', '+           port: 8080']);
  });

  it('makes the spec where there is none', () => {
    const bare = manifest(`${gatewayApi}/v1`, 'HTTPRoute', 'shop');
    const { texts } = perform({ a: join(bare, cartService) }, 'connect', {
      from: { id: route },
      to: { id: service },
    });
    expect(texts.a).toContain(
      'spec:\n  rules:\n    - backendRefs:\n        - name: cart\n          port: 8080\n---\n',
    );
  });

  it('chooses the first rule that sends nowhere', () => {
    const spec =
      'spec:\n  rules:\n    - filters: [{type: RequestRedirect}]\n    - backendRefs: [{name: a, port: 1}]\n    - matches: []\n';
    const text = join(manifest(`${gatewayApi}/v1`, 'HTTPRoute', 'shop', spec), cartService);
    expect(perform({ a: text }, 'connect', { from: { id: route }, to: { id: service } }).change.label).toBe(
      'Connect rule 3 of HTTPRoute shop to Service cart',
    );
  });

  it('refuses a rule that redirects', () => {
    const spec = 'spec:\n  rules:\n    - filters: [{type: RequestRedirect}]\n';
    const text = join(manifest(`${gatewayApi}/v1`, 'HTTPRoute', 'shop', spec), cartService);
    expect(refusalOf({ a: text }, 'connect', { from: { id: route }, to: { id: service } })).toBe(
      'Rule 1 redirects requests, so it has no backends. Choose another rule, or remove the RequestRedirect filter first.',
    );
  });

  it('refuses what is there already, but not another port of it', () => {
    const once = perform({ a: all }, 'connect', {
      from: { id: route, row: 'rules/1' },
      to: { id: service },
    }).texts;
    const from = { id: route, row: 'rules/1' };
    expect(refusalOf(once, 'connect', { from, to: { id: service } })).toBe(
      'HTTPRoute shop sends to Service cart already.',
    );
    expect(() =>
      perform(once, 'connect', { from, to: { id: service, row: testRows().metrics } }),
    ).not.toThrow();
    expect(() =>
      perform(once, 'connect', { from: { id: route, row: 'rules/0' }, to: { id: service } }),
    ).not.toThrow();
  });

  it('refuses a Service without ports', () => {
    const text = join(shopRoute, manifest('v1', 'Service', 'cart', 'spec: {}\n'));
    expect(refusalOf({ a: text }, 'connect', { from: { id: route }, to: { id: service } })).toBe(
      'Service cart has no port to send to. Add a port to it first.',
    );
  });

  it('reaches a ghost by the port that others use, and refuses one whose port nobody knows', () => {
    const ghost = id('/Service/web/catalog');
    const { texts } = perform({ a: all }, 'connect', {
      from: { id: route, row: 'rules/1' },
      to: { id: ghost },
    });
    expect(changedLines(all, texts.a ?? '')).toEqual(['+       - name: catalog', '+         port: 8080']);
    const policy = manifest(
      `${gatewayApi}/v1`,
      'BackendTLSPolicy',
      'p',
      'spec:\n  targetRefs: [{group: "", kind: Service, name: far}]\n',
    );
    expect(
      refusalOf({ a: join(all, policy) }, 'connect', {
        from: { id: route },
        to: { id: id('/Service/web/far') },
      }),
    ).toBe('Service far is not in the workspace, so its port is not known. Create it first.');
  });

  it('writes group and kind of an Envoy Gateway Backend, and no port', () => {
    const backend = manifest(
      `${envoyGateway}/v1alpha1`,
      'Backend',
      'far',
      'spec:\n  endpoints:\n    - fqdn: {hostname: example.com, port: 443}\n',
    );
    const to = { id: id(`${envoyGateway}/Backend/web/far`) };
    expect(
      linesChangedBy(join(all, backend), 'connect', { from: { id: route, row: 'rules/1' }, to }),
    ).toEqual(['+       - group: gateway.envoyproxy.io', '+         kind: Backend', '+         name: far']);
  });
});

describe('another namespace', () => {
  const far = cartService.replace('namespace: web', 'namespace: shop # theirs');
  const text = join(shopRoute, far, cartDeployment);
  const args = { from: { id: route, row: 'rules/1' }, to: { id: id('/Service/shop/cart') } };

  it('writes the namespace and leaves the grant to the caller', () => {
    expect(linesChangedBy(text, 'connect', args)).toEqual([
      '+       - name: cart',
      '+         namespace: shop',
      '+         port: 8080',
    ]);
  });

  it('writes the ReferenceGrant behind the target, in the same change', () => {
    const { change, texts } = perform({ a: text }, 'connect', { ...args, withGrant: true });
    expect(change.label).toBe(
      'Connect rule 2 of HTTPRoute shop to Service cart in namespace shop, allowed by ReferenceGrant web-to-cart',
    );
    expect(changedLines(text, texts.a ?? '').slice(3)).toEqual(
      [
        '---',
        'apiVersion: gateway.networking.k8s.io/v1beta1',
        'kind: ReferenceGrant',
        'metadata:',
        '  name: web-to-cart',
        '  namespace: shop',
        'spec:',
        '  # Lets HTTPRoute resources of namespace web refer to Service cart.',
        '  from:',
        '    - group: gateway.networking.k8s.io',
        '      kind: HTTPRoute',
        '      namespace: web',
        '  to:',
        '    - group: ""',
        '      kind: Service',
        '      name: cart',
      ].map((line) => `+ ${line}`),
    );
    expect(
      refusalOf({ a: texts.a ?? '' }, 'add-grant', { edge: `${route}|spec.rules[1].backendRefs[1]` }),
    ).toBe('A ReferenceGrant allows this reference already.');
  });

  it('widens a grant that has exactly the other half', () => {
    const grant = manifest(
      `${gatewayApi}/v1beta1`,
      'ReferenceGrant',
      'open',
      `spec:\n  from:\n    - {group: ${gatewayApi}, kind: HTTPRoute, namespace: web}\n  to:\n    - group: ""\n      kind: Service\n      name: other # only this\n`,
      'shop',
    );
    const before = join(text, grant);
    const { texts } = perform({ a: before }, 'connect', { ...args, withGrant: true });
    expect(changedLines(before, texts.a ?? '').slice(3)).toEqual([
      '+     - group: ""',
      '+       kind: Service',
      '+       name: cart',
    ]);
    const other = grant
      .replace('namespace: web', 'namespace: elsewhere')
      .replace('name: other', 'name: cart');
    const again = perform({ a: join(text, other) }, 'connect', { ...args, withGrant: true }).texts.a ?? '';
    expect(changedLines(join(text, other), again).slice(3)).toEqual([
      `+     - group: ${gatewayApi}`,
      '+       kind: HTTPRoute',
      '+       namespace: web',
    ]);
  });

  it('does not widen a grant that would allow more than asked', () => {
    const grant = manifest(
      `${gatewayApi}/v1beta1`,
      'ReferenceGrant',
      'open',
      `spec:\n  from:\n    - {group: ${gatewayApi}, kind: HTTPRoute, namespace: web}\n    - {group: ${gatewayApi}, kind: HTTPRoute, namespace: other}\n  to:\n    - {group: "", kind: Service, name: other}\n`,
      'shop',
    );
    const { texts } = perform({ a: join(text, grant) }, 'connect', { ...args, withGrant: true });
    expect(texts.a?.match(/kind: ReferenceGrant/g)).toHaveLength(2);
  });

  it('adds a missing grant to an edge', () => {
    const { texts } = perform({ a: text }, 'connect', args);
    const { change } = perform({ a: texts.a ?? '' }, 'add-grant', {
      edge: `${route}|spec.rules[1].backendRefs[1]`,
    });
    expect(change.label).toBe('Let an HTTPRoute of namespace web refer to Service cart in namespace shop');
    expect(
      refusalOf({ a: texts.a ?? '' }, 'add-grant', { edge: `${route}|spec.rules[1].backendRefs[0]` }),
    ).toBe('This reference needs no ReferenceGrant.');
  });

  it('refuses references that stay in one namespace', () => {
    const policy = manifest(`${envoyGateway}/v1alpha1`, 'SecurityPolicy', 'auth', 'spec: {}\n', 'shop');
    const from = { id: id(`${envoyGateway}/SecurityPolicy/shop/auth`) };
    expect(refusalOf({ a: join(all, policy) }, 'connect', { from, to: { id: route } })).toBe(
      'A SecurityPolicy can target only an HTTPRoute of its own namespace. SecurityPolicy auth is in shop, HTTPRoute shop in web.',
    );
    expect(refusalOf({ a: text }, 'connect', { from: args.to, to: { id: deployment } })).toBe(
      'A Service can select only a Deployment of its own namespace. Service cart is in shop, Deployment cart in web.',
    );
  });
});

/** Row ids of the sample Service. */
function testRows(): { readonly metrics: string } {
  return { metrics: 'ports/metrics' };
}
