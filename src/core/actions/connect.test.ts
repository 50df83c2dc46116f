import { describe, expect, it } from 'vitest';
import { cartDeployment, cartService, edgeGateway, shopRoute } from './samples.ts';
import { changedLines, id, linesChangedBy, perform, refusalOf } from './testContext.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const envoyGateway = 'gateway.envoyproxy.io';
const route = id(`${gatewayApi}/HTTPRoute/web/shop`);
const gateway = id(`${gatewayApi}/Gateway/web/edge`);
const service = id('/Service/web/cart');
const deployment = id('apps/Deployment/web/cart');

const metadata = (name: string, namespace = 'web') =>
  `metadata:\n  name: ${name}\n  namespace: ${namespace}\n`;
const manifest = (apiVersion: string, kind: string, name: string, spec = '', namespace = 'web') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\n${metadata(name, namespace)}${spec}`;
const join = (...documents: string[]) => documents.join('---\n');
const all = join(shopRoute, edgeGateway, cartService, cartDeployment);

describe('a route and a Gateway', () => {
  const bare = manifest(`${gatewayApi}/v1`, 'HTTPRoute', 'shop', 'spec:\n  parentRefs: []\n');
  const text = join(bare, edgeGateway);

  it('attaches to the Gateway as a whole, with nothing but its name', () => {
    const { texts } = perform({ a: text }, 'connect', { from: { id: gateway }, to: { id: route } });
    expect(texts.a).toContain('spec:\n  parentRefs:\n    - name: edge\n---\n');
  });

  it('names the listener of the row', () => {
    const { change, texts } = perform({ a: text }, 'connect', {
      from: { id: gateway, row: 'listeners/https' },
      to: { id: route },
    });
    expect(texts.a).toContain('  parentRefs:\n    - name: edge\n      sectionName: https\n');
    expect(change.label).toBe('Connect HTTPRoute shop to listener https of Gateway edge');
  });

  it('narrows what is attached as a whole, and adds a second listener', () => {
    const to = (row: string) => ({ id: gateway, row });
    expect(linesChangedBy(all, 'connect', { from: { id: route }, to: to('listeners/https') })).toEqual([
      '+       sectionName: https',
    ]);
    const narrow =
      perform({ a: all }, 'connect', { from: { id: route }, to: to('listeners/https') }).texts.a ?? '';
    expect(linesChangedBy(narrow, 'connect', { from: { id: route }, to: to('listeners/http') })).toEqual([
      '+     - name: edge',
      '+       sectionName: http',
    ]);
    expect(refusalOf({ a: narrow }, 'connect', { from: { id: route }, to: to('listeners/https') })).toBe(
      'HTTPRoute shop attaches to listener https of Gateway edge already.',
    );
    expect(refusalOf({ a: narrow }, 'connect', { from: { id: route }, to: { id: gateway } })).toBe(
      'HTTPRoute shop attaches to Gateway edge already.',
    );
  });

  it('writes the kind of a ListenerSet and the namespace of a Gateway elsewhere', () => {
    const set = manifest(
      `${gatewayApi}/v1`,
      'ListenerSet',
      'more',
      'spec:\n  parentRef: {name: edge}\n  listeners: []\n',
      'infra',
    );
    const to = { id: id(`${gatewayApi}/ListenerSet/infra/more`) };
    expect(linesChangedBy(join(shopRoute, set), 'connect', { from: { id: route }, to })).toEqual([
      '+     - kind: ListenerSet',
      '+       name: more',
      '+       namespace: infra',
    ]);
  });
});

describe('certificates', () => {
  const secret = manifest('v1', 'Secret', 'web-tls', 'type: kubernetes.io/tls\n');
  const text = join(edgeGateway, secret);
  const from = { id: id('/Secret/web/web-tls') };

  it('go to the listener that speaks HTTPS, and leave the rest of tls alone', () => {
    expect(linesChangedBy(text, 'connect', { from, to: { id: gateway } })).toEqual([
      '+         certificateRefs:',
      '+           - name: web-tls',
    ]);
    expect(perform({ a: text }, 'connect', { from, to: { id: gateway } }).change.label).toBe(
      'Connect listener https of Gateway edge to Secret web-tls',
    );
  });

  it('are refused by a listener that speaks HTTP, with the reason', () => {
    expect(refusalOf({ a: text }, 'connect', { from, to: { id: gateway, row: 'listeners/http' } })).toBe(
      'Listener http speaks HTTP, which takes no certificate. Choose a listener that speaks HTTPS or TLS.',
    );
    const onlyHttp = join(edgeGateway.slice(0, edgeGateway.indexOf('    - name: https')), secret);
    expect(refusalOf({ a: onlyHttp }, 'connect', { from, to: { id: gateway } })).toContain('speaks HTTP');
    const through = text.replace('mode: Terminate', 'mode: Passthrough');
    expect(refusalOf({ a: through }, 'connect', { from, to: { id: gateway, row: 'listeners/https' } })).toBe(
      'Listener https passes TLS through to the backend and takes no certificate. Set its tls.mode to Terminate first.',
    );
  });
});

describe('references of which there is one', () => {
  it('replaces a name', () => {
    const other =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata:\n  name: other\nspec:\n  controllerName: x/y\n';
    const to = { id: id(`${gatewayApi}/GatewayClass//other`) };
    const { change, texts } = perform({ a: join(edgeGateway, other) }, 'connect', {
      from: { id: gateway },
      to,
    });
    expect(changedLines(join(edgeGateway, other), texts.a ?? '')).toEqual([
      '-   gatewayClassName: eg   # the class',
      '+   gatewayClassName: other   # the class',
    ]);
    expect(change.label).toBe('Connect Gateway edge to GatewayClass other instead of GatewayClass eg');
  });

  it('replaces the fields of an object that differ', () => {
    const scaler = manifest(
      'keda.sh/v1alpha1',
      'ScaledObject',
      'cart',
      'spec:\n  scaleTargetRef:\n    # the workload\n    apiVersion: example.com/v1 # odd\n    kind: Rollout\n    name: old\n    envSourceContainerName: app\n  triggers: []\n',
    );
    const from = { id: id('keda.sh/ScaledObject/web/cart') };
    expect(linesChangedBy(join(scaler, cartDeployment), 'connect', { from, to: { id: deployment } })).toEqual(
      [
        '-     apiVersion: example.com/v1 # odd',
        '-     kind: Rollout',
        '-     name: old',
        '+     apiVersion: apps/v1 # odd',
        '+     kind: Deployment',
        '+     name: cart',
      ],
    );
  });

  it('writes kind where it differs and drops it where it does not fit', () => {
    const certificate = manifest(
      'cert-manager.io/v1',
      'Certificate',
      'web',
      'spec:\n  secretName: web-tls\n  issuerRef:\n    name: small # ours\n',
    );
    const cluster =
      'apiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nmetadata:\n  name: big\nspec:\n  selfSigned: {}\n';
    const from = { id: id('cert-manager.io/Certificate/web/web') };
    const to = { id: id('cert-manager.io/ClusterIssuer//big') };
    expect(linesChangedBy(join(certificate, cluster), 'connect', { from, to })).toEqual([
      '-     name: small # ours',
      '+     name: big # ours',
      '+     kind: ClusterIssuer',
    ]);
  });
});

describe('policies', () => {
  const policy = (spec: string) =>
    manifest(`${envoyGateway}/v1alpha1`, 'BackendTrafficPolicy', 'limits', spec);
  const from = { id: id(`${envoyGateway}/BackendTrafficPolicy/web/limits`) };

  it('target by targetRefs, group and kind in full', () => {
    const text = join(policy('spec:\n  retry: {numRetries: 2} # keep\n'), all);
    expect(linesChangedBy(text, 'connect', { from, to: { id: route } })).toEqual([
      '+   targetRefs:',
      '+     - group: gateway.networking.k8s.io',
      '+       kind: HTTPRoute',
      '+       name: shop',
    ]);
  });

  it('target a listener by its name', () => {
    const text = join(policy('spec: {}\n'), all);
    const { texts } = perform({ a: text }, 'connect', {
      from: { id: gateway, row: 'listeners/https' },
      to: from,
    });
    expect(texts.a).toContain('kind: Gateway\n      name: edge\n      sectionName: https\n');
  });

  it('refuse beside the deprecated targetRef', () => {
    const text = join(policy(`spec:\n  targetRef: {group: ${gatewayApi}, kind: Gateway, name: edge}\n`), all);
    expect(refusalOf({ a: text }, 'connect', { from, to: { id: route } })).toContain(
      'deprecated spec.targetRef',
    );
  });
});

describe('a Service and a Deployment', () => {
  it('selects by the labels that the Deployment selects by', () => {
    const text = join(cartService.replace('app: cart', 'app: old # was'), cartDeployment);
    expect(linesChangedBy(text, 'connect', { from: { id: deployment }, to: { id: service } })).toEqual([
      '-     app: old # was',
      '+     app: cart # was',
      '+     tier: api',
    ]);
  });

  it('refuses when it does so already, and when there are no labels', () => {
    expect(refusalOf({ a: all }, 'connect', { from: { id: service }, to: { id: deployment } })).toBe(
      'Service cart selects Deployment cart already.',
    );
    const bare = manifest('apps/v1', 'Deployment', 'cart', 'spec: {}\n');
    expect(
      refusalOf({ a: join(cartService, bare) }, 'connect', { from: { id: service }, to: { id: deployment } }),
    ).toBe(
      'Deployment cart gives its pods no labels to select by. Add some to spec.template.metadata.labels first.',
    );
  });
});

describe('what cannot be', () => {
  it('says what a kind can do', () => {
    const policy = manifest(`${envoyGateway}/v1alpha1`, 'ClientTrafficPolicy', 'c', 'spec: {}\n');
    const to = { id: id(`${envoyGateway}/ClientTrafficPolicy/web/c`) };
    expect(refusalOf({ a: join(all, policy) }, 'connect', { from: { id: route }, to })).toBe(
      'A ClientTrafficPolicy can target a Gateway or a ListenerSet, not an HTTPRoute.',
    );
  });

  it('refuses a card with itself and what is gone', () => {
    expect(refusalOf({ a: all }, 'connect', { from: { id: route }, to: { id: route } })).toBe(
      'A card cannot be connected to itself.',
    );
    expect(refusalOf({ a: all }, 'connect', { from: { id: route }, to: { id: id('/Service/web/no') } })).toBe(
      'One end of this connection is not in the workspace any more.',
    );
  });

  it('refuses while the holder does not parse', () => {
    expect(
      refusalOf({ 'r.yaml': `${shopRoute}broken: [\n`, 's.yaml': cartService }, 'connect', {
        from: { id: route },
        to: { id: service },
      }),
    ).toMatch(/^HTTPRoute shop cannot be changed while r\.yaml does not parse\. Mend that first\.$/);
  });

  it('refuses to write through an alias, with the way out', () => {
    const spec =
      'spec:\n  rules:\n    - backendRefs: &refs\n        - {name: a, port: 1}\n    - backendRefs: *refs\n';
    const text = join(manifest(`${gatewayApi}/v1`, 'HTTPRoute', 'shop', spec), cartService);
    expect(
      refusalOf({ a: text }, 'connect', { from: { id: route, row: 'rules/1' }, to: { id: service } }),
    ).toContain('alias');
  });
});
