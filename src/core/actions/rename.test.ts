import { describe, expect, it } from 'vitest';
import { cartDeployment, cartService, edgeGateway, shopRoute } from './samples.ts';
import { changedLines, id, linesChangedBy, perform, refusalOf } from './testContext.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const join = (...documents: string[]) => documents.join('---\n');
const service = id('/Service/web/catalog');
const catalog = cartService.replace('name: cart', 'name: catalog');

describe('a new name', () => {
  it('is followed by every reference, one line each', () => {
    const second = shopRoute.replace('name: shop # public', 'name: other');
    const far = second
      .replace('namespace: web', 'namespace: far')
      .replace('port: 8080', 'port: 8080\n          namespace: web');
    const text = join(shopRoute, catalog, second, far);
    const { change, texts } = perform({ a: text }, 'rename', { id: service, name: 'products' });
    expect(changedLines(text, texts.a ?? '')).toEqual([
      '-         - name: "catalog"  # main backend',
      '+         - name: "products"  # main backend',
      '-   name: catalog',
      '+   name: products',
      '-         - name: "catalog"  # main backend',
      '+         - name: "products"  # main backend',
      '-         - name: "catalog"  # main backend',
      '+         - name: "products"  # main backend',
    ]);
    expect(change.label).toBe('Rename Service catalog to products; 3 references follow');
    expect(change.renamed).toEqual([[service, '/Service/web/products']]);
    expect(change.select).toEqual(['/Service/web/products']);
  });

  it('does not touch the same name in another namespace', () => {
    const far = shopRoute.replace('namespace: web', 'namespace: far');
    expect(linesChangedBy(join(far, catalog), 'rename', { id: service, name: 'products' })).toEqual([
      '-   name: catalog',
      '+   name: products',
    ]);
  });

  it('is followed by name references, targetRefs, scaleTargetRef and grants', () => {
    const policy = `apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: ClientTrafficPolicy\nmetadata: {name: c, namespace: web}\nspec:\n  targetRefs:\n    - {group: ${gatewayApi}, kind: Gateway, name: edge} # ours\n`;
    expect(
      linesChangedBy(join(edgeGateway, policy, shopRoute), 'rename', {
        id: id(`${gatewayApi}/Gateway/web/edge`),
        name: 'front',
      }),
    ).toEqual([
      '-   name: edge',
      '+   name: front',
      `-     - {group: ${gatewayApi}, kind: Gateway, name: edge} # ours`,
      `+     - {group: ${gatewayApi}, kind: Gateway, name: front} # ours`,
      '-     - name: edge',
      '+     - name: front',
    ]);
    const scaler =
      'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: s, namespace: web}\nspec:\n  scaleTargetRef: {name: cart}\n';
    expect(
      linesChangedBy(join(cartDeployment, cartService, scaler), 'rename', {
        id: id('apps/Deployment/web/cart'),
        name: 'basket',
      }),
    ).toEqual([
      '-   name: cart',
      '+   name: basket',
      '-   scaleTargetRef: {name: cart}',
      '+   scaleTargetRef: {name: basket}',
    ]);
    const grant = `apiVersion: ${gatewayApi}/v1beta1\nkind: ReferenceGrant\nmetadata: {name: g, namespace: web}\nspec:\n  from: []\n  to:\n    - group: ""\n      kind: Service\n      name: catalog\n`;
    expect(linesChangedBy(join(grant, catalog), 'rename', { id: service, name: 'products' })).toEqual([
      '-       name: catalog',
      '+       name: products',
      '-   name: catalog',
      '+   name: products',
    ]);
    const klass = `apiVersion: ${gatewayApi}/v1\nkind: GatewayClass\nmetadata: {name: eg}\nspec: {controllerName: x/y}\n`;
    expect(
      linesChangedBy(join(klass, edgeGateway), 'rename', {
        id: id(`${gatewayApi}/GatewayClass//eg`),
        name: 'envoy',
      }),
    ).toEqual([
      '- metadata: {name: eg}',
      '+ metadata: {name: envoy}',
      '-   gatewayClassName: eg   # the class',
      '+   gatewayClassName: envoy   # the class',
    ]);
  });

  it('of a Secret is followed by the Certificate that makes it; that of a Certificate touches no Secret', () => {
    const certificate =
      'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: web, namespace: web}\nspec:\n  secretName: web-tls # made\n  issuerRef: {name: i}\n';
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: web-tls, namespace: web}\n';
    expect(
      linesChangedBy(join(certificate, secret), 'rename', { id: id('/Secret/web/web-tls'), name: 'new-tls' }),
    ).toEqual([
      '-   secretName: web-tls # made',
      '+   secretName: new-tls # made',
      '- metadata: {name: web-tls, namespace: web}',
      '+ metadata: {name: new-tls, namespace: web}',
    ]);
    expect(
      linesChangedBy(join(certificate, secret), 'rename', {
        id: id('cert-manager.io/Certificate/web/web'),
        name: 'site',
      }),
    ).toEqual(['- metadata: {name: web, namespace: web}', '+ metadata: {name: site, namespace: web}']);
  });

  it('works within a kind: List, on Windows line ends', () => {
    const list =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: catalog, namespace: web} # listed\n- apiVersion: v1\n  kind: Secret\n  metadata: {name: s}\n';
    const text = join(shopRoute, list).replaceAll('\n', '\r\n');
    const { texts } = perform({ a: text }, 'rename', { id: service, name: 'products' });
    expect(texts.a).toBe(
      text.replace('"catalog"', '"products"').replace('{name: catalog', '{name: products'),
    );
  });

  it('is refused when it is no name, or taken', () => {
    const text = { a: join(catalog, cartService) };
    expect(refusalOf(text, 'rename', { id: service, name: 'Shop_1' })).toBe(
      '"Shop_1" is no name for a Service. Use lower case letters, digits and "-", and begin and end with a letter or digit.',
    );
    expect(refusalOf(text, 'rename', { id: service, name: '2nd' })).toBe(
      '"2nd" is no name for a Service. It must begin with a letter.',
    );
    expect(refusalOf(text, 'rename', { id: service, name: 'x'.repeat(64) })).toContain(
      'at most 63 characters',
    );
    expect(refusalOf(text, 'rename', { id: service, name: '' })).toBe('Service needs a name.');
    expect(refusalOf(text, 'rename', { id: service, name: 'cart' })).toBe(
      'There is Service cart in namespace web already. Choose another name.',
    );
    expect(perform(text, 'rename', { id: service, name: 'catalog' }).change.files).toEqual([]);
  });

  it('is refused as a whole when a reference stands in a document that does not parse', () => {
    const broken = { 'a.yaml': catalog, 'routes.yaml': `${shopRoute}x: [\n` };
    expect(refusalOf(broken, 'rename', { id: service, name: 'products' })).toMatch(
      /^routes\.yaml does not parse at line 2\d right now\. Mend that first; nothing was changed\.$/,
    );
  });

  it('lets the second of two equal resources take the identity that the first leaves', () => {
    const { change } = perform({ a: join(catalog, catalog) }, 'rename', { id: service, name: 'products' });
    expect(change.renamed).toEqual([
      [service, '/Service/web/products'],
      [`${service}#2`, service],
    ]);
  });
});

describe('a new namespace', () => {
  it('is written where the form has a field, and the own references stay where they point', () => {
    const text = join(shopRoute, edgeGateway, catalog.replace('  selector:\n    app: cart\n', ''));
    const { change, texts } = perform({ a: text }, 'rename', {
      id: id(`${gatewayApi}/HTTPRoute/web/shop`),
      namespace: 'team',
    });
    expect(changedLines(text, texts.a ?? '')).toEqual([
      '-   namespace: web',
      '+   namespace: team',
      '+       namespace: web',
      '+           namespace: web',
    ]);
    expect(texts.a).toContain(
      '- name: "catalog"  # main backend\n          namespace: web\n          port: 8080',
    );
    expect(change.label).toBe('Move HTTPRoute shop to namespace team; 2 references follow');
    const back = perform({ a: text }, 'rename', { id: service, namespace: 'goods' }).texts.a ?? '';
    expect(changedLines(text, back)).toEqual([
      '+           namespace: goods',
      '-   namespace: web',
      '+   namespace: goods',
    ]);
  });

  it('changes a namespace that is written', () => {
    const far = shopRoute
      .replace('namespace: web', 'namespace: team')
      .replace('port: 8080', 'port: 8080\n          namespace: web # theirs');
    const plain = catalog.replace('  selector:\n    app: cart\n', '');
    expect(linesChangedBy(join(far, plain), 'rename', { id: service, namespace: 'team' })).toEqual([
      '-           namespace: web # theirs',
      '+           namespace: team # theirs',
      '-   namespace: web',
      '+   namespace: team',
    ]);
  });

  it('is refused when it tears what holds only within a namespace', () => {
    const scaler =
      'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: s, namespace: web}\nspec:\n  scaleTargetRef: {name: cart}\n';
    expect(
      refusalOf({ a: join(cartDeployment, cartService, scaler) }, 'rename', {
        id: id('apps/Deployment/web/cart'),
        namespace: 'team',
      }),
    ).toBe(
      'Deployment cart cannot move to namespace team by itself, because this holds only within one namespace: Service cart selects Deployment cart and ScaledObject s scales Deployment cart. Rename the Namespace to move everything in it.',
    );
    expect(
      refusalOf({ a: join(cartDeployment, cartService) }, 'rename', {
        id: id('/Service/web/cart'),
        namespace: 'team',
      }),
    ).toContain('Service cart selects Deployment cart');
  });

  it('takes the Secret along that a Certificate makes', () => {
    const certificate =
      'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: web, namespace: web}\nspec:\n  secretName: web-tls\n  issuerRef: {name: i}\n';
    const gateway = edgeGateway.replace(
      'mode: Terminate\n',
      'mode: Terminate\n        certificateRefs:\n          - name: web-tls\n',
    );
    expect(
      linesChangedBy(join(certificate, gateway), 'rename', {
        id: id('cert-manager.io/Certificate/web/web'),
        namespace: 'team',
      }),
    ).toEqual([
      '- metadata: {name: web, namespace: web}',
      '+ metadata: {name: web, namespace: team}',
      '+             namespace: team',
    ]);
  });

  it('is added where none is written, and refused where there can be none', () => {
    const bare = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c # mine\n  labels: {}\n';
    expect(linesChangedBy(bare, 'rename', { id: id('/ConfigMap/default/c'), namespace: 'team' })).toEqual([
      '+   namespace: team',
    ]);
    const klass = `apiVersion: ${gatewayApi}/v1\nkind: GatewayClass\nmetadata: {name: eg}\n`;
    expect(
      refusalOf({ a: klass }, 'rename', { id: id(`${gatewayApi}/GatewayClass//eg`), namespace: 'team' }),
    ).toBe('A GatewayClass is in no namespace, so it cannot be moved to one.');
    expect(refusalOf({ a: bare }, 'rename', { id: id('/ConfigMap/default/c'), namespace: 'a.b' })).toContain(
      'is no name for a Namespace',
    );
  });
});

describe('a Namespace', () => {
  it('takes everything in it along, and everything that names it follows', () => {
    const namespace =
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n  labels: {kubernetes.io/metadata.name: web}\n';
    const far = shopRoute
      .replace('namespace: web', 'namespace: team')
      .replace('port: 8080', 'port: 8080\n          namespace: web # theirs');
    const grant = `apiVersion: ${gatewayApi}/v1beta1\nkind: ReferenceGrant\nmetadata: {name: g, namespace: team}\nspec:\n  from:\n    - {group: ${gatewayApi}, kind: HTTPRoute, namespace: web}\n  to: []\n`;
    const gateway = edgeGateway
      .replace('namespace: web', 'namespace: team')
      .replace(
        'port: 80\n',
        'port: 80\n      allowedRoutes:\n        namespaces:\n          from: Selector\n          selector:\n            matchExpressions:\n              - {key: kubernetes.io/metadata.name, operator: In, values: [team, web]}\n',
      );
    const text = join(namespace, catalog, far, grant, gateway);
    const { change, texts } = perform({ a: text }, 'rename', { id: id('/Namespace//web'), name: 'site' });
    expect(changedLines(text, texts.a ?? '').filter((line) => line.startsWith('+'))).toEqual([
      '+   name: site',
      '+   labels: {kubernetes.io/metadata.name: site}',
      '+   namespace: site',
      '+           namespace: site # theirs',
      `+     - {group: ${gatewayApi}, kind: HTTPRoute, namespace: site}`,
      '+               - {key: kubernetes.io/metadata.name, operator: In, values: [team, site]}',
    ]);
    expect(change.renamed).toEqual([
      ['/Namespace//web', '/Namespace//site'],
      ['/Service/web/catalog', '/Service/site/catalog'],
    ]);
    expect(change.label).toBe('Rename Namespace web to site, with what is in it');
  });

  it('is refused when something of its new name is there', () => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n';
    const taken = catalog.replace('namespace: web', 'namespace: site');
    expect(
      refusalOf({ a: join(namespace, catalog, taken) }, 'rename', {
        id: id('/Namespace//web'),
        name: 'site',
      }),
    ).toBe('There is Service catalog in namespace site already, so namespace web cannot take that name.');
  });
});
