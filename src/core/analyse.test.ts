import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analyser, analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { applyDelta, diffAnalysis, emptyAnalysis } from './analysisDelta.ts';
import type { ResourceId } from './workspace/types.ts';

const service = (name: string, port = 80) => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  ports:
    - port: ${port}
`;

const route = (name: string, backend: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: ${name}
spec:
  rules:
    - backendRefs:
        - name: ${backend}
          port: 80
`;

const codes = (analysis: Analysis) => analysis.findings.map((each) => each.code);
const one = (text: string) => analyse([{ path: 'a.yaml', text }]);

describe('analyse', () => {
  it('reads resources, edges and ghosts', () => {
    const analysis = one(`${route('shop', 'cart')}---\n${service('cart')}---\n${route('other', 'nowhere')}`);
    expect([...analysis.resources.keys()]).toEqual([
      'gateway.networking.k8s.io/HTTPRoute/default/shop',
      '/Service/default/cart',
      'gateway.networking.k8s.io/HTTPRoute/default/other',
    ]);
    expect([...analysis.edges.values()].map((edge) => [edge.to, edge.state])).toEqual([
      ['/Service/default/cart', 'resolved'],
      ['/Service/default/nowhere', 'missing'],
    ]);
    expect([...analysis.ghosts.keys()]).toEqual(['/Service/default/nowhere']);
    expect(codes(analysis)).toEqual(['TS012']);
  });

  it('does not take a resource of the same name in another namespace', () => {
    const elsewhere = service('cart').replace('name: cart', 'name: cart\n  namespace: elsewhere');
    const [edge] = one(`${route('shop', 'cart')}---\n${elsewhere}`).edges.values();
    expect(edge?.state).toBe('missing');
  });

  it('keeps the last good resource of a document that stops parsing, marked stale', () => {
    const analyser = new Analyser([
      { path: 'a.yaml', text: `${route('shop', 'cart')}---\n${service('cart')}` },
    ]);
    const text = analyser.files.get('a.yaml') ?? '';
    const at = text.indexOf('ports:');
    const analysis = analyser.update([
      { type: 'edit', path: 'a.yaml', edits: [{ start: at, end: at, text: '{ [ : ' }] },
    ]);
    const cart = analysis.resources.get('/Service/default/cart' as ResourceId);
    expect(cart?.stale).toEqual(expect.any(String));
    expect(analysis.files[0]?.documents.map((each) => each.state)).toEqual(['resource', 'broken']);
    expect([...analysis.edges.values()].map((edge) => edge.state)).toEqual(['resolved']);
    const mended = analyser.update([
      { type: 'edit', path: 'a.yaml', edits: [{ start: at, end: at + 6, text: '' }] },
    ]);
    expect(mended.resources.get('/Service/default/cart' as ResourceId)?.stale).toBeUndefined();
    expect(mended.findings).toEqual([]);
  });

  it('keeps the identity of what a keystroke does not touch', () => {
    const analyser = new Analyser([
      { path: 'a.yaml', text: `${route('shop', 'cart')}---\n${service('cart')}` },
    ]);
    const before = analyser.analysis;
    const end = (analyser.files.get('a.yaml') ?? '').length;
    const after = analyser.update([
      { type: 'edit', path: 'a.yaml', edits: [{ start: end, end, text: '# c\n' }] },
    ]);
    const [routeId, serviceId] = [...before.resources.keys()];
    expect(after.resources.get(routeId as ResourceId)).toBe(before.resources.get(routeId as ResourceId));
    // A comment changes the text and nothing else.
    expect(after.resources.get(serviceId as ResourceId)).toBe(before.resources.get(serviceId as ResourceId));
    const port = (analyser.files.get('a.yaml') ?? '').lastIndexOf('80');
    const next = analyser.update([
      { type: 'edit', path: 'a.yaml', edits: [{ start: port, end: port + 2, text: '81' }] },
    ]);
    expect(next.resources.get(routeId as ResourceId)).toBe(before.resources.get(routeId as ResourceId));
    expect(next.resources.get(serviceId as ResourceId)?.value).toMatchObject({
      spec: { ports: [{ port: 81 }] },
    });
    expect([...after.edges.values()]).toEqual([...before.edges.values()]);
    expect([...after.edges.values()][0]).toBe([...before.edges.values()][0]);
  });

  it('keeps the references in the order of the text when a resource gets its first', () => {
    const scaler = 'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: first}\nspec: {}\n';
    const analyser = new Analyser([{ path: 'a.yaml', text: `${scaler}---\n${route('second', 'cart')}` }]);
    const start = scaler.indexOf('{}');
    const text = '{scaleTargetRef: {name: cart}}';
    const { edges } = analyser.update([
      { type: 'edit', path: 'a.yaml', edits: [{ start, end: start + 2, text }] },
    ]);
    expect([...edges.values()].map(({ from }) => from.split('/').at(-1))).toEqual(['first', 'second']);
  });

  it('tells a second resource of one identity from the first', () => {
    const analysis = one(`${service('cart')}---\n${service('cart', 81)}`);
    expect([...analysis.resources.keys()]).toEqual(['/Service/default/cart', '/Service/default/cart#2']);
    expect(codes(analysis)).toEqual(['TS010']);
  });

  it('reads lists, foreign documents, empty documents and unknown kinds', () => {
    const analysis = one(`apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: {name: a}
  - apiVersion: example.com/v1
    kind: Thing
    metadata: {name: b, namespace: c}
---
just: data
---
# nothing
---
- 1
`);
    expect(analysis.files[0]?.documents.map((each) => each.state)).toEqual([
      'list',
      'foreign',
      'empty',
      'foreign',
    ]);
    expect([...analysis.resources.keys()]).toEqual(['/ConfigMap/default/a', 'example.com/Thing/c/b']);
    expect(analysis.findings).toEqual([]);
  });

  it('survives prototype keys, duplicate keys and alias bombs', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((key, i) => `${key}: &${key} [${Array(10).fill(`*${'abcdefg'[i]}`)}]`),
    ];
    const analysis = one(
      `${service('a')}__proto__:\n  polluted: true\n---\nkind: Service\nkind: Service\napiVersion: v1\nmetadata: {name: b}\n---\n${bomb.join('\n')}\n`,
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(codes(analysis)).toEqual(['TS006', 'TS002', 'TS005']);
    expect(analysis.resources.size).toBe(2);
  });

  it('puts findings at the exact place', () => {
    const text = route('shop', 'nowhere');
    const [finding] = one(`# head\n---\n${text}`).findings;
    const document = `# head\n---\n${text}`;
    expect(document.slice(finding?.range.start, finding?.range.end)).toBe('nowhere');
    expect(finding?.place).toEqual({
      file: 'a.yaml',
      document: 0,
      path: ['spec', 'rules', 0, 'backendRefs', 0, 'name'],
    });
  });
});

describe('Analyser', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      service('a'),
      service('b'),
      route('r', 'a'),
      route('r', 'zzz'),
      'x: [\n',
      '# c\n',
      'foo: bar\n',
      '',
    ),
    fc.constantFrom('---\n', '\n---\n', '...\n', '  ', 'name: q\n', '\r\n', '-', '--'),
  );
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(40), text: piece });

  it('gives after any edits what reading everything anew would give', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (parts, edits) => {
          const analyser = new Analyser([{ path: 'a.yaml', text: parts.join('---\n') }]);
          let shown = applyDelta(emptyAnalysis, diffAnalysis(emptyAnalysis, analyser.analysis));
          for (const { at, length, text } of edits) {
            const before = analyser.files.get('a.yaml') ?? '';
            const start = Math.floor(at * before.length);
            const previous = analyser.analysis;
            analyser.update([
              {
                type: 'edit',
                path: 'a.yaml',
                edits: [{ start, end: Math.min(before.length, start + length), text }],
              },
            ]);
            shown = applyDelta(shown, structuredClone(diffAnalysis(previous, analyser.analysis)));
          }
          const fresh = one(analyser.files.get('a.yaml') ?? '');
          expect(withoutStale(analyser.analysis)).toEqual(withoutStale(fresh));
          if (!hasBroken(fresh)) expect(orderOf(analyser.analysis)).toEqual(orderOf(fresh));
          expect(shown).toEqual(structuredClone(analyser.analysis));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('sketches what a change would make of it, and stays as it is', () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n';
    const route =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec: {rules: [{backendRefs: [{name: a, port: 80}]}]}\n';
    const analyser = new Analyser([{ path: 'a.yaml', text }]);
    const before = analyser.analysis;
    const sketch = analyser.sketch([{ type: 'create', path: 'b.yaml', text: route }]);
    const fresh = analyse([
      { path: 'a.yaml', text },
      { path: 'b.yaml', text: route },
    ]);
    expect([...sketch.resources.keys()]).toEqual([...fresh.resources.keys()]);
    expect([...sketch.edges.values()]).toEqual([...fresh.edges.values()]);
    expect(sketch.resources.get('/Service/default/a' as ResourceId)).toBe(
      before.resources.get('/Service/default/a' as ResourceId),
    );
    expect(analyser.analysis).toBe(before);
  });
});

/** True where a document does not parse: there only a kept analyser knows the last good text. */
function hasBroken({ files }: Analysis): boolean {
  return files.some((file) => file.documents.some(({ state }) => state === 'broken'));
}

/** Broken documents differ on purpose. */
function withoutStale(analysis: Analysis): unknown {
  const documents = analysis.files.map((file) =>
    file.documents.map(({ start, end, state }) => ({ start, end, state })),
  );
  return hasBroken(analysis) ? documents : { ...analysis, documents };
}

/** The order of what is kept in maps, which equality of maps does not see. */
function orderOf({ resources, edges, ghosts }: Analysis): unknown {
  return [[...resources.keys()], [...edges.keys()], [...ghosts.keys()]];
}
