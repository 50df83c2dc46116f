import { describe, expect, it } from 'vitest';
import { cartDeployment, cartService, edgeGateway, shopRoute } from './samples.ts';
import { changedLines, id, linesChangedBy, perform, refusalOf } from './testContext.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const join = (...documents: string[]) => documents.join('---\n');
const catalog = cartService.replace('name: cart', 'name: catalog');
const front = cartService.replace('name: cart', 'name: front');
const service = id('/Service/web/catalog');
const gateway = id(`${gatewayApi}/Gateway/web/edge`);
const route = id(`${gatewayApi}/HTTPRoute/web/shop`);
const meta = (name: string) => `metadata: {name: ${name}, namespace: web}\n`;

/** What is different besides the deleted document. */
function elsewhere(before: string, gone: string, ids: readonly ReturnType<typeof id>[]): readonly string[] {
  const { texts } = perform({ a: before }, 'delete', { ids, references: 'remove' });
  const rest = before.replace(`---\n${gone}`, '');
  expect(rest).not.toBe(before);
  return changedLines(rest, texts.a ?? '');
}

describe('delete', () => {
  it('keeps the references where that is asked', () => {
    const text = join(shopRoute, catalog, edgeGateway);
    const { change, texts } = perform({ a: text }, 'delete', { ids: [service], references: 'keep' });
    expect(texts.a).toBe(join(shopRoute, edgeGateway));
    expect(change).toMatchObject({ label: 'Delete Service catalog', select: [] });
  });

  it('removes the item of a list, and the key with the last one', () => {
    const text = join(shopRoute, catalog);
    expect(elsewhere(text, catalog, [service])).toEqual([
      '-       backendRefs:',
      '-         - name: "catalog"  # main backend',
      '-           port: 8080',
    ]);
    expect(perform({ a: text }, 'delete', { ids: [service], references: 'remove' }).change.label).toBe(
      'Delete Service catalog and 1 reference to it',
    );
  });

  it('removes a rule of which nothing is left, unless it is the last', () => {
    expect(elsewhere(join(shopRoute, front), front, [id('/Service/web/front')])).toEqual([
      '-     # everything else',
      '-     - backendRefs:',
      '-       - name: front',
      '-         port: 80',
    ]);
    const only = `apiVersion: ${gatewayApi}/v1\nkind: HTTPRoute\n${meta('shop')}spec:\n  rules:\n    - backendRefs: [{name: catalog, port: 1}]\n`;
    const { texts } = perform({ a: join(only, catalog) }, 'delete', { ids: [service], references: 'remove' });
    expect(texts.a).toBe(only.replace('backendRefs: [{name: catalog, port: 1}]', '{}'));
  });

  it('removes several references of one list from the last to the first', () => {
    const split = `apiVersion: ${gatewayApi}/v1\nkind: HTTPRoute\n${meta('shop')}spec:\n  rules:\n    - backendRefs:\n        # one\n        - {name: catalog, port: 1}\n        # two\n        - {name: cart, port: 1}\n        # three\n        - {name: front, port: 1}\n`;
    const { change, texts } = perform({ a: join(split, catalog, cartService, front) }, 'delete', {
      ids: [service, id('/Service/web/front')],
      references: 'remove',
    });
    expect(changedLines(join(split, cartService), texts.a ?? '')).toEqual([
      '-         # one',
      '-         - {name: catalog, port: 1}',
      '-         # three',
      '-         - {name: front, port: 1}',
    ]);
    expect(change.label).toBe('Delete 2 resources and 2 references to them');
  });

  it('removes a mirror as a whole filter, also that of a backend', () => {
    const mirror = `apiVersion: ${gatewayApi}/v1\nkind: HTTPRoute\n${meta('shop')}spec:\n  rules:\n    - filters:\n        # shadow\n        - type: RequestMirror\n          requestMirror:\n            backendRef: {name: catalog, port: 1}\n        - type: RequestHeaderModifier\n          requestHeaderModifier: {remove: [x]}\n      backendRefs:\n        - name: cart\n          port: 1\n          filters:\n            - {type: RequestMirror, requestMirror: {backendRef: {name: catalog, port: 1}}}\n`;
    expect(elsewhere(join(mirror, catalog), catalog, [service])).toEqual([
      '-         # shadow',
      '-         - type: RequestMirror',
      '-           requestMirror:',
      '-             backendRef: {name: catalog, port: 1}',
      '-           filters:',
      '-             - {type: RequestMirror, requestMirror: {backendRef: {name: catalog, port: 1}}}',
    ]);
  });

  it('does not trip over a reference inside another that goes', () => {
    const nested = `apiVersion: ${gatewayApi}/v1\nkind: HTTPRoute\n${meta('shop')}spec:\n  rules:\n    - name: keep\n      backendRefs:\n        - name: catalog\n          port: 1\n          filters:\n            - {type: RequestMirror, requestMirror: {backendRef: {name: catalog, port: 1}}}\n        - {name: cart, port: 1}\n`;
    const { texts } = perform({ a: join(nested, catalog) }, 'delete', {
      ids: [service],
      references: 'remove',
    });
    expect(texts.a).toBe(
      `apiVersion: ${gatewayApi}/v1\nkind: HTTPRoute\n${meta('shop')}spec:\n  rules:\n    - name: keep\n      backendRefs:\n        - {name: cart, port: 1}\n`,
    );
  });

  it('keeps what a holder cannot do without, and says so', () => {
    const klass = `apiVersion: ${gatewayApi}/v1\nkind: GatewayClass\nmetadata: {name: eg}\n`;
    const { change, texts } = perform({ a: join(edgeGateway, klass) }, 'delete', {
      ids: [id(`${gatewayApi}/GatewayClass//eg`)],
      references: 'remove',
    });
    expect(texts.a).toBe(edgeGateway);
    expect(change.label).toBe('Delete GatewayClass eg; Gateway edge still refers to it');
    const scaler = `apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\n${meta('s')}spec:\n  scaleTargetRef: {name: cart}\n`;
    expect(elsewhere(join(scaler, cartDeployment), cartDeployment, [id('apps/Deployment/web/cart')])).toEqual(
      [],
    );
  });

  it('removes an optional field with the map around it', () => {
    const proxy = `apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: EnvoyProxy\n${meta('p')}`;
    const with_ = `${edgeGateway}  infrastructure: # how it runs\n    parametersRef:\n      group: gateway.envoyproxy.io\n      kind: EnvoyProxy\n      name: p\n`;
    expect(elsewhere(join(with_, proxy), proxy, [id('gateway.envoyproxy.io/EnvoyProxy/web/p')])).toEqual(
      with_
        .slice(edgeGateway.length)
        .trimEnd()
        .split('\n')
        .map((line) => `- ${line}`),
    );
  });

  it('removes certificates and leaves tls as it is; policies lose their target', () => {
    const secret = `apiVersion: v1\nkind: Secret\n${meta('web-tls')}`;
    const tls = edgeGateway.replace(
      'mode: Terminate\n',
      'mode: Terminate\n        certificateRefs:\n          - name: web-tls\n',
    );
    expect(elsewhere(join(tls, secret), secret, [id('/Secret/web/web-tls')])).toEqual([
      '-         certificateRefs:',
      '-           - name: web-tls',
    ]);
    const policy = `apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: SecurityPolicy\n${meta('auth')}spec:\n  targetRefs:\n    - {group: ${gatewayApi}, kind: HTTPRoute, name: shop}\n    - {group: ${gatewayApi}, kind: Gateway, name: edge}\n`;
    expect(elsewhere(join(policy, shopRoute), shopRoute, [route])).toEqual([
      `-     - {group: ${gatewayApi}, kind: HTTPRoute, name: shop}`,
    ]);
  });

  it('keeps references to a Secret that a Certificate makes, and the Certificate itself', () => {
    const secret = `apiVersion: v1\nkind: Secret\n${meta('web-tls')}`;
    const certificate = `apiVersion: cert-manager.io/v1\nkind: Certificate\n${meta('web')}spec:\n  secretName: web-tls\n  issuerRef: {name: i}\n`;
    const tls = edgeGateway.replace(
      'mode: Terminate\n',
      'mode: Terminate\n        certificateRefs:\n          - name: web-tls\n',
    );
    expect(elsewhere(join(tls, certificate, secret), secret, [id('/Secret/web/web-tls')])).toEqual([]);
  });

  it('keeps references while a second resource of the identity is there', () => {
    expect(
      elsewhere(join(shopRoute, catalog, `# second\n${catalog}`), `# second\n${catalog}`, [
        id(`${service}#2`),
      ]),
    ).toEqual([]);
    const { change, texts } = perform({ a: join(shopRoute, catalog, `# second\n${catalog}`) }, 'delete', {
      ids: [service],
      references: 'remove',
    });
    expect(texts.a).toBe(join(shopRoute, `# second\n${catalog}`));
    expect(change.renamed).toEqual([[`${service}#2`, service]]);
  });

  it('leaves label selectors alone', () => {
    expect(
      elsewhere(join(cartService, cartDeployment), cartDeployment, [id('apps/Deployment/web/cart')]),
    ).toEqual([]);
  });

  it('takes it out of grants; one that allows nothing else goes too', () => {
    const grant = (to: string) =>
      `apiVersion: ${gatewayApi}/v1beta1\nkind: ReferenceGrant\n${meta('g')}spec:\n  from:\n    - {group: ${gatewayApi}, kind: HTTPRoute, namespace: far}\n  to:\n${to}`;
    const both = grant(
      '    - {group: "", kind: Service, name: catalog}\n    - {group: "", kind: Service, name: cart}\n',
    );
    expect(elsewhere(join(both, catalog), catalog, [service])).toEqual([
      '-     - {group: "", kind: Service, name: catalog}',
    ]);
    const one = grant('    - {group: "", kind: Service, name: catalog}\n');
    const { texts } = perform({ a: join(edgeGateway, one, catalog) }, 'delete', {
      ids: [service],
      references: 'remove',
    });
    expect(texts.a).toBe(edgeGateway);
    const open = grant('    - {group: "", kind: Service}\n');
    expect(elsewhere(join(open, catalog), catalog, [service])).toEqual([]);
  });

  it('does not write in what goes itself', () => {
    const { change, texts } = perform({ a: join(shopRoute, catalog, edgeGateway) }, 'delete', {
      ids: [service, route, gateway],
      references: 'remove',
    });
    expect(texts).toEqual({});
    expect(change.label).toBe('Delete 3 resources');
  });

  it('removes items of a kind: List, and the List with the last', () => {
    const item = (name: string) => `- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: ${name}}\n`;
    const list = `apiVersion: v1\nkind: List\nitems:\n# a\n${item('a')}# b\n${item('b')}# c\n${item('c')}`;
    const config = (name: string) => id(`/ConfigMap/default/${name}`);
    const { texts } = perform({ a: list }, 'delete', {
      ids: [config('a'), config('c')],
      references: 'remove',
    });
    expect(texts.a).toBe(`apiVersion: v1\nkind: List\nitems:\n# b\n${item('b')}`);
    expect(
      perform({ a: join(catalog, list) }, 'delete', { ids: ['a', 'b', 'c'].map(config), references: 'keep' })
        .texts.a,
    ).toBe(catalog);
  });

  it('refuses in a document that does not parse, and for what is gone', () => {
    expect(
      refusalOf({ 'r.yaml': `${shopRoute}x: [\n` }, 'delete', { ids: [route], references: 'keep' }),
    ).toContain('r.yaml does not parse at line');
    expect(refusalOf({ a: catalog }, 'delete', { ids: [route], references: 'keep' })).toBe(
      'This resource is not in the workspace any more.',
    );
  });
});

describe('disconnect', () => {
  it('removes one reference', () => {
    const text = join(shopRoute, catalog);
    expect(linesChangedBy(text, 'disconnect', { edges: [`${route}|spec.parentRefs[0]`] })).toEqual([
      '-   parentRefs:',
      '-     - name: edge',
    ]);
    expect(perform({ a: text }, 'disconnect', { edges: [`${route}|spec.parentRefs[0]`] }).change.label).toBe(
      'Disconnect HTTPRoute shop from Gateway edge',
    );
  });

  it('removes several in one step', () => {
    const { change, texts } = perform({ a: shopRoute }, 'disconnect', {
      edges: [`${route}|spec.rules[0].backendRefs[0]`, `${route}|spec.rules[1].backendRefs[0]`],
    });
    expect(change.label).toBe('Disconnect 2 references');
    expect(texts.a).not.toContain('backendRefs');
  });

  it('refuses what is needed, with the way out', () => {
    expect(refusalOf({ a: edgeGateway }, 'disconnect', { edges: [`${gateway}|spec.gatewayClassName`] })).toBe(
      'Gateway edge needs spec.gatewayClassName. Connect it to something else instead, or delete it.',
    );
    expect(refusalOf({ a: edgeGateway }, 'disconnect', { edges: ['gone'] })).toBe(
      'This reference is not in the workspace any more.',
    );
  });

  it('removes a selector that selects nothing else', () => {
    const text = join(cartService, cartDeployment);
    const edge = `/Service/web/cart|spec.selector|apps/Deployment/web/cart`;
    expect(linesChangedBy(text, 'disconnect', { edges: [edge] })).toEqual([
      '-   selector:',
      '-     app: cart',
    ]);
    const two = join(text, cartDeployment.replace('name: cart', 'name: canary'));
    expect(refusalOf({ a: two }, 'disconnect', { edges: [edge] })).toBe(
      'The labels in spec.selector of Service cart also select Deployment canary. Change the labels in the YAML.',
    );
  });
});
