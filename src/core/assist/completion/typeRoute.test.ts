import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../scripts/catalogue/loadPacks.ts';
import { judge } from '../../schema/judge.ts';
import { parseYaml } from '../../yaml/parseYaml.ts';
import { accept, completionAt, typeText, type World } from '../testing/typing.ts';

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
  namespace: shop
spec:
  gatewayClassName: eg
  listeners:
    - name: http
      port: 80
      protocol: HTTP
    - name: https
      port: 443
      protocol: HTTPS
      tls: {certificateRefs: [{name: web-tls}]}
`;
const service = `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector: {app: cart}
  ports:
    - name: http
      port: 8080
`;
const catalogue = readCatalogue();
const world: World = { catalogue, files: { 'gateway.yaml': gateway, 'service.yaml': service } };

/** What is typed, or chosen (`> label`), one after the other. */
function type(steps: readonly string[], start = '|'): string {
  return steps.reduce(
    (text, step) => (step.startsWith('> ') ? accept(text, step.slice(2), world) : typeText(text, step)),
    start,
  );
}

/** What the API server would say of the text. */
function faultsOf(marked: string): readonly unknown[] {
  const { value } = parseYaml(marked.replace('|', ''));
  const { apiVersion, kind } = value as { apiVersion: string; kind: string };
  const [group = '', version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const found = catalogue.find(group, version, kind);
  if (found.state !== 'known') throw new Error(`${apiVersion} ${kind} is ${found.state}`);
  return judge(found.kind, value).faults;
}

describe('a route from nothing', () => {
  it('is typed with completion only, field by field', () => {
    const text = type([
      'k',
      '> kind',
      '> HTTPRoute',
      '\n',
      '> metadata',
      '> name',
      'shop\n  ',
      '> namespace',
      '> shop',
      '\n',
      '> spec',
      '> parentRefs',
      '> web',
      '\n      se',
      '> sectionName',
      '> https',
      '\n  ',
      'ho',
      '> hostnames',
      'shop.example.com\n  ',
      '> rules',
      '> matches',
      '> path',
      '> type',
      '> PathPrefix',
      '\n            ',
      '> value',
      '> /',
      '\n      ',
      '> backendRefs',
      '> cart',
    ]);
    expect(text).toBe(`apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: shop
spec:
  parentRefs:
    - name: web
      sectionName: https
  hostnames:
    - shop.example.com
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: /
      backendRefs:
        - name: cart
          port: 8080|`);
    expect(faultsOf(text)).toEqual([]);
  });

  it('comes whole from an empty document', () => {
    const text = type(['HTTP', '> HTTPRoute']);
    expect(text).toContain('kind: HTTPRoute');
    expect(faultsOf(text)).toEqual([]);
  });

  it('asks again wherever there is something to choose', () => {
    const asks = (marked: string, label: string) =>
      completionAt(marked, world).items.find((each) => each.label === label)?.asksAgain === true;
    expect(asks('|', 'kind')).toBe(true);
    const spec =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a, namespace: shop}\nspec:\n';
    expect(asks(`${spec}  |`, 'parentRefs')).toBe(true);
    expect(asks(`${spec}  |`, 'rules')).toBe(true);
    expect(asks(`${spec}  |`, 'hostnames')).toBe(false);
    expect(asks(`${spec}  parentRefs:\n    - |`, 'sectionName')).toBe(true);
  });
});

describe('what the rules of the catalogue say', () => {
  const labels = (marked: string) => completionAt(marked, world).items.map((each) => each.label);
  const rules = 'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nspec:\n  rules:\n';

  it('brings the field that goes with a type', () => {
    const filters = accept(`${rules}    - |`, 'filters', world);
    expect(filters.endsWith('    - filters:\n        - type: |')).toBe(true);
    const text = accept(filters, 'RequestRedirect', world);
    expect(text.slice(filters.length - 1)).toBe('RequestRedirect\n          requestRedirect:\n            |');
    expect(labels(text)).toContain('statusCode');
    const member = accept(
      `${rules}    - filters:\n        - type: |\n          urlRewrite: {}`,
      'RequestRedirect',
      world,
    );
    expect(member).not.toContain('requestRedirect:');
  });

  it('puts first what the type calls for, and last what it forbids', () => {
    const fields = labels(`${rules}    - filters:\n        - type: URLRewrite\n          |`);
    expect(fields[0]).toBe('urlRewrite');
    expect(fields.indexOf('requestMirror')).toBeGreaterThan(0);
  });

  it('offers the values that forms offer where the API takes any text', () => {
    const listener = gateway.slice(0, gateway.indexOf('protocol: HTTP\n'));
    expect(labels(`${listener}protocol: |`)).toEqual(['HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP']);
    const spec = gateway.slice(0, gateway.indexOf('  listeners'));
    const { items } = completionAt(`${spec}  |`, world);
    const listeners = items.find((each) => each.label === 'listeners');
    expect(listeners?.insert).toContain('|HTTP,HTTPS,TLS,TCP,UDP|}');
  });

  it('puts what is deprecated last', () => {
    const policy = 'apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: BackendTrafficPolicy\nspec:\n  |';
    const { items } = completionAt(policy, world);
    const deprecated = items.findIndex((each) => each.label === 'targetRef');
    expect(items.findIndex((each) => each.label === 'targetRefs')).toBeLessThan(deprecated);
    expect(items.slice(deprecated).every((each) => each.isDeprecated === true)).toBe(true);
  });

  it('puts a new resource into the namespace that most are in', () => {
    expect(accept('|', 'Service', world)).toContain('namespace: shop');
  });

  it('replaces a value from right behind its colon, with the space', () => {
    const text = accept(gateway.replace('protocol: HTTP\n', 'protocol:| HTTP\n'), 'TLS', world);
    expect(text).toContain('protocol: TLS|\n');
  });
});

describe('the built-in catalogue', () => {
  it('makes a valid beginning of every kind that the studio draws', () => {
    const { items } = completionAt('|', world);
    const drawn = items.filter((each) => each.type === 'resource').slice(0, 24);
    const wrong = drawn.flatMap(({ label }) => {
      const faults = faultsOf(accept('|', label, world));
      return faults.length === 0 ? [] : [`${label}: ${JSON.stringify(faults)}`];
    });
    expect(drawn.length).toBe(24);
    expect(wrong).toEqual([]);
  });

  it('answers at every place of a real document', () => {
    const text = `${gateway}---\n${service}`;
    let proposing = 0;
    for (let at = 0; at <= text.length; at++) {
      const { items } = completionAt(`${text.slice(0, at)}|${text.slice(at)}`, { catalogue });
      if (items.length > 0) proposing++;
    }
    console.log(`completion: proposals at ${proposing} of ${text.length + 1} places`);
    expect(proposing).toBeGreaterThan(text.length / 2);
  });
});
