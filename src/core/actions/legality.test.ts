import { describe, expect, it } from 'vitest';
import { explainMisfit } from './fits.ts';
import { explainConnection, explainDrop, legalTargets } from './legality.ts';
import { runAction } from './registry.ts';
import { cartDeployment, cartService, edgeGateway, shopRoute } from './samples.ts';
import { id, testContext } from './testContext.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const envoyGateway = 'gateway.envoyproxy.io';
const route = id(`${gatewayApi}/HTTPRoute/web/shop`);
const gateway = id(`${gatewayApi}/Gateway/web/edge`);
const service = id('/Service/web/cart');
const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: web-tls, namespace: web}\n';
const files = { a: [shopRoute, edgeGateway, cartService, cartDeployment, secret].join('---\n') };
const { analysis } = testContext(files);

describe('explainConnection', () => {
  it('names the reference, its holder and its target, whichever end the drag starts from', () => {
    const options = [
      {
        reference: 'backendRef',
        holder: route,
        target: service,
        label: 'HTTPRoute shop sends to Service cart',
        needsGrant: false,
      },
      // A Service as parent is for meshes: possible, and not what is likely meant.
      {
        reference: 'parentRef',
        holder: route,
        target: service,
        label: 'HTTPRoute shop attaches to Service cart',
        needsGrant: false,
      },
    ];
    expect(explainConnection(analysis, { id: route, row: 'rules/1' }, { id: service })).toEqual({ options });
    expect(explainConnection(analysis, { id: service }, { id: route })).toEqual({ options });
  });

  it('tells options apart that read the same', () => {
    const verdict = explainConnection(analysis, { id: id('/Secret/web/web-tls') }, { id: gateway });
    expect(verdict).toMatchObject({
      options: [
        { reference: 'certificateRef', label: 'Gateway edge uses Secret web-tls (certificateRef)' },
        {
          reference: 'clientCertificateRef',
          label: 'Gateway edge uses Secret web-tls (clientCertificateRef)',
        },
        { reference: 'caCertificateRef' },
      ],
    });
  });

  it('never falls back to a meaning that was not meant', () => {
    const onRow = explainConnection(
      analysis,
      { id: id('/Secret/web/web-tls') },
      { id: gateway, row: 'listeners/http' },
    );
    expect(onRow).toEqual({
      refused:
        'Listener http speaks HTTP, which takes no certificate. Choose a listener that speaks HTTPS or TLS.',
    });
  });

  it('says that a grant is needed', () => {
    const far = testContext({ a: shopRoute, b: cartService.replace('namespace: web', 'namespace: shop') });
    expect(explainConnection(far.analysis, { id: route }, { id: id('/Service/shop/cart') })).toMatchObject({
      options: [{ needsGrant: true }, {}],
    });
  });

  it('decides as the action does, for every pair of cards and rows', () => {
    const context = testContext(files);
    const points = [...analysis.resources.values()].flatMap(({ id: own, summary }) => [
      { id: own },
      ...summary.rows.map((row) => ({ id: own, row: row.id })),
    ]);
    for (const from of points) {
      for (const to of points) {
        const verdict = explainConnection(analysis, from, to);
        const result = runAction('connect', context, { from, to });
        if ('refused' in verdict) expect(result).toEqual({ refused: verdict.refused });
        else expect(result).not.toHaveProperty('refused');
      }
    }
  });
});

describe('explainMisfit', () => {
  const of = (group: string, kind: string) => ({ group, kind });
  it('says what can be, in the field’s own terms', () => {
    expect(explainMisfit(of(gatewayApi, 'HTTPRoute'), of(envoyGateway, 'ClientTrafficPolicy'))).toBe(
      'A ClientTrafficPolicy can target a Gateway or a ListenerSet, not an HTTPRoute.',
    );
    expect(explainMisfit(of(gatewayApi, 'UDPRoute'), of('apps', 'Deployment'))).toBe(
      'A UDPRoute can send to a Service, a Backend or a ServiceImport and attach to a Gateway, a ListenerSet, a Service or a ServiceImport, not a Deployment.',
    );
    expect(explainMisfit(of('', 'Secret'), of('', 'Namespace'))).toMatch(
      /^A Secret can be referred to by .*, not by a Namespace\.$/,
    );
    expect(explainMisfit(of('example.com', 'Widget'), of('example.com', 'Gadget'))).toBe(
      'No field is known that connects a Widget and a Gadget.',
    );
  });
  it('points at fields that are written by hand', () => {
    expect(explainMisfit(of(gatewayApi, 'HTTPRoute'), of(envoyGateway, 'HTTPRouteFilter'))).toBe(
      'An HTTPRoute refers to an HTTPRouteFilter in spec.rules[*].filters[*].extensionRef, which needs other fields around it. Write it in the YAML.',
    );
  });
});

describe('explainDrop', () => {
  const drop = (group: string, kind: string, row?: string) =>
    explainDrop(analysis, { group, kind }, { id: gateway, ...(row === undefined ? {} : { row }) });
  it('allows what creating and connecting would', () => {
    expect(drop(gatewayApi, 'HTTPRoute')).toMatchObject({
      options: [{ reference: 'parentRef', target: gateway }],
    });
    expect(drop('', 'Secret', 'listeners/https')).toMatchObject({
      options: [{ reference: 'certificateRef', holder: gateway }, {}, {}],
    });
    expect(drop('', 'Secret', 'listeners/http')).toHaveProperty('refused');
    expect(drop('apps', 'Deployment')).toHaveProperty('refused');
    expect(explainDrop(analysis, { group: '', kind: 'Service' }, { id: route })).toHaveProperty('options');
    // The new one gets a name of its own, so a backend called as its kind proposes is not in the way.
    const named = testContext({ a: shopRoute.replace('name: front', 'name: app') }).analysis;
    expect(explainDrop(named, { group: '', kind: 'Service' }, { id: route, row: 'rules/1' })).toHaveProperty(
      'options',
    );
  });
});

describe('legalTargets', () => {
  it('answers for every card and every row that matters', () => {
    const verdicts = legalTargets(analysis, { id: id('/Secret/web/web-tls') });
    expect(verdicts.get(gateway)?.card).toHaveProperty('options');
    const rows = verdicts.get(gateway)?.rows;
    expect([...(rows?.keys() ?? [])]).toEqual(['listeners/http', 'listeners/https']);
    expect(rows?.get('listeners/http')).toHaveProperty('refused');
    expect(rows?.get('listeners/https')).toHaveProperty('options');
    expect(verdicts.get(route)?.card).toHaveProperty('refused');
    expect(verdicts.has(id('/Secret/web/web-tls'))).toBe(false);
    expect(verdicts.has(id('/Service/web/catalog'))).toBe(true);
  });

  it('is quick enough for the start of a drag among 5,000 resources', () => {
    const documents = Array.from({ length: 1666 }, (_, i) => [
      shopRoute.replace('name: shop', `name: shop-${i}`),
      cartService.replace('name: cart', `name: cart-${i}`).replaceAll('app: cart', `app: cart-${i}`),
      `apiVersion: v1
kind: ConfigMap
metadata: {name: cart-${i}, namespace: web}
`,
    ]).flat();
    const many = testContext({ a: [edgeGateway, ...documents].join('---\n') }).analysis;
    const points = [
      { id: id(`${gatewayApi}/HTTPRoute/web/shop-7`), row: 'rules/1' },
      { id: id('/Service/web/cart-7') },
      { id: gateway, row: 'listeners/https' },
    ];
    const times = points.map((from) => {
      const start = process.cpuUsage();
      const verdicts = legalTargets(many, from);
      const shown = [...verdicts.values()]
        .slice(0, 200)
        .filter(({ card, rows }) => 'options' in card && rows.size > 0);
      const begun = process.cpuUsage(start).user / 1000;
      const legal = [...verdicts.values()].filter(({ card }) => 'options' in card);
      expect(verdicts.size).toBeGreaterThan(4990);
      expect(legal.length).toBeGreaterThan(shown.length);
      return { begun, all: process.cpuUsage(start).user / 1000 };
    });
    const words = times.map(({ begun, all }) => `${begun.toFixed(1)} ms (all cards ${all.toFixed(0)} ms)`);
    console.log(`start of a drag among 5,000 resources, 200 cards on the screen: ${words.join(', ')}`);
    // Time of the processor, since tests share the machine; the first of these runs cold.
    expect(Math.max(...times.map(({ begun }) => begun))).toBeLessThan(250);
  });
});
