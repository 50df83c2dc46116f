import { describe, expect, it } from 'vitest';
import { kinds } from '../kinds/registry.ts';
import { readDocument } from '../workspace/readDocument.ts';
import { cartDeployment, cartService, edgeGateway, shopRoute } from './samples.ts';
import { changedLines, id, perform, refusalOf, testContext } from './testContext.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const envoyGateway = 'gateway.envoyproxy.io';
const kind = (group: string, name: string) => ({ group, kind: name });
const join = (...documents: string[]) => documents.join('---\n');
const route = id(`${gatewayApi}/HTTPRoute/web/shop`);
const gateway = id(`${gatewayApi}/Gateway/web/edge`);
const service = id('/Service/web/cart');

describe('where a new resource goes', () => {
  const secret = kind('', 'Secret');

  it('to traffic.yaml in an empty workspace', () => {
    const { change, texts } = perform({}, 'create', { kind: kind(gatewayApi, 'Gateway') });
    expect(Object.keys(texts)).toEqual(['traffic.yaml']);
    expect(change).toMatchObject({
      label: 'Create Gateway web',
      select: [`${gatewayApi}/Gateway/default/web`],
    });
    expect(texts['traffic.yaml']).not.toMatch(/^---/);
  });

  it('to the end of the only file, with its line ends', () => {
    const crlf = edgeGateway.replaceAll('\n', '\r\n');
    const text = perform({ 'my.yaml': crlf }, 'create', { kind: secret }).texts['my.yaml'] ?? '';
    expect(text.startsWith(`${crlf}---\r\napiVersion: v1\r\n`)).toBe(true);
    expect(text).not.toMatch(/[^\r]\n/);
  });

  it('to a file of its own among several, or to the one that is named', () => {
    const files = { 'a.yaml': edgeGateway, 'secret-s.yaml': 'x: 1\n' };
    expect(Object.keys(perform(files, 'create', { kind: secret, name: 's' }).texts)).toEqual([
      'a.yaml',
      'secret-s.yaml',
      'secret-s-2.yaml',
    ]);
    expect(perform(files, 'create', { kind: secret, file: 'a.yaml' }).texts['a.yaml']).toContain(
      'kind: Secret',
    );
    expect(Object.keys(perform(files, 'create', { kind: secret, file: 'new/s.yaml' }).texts)).toContain(
      'new/s.yaml',
    );
  });
});

describe('names and namespaces', () => {
  it('take the base name, numbered where it is taken', () => {
    const gatewayKind = kind(gatewayApi, 'Gateway');
    const once = perform({}, 'create', { kind: gatewayKind }).texts;
    const twice = perform(once, 'create', { kind: gatewayKind });
    expect(twice.change.select).toEqual([`${gatewayApi}/Gateway/default/web-2`]);
    expect(perform(twice.texts, 'create', { kind: gatewayKind }).change.select).toEqual([
      `${gatewayApi}/Gateway/default/web-3`,
    ]);
    expect(perform(once, 'create', { kind: gatewayKind, namespace: 'other' }).change.select).toEqual([
      `${gatewayApi}/Gateway/other/web`,
    ]);
  });

  it('take the namespace of what it is dropped on; cluster-scoped kinds have none', () => {
    const policy = kind(envoyGateway, 'ClientTrafficPolicy');
    const { change } = perform({ a: edgeGateway }, 'create', { kind: policy, connectTo: { id: gateway } });
    expect(change.select).toEqual([`${envoyGateway}/ClientTrafficPolicy/web/client-policy`]);
    const { texts } = perform({ a: edgeGateway }, 'create', {
      kind: kind(gatewayApi, 'GatewayClass'),
      connectTo: { id: gateway },
    });
    expect(readDocument((texts.a ?? '').split('---\n')[1] ?? '').bodies[0]?.namespace).toBeUndefined();
  });

  it('are refused when they cannot be', () => {
    const secret = kind('', 'Secret');
    expect(refusalOf({}, 'create', { kind: secret, name: 'No' })).toContain('"No" is no name for a Secret');
    expect(refusalOf({}, 'create', { kind: secret, namespace: '' })).toBe('Name a namespace.');
    expect(
      refusalOf({ a: cartService }, 'create', { kind: kind('', 'Service'), name: 'cart', namespace: 'web' }),
    ).toBe('There is Service cart in namespace web already. Choose another name.');
    expect(refusalOf({}, 'create', { kind: kind('example.com', 'Widget') })).toBe(
      'There is no template for a Widget. Write it in the YAML.',
    );
    expect(refusalOf({}, 'create', { kind: secret, connectTo: { id: gateway } })).toContain(
      'not in the workspace any more',
    );
  });
});

describe('dropped on a card', () => {
  const drop = (
    text: string,
    of: { group: string; kind: string },
    to: ReturnType<typeof id>,
    row?: string,
  ) => {
    const connectTo = { id: to, ...(row === undefined ? {} : { row }) };
    const result = perform({ a: text }, 'create', { kind: of, connectTo });
    return { ...result, lines: changedLines(text, result.texts.a ?? ''), context: testContext(result.texts) };
  };
  const edges = (context: ReturnType<typeof testContext>, reference: string) =>
    [...context.analysis.edges.values()].filter(
      (edge) => edge.reference === reference && edge.state === 'resolved',
    );

  it('a policy targets it, once', () => {
    const { context, lines, change } = drop(
      join(shopRoute, edgeGateway),
      kind(envoyGateway, 'BackendTrafficPolicy'),
      route,
    );
    expect(edges(context, 'targetRef').map((edge) => edge.to)).toEqual([route]);
    expect(lines.every((line) => line.startsWith('+'))).toBe(true);
    expect(change.label).toMatch(/^Create BackendTrafficPolicy .* and connect it to HTTPRoute shop$/);
  });

  it('a policy targets the listener of the row', () => {
    const { context } = drop(
      edgeGateway,
      kind(envoyGateway, 'ClientTrafficPolicy'),
      gateway,
      'listeners/https',
    );
    expect(edges(context, 'targetRef')).toMatchObject([{ to: gateway, toRow: 'listeners/https' }]);
  });

  it('a route attaches to the listener', () => {
    const { context } = drop(edgeGateway, kind(gatewayApi, 'GRPCRoute'), gateway, 'listeners/https');
    expect(edges(context, 'parentRef')).toMatchObject([{ to: gateway, toRow: 'listeners/https' }]);
  });

  it('a Service becomes a backend of the rule, with its port', () => {
    const { context, lines } = drop(shopRoute, kind('', 'Service'), route, 'rules/1');
    expect(lines.slice(0, 2)).toEqual(['+       - name: app', '+         port: 80']);
    expect(edges(context, 'backendRef')).toMatchObject([{ to: '/Service/web/app', fromRow: 'rules/1' }]);
  });

  it('a Secret is shown by the listener; an HTTP listener refuses it', () => {
    expect(
      edges(drop(edgeGateway, kind('', 'Secret'), gateway, 'listeners/https').context, 'certificateRef'),
    ).toHaveLength(1);
    expect(
      refusalOf({ a: edgeGateway }, 'create', {
        kind: kind('', 'Secret'),
        connectTo: { id: gateway, row: 'listeners/http' },
      }),
    ).toContain('speaks HTTP');
  });

  it('a Deployment carries the labels that the Service selects, which stays as it is', () => {
    const { context, lines } = drop(cartService, kind('apps', 'Deployment'), service);
    expect(edges(context, 'selector')).toMatchObject([{ from: service }]);
    expect(lines.filter((line) => line.startsWith('-'))).toEqual([]);
  });

  it('a Service selects by the labels that the Deployment has', () => {
    const { context, texts } = drop(cartDeployment, kind('', 'Service'), id('apps/Deployment/web/cart'));
    expect(edges(context, 'selector')).toHaveLength(1);
    expect(texts.a).toContain(
      '  # Pods with this label get the traffic.\n  selector:\n    app: cart\n    tier: api\n',
    );
  });

  it('a scaler scales it', () => {
    const { context } = drop(cartDeployment, kind('keda.sh', 'ScaledObject'), id('apps/Deployment/web/cart'));
    expect(edges(context, 'scaleTargetRef')).toHaveLength(1);
  });

  it('refuses what cannot be connected', () => {
    expect(
      refusalOf({ a: shopRoute }, 'create', {
        kind: kind(envoyGateway, 'ClientTrafficPolicy'),
        connectTo: { id: route },
      }),
    ).toBe('A ClientTrafficPolicy can target a Gateway or a ListenerSet, not an HTTPRoute.');
  });
});

describe('in the place of a ghost', () => {
  it('a Service listens where the routes knock', () => {
    const two = shopRoute.replace('name: front\n        port: 80', 'name: catalog\n        port: 9000');
    const { texts } = perform({ a: two }, 'create', {
      kind: kind('', 'Service'),
      name: 'catalog',
      namespace: 'web',
    });
    const { analysis } = testContext(texts);
    const states = [...analysis.edges.values()]
      .filter((edge) => edge.reference === 'backendRef')
      .map((edge) => edge.state);
    expect(states).toEqual(['resolved', 'resolved']);
    expect(texts.a).toContain('      port: 8080\n');
    expect(texts.a).toContain('    - name: port-9000\n      port: 9000\n');
  });

  it('does not take the pods of a Deployment with another name', () => {
    const { texts } = perform({ a: join(shopRoute, cartDeployment) }, 'create', {
      kind: kind('', 'Service'),
      name: 'front',
      namespace: 'web',
    });
    expect(texts.a).toContain('app.kubernetes.io/name: front');
  });
});

it('every kind has a template that stands by itself', () => {
  for (const definition of kinds) {
    const { texts, change } = perform({}, 'create', { kind: definition });
    const { analysis } = testContext(texts);
    expect([...analysis.resources.keys()], definition.kind).toEqual(change.select);
  }
});
