import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../scripts/catalogue/loadPacks.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import { judge } from '../schema/judge.ts';
import { parseYaml } from '../yaml/parseYaml.ts';
import { kinds } from './registry.ts';
import { contextWith, emptyContext, fullContext } from './testing/contexts.ts';
import { chips, lines, summaryOf } from './testing/summaryOf.ts';

describe('workloads', () => {
  it('StatefulSet: containers, then the storage of each pod', () => {
    const summary = summaryOf(
      'StatefulSet',
      `spec:
  replicas: 3
  podManagementPolicy: Parallel
  updateStrategy: { type: OnDelete }
  template: { spec: { containers: [{ name: db, image: postgres:18, ports: [{ containerPort: 5432 }] }] } }
  volumeClaimTemplates:
    - { metadata: { name: data }, spec: { resources: { requests: { storage: 10Gi } } } }
`,
    );
    expect(summary.subtitle).toBe('3 replicas');
    expect(chips(summary)).toEqual(['parallel', 'on delete']);
    expect(lines(summary)).toEqual(['db | postgres:18 | :5432', 'data | 10Gi [storage]']);
  });

  it('Job: how often it has to succeed', () => {
    const summary = summaryOf(
      'Job',
      `spec:
  completions: 4
  parallelism: 2
  suspend: true
  completionMode: Indexed
  template: { spec: { initContainers: [{ name: fetch, image: f:1 }], containers: [{ name: work, image: w:1 }] } }
`,
    );
    expect(summary.subtitle).toBe('4 runs to succeed');
    expect(chips(summary)).toEqual(['suspended', '2 at a time', 'indexed']);
    expect(lines(summary)).toEqual(['fetch | f:1 [init]', 'work | w:1']);
    expect(summaryOf('Job', 'spec: {}').subtitle).toBe('1 run to succeed');
  });

  it('ServiceAccount: whom a cloud takes it for', () => {
    const summary = summaryOf(
      'ServiceAccount',
      `metadata:
  annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::1:role/orders", other: x }
imagePullSecrets: [{ name: registry }]
automountServiceAccountToken: true
`,
    );
    expect(summary.subtitle).toBe('registry');
    expect(summary.chips).toEqual([
      { text: 'AWS role', detail: 'arn:aws:iam::1:role/orders' },
      { text: 'token', detail: 'pods get its token unless they say otherwise' },
    ]);
  });

  it('PodDisruptionBudget: the promise, and for which pods', () => {
    const summary = summaryOf(
      'PodDisruptionBudget',
      'spec: { minAvailable: 50%, unhealthyPodEvictionPolicy: AlwaysAllow, selector: { matchLabels: { app: web, tier: api } } }',
    );
    expect(summary.subtitle).toBe('at least 50% there');
    expect(lines(summary)).toEqual(['pods | app=web, tier=api']);
    expect(chips(summary)).toEqual(['evicts unhealthy']);
    expect(summaryOf('PodDisruptionBudget', 'spec: { maxUnavailable: 1 }').subtitle).toBe('at most 1 away');
  });
});

describe('Ingress', () => {
  const summary = summaryOf(
    'Ingress',
    `spec:
  ingressClassName: nginx
  tls: [{ hosts: [a.example.com], secretName: a }]
  defaultBackend: { service: { name: rest, port: { name: http } } }
  rules:
    - host: a.example.com
      http:
        paths:
          - { path: /api, pathType: Exact, backend: { service: { name: api, port: { number: 80 } } } }
          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }
    - http: { paths: [{ pathType: Prefix, path: /x, backend: { resource: { kind: Bucket, name: files } } }] }
    - host: b.example.com
`,
  );

  it('has a row for each path, at the path', () => {
    expect(summary.subtitle).toBe('nginx');
    expect(lines(summary)).toEqual([
      'a.example.com/api | api:80 [exact]',
      'a.example.com/ | web:80',
      '/x | files',
      'b.example.com',
      'else | rest:http',
    ]);
    expect(summary.chips).toEqual([{ text: 'TLS', detail: 'a.example.com' }]);
    expect(summary.rows.map(({ path }) => path.join('.'))).toEqual([
      'spec.rules.0.http.paths.0',
      'spec.rules.0.http.paths.1',
      'spec.rules.1.http.paths.0',
      'spec.rules.2',
      'spec.defaultBackend',
    ]);
  });
});

describe('ServiceMonitor', () => {
  it('says which Services, and how they are asked', () => {
    const summary = summaryOf(
      'ServiceMonitor',
      `spec:
  jobLabel: app
  namespaceSelector: { matchNames: [shop, web] }
  selector: { matchLabels: { app: orders } }
  endpoints:
    - { port: metrics, interval: 30s, scheme: https, basicAuth: {} }
    - { targetPort: 9090, path: /stats }
`,
    );
    expect(summary.subtitle).toBe('in shop, web');
    expect(chips(summary)).toEqual(['app']);
    expect(lines(summary)).toEqual([
      'Services | app=orders',
      'port metrics | /metrics | every 30s [TLS] [auth]',
      'port 9090 | /stats',
    ]);
    expect(summaryOf('ServiceMonitor', 'spec: { namespaceSelector: { any: true } }').subtitle).toBe(
      'in every namespace',
    );
  });
});

describe('templates', () => {
  const catalogue = new Catalogue({ ...loadPacks(), crds: [], channel: 'standard' });
  const template = (kind: string, context: 'empty' | 'full'): string => {
    const definition = kinds.find((each) => each.kind === kind);
    if (definition === undefined) throw new Error(`no ${kind}`);
    return definition.template(context === 'empty' ? emptyContext(definition) : fullContext(definition));
  };

  it.each(['Deployment', 'StatefulSet', 'Job', 'ScaledJob'])('%s asks for room on its nodes', (kind) => {
    const text = template(kind, 'empty');
    for (const words of ['requests:', 'cpu: 100m', 'limits:', 'memory:']) expect(text).toContain(words);
    expect(text.includes('readinessProbe')).toBe(kind === 'Deployment' || kind === 'StatefulSet');
  });

  it.each(['ScaledObject', 'HTTPScaledObject', 'HorizontalPodAutoscaler', 'VerticalPodAutoscaler'])(
    '%s takes the workload at hand, with its type where it is no Deployment',
    (kind) => {
      const definition = kinds.find((each) => each.kind === kind);
      if (definition === undefined) throw new Error(`no ${kind}`);
      const store = { group: 'apps', kind: 'StatefulSet', namespace: 'shop', name: 'store' };
      const text = definition.template(contextWith(definition, [store]));
      expect(text).toContain('    apiVersion: apps/v1\n    kind: StatefulSet\n    name: store\n');
      expect(template(kind, 'empty')).toContain('    name: app\n');
    },
  );

  it('a StatefulSet names a Service only where there is one', () => {
    expect(template('StatefulSet', 'empty')).not.toContain('serviceName');
    expect(template('StatefulSet', 'full')).toContain('  serviceName: picked\n');
  });

  it('an Ingress goes to the Service at hand and its port', () => {
    const value = parseYaml(template('Ingress', 'full')).value;
    const found = catalogue.find('networking.k8s.io', 'v1', 'Ingress');
    if (found.state !== 'known') throw new Error(found.state);
    expect(judge(found.kind, value).faults).toEqual([]);
    expect(template('Ingress', 'full')).toContain('number: 8080');
  });
});
