import { describe, expect, it } from 'vitest';
import { applyFileChanges } from './applyChange.ts';
import { cartDeployment, cartService, edgeGateway, shopRoute } from './samples.ts';
import { changedLines, id, perform, refusalOf, testContext } from './testContext.ts';

const join = (...documents: string[]) => documents.join('---\n');
const gatewayApi = 'gateway.networking.k8s.io';
const filesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

describe('import', () => {
  it('adds files as they are, with paths that are free', () => {
    const files = [
      { path: 'a.yaml', text: '\uFEFFx: 1\r\n' },
      { path: './dir\\b.yaml', text: 'y' },
      { path: '../a.yaml', text: '' },
    ];
    const { change, texts } = perform({ 'a.yaml': edgeGateway }, 'import', { files });
    expect(texts).toEqual({
      'a.yaml': edgeGateway,
      'a-2.yaml': '\uFEFFx: 1\r\n',
      'dir/b.yaml': 'y',
      'a-3.yaml': '',
    });
    expect(change.label).toBe('Import 3 files');
  });
  it('replaces where it stands, line by line', () => {
    const now = { 'a.yaml': edgeGateway, 'b.yaml': 'b: 1\n' };
    const text = edgeGateway.replace('port: 80\n', 'port: 8080\n');
    const { change, texts } = perform(now, 'import', { files: [{ path: 'a.yaml', text }], replace: true });
    expect(Object.keys(texts)).toEqual(['a.yaml', 'b.yaml']);
    expect(texts['a.yaml']).toBe(text);
    expect(change.files).toMatchObject([{ type: 'edit', edits: [{ text: '      port: 8080\n' }] }]);
    expect(
      perform(now, 'import', { files: [{ path: 'a.yaml', text: edgeGateway }], replace: true }).change.files,
    ).toEqual([]);
  });
  it('refuses nothing', () => {
    expect(refusalOf({}, 'import', { files: [] })).toBe('There is no file to import.');
  });
});

describe('arrange', () => {
  it('puts everything in one file, byte for byte', () => {
    const crlf = cartService.replaceAll('\n', '\r\n');
    const now = {
      'gw.yaml': edgeGateway.trimEnd(),
      'r.yaml': `--- # routes\n${shopRoute}---\n# end\n`,
      's.yaml': `\uFEFF${crlf}`,
      'empty.yaml': '---\n',
    };
    const { texts } = perform(now, 'arrange', { as: 'one-file' });
    expect(texts).toEqual({
      'traffic.yaml': `${edgeGateway}--- # routes\n${shopRoute}---\n# end\n---\n${crlf}`,
    });
    expect(perform({ 'x.yaml': edgeGateway }, 'arrange', { as: 'one-file' }).change.files).toEqual([]);
  });

  it('gives each resource a file, and leaves what is none', () => {
    const foreign = '# settings\nnot: kubernetes\n';
    const now = {
      'all.yaml': join(shopRoute, `# the cart\n${cartService}`, foreign, edgeGateway),
      'one.yaml': cartDeployment,
    };
    const { texts } = perform(now, 'arrange', { as: 'file-per-resource' });
    expect(Object.entries(texts)).toEqual([
      ['all.yaml', foreign],
      ['httproute-shop.yaml', shopRoute],
      ['service-cart.yaml', `# the cart\n${cartService}`],
      ['gateway-edge.yaml', edgeGateway],
      ['one.yaml', cartDeployment],
    ]);
  });

  it('leaves a document in the file that has its name, and numbers equal names', () => {
    const far = cartService.replace('namespace: web', 'namespace: far');
    const now = { 'k8s/service-cart.yaml': join(edgeGateway, cartService, far) };
    expect(perform(now, 'arrange', { as: 'file-per-resource' }).texts).toEqual({
      'k8s/service-cart.yaml': join(cartService, far),
      'k8s/gateway-edge.yaml': edgeGateway,
    });
    const other = { 'x.yaml': join(cartService, far) };
    expect(perform(other, 'arrange', { as: 'file-per-resource' }).texts).toEqual({
      'service-cart.yaml': cartService,
      'service-cart-2.yaml': far,
    });
  });

  it('there and back again shows the same resources', () => {
    const now = { 'all.yaml': join(shopRoute, cartService, edgeGateway) };
    const apart = perform(now, 'arrange', { as: 'file-per-resource' }).texts;
    const together = perform(apart, 'arrange', { as: 'one-file' }).texts;
    expect(together).toEqual({ 'traffic.yaml': now['all.yaml'] });
  });
});

describe('revert', () => {
  const was = { 'a.yaml': join(shopRoute, edgeGateway, cartService), 'b.yaml': cartDeployment };
  const baseline = filesOf(was);

  it('everything: lines, files that went, files that came', () => {
    const now = {
      'new.yaml': 'x: 1\n',
      'b.yaml': cartDeployment
        .replace('replicas: 2', 'replicas: 3')
        .replace('example.com/cart:7', 'example.com/cart:8'),
    };
    const { change, texts } = perform(now, 'revert', { baseline, what: { type: 'all' } });
    expect(Object.entries(texts)).toEqual(Object.entries(was));
    const edit = change.files.find((each) => each.type === 'edit');
    expect(edit).toMatchObject({
      path: 'b.yaml',
      edits: [{ text: '  replicas: 2\n' }, { text: '          image: example.com/cart:7\n' }],
    });
    expect(perform(was, 'revert', { baseline, what: { type: 'all' } }).change.files).toEqual([]);
  });

  it('one file', () => {
    const now = { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' };
    expect(perform(now, 'revert', { baseline, what: { type: 'file', path: 'a.yaml' } }).texts).toEqual({
      ...was,
      'b.yaml': 'b: 1\n',
    });
    expect(
      perform({ ...was, 'c.yaml': '' }, 'revert', { baseline, what: { type: 'file', path: 'c.yaml' } }).texts,
    ).toEqual(was);
  });

  it('one hunk', () => {
    const text = was['a.yaml'].replace('port: 8080', 'port: 1').replace('port: 80\n', 'port: 2\n');
    const line = text.split('\n').findIndex((each) => each.includes('port: 1')) + 1;
    const what = {
      type: 'hunk',
      path: 'a.yaml',
      now: { start: line, end: line + 1 },
      was: { start: line, end: line + 1 },
    } as const;
    const { change, texts } = perform({ ...was, 'a.yaml': text }, 'revert', { baseline, what });
    expect(texts['a.yaml']).toBe(was['a.yaml'].replace('port: 80\n', 'port: 2\n'));
    expect(change.label).toBe(`Revert a change in a.yaml, line ${line}`);
    expect(refusalOf({}, 'revert', { baseline, what })).toContain('not in the workspace any more');
  });

  const resource = (text: string) => ({ baseline, what: { type: 'resource', id: id(text) } }) as const;

  it('one resource that changed: only its lines', () => {
    const text = was['a.yaml']
      .replace('port: 8080', 'port: 1')
      .replace('name: http\n      protocol', 'name: web\n      protocol');
    const { texts } = perform(
      { ...was, 'a.yaml': text },
      'revert',
      resource(`${gatewayApi}/HTTPRoute/web/shop`),
    );
    expect(changedLines(was['a.yaml'], texts['a.yaml'] ?? '')).toEqual([
      '-     - name: http',
      '+     - name: web',
    ]);
  });

  it('one resource that came, that went, and that moved to another file', () => {
    const extra = cartService.replace('name: cart', 'name: extra');
    const now = { ...was, 'a.yaml': join(shopRoute, extra, edgeGateway, cartService) };
    expect(perform(now, 'revert', resource('/Service/web/extra')).texts).toEqual(was);
    for (const [gone, rest] of [
      [`${gatewayApi}/HTTPRoute/web/shop`, join(edgeGateway, cartService)],
      [`${gatewayApi}/Gateway/web/edge`, join(shopRoute, cartService)],
      ['/Service/web/cart', join(shopRoute, edgeGateway)],
    ] as const) {
      expect(perform({ ...was, 'a.yaml': rest }, 'revert', resource(gone)).texts).toEqual(was);
    }
    const [first, second] = [cartDeployment, was['a.yaml']];
    const two = filesOf({ 'first.yaml': first, 'second.yaml': second });
    const back = perform({ 'second.yaml': second }, 'revert', {
      baseline: two,
      what: { type: 'resource', id: id('apps/Deployment/web/cart') },
    });
    expect(Object.keys(back.texts)).toEqual(['first.yaml', 'second.yaml']);
    expect(
      perform({ 'a.yaml': was['a.yaml'] }, 'revert', resource('apps/Deployment/web/cart')).texts,
    ).toEqual(was);
    const moved = { 'a.yaml': was['a.yaml'], 'c.yaml': cartDeployment.replace('replicas: 2', 'replicas: 9') };
    expect(perform(moved, 'revert', resource('apps/Deployment/web/cart')).texts).toEqual({
      'a.yaml': was['a.yaml'],
      'c.yaml': cartDeployment,
    });
  });

  it('the first resource, below the head of the file that has stayed', () => {
    const text = `# Licence\n\n${join(shopRoute, edgeGateway)}`;
    const route = id(`${gatewayApi}/HTTPRoute/web/shop`);
    const gone = perform({ a: text }, 'delete', { ids: [route], references: 'keep' }).texts;
    expect(gone.a).toBe(`# Licence\n\n---\n${edgeGateway}`);
    const what = { type: 'resource', id: route } as const;
    const { change, texts } = perform(gone, 'revert', { baseline: [{ path: 'a', text }], what });
    expect(texts).toEqual({ a: text });
    expect(change.files).toMatchObject([{ edits: [{ text: shopRoute }] }]);
  });

  it('refuses what is nowhere', () => {
    expect(refusalOf(was, 'revert', resource('/Service/web/no'))).toBe(
      'This resource is neither here nor in the baseline.',
    );
  });

  it('a revert can be undone', () => {
    const now = { 'b.yaml': 'b: 1\n', 'c.yaml': 'c: 1\n' };
    const { change } = perform(now, 'revert', { baseline, what: { type: 'all' } });
    const applied = applyFileChanges(testContext(now).files, change.files);
    expect(
      Object.entries(Object.fromEntries(applyFileChanges(applied.files, applied.inverse).files)),
    ).toEqual(Object.entries(now));
  });
});
