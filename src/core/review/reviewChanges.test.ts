import {
  array,
  assert,
  constantFrom,
  dictionary,
  integer,
  property,
  record,
  stringMatching,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { hunkAsEdit } from '../text/lineDiff.ts';
import { applyEdits } from '../text/textEdit.ts';
import { valueAt } from '../yaml/path.ts';
import { reviewChanges } from './reviewChanges.ts';

const side = (texts: Readonly<Record<string, string>>) => {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return { files, analysis: analyse(files) };
};
const review = (before: string | Record<string, string>, after: string | Record<string, string>) =>
  reviewChanges(
    side(typeof before === 'string' ? { 'a.yaml': before } : before),
    side(typeof after === 'string' ? { 'a.yaml': after } : after),
  );
const words = (before: string, after: string) =>
  review(before, after).resources.flatMap(({ fields }) => fields.map(({ text }) => text));
const change = (text: string, ...edits: readonly (readonly [string, string])[]) =>
  edits.reduce((result, [from, to]) => {
    expect(result).toContain(from);
    return result.replace(from, to);
  }, text);

const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: web
  labels: { app: shop }
spec:
  parentRefs:
    - name: edge
      sectionName: http
    - name: edge
      sectionName: https
  hostnames: [a.example.com, b.example.com]
  rules:
    # orders
    - matches:
        - path: { type: PathPrefix, value: /orders }
      backendRefs:
        - name: orders-v1
          port: 80
          weight: 90
        - name: orders-v2
          port: 80
          weight: 10
    - matches:
        - path: { type: PathPrefix, value: /cart }
      backendRefs:
        - { name: cart, port: 80 }
`;
const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge }
spec:
  gatewayClassName: eg
  listeners:
    - { name: http, protocol: HTTP, port: 80 }
    - { name: admin, protocol: HTTP, port: 8080 }
`;

describe('fields in plain words', () => {
  it.each([
    [
      'a weight',
      [['weight: 10', 'weight: 20']],
      ['Weight of backend orders-v2 in rule 1 changed from 10 to 20'],
    ],
    [
      'a new weight',
      [['name: cart, port: 80', 'name: cart, port: 80, weight: 5']],
      ['Weight of backend cart in rule 2 set to 5'],
    ],
    [
      'no weight',
      [['          weight: 90\n', '']],
      ['Weight of backend orders-v1 in rule 1 removed (was 90)'],
    ],
    [
      'a hostname more',
      [['a.example.com, ', 'a.example.com, c.example.com, ']],
      ['Added hostname c.example.com'],
    ],
    ['a hostname less', [['a.example.com, ', '']], ['Removed hostname a.example.com']],
    [
      'other hostnames',
      [['[a.example.com, b.example.com]', '[b.example.com, a.example.com]']],
      ['Hostname a.example.com moved from position 1 to position 2'],
    ],
    [
      'a label',
      [['app: shop', 'app: store, tier: web']],
      ['Label app changed from shop to store', 'Added label tier: web'],
    ],
    ['another backend', [['name: cart,', 'name: basket,']], ['Backend cart in rule 2 changed to basket']],
    [
      'another parent section',
      [['sectionName: https', 'sectionName: tls']],
      ['sectionName of parent edge changed from https to tls'],
    ],
    [
      'a nested field',
      [['/cart }\n', '/cart }\n      timeouts: { request: 5s }\n']],
      ['Added timeouts (request 5s) to rule 2'],
    ],
    [
      'a path',
      [['value: /cart', 'value: /basket']],
      ['path.value of match 1 in rule 2 changed from /cart to /basket'],
    ],
    ['a comment', [['# orders', '# all orders']], ['Only comments or layout changed']],
    ['a quote', [['name: edge', 'name: "edge"']], ['Only comments or layout changed']],
    [
      'an API version',
      [['k8s.io/v1', 'k8s.io/v1beta1']],
      ['apiVersion changed from gateway.networking.k8s.io/v1 to gateway.networking.k8s.io/v1beta1'],
    ],
  ] as const)('says %s', (_what, edits, said) => {
    expect(words(route, change(route, ...edits))).toEqual(said);
  });

  it('says listeners by name, with what they are', () => {
    const more = change(gateway, [
      '    - { name: admin',
      '    - { name: https, protocol: HTTPS, port: 443, tls: {} }\n    - { name: admin',
    ]);
    expect(words(gateway, more)).toEqual(['Added listener https (HTTPS, port 443)']);
    expect(words(more, gateway)).toEqual(['Removed listener https (HTTPS, port 443)']);
    expect(words(gateway, change(gateway, ['name: admin', 'name: ops']))).toEqual([
      'Listener admin renamed to ops',
    ]);
    const swapped = change(
      gateway,
      ['name: http, protocol: HTTP, port: 80 ', 'name: admin, protocol: HTTP, port: 8080 '],
      [
        '{ name: admin, protocol: HTTP, port: 8080 }\n',
        '{ name: admin, protocol: HTTP, port: 8080 }\n    - { name: http, protocol: HTTP, port: 80 }\n',
      ],
    );
    expect(words(gateway, swapped.slice(0, swapped.lastIndexOf('    - ')))).toEqual([
      expect.stringMatching(/^Listener \w+ moved from position \d to position \d$/),
    ]);
  });

  it('says rules by what they match', () => {
    const rule = `    - matches:\n        - path: { type: PathPrefix, value: /pay }\n      backendRefs: [{ name: pay, port: 80 }]\n`;
    const [added] = words(route, change(route, ['    # orders\n', `    # pay\n${rule}`]));
    expect(added).toMatch(/^Added rule 1 \(.*\/pay.*\)$/);
    expect(words(route, change(route, ['    # orders\n', `    # pay\n${rule}`]))).toHaveLength(1);
  });

  it('never says a Secret value', () => {
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: { name: db }\ndata:\n  password: aHVudGVy\n  old: eA==\nstringData: { a: hunter2 }\n`;
    const after = change(
      secret,
      ['aHVudGVy', 'c2VjcmV0'],
      ['old: eA==', 'new: bmV3'],
      ['a: hunter2', 'a: hunter3, list: [hunter4]'],
    );
    expect(words(secret, after)).toEqual([
      'Value of key password changed',
      'Removed key old',
      'Added key new (its value is not shown)',
      'Value of key a changed',
      'Added key list (its value is not shown)',
    ]);
  });

  it('says long and many-lined texts by their size', () => {
    const map = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata:\n  a.conf: |\n    one\n    two\n`;
    expect(words(map, change(map, ['two', 'three']))).toEqual(['Key a.conf changed']);
    expect(words(map, `${map}  b: x\n`)).toEqual(['Added key b: x']);
  });
});

describe('resources', () => {
  const service = (name: string, port = 80) =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports: [{ port: ${port} }]\n  selector: { app: ${name} }\n`;

  it('are added, removed and renamed', () => {
    const { resources } = review(
      `${service('a')}---\n${service('b', 81)}---\n${gateway}`,
      `${service('c')}---\n${route}---\n${gateway}`,
    );
    expect(resources.map(({ type, title }) => [type, title])).toEqual([
      ['renamed', 'Service c'],
      ['added', 'HTTPRoute shop'],
      ['removed', 'Service b'],
    ]);
    expect(resources[0]).toMatchObject({ was: '/Service/default/a', id: '/Service/default/c' });
    expect(resources[0]?.fields.map(({ text }) => text)).toEqual([
      'Renamed from a to c',
      'selector.app changed from a to c',
    ]);
    expect(resources[2]).not.toHaveProperty('after');
  });

  it('are found again in another place and another namespace', () => {
    const moved = change(route, ['namespace: web', 'namespace: shop']);
    const { resources } = review(
      { 'a.yaml': `${gateway}---\n${route}` },
      { 'a.yaml': gateway, 'b.yaml': moved },
    );
    expect(resources.map(({ type, title, fields }) => [type, title, fields.map(({ text }) => text)])).toEqual(
      [['renamed', 'HTTPRoute shop', ['Moved from namespace web to shop']]],
    );
    expect(
      review({ 'a.yaml': `${gateway}---\n${route}` }, { 'a.yaml': gateway, 'b.yaml': route }).resources,
    ).toEqual([]);
  });

  it('that do not parse are compared as last read', () => {
    const before = side({ 'a.yaml': route });
    const files = [{ path: 'a.yaml', text: route.replace('rules:', 'rules: [') }];
    const stale = [...before.analysis.resources.values()].map(
      (each) => [each.id, { ...each, stale: 'why' }] as const,
    );
    const { resources } = reviewChanges(before, {
      files,
      analysis: { ...analyse(files), resources: new Map(stale) },
    });
    expect(resources[0]?.fields.map(({ type }) => type)).toEqual(['broken']);
  });

  it('in lists are told apart item by item', () => {
    const list = (a: string, b: string) =>
      `apiVersion: v1\nkind: List\nitems:\n  - ${a.trimEnd().replaceAll('\n', '\n    ')}\n  - ${b.trimEnd().replaceAll('\n', '\n    ')}\n`;
    const { resources } = review(list(service('a'), service('b')), list(service('a'), service('b', 81)));
    expect(
      resources.map(({ title, fields }) => [title, fields.map(({ text, place }) => [text, place.path])]),
    ).toEqual([
      ['Service b', [['Port of port 1 changed from 80 to 81', ['items', 1, 'spec', 'ports', 0, 'port']]]],
    ]);
    const commented = review(list(service('a'), service('b')), list(`${service('a')}# why\n`, service('b')));
    expect(commented.resources.map(({ title }) => title).length).toBeLessThan(2);
  });
});

describe('places', () => {
  it('lead to the values on the side where they are', () => {
    const other = change(
      route,
      ['a.example.com, ', ''],
      ['weight: 10', 'weight: 20'],
      ['{ name: cart, port: 80 }', '{ name: cart, port: 81 }'],
    );
    const [resource] = review(route, other).resources;
    const before = [...side({ x: route }).analysis.resources.values()][0]?.value;
    const after = [...side({ x: other }).analysis.resources.values()][0]?.value;
    expect(
      resource?.fields.map(({ side: at, place }) => valueAt(at === 'before' ? before : after, place.path)),
    ).toEqual(['a.example.com', 20, 81]);
  });
});

describe('files', () => {
  it('are added, removed, renamed and changed, with lines', () => {
    const { files } = review(
      { 'a.yaml': route, 'b.yaml': gateway, 'c.yaml': 'x: 1\n', 'd.yaml': 'k: 1 # one\n' },
      {
        'a.yaml': change(route, ['weight: 10', 'weight: 20']),
        'e.yaml': `# moved\n${gateway}`,
        'f.yaml': 'y: 1\nz: 1\n',
        'd.yaml': 'k: 1 # two\n',
      },
    );
    expect(files.map(({ hunks, ...rest }) => ({ ...rest, hunks: hunks.length }))).toEqual([
      { type: 'changed', path: 'a.yaml', added: 1, removed: 1, isLayoutOnly: false, hunks: 1 },
      { type: 'renamed', path: 'e.yaml', was: 'b.yaml', added: 1, removed: 0, isLayoutOnly: true, hunks: 1 },
      { type: 'added', path: 'f.yaml', added: 2, removed: 0, isLayoutOnly: false, hunks: 1 },
      { type: 'changed', path: 'd.yaml', added: 1, removed: 1, isLayoutOnly: true, hunks: 1 },
      { type: 'removed', path: 'c.yaml', added: 0, removed: 1, isLayoutOnly: false, hunks: 1 },
    ]);
  });
});

describe('every Secret', () => {
  it('is reviewed without a word of its values', () => {
    const token = stringMatching(/^[a-z0-9]{10,14}$/);
    const values = dictionary(constantFrom('a', 'b', 'c'), token, { minKeys: 1 });
    const secret = record({ field: constantFrom('data', 'stringData', 'stringdata'), values }).map(
      ({ field, values: entries }) => ({
        text: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: '${JSON.stringify(entries)}'\n${field}: ${JSON.stringify(entries)}\n`,
        tokens: Object.values(entries),
      }),
    );
    assert(
      property(secret, secret, (before, after) => {
        const said = JSON.stringify(review(before.text, after.text).resources);
        for (const each of [...before.tokens, ...after.tokens]) expect(said).not.toContain(each);
      }),
      { numRuns: 200 },
    );
  });
});

describe('every change', () => {
  const name = stringMatching(/^[a-c]{1,2}$/);
  const backend = record({ name, port: constantFrom(80, 81), weight: integer({ min: 0, max: 2 }) });
  const rule = record({ path: stringMatching(/^\/[a-c]?$/), backends: array(backend, { maxLength: 3 }) });
  const text = record({
    rules: array(rule, { maxLength: 4 }),
    hostnames: array(name, { maxLength: 3 }),
    comment: name,
  }).map(
    ({ rules, hostnames, comment }) =>
      `# ${comment}\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec:\n  hostnames: ${JSON.stringify(hostnames)}\n  rules:\n${rules.map((each) => `    - matches: [{path: {value: ${each.path}}}]\n      backendRefs: ${JSON.stringify(each.backends)}\n`).join('')}`,
  );

  it('is said when there is one, never when there is none, and its hunks lead back', () => {
    assert(
      property(text, text, (before, after) => {
        const [was, now] = [side({ x: before }), side({ x: after })];
        const { resources, files } = reviewChanges(was, now);
        const [a, b] = [was, now].map(({ analysis }) =>
          JSON.stringify([...analysis.resources.values()].map(({ value }) => value)),
        );
        const same = a === b;
        expect(resources.length).toBe(before === after ? 0 : 1);
        for (const { fields } of resources) {
          expect(fields.every(({ type }) => (type === 'layout') === same)).toBe(true);
          expect(
            fields.every(
              (field) => /^[A-Za-z]/.test(field.text) && !/undefined|\[object|NaN/.test(field.text),
            ),
          ).toBe(true);
        }
        const edits = files.flatMap(({ hunks }) => hunks.map((hunk) => hunkAsEdit(after, before, hunk)));
        expect(applyEdits(after, edits)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });
});
