import { describe, expect, it } from 'vitest';
import { assist } from './assist.ts';
import { shopCatalogue, unloadedShop } from './testing/shopCatalogue.ts';
import { assistContext, readCursor } from './testing/typing.ts';
import type { OutlineItem, Target } from './types.ts';

const shop = `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec:
  ports:
    - {name: http, port: 8080}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
  namespace: shop
spec:
  gatewayClassName: eg
  listeners:
    - name: https
      protocol: HTTPS
      port: 443
      tls:
        certificateRefs:
          - name: web-tls
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web-cert, namespace: shop}
spec: {secretName: web-tls, dnsNames: [a.example], issuerRef: {name: ca, kind: ClusterIssuer}}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
`;
const route = (
  parent: string,
  backend: string,
  namespace = 'shop',
) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: route, namespace: ${namespace}}
spec:
  parentRefs:
    - ${parent}
  hostnames: [a.example]
  timeout: 5s
  rules:
    - backendRefs:
        - ${backend}
`;
const files = { 'shop.yaml': shop };
const parent = '{name: web, sectionName: https}';
const backend = 'name: "cart"\n          port: 8080';

/** What stands at places of the workspace, a line each. */
function say(targets: readonly Target[], texts: Readonly<Record<string, string>>): readonly string[] {
  return targets.map(
    ({ file, range }) => `${file}: ${texts[file]?.slice(range.start, range.end).split('\n')[0]}`,
  );
}

function ask(assistName: 'definition' | 'references' | 'rename-target' | 'hover', marked: string) {
  const { text, offset } = readCursor(marked);
  const texts = { ...files, 'a.yaml': text };
  const context = assistContext(texts, shopCatalogue);
  const request = { file: 'a.yaml', offset };
  return { context, texts, request, name: assistName };
}

function definition(marked: string): readonly string[] {
  const { context, texts, request } = ask('definition', marked);
  return say(assist(context, { assist: 'definition', ...request }), texts);
}

function references(marked: string, withDefinition = false): readonly string[] {
  const { context, texts, request } = ask('references', marked);
  return say(assist(context, { assist: 'references', ...request, withDefinition }), texts);
}

function hover(marked: string): string {
  const { context, request } = ask('hover', marked);
  return assist(context, { assist: 'hover', ...request })?.parts.join('\n---\n') ?? '';
}

function renameTarget(marked: string) {
  const { context, texts, request } = ask('rename-target', marked);
  const target = assist(context, { assist: 'rename-target', ...request });
  return target === null ? null : [target.id, texts['a.yaml'].slice(target.range.start, target.range.end)];
}

describe('definition', () => {
  it.each([
    ['the name of a reference', route('{name: w|eb}', backend), ['shop.yaml: web']],
    ['its key', route('{na|me: web}', backend), ['shop.yaml: web']],
    ['a quoted name', route(parent, 'name: "ca|rt"'), ['shop.yaml: cart']],
    ['a section', route('{name: web, sectionName: ht|tps}', backend), ['shop.yaml: https']],
    ['a port', route(parent, 'name: cart\n          port: 80|80'), ['shop.yaml: http']],
    ['a namespace', route(parent, backend, 'sh|op'), ['shop.yaml: shop']],
    ['what a controller makes', shopRoute('web-t|ls'), ['shop.yaml: web-cert']],
    ['its own name', route(parent, backend).replace('name: route', 'name: ro|ute'), ['a.yaml: route']],
    ['nothing', route(parent, backend).replace('timeout: 5s', 'timeout: 5|s'), []],
    ['what is not there', route('{name: no|ne}', backend), []],
  ])('of %s', (_, marked, expected) => {
    expect(definition(marked)).toEqual(expected);
  });
});

function shopRoute(secret: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: other, namespace: shop}
spec: {gatewayClassName: eg, listeners: [{name: a, protocol: HTTPS, port: 443, tls: {certificateRefs: [{name: ${secret}}]}}]}
`;
}

describe('references', () => {
  it('are found from a definition and from a reference, in every file', () => {
    expect(references(route('{name: w|eb}', backend))).toEqual(['a.yaml: web']);
    expect(references(route('{name: w|eb}', backend), true)).toEqual(['shop.yaml: web', 'a.yaml: web']);
    expect(references(route(parent, 'name: ca|rt'), true)).toEqual(['shop.yaml: cart', 'a.yaml: cart']);
    expect(references(route(parent, backend).replace('name: route', 'name: ro|ute'))).toEqual([]);
  });

  it('are those of one section or port when the cursor is on it', () => {
    const two = `${route(parent, backend)}---\n${route('{name: web}', backend, 'shop').replace('name: route', 'name: second')}`;
    expect(references(two.replace('sectionName: https', 'sectionName: ht|tps'))).toEqual(['a.yaml: web']);
    expect(references(two.replace('name: web, section', 'name: w|eb, section'))).toEqual([
      'a.yaml: web',
      'a.yaml: web',
    ]);
  });
});

describe('rename', () => {
  it.each([
    [
      'its own name',
      route(parent, backend).replace('name: route', 'name: ro|ute'),
      ['gateway.networking.k8s.io/HTTPRoute/shop/route', 'route'],
    ],
    ['a reference', route('{name: we|b}', backend), ['gateway.networking.k8s.io/Gateway/shop/web', 'web']],
    ['a quoted reference', route(parent, 'name: "car|t"'), ['/Service/shop/cart', 'cart']],
    ['a key', route('{na|me: web}', backend), null],
    ['a port', route(parent, 'name: cart\n          port: 80|80'), null],
    ['what is not there', route('{name: no|ne}', backend), null],
  ])('of %s', (_, marked, expected) => {
    expect(renameTarget(marked)).toEqual(expected);
  });
});

describe('hover', () => {
  it('describes the field under the cursor', () => {
    expect(hover(route(parent, backend).replace('timeout', 'time|out'))).toBe(
      '**timeout** · string\n\n- Default: `10s`\n\n[Shop API v1.2.3](https://shop.example/docs)',
    );
    expect(hover(route(parent, backend).replace('[a.example]', '[a|.example]'))).toContain(
      '**hostnames\\[0\\]** · string',
    );
    expect(hover(route(parent, 'name: cart\n          po|rt: 1'))).toContain('- Value: 1 to 65535');
  });

  it('shows what a reference leads to', () => {
    const text = hover(route('{name: w|eb}', backend));
    expect(text).toContain('→ **Gateway web** in shop');
    expect(text).toContain('https');
    expect(text).toContain('**name** · string · required');
    expect(hover(route('{name: no|ne}', backend))).toContain(
      '→ **Gateway none** in shop is not in the workspace',
    );
    expect(hover(shopRoute('web-t|ls'))).toContain('made by Certificate web\\-cert');
    expect(hover(route('{name: web, sectionName: no|ne}', backend))).toContain('It has no section none.');
  });

  it('says what a kind is for', () => {
    const text = hover(route(parent, backend).replace('HTTPRoute', 'HTTP|Route'));
    expect(text).toContain('**HTTPRoute** · gateway.networking.k8s.io/v1 · namespaced');
    expect(text).toContain('Sends HTTP requests to backends');
  });

  it('says nothing of comments and blank lines, and names its pack', () => {
    expect(hover(`# |x\n${route(parent, backend)}`)).toBe('');
    const { text, offset } = readCursor(route(parent, backend).replace('timeout', 'time|out'));
    const context = assistContext({ 'a.yaml': text }, unloadedShop);
    expect(assist(context, { assist: 'hover', file: 'a.yaml', offset })?.wants).toEqual([
      'gateway.networking.k8s.io',
    ]);
  });
});

describe('outline', () => {
  const lines = (items: readonly OutlineItem[], depth = 0): readonly string[] =>
    items.flatMap(({ name, detail, type, children }) => [
      `${'  '.repeat(depth)}${name}${detail === '' ? '' : ` (${detail})`} ${type}`,
      ...lines(children, depth + 1),
    ]);

  it('lists documents, fields and items by name', () => {
    const text = `${shop.split('---\n')[1]}---\n# nothing\n---\nkind: X\na: {b: [1, {c: 2}]}\n`;
    const outline = assist(assistContext({ 'a.yaml': text }), { assist: 'outline', file: 'a.yaml' });
    expect(lines(outline)).toEqual([
      'Gateway web (shop) document',
      '  metadata map',
      '  spec map',
      '    listeners (1) list',
      '      https (HTTPS 443) item',
      '        tls map',
      '          certificateRefs (1) list',
      '            web-tls item',
      'kind: X document',
      '  a map',
      '    b (2) list',
      '      b[1] item',
    ]);
    for (const item of flat(outline)) {
      expect(item.selection.start).toBeGreaterThanOrEqual(item.range.start);
      expect(item.selection.end).toBeLessThanOrEqual(item.range.end);
      for (const child of item.children) {
        expect(child.range.start).toBeGreaterThanOrEqual(item.range.start);
        expect(child.range.end).toBeLessThanOrEqual(item.range.end);
      }
    }
  });

  it('leaves out what stands elsewhere, and says what does not parse', () => {
    const text = 'a: &x {b: {c: 1}}\nd: *x\n---\nkind: X\nspec: {a: {}\n';
    const outline = assist(assistContext({ 'a.yaml': text }), { assist: 'outline', file: 'a.yaml' });
    expect(lines(outline).slice(0, 3)).toEqual(['a: &x {b: {c: 1}} document', '  a map', '    b map']);
    expect(outline.at(-1)?.detail).toBe('does not parse');
  });

  const flat = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
    items.flatMap((item) => [item, ...flat(item.children)]);
});

describe('format', () => {
  it('formats each document that can be, and names the others', () => {
    const text = 'kind: A\na:\n    b: 1\n---\nkind: B\n? c\n: d\n---\nx:\n   - y\n';
    const { edits, refused } = assist(assistContext({ 'a.yaml': text }), {
      assist: 'format',
      file: 'a.yaml',
    });
    expect(edits).toEqual([
      { start: 11, end: 15, text: '  ' },
      { start: 47, end: 50, text: '  ' },
    ]);
    expect(refused).toEqual([{ document: 'kind: B', reason: expect.stringContaining('question mark') }]);
  });
});
