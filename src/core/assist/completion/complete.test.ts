import { describe, expect, it } from 'vitest';
import { shopCatalogue, unloadedShop } from '../testing/shopCatalogue.ts';
import { accept, completionAt } from '../testing/typing.ts';

const world = { catalogue: shopCatalogue };
const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
`;
const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
`;
const labels = (marked: string, more: object = {}) =>
  completionAt(marked, { ...world, ...more }).items.map((each) => each.label);

describe('keys', () => {
  it.each([
    ['on a blank line', `${route}spec:\n  |`, ['hostnames', 'parentRefs', 'rules', 'timeout', 'isOpen']],
    ['half-typed', `${route}spec:\n  ru|`, ['rules']],
    ['at the root', `${route}|`, ['spec', 'status']],
    [
      'required first, as upstream orders them',
      `${gateway}spec:\n  |`,
      ['addresses', 'gatewayClassName', 'listeners'],
    ],
    ['behind a dash', `${route}spec:\n  rules:\n    - |`, ['backendRefs', 'filters', 'matches', 'name']],
    ['half-typed behind a dash', `${route}spec:\n  rules:\n    - ma|`, ['matches']],
    [
      'of an item that has some',
      `${route}spec:\n  rules:\n    - name: a\n      |`,
      ['backendRefs', 'filters', 'matches'],
    ],
    [
      'before the rest of an item',
      `${route}spec:\n  rules:\n    - |\n      name: a`,
      ['backendRefs', 'filters', 'matches'],
    ],
    ['in braces', `${route}spec: {|}`, ['hostnames', 'parentRefs', 'rules', 'timeout', 'isOpen']],
    [
      'in braces, behind a comma',
      `${route}spec: {timeout: 1s, |`,
      ['hostnames', 'parentRefs', 'rules', 'isOpen'],
    ],
    [
      'in braces in a list',
      `${route}spec:\n  parentRefs: [{name: a, |}]`,
      ['namespace', 'port', 'sectionName'],
    ],
    ['that is being changed', `${route}spec:\n  tim|out: 1`, ['timeout']],
    [
      'between other lines',
      `${route}spec:\n  |\n  rules: []`,
      ['hostnames', 'parentRefs', 'timeout', 'isOpen'],
    ],
    ['too far right', `${route}spec:\n    |\n  rules: []`, ['hostnames', 'parentRefs', 'timeout', 'isOpen']],
    [
      'in metadata, those that people write first',
      `kind: HTTPRoute\nmetadata:\n  |`,
      ['name', 'namespace', 'labels', 'annotations', 'creationTimestamp'],
    ],
    [
      'of a broken document',
      `${route}spec:\n  rules: [\n  hostnames: ]\n  |`,
      ['parentRefs', 'timeout', 'isOpen'],
    ],
    [
      'of an item of a List',
      `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: gateway.networking.k8s.io/v1\n    kind: Gateway\n    |`,
      ['metadata', 'spec', 'status'],
    ],
    ['of a kind nobody knows', `apiVersion: x/v1\nkind: X\n|`, ['metadata']],
  ])('%s', (_, marked, expected) => {
    const offered = labels(marked);
    expect(offered.toSorted()).toEqual(expected.toSorted());
    if (expected.length > 1 && !/required/.test(_)) expect(offered).toEqual(expected);
  });

  it('come with required ones first', () => {
    expect(labels(`${gateway}spec:\n  listeners:\n    - |`)).toEqual([
      'name',
      'port',
      'protocol',
      'hostname',
      'tls',
    ]);
    expect(labels('apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\n|')).toEqual([
      'metadata',
      'spec',
      'status',
    ]);
  });

  it.each([
    ['a comment', `${route}spec:\n  # |`],
    ['a comment behind a value', `${route}spec: # |`],
    ['a block text', `${route}spec:\n  timeout: |-\n    |`.replace('|-', '>-')],
  ])('are not offered in %s', (_, marked) => {
    expect(labels(marked)).toEqual([]);
  });

  it('say what they are', () => {
    const hostnames = completionAt(`${route}spec:\n  hos|`, world).items[0];
    expect(hostnames?.detail).toBe('list of strings');
    expect(hostnames?.doc).toBe(
      '**hostnames** · list of strings\n\n- Items: at most 16 items\n\nHosts that match.\n\n[Shop API v1.2.3](https://shop.example/docs)',
    );
    const isOpen = completionAt(`${route}spec:\n  isO|`, world).items[0];
    expect(isOpen?.isDeprecated).toBe(true);
    const name = completionAt(`${gateway}spec:\n  listeners:\n    - na|`, world).items[0];
    expect(name?.detail).toBe('string, required');
  });

  it.each([
    ['a text', 'timeout', `${route}spec:\n  |`, `${route}spec:\n  timeout: |`],
    ['a list of maps', 'rules', `${route}spec:\n  |`, `${route}spec:\n  rules:\n    - |`],
    ['a list of texts', 'hostnames', `${route}spec:\n  ho|`, `${route}spec:\n  hostnames:\n    - |`],
    [
      'what is required below',
      'listeners',
      `${gateway}spec:\n  |`,
      `${gateway}spec:\n  listeners:\n    - name: |name\n      port: 80\n      protocol: HTTP`,
    ],
    [
      'all that is required',
      'spec',
      `${gateway}|`,
      `${gateway}spec:\n  gatewayClassName: |gatewayClassName\n  listeners:\n    - name: name\n      port: 80\n      protocol: HTTP`,
    ],
    [
      'a map of texts',
      'labels',
      `kind: HTTPRoute\nmetadata:\n  |`,
      `kind: HTTPRoute\nmetadata:\n  labels:\n    |key: value`,
    ],
    ['with the colon there', 'timeout', `${route}spec:\n  tim|: 5s`, `${route}spec:\n  timeout|: 5s`],
    ['in braces', 'rules', `${route}spec: {ru|}`, `${route}spec: {rules: [|]}`],
    ['behind a colon', 'timeout', `${route}spec: |`, `${route}spec:\n  timeout: |`],
    ['behind a colon without a space', 'timeout', `${route}spec:|`, `${route}spec:\n  timeout: |`],
    [
      'too far right',
      'timeout',
      `${route}spec:\n    |\n  rules: []`,
      `${route}spec:\n  timeout: |\n  rules: []`,
    ],
  ])('insert %s', (_, label, marked, after) => {
    expect(accept(marked, label, world).replace(/ \n/g, '\n')).toBe(after);
  });

  it('follow the indentation of the document', () => {
    const flush = `${route}spec:\n    rules:\n    - name: a\n    |`;
    expect(accept(flush, 'hostnames', world)).toBe(
      `${route}spec:\n    rules:\n    - name: a\n    hostnames:\n    - |`,
    );
    expect(labels(flush)).toContain('- new rule');
    expect(accept(flush, '- new rule', world)).toBe(`${route}spec:\n    rules:\n    - name: a\n    - |`);
  });
});

describe('values', () => {
  it.each([
    [
      'of an enum, the default first',
      `${route}spec:\n  rules:\n    - matches:\n        - path:\n            type: |`,
      ['PathPrefix', 'Exact', 'RegularExpression'],
    ],
    [
      'half-typed',
      `${route}spec:\n  rules:\n    - matches:\n        - path:\n            type: Re|`,
      ['PathPrefix', 'RegularExpression'],
    ],
    ['without a space', `${gateway}spec:\n  listeners:\n    - protocol:|`, ['HTTP', 'HTTPS', 'TLS']],
    ['in braces', `${gateway}spec:\n  listeners:\n    - {protocol: |}`, ['HTTP', 'HTTPS', 'TLS']],
    ['in quotes', `${gateway}spec:\n  listeners:\n    - protocol: "H|"`, ['HTTP', 'HTTPS']],
    ['of a switch', `${route}spec:\n  isOpen: |`, ['true', 'false']],
    ['a default', `${route}spec:\n  timeout: |`, ['10s']],
    [
      'the tags of a union',
      `${route}spec:\n  rules:\n    - filters:\n        - type: |`,
      ['RequestMirror', 'Redirect'],
    ],
    ['of kind', `apiVersion: gateway.networking.k8s.io/v1\nkind: |`, ['Gateway', 'HTTPRoute', 'Basket']],
    [
      'of apiVersion',
      `apiVersion: |\nkind: HTTPRoute`,
      ['gateway.networking.k8s.io/v1', 'gateway.networking.k8s.io/v1beta1', 'shop.example/v1'],
    ],
    ['none for a map', `${route}spec:\n  rules:\n    - name: |`, []],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it.each([
    ['replace the whole word', 'Exact', 'PathP|refix', 'Exact|'],
    ['keep quotes', 'PathPrefix', '"Pa|th"', '"PathPrefix"|'],
    ['keep quotes that are still open', 'PathPrefix', "'Pa|", "'PathPrefix'|"],
    ['leave comments', 'Exact', '| # why', 'Exact| # why'],
  ])('%s', (_, label, value, after) => {
    const before = `${route}spec:\n  rules:\n    - matches:\n        - path:\n            type: `;
    expect(accept(before + value, label, world)).toBe(before + after);
  });

  it('bring the apiVersion of a kind along', () => {
    expect(accept('kind: |', 'HTTPRoute', world)).toBe(
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute|',
    );
    expect(accept('apiVersion: v1\nkind: Ba|\n', 'Basket', world)).toBe(
      'apiVersion: shop.example/v1\nkind: Basket|\n',
    );
    expect(accept('apiVersion: gateway.networking.k8s.io/v1beta1\nkind: |', 'HTTPRoute', world)).toBe(
      'apiVersion: gateway.networking.k8s.io/v1beta1\nkind: HTTPRoute|',
    );
  });
});

describe('whole resources', () => {
  it('are offered in an empty document, drawn kinds first', () => {
    const offered = labels('|');
    expect(offered.slice(0, 3)).toEqual(['Gateway', 'HTTPRoute', 'Basket']);
    expect(offered).toEqual(expect.arrayContaining(['apiVersion', 'kind', 'metadata']));
    expect(labels(`${route}---\nHTTP|`)[0]).toBe('HTTPRoute');
    expect(offered).not.toContain('Old');
    expect(labels(`|\n---\n${route}`)[0]).toBe('Gateway');
    expect(labels(`# first\n|\n---\n${route}`)[0]).toBe('Gateway');
  });

  it('come from the template of a kind, or from what it must have', () => {
    expect(accept('|', 'HTTPRoute', world)).toMatch(
      /^apiVersion: gateway.networking.k8s.io\/v1\nkind: HTTPRoute\nmetadata:\n {2}name: \|web-route\n {2}namespace: default\nspec:\n {2}rules:/,
    );
    expect(accept('# mine\n|', 'Basket', world)).toBe(
      '# mine\napiVersion: shop.example/v1\nkind: Basket\nmetadata:\n  name: basket\nspec:\n  size: |3\n  scaleTargetRef:\n    kind: kind\n    name: name',
    );
  });

  it('name their pack while it is not there', () => {
    const { items, wants } = completionAt(`${route}spec:\n  |`, { catalogue: unloadedShop });
    expect(items).toEqual([]);
    expect(wants).toEqual(['gateway.networking.k8s.io']);
    expect(completionAt('|', { catalogue: unloadedShop }).items.map(({ label }) => label)).toContain(
      'Basket',
    );
  });
});
