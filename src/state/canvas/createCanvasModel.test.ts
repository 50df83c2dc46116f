import { describe, expect, it } from 'vitest';
import { Analyser, analyse } from '../../core/analyse.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { type CanvasChoices, createCanvasModel } from './createCanvasModel.ts';
import { findCards } from './findCards.ts';

const everything: CanvasChoices = {
  hiddenKinds: [],
  hiddenNamespaces: [],
  expandedPolicies: [],
  unfolded: new Set(),
};

const shop = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec:
  gatewayClassName: eg
  listeners:
    - { name: http, port: 80, protocol: HTTP }
    - { name: https, port: 443, protocol: HTTPS, hostname: shop.example.com, tls: { certificateRefs: [{ name: web-tls }] } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: cart, namespace: shop }
spec:
  parentRefs: [{ name: web, sectionName: https }]
  rules:
    - backendRefs:
        - { name: cart-v1, port: 80, weight: 90 }
        - { name: cart-v2, port: 80, weight: 10 }
---
apiVersion: v1
kind: Service
metadata: { name: cart-v1, namespace: shop }
spec: { ports: [{ port: 80 }], selector: { app: cart } }
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata: { name: limits, namespace: shop }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, name: cart }]
  retry: { numRetries: 2 }
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: ClientTrafficPolicy
metadata: { name: tls-only, namespace: shop }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: web, sectionName: https }]
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: SecurityPolicy
metadata: { name: lost, namespace: shop }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, name: nowhere }]
`;

const ids = {
  gateway: 'gateway.networking.k8s.io/Gateway/shop/web',
  route: 'gateway.networking.k8s.io/HTTPRoute/shop/cart',
  v1: '/Service/shop/cart-v1',
  v2: '/Service/shop/cart-v2',
  limits: 'gateway.envoyproxy.io/BackendTrafficPolicy/shop/limits',
  tlsOnly: 'gateway.envoyproxy.io/ClientTrafficPolicy/shop/tls-only',
  lost: 'gateway.envoyproxy.io/SecurityPolicy/shop/lost',
} as Readonly<Record<string, ResourceId>> &
  Record<'gateway' | 'route' | 'v1' | 'v2' | 'limits' | 'tlsOnly' | 'lost', ResourceId>;

const model = (text: string, choices: Partial<CanvasChoices> = {}) =>
  createCanvasModel()(analyse([{ path: 'shop.yaml', text }]), { ...everything, ...choices });

describe('createCanvasModel', () => {
  it('docks policies on what they govern, on a row where they name one', () => {
    const { cards, docked } = model(shop);
    expect(cards.get(ids.route)?.policies.map((policy) => policy.name)).toEqual(['limits']);
    expect(cards.has(ids.limits)).toBe(false);
    expect(docked.get(ids.limits)).toEqual([ids.route]);
    const https = cards.get(ids.gateway)?.rows.find((row) => row.id === 'listeners/https');
    expect(https?.policies.map((policy) => policy.name)).toEqual(['tls-only']);
    expect(cards.get(ids.gateway)?.policies).toEqual([]);
  });

  it('gives a policy a card when what it governs is missing, or when it is expanded', () => {
    expect(model(shop).cards.has(ids.lost)).toBe(true);
    const { cards, links } = model(shop, { expandedPolicies: [ids.limits] });
    expect(cards.get(ids.route)?.policies).toEqual([]);
    expect(
      [...links.values()].some((link) => link.edge.from === ids.limits && link.target === ids.route),
    ).toBe(true);
  });

  it('draws references the way traffic runs, from row to row', () => {
    const { links } = model(shop);
    const parent = [...links.values()].find((link) => link.edge.role === 'attaches-to');
    expect(parent).toMatchObject({ source: ids.gateway, sourceRow: 'listeners/https', target: ids.route });
    const backend = [...links.values()].find((link) => link.target === ids.v1);
    expect(backend?.source).toBe(ids.route);
    expect(backend?.sourceRow).toMatch(/^rules\//);
    expect(backend?.label).toContain('90 percent');
  });

  it('shows what is referred to and missing as a ghost, in the tone of its finding', () => {
    const { cards, links } = model(shop);
    expect(cards.get(ids.v2)).toMatchObject({ isGhost: true, name: 'cart-v2' });
    const link = [...links.values()].find((each) => each.target === ids.v2);
    expect(link?.tone).not.toBe('normal');
    expect(link?.trouble).toContain('cart-v2');
  });

  it('hides kinds and namespaces, and ghosts that only the hidden refer to', () => {
    const { cards, links } = model(shop, { hiddenKinds: ['gateway.networking.k8s.io/HTTPRoute'] });
    expect(cards.has(ids.route)).toBe(false);
    expect(cards.has(ids.v2)).toBe(false);
    expect([...links.values()].every((link) => link.source !== ids.route && link.target !== ids.route)).toBe(
      true,
    );
    expect(model(shop, { hiddenNamespaces: ['shop'] }).cards.size).toBe(0);
  });

  it('shows namespaces only when several are in play', () => {
    expect(model(shop).cards.get(ids.route)?.showsNamespace).toBe(false);
    const other =
      'apiVersion: v1\nkind: Service\nmetadata: { name: a, namespace: other }\nspec: { ports: [{ port: 80 }] }\n';
    expect(model(`${shop}---\n${other}`).cards.get(ids.route)?.showsNamespace).toBe(true);
  });

  it('folds rows beyond six and lets links end at the fold', () => {
    const listeners = Array.from(
      { length: 9 },
      (_, i) => `    - { name: l${i}, port: ${8000 + i}, protocol: HTTP }`,
    );
    const route =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: r }\nspec: { parentRefs: [{ name: g, sectionName: l8 }] }\n';
    const text = `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: g }\nspec:\n  gatewayClassName: eg\n  listeners:\n${listeners.join('\n')}\n---\n${route}`;
    const id = 'gateway.networking.k8s.io/Gateway/default/g' as ResourceId;
    const folded = model(text);
    expect(folded.cards.get(id)).toMatchObject({ foldable: 3, isUnfolded: false });
    expect(folded.cards.get(id)?.rows).toHaveLength(6);
    expect(
      [...folded.links.values()].find((link) => link.source === id && link.edge.role === 'attaches-to')
        ?.sourceRow,
    ).toBe('fold');
    const open = model(text, { unfolded: new Set([id]) });
    expect(open.cards.get(id)?.rows).toHaveLength(9);
    expect((open.cards.get(id)?.size.height ?? 0) - (folded.cards.get(id)?.size.height ?? 0)).toBe(3 * 28);
  });

  it('says what a screen reader needs', () => {
    expect(model(shop).cards.get(ids.gateway)?.label).toMatch(
      /^Gateway web in namespace shop, .*2 listeners/,
    );
  });

  it('keeps the identity of what did not change', () => {
    const analyser = new Analyser([{ path: 'shop.yaml', text: shop }]);
    const select = createCanvasModel();
    const before = select(analyser.analysis, everything);
    expect(select(analyser.analysis, { ...everything })).toBe(before);
    const at = shop.indexOf('numRetries: 2') + 'numRetries: '.length;
    const after = select(
      analyser.update([{ type: 'edit', path: 'shop.yaml', edits: [{ start: at, end: at + 1, text: '5' }] }]),
      everything,
    );
    expect(after.cards.get(ids.gateway)).toBe(before.cards.get(ids.gateway));
    expect(after.cards.get(ids.v1)).toBe(before.cards.get(ids.v1));
    for (const [id, link] of after.links) expect(link).toBe(before.links.get(id));
    const name = shop.indexOf('cart-v1') + 'cart-v1'.length;
    const third = select(
      analyser.update([{ type: 'edit', path: 'shop.yaml', edits: [{ start: name, end: name, text: 'x' }] }]),
      everything,
    );
    expect(third.cards.get(ids.route)).not.toBe(after.cards.get(ids.route));
    expect(third.cards.get(ids.gateway)).toBe(after.cards.get(ids.gateway));
  });

  it('docks a policy of what a controller makes on what it is made of', () => {
    const text = `apiVersion: aigateway.envoyproxy.io/v1beta1
kind: AIGatewayRoute
metadata: { name: chat, namespace: ai }
spec: { rules: [{ backendRefs: [{ name: openai }] }] }
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata: { name: tokens, namespace: ai }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, name: chat }]
  retry: { numRetries: 2 }
`;
    const { cards } = createCanvasModel()(analyse([{ path: 'a.yaml', text }]), everything);
    const chat = cards.get('aigateway.envoyproxy.io/AIGatewayRoute/ai/chat' as ResourceId);
    expect(chat?.policies.map(({ name }) => name)).toEqual(['tokens']);
    expect([...cards.keys()]).not.toContain('gateway.networking.k8s.io/HTTPRoute/ai/chat');
  });
});

describe('findCards', () => {
  const analysis = analyse([{ path: 'shop.yaml', text: shop }]);
  const canvas = createCanvasModel()(analysis, everything);
  const find = (text: string | null) => findCards(canvas, analysis.resources, text);

  it('finds by name, kind and host name', () => {
    expect(find('cart-v1')).toContain(ids.v1);
    expect(find('gateway web')).toEqual([ids.gateway]);
    expect(find('shop.example.com')).toEqual([ids.gateway]);
    expect(find('cart-v2')).toContain(ids.v2);
  });

  it('finds a docked policy as the card it is on', () => {
    expect(find('limits')).toEqual([ids.route]);
  });

  it('finds nothing for nothing', () => {
    expect(find(null)).toEqual([]);
    expect(find('  ')).toEqual([]);
    expect(find('no such thing')).toEqual([]);
  });
});
