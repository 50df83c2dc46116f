import { describe, expect, it } from 'vitest';
import { cartDeployment, cartService, edgeGateway, shopRoute } from './samples.ts';
import { changedLines, id, perform, refusalOf, testContext } from './testContext.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const join = (...documents: string[]) => documents.join('---\n');
const service = id('/Service/web/cart');
const route = id(`${gatewayApi}/HTTPRoute/web/shop`);

describe('duplicate', () => {
  it('copies the text behind the original, with nothing changed but the name', () => {
    const { change, texts } = perform({ a: join(shopRoute, edgeGateway) }, 'duplicate', { ids: [route] });
    expect(texts.a).toBe(
      join(shopRoute, shopRoute.replace('name: shop #', 'name: shop-copy #'), edgeGateway),
    );
    expect(change).toMatchObject({
      label: 'Duplicate HTTPRoute shop as shop-copy',
      select: [`${gatewayApi}/HTTPRoute/web/shop-copy`],
    });
  });

  it('counts the copies, also of a copy', () => {
    const once = perform({ a: cartService }, 'duplicate', { ids: [service] }).texts;
    const twice = perform(once, 'duplicate', { ids: [service] });
    expect(twice.change.select).toEqual(['/Service/web/cart-copy-2']);
    expect(perform(twice.texts, 'duplicate', { ids: [id('/Service/web/cart-copy')] }).change.select).toEqual([
      '/Service/web/cart-copy-3',
    ]);
  });

  it('copies several, on Windows line ends and at the end of a file without one', () => {
    const text = join(shopRoute, cartService).trimEnd().replaceAll('\n', '\r\n');
    const { change, texts } = perform({ a: text }, 'duplicate', { ids: [route, service] });
    const crlf = (part: string) => part.replaceAll('\n', '\r\n');
    expect(texts.a).toBe(
      crlf(
        join(
          shopRoute,
          shopRoute.replace('name: shop #', 'name: shop-copy #'),
          cartService,
          cartService.replace('name: cart', 'name: cart-copy'),
        ),
      ),
    );
    expect(change.label).toBe('Duplicate 2 resources');
  });

  it('keeps the head of the file where it is', () => {
    const text = `# Licence\n\n${cartService}`;
    expect(perform({ a: text }, 'duplicate', { ids: [service] }).texts.a).toBe(
      `${text}---\n${cartService.replace('name: cart', 'name: cart-copy')}`,
    );
    const marked = `---\n${cartService}---\n${edgeGateway}`;
    expect(perform({ a: marked }, 'duplicate', { ids: [service] }).texts.a).toBe(
      `---\n${cartService}---\n${cartService.replace('name: cart', 'name: cart-copy')}---\n${edgeGateway}`,
    );
  });

  it('copies items of a kind: List, comments included', () => {
    const list =
      'apiVersion: v1\nkind: List\nitems:\n  # one\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: a} # a\n    # within\n\n  # two\n  - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}';
    const ids = [id('/ConfigMap/default/a'), id('/ConfigMap/default/b')];
    const { texts } = perform({ a: list }, 'duplicate', { ids });
    expect(texts.a).toBe(
      'apiVersion: v1\nkind: List\nitems:\n  # one\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: a} # a\n    # within\n  # one\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: a-copy} # a\n    # within\n\n  # two\n  - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n  # two\n  - {apiVersion: v1, kind: ConfigMap, metadata: {name: b-copy}}',
    );
    const flow =
      '{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}]}\n';
    expect(perform({ a: flow }, 'duplicate', { ids: [id('/ConfigMap/default/a')] }).texts.a).toBe(
      '{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}, {apiVersion: v1, kind: ConfigMap, metadata: {name: a-copy}}]}\n',
    );
  });

  it('refuses what does not parse', () => {
    expect(refusalOf({ a: `${shopRoute}x: [\n` }, 'duplicate', { ids: [route] })).toContain(
      'a does not parse at line',
    );
  });
});

describe('paste', () => {
  it('adds the text as it is', () => {
    const { change, texts } = perform({ a: edgeGateway }, 'paste', { text: `---\n# mine\n${cartService}` });
    expect(texts.a).toBe(`${edgeGateway}---\n# mine\n${cartService}`);
    expect(change).toMatchObject({ label: 'Paste Service cart', select: [service] });
  });

  it('makes names new that exist, and lets the pasted references follow', () => {
    const before = join(shopRoute, cartService, cartDeployment);
    const mine = shopRoute.replaceAll('name: "catalog"', 'name: "cart"');
    const { change, texts } = perform({ a: before }, 'paste', { text: join(mine, cartService) });
    const added = texts.a?.slice(before.length) ?? '';
    expect(changedLines(`---\n${join(mine, cartService)}`, added)).toEqual([
      '-   name: shop # public',
      '+   name: shop-copy # public',
      '-         - name: "cart"  # main backend',
      '+         - name: "cart-copy"  # main backend',
      '-   name: cart',
      '+   name: cart-copy',
    ]);
    expect(change.label).toBe('Paste 2 resources');
    expect(texts.a?.startsWith(before)).toBe(true);
  });

  it('leaves references alone that point outside of what is pasted', () => {
    const before = join(shopRoute, cartService);
    const { texts } = perform({ a: before }, 'paste', { text: shopRoute });
    expect(texts.a?.slice(before.length)).toBe(
      `---\n${shopRoute.replace('name: shop #', 'name: shop-copy #')}`,
    );
  });

  it('takes JSON, single, as a list of resources and as kind: List', () => {
    const json = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c' },
      data: { on: 'yes', n: '1' },
    };
    expect(perform({}, 'paste', { text: JSON.stringify(json) }).texts['traffic.yaml']).toBe(
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  "on": "yes"\n  "n": "1"\n',
    );
    const two = JSON.stringify([json, { ...json, metadata: { name: 'd' } }], null, 2);
    expect(perform({}, 'paste', { text: two }).change.select).toEqual([
      '/ConfigMap/default/c',
      '/ConfigMap/default/d',
    ]);
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [json] });
    expect(perform({ a: '' }, 'paste', { text: list }).change.select).toEqual(['/ConfigMap/default/c']);
  });

  it('chooses a file as create does', () => {
    const files = { 'a.yaml': edgeGateway, 'b.yaml': shopRoute };
    expect(Object.keys(perform(files, 'paste', { text: cartService }).texts)).toEqual([
      'a.yaml',
      'b.yaml',
      'service-cart.yaml',
    ]);
    expect(Object.keys(perform(files, 'paste', { text: join(cartService, cartDeployment) }).texts)).toEqual([
      'a.yaml',
      'b.yaml',
      'pasted.yaml',
    ]);
    expect(perform(files, 'paste', { text: cartService, file: 'b.yaml' }).texts['b.yaml']).toBe(
      join(shopRoute, cartService),
    );
  });

  it('takes the line ends of the file', () => {
    const { texts } = perform({ a: edgeGateway.replaceAll('\n', '\r\n') }, 'paste', { text: cartService });
    expect(texts.a).toBe(join(edgeGateway, cartService).replaceAll('\n', '\r\n'));
    expect(perform({ a: edgeGateway }, 'paste', { text: cartService.replaceAll('\n', '\r\n') }).texts.a).toBe(
      join(edgeGateway, cartService),
    );
  });

  it('refuses what is no resource or does not parse, with the place', () => {
    expect(refusalOf({}, 'paste', { text: 'hello: world' })).toBe(
      'The pasted text holds no Kubernetes resource. A resource needs apiVersion, kind and metadata.name.',
    );
    expect(refusalOf({}, 'paste', { text: '' })).toContain('holds no Kubernetes resource');
    expect(refusalOf({}, 'paste', { text: `${cartService}---\nkind: [\n` })).toMatch(
      /^The pasted text does not parse at line 1[56]: /,
    );
  });

  it('keeps two of one identity apart within what is pasted', () => {
    const { change } = perform({}, 'paste', { text: join(cartService, cartService) });
    expect(change.select).toEqual([service, '/Service/web/cart-copy']);
    expect([
      ...testContext(
        perform({}, 'paste', { text: join(cartService, cartService) }).texts,
      ).analysis.resources.keys(),
    ]).toEqual(change.select);
  });
});
