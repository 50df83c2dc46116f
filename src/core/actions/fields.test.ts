import { describe, expect, it } from 'vitest';
import { edgeGateway, shopRoute } from './samples.ts';
import { changedLines, id, linesChangedBy, perform, refusalOf } from './testContext.ts';

const route = id('gateway.networking.k8s.io/HTTPRoute/web/shop');
const gateway = id('gateway.networking.k8s.io/Gateway/web/edge');

describe('set-field', () => {
  it('replaces one value and keeps its comment', () => {
    expect(
      linesChangedBy(shopRoute, 'set-field', {
        id: route,
        path: ['spec', 'rules', 0, 'backendRefs', 0, 'port'],
        value: 9090,
      }),
    ).toEqual(['-           port: 8080', '+           port: 9090']);
  });
  it('makes the parents', () => {
    expect(
      linesChangedBy(edgeGateway, 'set-field', {
        id: gateway,
        path: ['spec', 'infrastructure', 'labels', 'team'],
        value: 'web',
      }),
    ).toEqual(['+   infrastructure:', '+     labels:', '+       team: web']);
  });
  it('removes a field, and the maps left empty by that, but not the spec', () => {
    const path = ['spec', 'listeners', 1, 'tls', 'mode'];
    expect(linesChangedBy(edgeGateway, 'set-field', { id: gateway, path })).toEqual([
      '-       tls:',
      '-         mode: Terminate',
    ]);
    const small = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nspec:\n  a: {b: {c: 1}}\n';
    expect(
      perform({ a: small }, 'set-field', { id: id('/ConfigMap/default/c'), path: ['spec', 'a', 'b', 'c'] })
        .texts.a,
    ).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nspec: {}\n');
  });
  it('keeps a map that it leaves empty where it is told to: the chosen member of a group', () => {
    const small =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nspec:\n  a:\n    b:\n      c:\n        d: 1\n';
    const args = { id: id('/ConfigMap/default/c'), path: ['spec', 'a', 'b', 'c', 'd'] };
    expect(linesChangedBy(small, 'set-field', { ...args, keep: ['spec', 'a', 'b'] })).toEqual([
      '-     b:',
      '-       c:',
      '-         d: 1',
      '+     b: {}',
    ]);
    // What is not left empty, and what is elsewhere, is not its business.
    expect(linesChangedBy(small, 'set-field', { ...args, keep: ['spec', 'other'] })).toEqual(
      linesChangedBy(small, 'set-field', args),
    );
  });
  it('keeps an item that becomes empty, and items beside the one that goes', () => {
    const small =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nspec:\n  list:\n    - {a: 1}\n    - {a: 2}\n';
    const args = { id: id('/ConfigMap/default/c') };
    expect(linesChangedBy(small, 'set-field', { ...args, path: ['spec', 'list', 0, 'a'] })).toEqual([
      '-     - {a: 1}',
      '+     - {}',
    ]);
    expect(linesChangedBy(small, 'set-field', { ...args, path: ['spec', 'list', 0] })).toEqual([
      '-     - {a: 1}',
    ]);
    expect(linesChangedBy(small, 'set-field', { ...args, path: ['spec', 'list', 2], value: 'x' })).toEqual([
      '+     - x',
    ]);
  });
  it('does nothing where nothing is different', () => {
    expect(
      perform({ a: shopRoute }, 'set-field', { id: route, path: ['metadata', 'name'], value: 'shop' }).change
        .files,
    ).toEqual([]);
    expect(
      perform({ a: shopRoute }, 'set-field', { id: route, path: ['spec', 'no', 'such'] }).change.files,
    ).toEqual([]);
  });
  it('says what it does', () => {
    const label = (path: (string | number)[], value?: string | string[]) =>
      perform({ a: shopRoute }, 'set-field', { id: route, path, ...(value === undefined ? {} : { value }) })
        .change.label;
    expect(label(['spec', 'rules', 0, 'backendRefs', 0, 'name'], 'x')).toBe(
      'Set spec.rules[0].backendRefs[0].name of HTTPRoute shop to x',
    );
    expect(label(['spec', 'hostnames'], ['a.example.com'])).toBe('Change spec.hostnames of HTTPRoute shop');
    expect(label(['spec', 'parentRefs'])).toBe('Remove spec.parentRefs of HTTPRoute shop');
  });
  it('writes in an item of a kind: List', () => {
    const list =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: c}\n  data:\n    a: x # was\n';
    expect(
      linesChangedBy(list, 'set-field', { id: id('/ConfigMap/default/c'), path: ['data', 'a'], value: 'z' }),
    ).toEqual(['-     a: x # was', '+     a: z # was']);
  });
  it('refuses what is gone or does not parse', () => {
    expect(refusalOf({ a: shopRoute }, 'set-field', { id: gateway, path: ['spec'], value: 1 })).toBe(
      'This resource is not in the workspace any more.',
    );
    expect(
      refusalOf({ a: `${shopRoute}x: [\n` }, 'set-field', {
        id: route,
        path: ['metadata', 'name'],
        value: 'y',
      }),
    ).toContain('a does not parse at line');
  });
});

describe('insert-item and remove-item', () => {
  it('puts an item where it is asked', () => {
    const value = { name: 'tls', protocol: 'TLS', port: 8443 };
    const { change, texts } = perform({ a: edgeGateway }, 'insert-item', {
      id: gateway,
      path: ['spec', 'listeners'],
      index: 1,
      value,
    });
    expect(changedLines(edgeGateway, texts.a ?? '')).toEqual([
      '+     - name: tls',
      '+       protocol: TLS',
      '+       port: 8443',
    ]);
    expect(change.label).toBe('Add listener tls to Gateway edge');
    expect(
      perform({ a: edgeGateway }, 'insert-item', {
        id: gateway,
        path: ['spec', 'addresses'],
        index: 9,
        value: { value: '::1' },
      }).change.label,
    ).toBe('Add address 1 to Gateway edge');
  });
  it('removes an item with its comments, and the list with the last', () => {
    expect(
      linesChangedBy(shopRoute, 'remove-item', { id: route, path: ['spec', 'rules'], index: 1 }),
    ).toEqual([
      '-     # everything else',
      '-     - backendRefs:',
      '-       - name: front',
      '-         port: 80',
    ]);
    const { change, texts } = perform({ a: shopRoute }, 'remove-item', {
      id: route,
      path: ['spec', 'parentRefs'],
      index: 0,
    });
    expect(texts.a).not.toContain('parentRefs');
    expect(change.label).toBe('Remove parentRef edge of HTTPRoute shop');
  });
  it('refuses an item that is not there', () => {
    expect(
      refusalOf({ a: shopRoute }, 'remove-item', { id: route, path: ['spec', 'rules'], index: 7 }),
    ).toContain('2 items');
  });
});

describe('move-item', () => {
  const config = id('/ConfigMap/default/c');
  const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nspec:\n';
  const move = (text: string, index: number, to: number) =>
    perform({ a: text }, 'move-item', { id: config, path: ['spec', 'list'], index, to }).texts.a;
  const one = '    # first\n    - name: one # 1\n      text: |\n        a\n        b\n      # below one\n';
  const two = '    - {name: two,   odd: spacing}\n';
  const three = '    # third\n    # and more\n    -   name: three\n';

  it('moves the lines of an item as they are', () => {
    const text = `${head}  list:\n${one}${two}${three}  after: 1\n`;
    expect(move(text, 0, 1)).toBe(`${head}  list:\n${two}${one}${three}  after: 1\n`);
    expect(move(text, 0, 2)).toBe(`${head}  list:\n${two}${three}${one}  after: 1\n`);
    expect(move(text, 2, 0)).toBe(`${head}  list:\n${three}${one}${two}  after: 1\n`);
    expect(move(text, 1, 1)).toBe(text);
  });
  it('moves at the end of a file without a last line end, and on Windows line ends', () => {
    const text = `${head}  list:\n${one}${two}${three}`.trimEnd();
    expect(move(text, 2, 0)).toBe(`${head}  list:\n${three}${one}${two}`.trimEnd());
    expect(move(text, 0, 2)).toBe(`${head}  list:\n${two}${three}${one}`.trimEnd());
    const crlf = `${head}  list:\n${one}${two}${three}`.replaceAll('\n', '\r\n');
    expect(move(crlf, 0, 2)).toBe(`${head}  list:\n${two}${three}${one}`.replaceAll('\n', '\r\n'));
  });
  it('moves in lists without indent and in flow lists', () => {
    expect(move(`${head}  list:\n  - a\n  - b\n`, 1, 0)).toBe(`${head}  list:\n  - b\n  - a\n`);
    expect(move(`${head}  list: [ "a", 'b' , {c: 1} ] # x\n`, 2, 0)).toBe(
      `${head}  list: [ {c: 1}, "a" , 'b' ] # x\n`,
    );
  });
  it('moves a rule of a route, and says so', () => {
    const { change } = perform({ a: shopRoute }, 'move-item', {
      id: route,
      path: ['spec', 'rules'],
      index: 1,
      to: 0,
    });
    expect(change.label).toBe('Move rule 2 of HTTPRoute shop to place 1');
  });
  it('refuses places that are not there, and what is shared', () => {
    expect(
      refusalOf({ a: shopRoute }, 'move-item', { id: route, path: ['spec', 'rules'], index: 0, to: 5 }),
    ).toContain('has 2 items');
    expect(
      refusalOf({ a: shopRoute }, 'move-item', { id: route, path: ['spec'], index: 0, to: 1 }),
    ).toContain('holds no list');
    const shared = `${head}  other: &x [a, b]\n  list: *x\n`;
    expect(
      refusalOf({ a: shared }, 'move-item', { id: config, path: ['spec', 'list'], index: 0, to: 1 }),
    ).toContain('alias');
  });
});

describe('rename-key', () => {
  const labels =
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n  labels:\n    # team\n    app: x # why\n    "tier": y\n';
  const args = { id: id('/ConfigMap/default/c'), path: ['metadata', 'labels'] };
  it('keeps place, value, comments and quotes', () => {
    expect(
      linesChangedBy(labels, 'rename-key', { ...args, key: 'app', to: 'app.kubernetes.io/name' }),
    ).toEqual(['-     app: x # why', '+     app.kubernetes.io/name: x # why']);
    expect(linesChangedBy(labels, 'rename-key', { ...args, key: 'tier', to: 'on' })).toEqual([
      '-     "tier": y',
      '+     "on": y',
    ]);
    expect(linesChangedBy(labels, 'rename-key', { ...args, key: 'app', to: 'yes' })).toEqual([
      '-     app: x # why',
      '+     "yes": x # why',
    ]);
  });
  it('refuses keys that exist, are empty or shared', () => {
    expect(refusalOf({ a: labels }, 'rename-key', { ...args, key: 'app', to: 'tier' })).toBe(
      'metadata.labels has a key tier already. Choose another name.',
    );
    expect(refusalOf({ a: labels }, 'rename-key', { ...args, key: 'app', to: '' })).toBe(
      'A key needs a name.',
    );
    expect(refusalOf({ a: labels }, 'rename-key', { ...args, key: 'no', to: 'x' })).toBe(
      'metadata.labels has no key no.',
    );
    const shared =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, labels: &l {a: b}, annotations: *l}\n';
    expect(
      refusalOf({ a: shared }, 'rename-key', {
        ...args,
        path: ['metadata', 'annotations'],
        key: 'a',
        to: 'c',
      }),
    ).toContain('shared');
  });
});

describe('inline-alias', () => {
  it('writes out what the alias stands for, so that it can be changed', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nspec:\n  a: &x {b: 1}\n  c: *x # shared\n';
    const args = { id: id('/ConfigMap/default/c') };
    expect(refusalOf({ a: text }, 'set-field', { ...args, path: ['spec', 'c', 'b'], value: 2 })).toContain(
      'alias',
    );
    const { change, texts } = perform({ a: text }, 'inline-alias', { ...args, path: ['spec', 'c'] });
    expect(texts.a).toBe(text.replace('*x', '{b: 1}'));
    expect(change.label).toBe('Write out the alias at spec.c of ConfigMap c');
    expect(
      perform({ a: texts.a ?? '' }, 'set-field', { ...args, path: ['spec', 'c', 'b'], value: 2 }).texts.a,
    ).toBe(text.replace('*x', '{b: 2}'));
  });
});
