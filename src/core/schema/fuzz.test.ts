import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/catalogue/loadPacks.ts';
import { analyse } from '../analyse.ts';
import type { Finding } from '../analysis.ts';
import { createCelEngine } from './celEngine.ts';
import { hostileYaml } from './testing/hostileYaml.ts';
import { textFields } from './testing/textFields.ts';

/** In milliseconds: what takes longer is a hang. */
const longest = 2000;

const judging = { catalogue: readCatalogue('experimental'), cel: createCelEngine() };

/** The findings, and the time it took; measured again when it was long, as the machine may have been busy. */
function analysed(text: string): { readonly findings: readonly Finding[]; readonly took: number } {
  let took = Number.POSITIVE_INFINITY;
  let findings: readonly Finding[] = [];
  for (let attempts = 0; attempts < 3 && took > longest; attempts++) {
    const start = performance.now();
    findings = analyse([{ path: 'a.yaml', text }], { judging }).findings;
    took = Math.min(took, performance.now() - start);
  }
  return { findings, took };
}

function isSound(text: string, { message, range, fault }: Finding): boolean {
  return (
    (fault === undefined || message.length < 2500) &&
    range.start >= 0 &&
    range.start <= range.end &&
    range.end <= text.length
  );
}

describe('whatever the text', () => {
  analysed('apiVersion: v1\nkind: Service\n');

  it.each(Object.entries(hostileYaml()))('%s', { timeout: 60_000 }, (_, text) => {
    const { findings, took } = analysed(text);
    expect(findings.every((each) => isSound(text, each))).toBe(true);
    expect(took).toBeLessThan(longest);
  });

  it('a million characters in any field with a pattern, format or rule', { timeout: 300_000 }, () => {
    const parts = ['1', 'a', '-', '10s', '.', '/', 'A', '='];
    const fields = textFields(judging.catalogue);
    expect(fields.length).toBeGreaterThan(60);
    let [slowest, where] = [0, ''];
    for (const [i, field] of fields.entries()) {
      const part = parts[i % parts.length] ?? '';
      const long = part.repeat(1_000_000 / part.length);
      const text = JSON.stringify(field.resourceWith(i % 2 === 0 ? long : `${long}!`));
      const { took, findings } = analysed(text);
      expect(took, `${field.name} of ${part}`).toBeLessThan(longest);
      expect(findings.every((each) => isSound(text, each))).toBe(true);
      if (took > slowest) [slowest, where] = [took, `${field.name} of ${part}`];
    }
    console.log(`${fields.length} forms of text: at most ${Math.round(slowest)} ms (${where})`);
  });

  it('random changes of good texts, and random pieces', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(changedText, pieces), (text) => {
        const { findings, took } = analysed(text);
        expect(findings.every((each) => isSound(text, each))).toBe(true);
        expect(took).toBeLessThan(longest);
      }),
      { seed: 20_261_121, numRuns: Number(process.env.RUNS ?? 1000) },
    );
  });
});

const good = [
  `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  labels: { app: shop }
spec:
  parentRefs: [{ name: web, sectionName: https }]
  hostnames: &hosts
    - "shop.example.com"
  rules:
    - matches:
        - path: { type: PathPrefix, value: /cart } # the cart
      timeouts: { request: 10s }
      backendRefs:
        - name: cart
          port: 8080
`,
  `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: &labels { app: cart } }
  template:
    metadata: { labels: *labels }
    spec:
      containers:
        - name: cart
          image: cart:1
          args: ["--a", '--b']
          resources: { limits: { cpu: 500m, memory: 1Gi } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: cart }
data:
  text: |
    a: 1
  folded: >-
    b
`,
  `apiVersion: v1
kind: List
items:
  - apiVersion: keda.sh/v1alpha1
    kind: ScaledObject
    metadata: { name: cart }
    spec:
      scaleTargetRef: { name: cart }
      triggers: [{ type: cron, metadata: { start: 0 8 * * *, end: 0 18 * * *, timezone: UTC, desiredReplicas: "5" } }]
`,
];

const marks = fc.constantFrom(
  ...[
    '\n',
    '  ',
    '- ',
    ': ',
    '#',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
    '?',
  ],
  ...[
    '---\n',
    '...\n',
    '\t',
    '\r\n',
    '\0',
    '\u2028',
    '\uFEFF',
    '😀',
    '%',
    '@',
    'null',
    '~',
    '1e999',
    '-0',
    '0x10',
  ],
  ...[
    'spec:',
    '\nspec: 1\n',
    'apiVersion: ',
    'kind: List\n',
    '__proto__: 1\n',
    '99999999999999999999',
    'true',
    '10s',
  ],
);

const edit = fc.record({
  at: fc.nat(10_000),
  cut: fc.nat(12),
  put: fc.oneof(marks, fc.string({ maxLength: 4 })),
});

/** A good text with some edits anywhere. */
const changedText = fc
  .tuple(fc.constantFrom(...good), fc.array(edit, { minLength: 1, maxLength: 8 }))
  .map(([text, edits]) =>
    edits.reduce((changed, { at, cut, put }) => {
      const start = at % (changed.length + 1);
      return changed.slice(0, start) + put + changed.slice(start + cut);
    }, text),
  );

const pieces = fc
  .array(fc.oneof(marks, fc.constantFrom('a', ' ', 'kind: Service\n', 'metadata:\n  name: a\n')), {
    maxLength: 60,
  })
  .map((all) => all.join(''));
