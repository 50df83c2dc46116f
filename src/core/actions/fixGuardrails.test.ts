import { describe, expect, it } from 'vitest';
import { Analyser } from '../analyse.ts';
import type { Finding } from '../analysis.ts';
import { applyFileChanges } from './applyChange.ts';
import type { ActionArgTable } from './args.ts';
import { type ActionName, runAction } from './registry.ts';
import { changedLines } from './testContext.ts';

const gateway = (listeners: readonly string[]) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web}
spec:
  gatewayClassName: eg
  listeners:
${listeners.map((each) => `    - ${each}\n`).join('')}`;
const https = '{name: https, protocol: HTTPS, port: 443, tls: {certificateRefs: [{name: web-tls}]}}';
const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop}
spec:
  parentRefs:
    - name: web # the only one
  rules:
    - backendRefs: [{name: cart, port: 80}]
`;
const workload = (name: string, kind = 'Deployment') => `apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}}
spec:
  replicas: 2
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers: [{name: app, image: 'registry.example.com/app:1'}]
---
apiVersion: v1
kind: Service
metadata: {name: ${name}}
spec: {selector: {app: ${name}}, ports: [{port: 80}]}
`;

/** Files as an action sees them. */
function session(texts: Readonly<Record<string, string>>) {
  const analyser = new Analyser(Object.entries(texts).map(([path, text]) => ({ path, text })));
  const ofCode = (code: string) => analyser.analysis.findings.filter((each) => each.code === code);
  return {
    ofCode,
    first(code: string): Finding {
      const [finding] = ofCode(code);
      if (finding === undefined) throw new Error(`There is no ${code}.`);
      return finding;
    },
    run<N extends ActionName>(name: N, args: ActionArgTable[N]) {
      const result = runAction(name, analyser, args);
      if ('refused' in result) throw new Error(result.refused);
      return { ...result, texts: Object.fromEntries(applyFileChanges(analyser.files, result.files).files) };
    },
  };
}

describe('ways out that reach further than their resource', () => {
  it('add a document and change another resource, in one change of several files', () => {
    const texts = {
      'gateway.yaml': gateway(['{name: http, protocol: HTTP, port: 80}', https]),
      'shop.yaml': route,
    };
    const { first, run } = session(texts);
    const { texts: after } = run('fix', { finding: first('TS201'), repair: 0 });
    expect(changedLines(route, after['shop.yaml'] ?? '')).toEqual(['+       sectionName: https']);
    const added = Object.entries(after).filter(([path]) => !(path in texts));
    expect(added.map(([path]) => path)).toEqual(['httproute-web-http-to-https.yaml']);
    expect(added[0]?.[1]).toContain('scheme: https');
    expect(session(after).ofCode('TS201')).toEqual([]);
  });

  it('give a new resource another name where its own is taken', () => {
    const taken = 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: cart}\n';
    const { first, run } = session({ 'a.yaml': `${workload('cart')}---\n${taken}` });
    const { texts } = run('fix', { finding: first('TS216'), repair: 0 });
    expect(texts['a.yaml']).toContain('kind: PodDisruptionBudget\nmetadata:\n  name: cart-2\n');
  });

  it('delete a document, or the item of a list', () => {
    const scaler = (name: string, indent = '') =>
      `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: ${name}}\nspec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}}\n`.replaceAll(
        '\n',
        `\n${indent}`,
      );
    const list = `apiVersion: v1\nkind: List\nitems:\n  - ${scaler('one', '    ')}\n  - ${scaler('two', '    ')}\n`;
    for (const text of [`${scaler('one')}---\n${scaler('two')}`, list]) {
      const { first, run } = session({ 'a.yaml': text });
      const after = run('fix', { finding: first('TS214'), repair: 0 }).texts['a.yaml'] ?? '';
      expect(after).toContain('name: one');
      expect(after).not.toContain('name: two');
      expect(session({ 'a.yaml': after }).ofCode('TS214')).toEqual([]);
    }
  });
});

describe('fix-all', () => {
  it('adds a resource for each, under names of their own', () => {
    const texts = {
      'a.yaml': `${workload('cart')}---\n${workload('pay')}---\n${workload('cart', 'StatefulSet')}`,
    };
    const { ofCode, run } = session(texts);
    expect(ofCode('TS216')).toHaveLength(3);
    const { texts: after, label } = run('fix-all', { code: 'TS216' });
    const names = [...(after['a.yaml'] ?? '').matchAll(/PodDisruptionBudget\nmetadata:\n {2}name: (\S+)/g)];
    expect(names.map(([, name]) => name).sort()).toEqual(['cart', 'cart-2', 'pay']);
    expect(label).toContain('3 problems');
    expect(session(after).ofCode('TS216')).toEqual([]);
  });

  it('leaves alone what would change a resource twice', () => {
    const listeners = ['{name: a, protocol: HTTP, port: 80}', '{name: b, protocol: HTTP, port: 81}', https];
    const { ofCode, run } = session({ 'a.yaml': `${gateway(listeners)}---\n${route}` });
    expect(ofCode('TS201')).toHaveLength(2);
    const { texts, label } = run('fix-all', { code: 'TS201' });
    expect(label).toContain('1 problem ');
    expect(texts['a.yaml']?.match(/sectionName: https/g)).toHaveLength(1);
  });
});
