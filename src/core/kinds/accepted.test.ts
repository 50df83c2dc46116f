import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../scripts/catalogue/loadPacks.ts';
import { hasCorpus, sharedFolder } from '../../../scripts/testing/loadCrds.ts';
import { perform } from '../actions/testContext.ts';
import { analyse } from '../analyse.ts';
import type { Channel } from '../catalogue/channel.ts';
import { Library } from '../catalogue/library.ts';
import { guardrails } from '../checks/guardrails/registry.ts';
import { missingTarget } from '../checks/missingTarget.ts';
import type { Judging } from '../checks/schemaFindings.ts';
import { createCelEngine } from '../schema/celEngine.ts';
import type { ResourceId, SourceFile } from '../workspace/types.ts';
import { kinds } from './registry.ts';
import type { KindDefinition } from './types.ts';

type Texts = Readonly<Record<string, string>>;

/** A workspace in which most templates find something to point at. */
const atHand: Texts = {
  'shop.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: default}
spec:
  gatewayClassName: eg
  listeners: [{name: http, protocol: HTTP, port: 80}, {name: https, protocol: HTTPS, port: 443, tls: {certificateRefs: [{name: web-tls}]}}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: default}
spec: {parentRefs: [{name: edge}], rules: [{name: all, backendRefs: [{name: cart, port: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: default}
spec: {selector: {app: cart}, ports: [{name: http, port: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: default}
spec:
  selector: {matchLabels: {app: cart}}
  template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, image: "cart:1"}]}}
---
apiVersion: v1
kind: Secret
metadata: {name: web-tls, namespace: default}
type: kubernetes.io/tls
stringData: {tls.crt: a, tls.key: b}
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: Backend
metadata: {name: openai, namespace: default}
spec: {endpoints: [{fqdn: {hostname: api.openai.com, port: 443}}]}
`,
};

/** What may be said of a resource that is new: that others are not there yet, and what is seldom wise. */
const advice: ReadonlySet<string> = new Set([missingTarget.code, ...guardrails.map(({ code }) => code)]);

/** What an analysis holds against a resource, as `TS101 spec.rules: …`. */
function held(texts: Texts, id: ResourceId | undefined, judging: Judging): readonly string[] {
  const files: readonly SourceFile[] = Object.entries(texts).map(([file, text]) => ({ path: file, text }));
  const { findings, resources } = analyse(files, { judging });
  if (id !== undefined) expect([...resources.keys()]).toContain(id);
  return findings
    .filter(({ resource }) => id === undefined || resource === id)
    .filter(({ severity, code }) => severity !== 'info' && !advice.has(code))
    .map(({ code, message, place }) => `${code} ${place.path.join('.')}: ${message}`);
}

function create(texts: Texts, { group, kind }: KindDefinition) {
  const { change, texts: after } = perform(texts, 'create', { kind: { group, kind } });
  const [id] = change.select ?? [];
  if (id === undefined) throw new Error(`${kind} was not selected`);
  return { id, after };
}

function libraryOf(channel: Channel): Library {
  const library = new Library();
  const { index, packs } = loadPacks();
  library.takeIndex(index);
  for (const pack of packs) library.takePack(pack);
  library.choose(channel);
  return library;
}

/** The definitions of upstream's releases; of Gateway API's two channels those of one. */
function definitions(channel: Channel): readonly SourceFile[] {
  const folder = path.join(sharedFolder, 'crds');
  const other: Channel = channel === 'standard' ? 'experimental' : 'standard';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.includes(`/${other}/`))
    .map((file) => ({ path: file, text: readFileSync(path.join(folder, file), 'utf8') }));
}

function judgingWith(channel: Channel, files: readonly SourceFile[]): Judging {
  const library = libraryOf(channel);
  library.define(files);
  expect(library.report.problems).toEqual([]);
  const own = new Set(library.report.definitions.map(({ group, kind }) => `${group}/${kind}`));
  const isDefined = kinds.filter(({ group, kind }) => own.has(`${group}/${kind}`)).length;
  expect(isDefined, 'kinds that the definitions are about').toBeGreaterThan(files.length === 0 ? -1 : 30);
  return { catalogue: library.catalogue, cel: createCelEngine(), areWaysUntried: true };
}

const isCorpusThere = hasCorpus();

describe.each([
  ['the built-in catalogue, standard channel', 'standard', false],
  ['the built-in catalogue, experimental channel', 'experimental', false],
  ['the real definitions, standard channel', 'standard', true],
  ['the real definitions, experimental channel', 'experimental', true],
] as const)('what the palette makes, by %s', (_, channel, isReal) => {
  const isThere = !isReal || isCorpusThere;
  const judging = isThere ? judgingWith(channel, isReal ? definitions(channel) : []) : undefined;

  it.skipIf(!isThere).each(kinds.map((each) => [each.kind, each] as const))(
    '%s is accepted',
    (_kind, definition) => {
      if (judging === undefined) throw new Error('no catalogue');
      for (const texts of [{}, atHand]) {
        const { id, after } = create(texts, definition);
        expect(held(after, id, judging), Object.values(after).join('---\n')).toEqual([]);
      }
    },
  );

  it.skipIf(!isThere)('all of them together are accepted, however one after another finds the others', () => {
    if (judging === undefined) throw new Error('no catalogue');
    for (const order of [kinds, kinds.toReversed()]) {
      let texts: Texts = {};
      for (const definition of order) texts = create(texts, definition).after;
      expect(held(texts, undefined, judging), Object.values(texts).join('---\n')).toEqual([]);
    }
  });
});

it('a resource that is wrong would be noticed', () => {
  const judging = judgingWith('standard', []);
  const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: b}\nspec: {prots: []}\n';
  expect(held({ 'a.yaml': text }, undefined, judging)).toContainEqual(expect.stringContaining('spec.prots'));
});
