import { describe, expect, it } from 'vitest';
import { analyse } from '../../core/analyse.ts';
import { partsOfId, type ResourceId } from '../../core/workspace/types.ts';
import { createCanvasModel } from './createCanvasModel.ts';
import { pathThrough } from './paths.ts';

const gateway = 'gateway.networking.k8s.io/v1';
const route = (name: string, section: string, service: string) =>
  `apiVersion: ${gateway}\nkind: HTTPRoute\nmetadata: { name: ${name} }\nspec:\n  parentRefs: [{ name: web, sectionName: ${section} }]\n  rules: [{ backendRefs: [{ name: ${service}, port: 80 }] }]\n`;
const text = [
  `apiVersion: ${gateway}\nkind: GatewayClass\nmetadata: { name: eg }\nspec: { controllerName: gateway.envoyproxy.io/gatewayclass-controller }\n`,
  `apiVersion: ${gateway}\nkind: Gateway\nmetadata: { name: web }\nspec:\n  gatewayClassName: eg\n  listeners:\n    - { name: http, port: 80, protocol: HTTP }\n    - { name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: web-tls }] } }\n`,
  'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: web }\nspec: { secretName: web-tls, issuerRef: { name: ca }, dnsNames: [a.example.com] }\n',
  route('plain', 'http', 'one'),
  route('secure', 'https', 'two'),
  'apiVersion: v1\nkind: Service\nmetadata: { name: one }\nspec: { ports: [{ port: 80 }] }\n',
  'apiVersion: v1\nkind: Service\nmetadata: { name: two }\nspec: { ports: [{ port: 80 }] }\n',
].join('---\n');
const { links, cards } = createCanvasModel()(analyse([{ path: 'a.yaml', text }]), {
  hiddenKinds: [],
  hiddenNamespaces: [],
  expandedPolicies: [],
  unfolded: new Set(),
});
const names = (ids: ReadonlySet<ResourceId>) =>
  [...ids].map((id) => `${partsOfId(id).kind} ${partsOfId(id).name}`).sort();
const idOf = (name: string) => [...cards.keys()].find((id) => id.endsWith(name)) as ResourceId;

describe('pathThrough', () => {
  it('runs from a route to its listener and to its backends, with what serves them', () => {
    expect(names(pathThrough(links, [idOf('HTTPRoute/default/secure')]).cards)).toEqual([
      'Certificate web',
      'Gateway web',
      'GatewayClass eg',
      'HTTPRoute secure',
      'Issuer ca',
      'Secret web-tls',
      'Service two',
    ]);
  });

  it('leaves out what belongs to another listener', () => {
    expect(names(pathThrough(links, [idOf('HTTPRoute/default/plain')]).cards)).toEqual([
      'Gateway web',
      'GatewayClass eg',
      'HTTPRoute plain',
      'Service one',
    ]);
  });

  it('runs from what serves to what it serves', () => {
    const path = names(pathThrough(links, [idOf('Certificate/default/web')]).cards);
    expect(path).toContain('Gateway web');
    expect(path).toContain('HTTPRoute secure');
  });

  it('runs along one link', () => {
    const link = [...links.values()].find((each) => each.target === idOf('Service/default/one'));
    const path = pathThrough(links, [], [link?.id ?? '']);
    expect(names(path.cards)).toContain('Gateway web');
    expect(names(path.cards)).not.toContain('Service two');
    expect(path.links.has(link?.id ?? '')).toBe(true);
  });
});
