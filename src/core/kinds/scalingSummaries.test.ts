import { describe, expect, it } from 'vitest';
import { chips, lines, summaryOf } from './testing/summaryOf.ts';

describe('KEDA', () => {
  it('ScaledObject: what each trigger scales on, in the words of its form', () => {
    const summary = summaryOf(
      'ScaledObject',
      `spec:
  idleReplicaCount: 0
  minReplicaCount: 2
  fallback: { failureThreshold: 3, replicas: 6 }
  advanced: { scalingModifiers: { formula: a + b } }
  triggers:
    - { type: kafka, metadata: { consumerGroup: g, topic: orders }, authenticationRef: { name: kafka-auth } }
    - { type: cron, metadata: { start: 0 8 * * *, end: 0 9 * * *, desiredReplicas: "4" } }
    - { type: mongodb, metricType: Value, metadata: { password: x, collection: c } }
`,
    );
    expect(summary.subtitle).toBe('2–100 replicas');
    expect(chips(summary)).toEqual(['idle 0', 'fallback', 'formula']);
    expect(lines(summary)).toEqual([
      'kafka | 10 messages behind per replica, topic orders, group g [auth]',
      'cron | 4 replicas from 0 8 * * * to 0 9 * * *',
      'mongodb | collection c [Value]',
    ]);
  });

  it('ScaledJob: triggers count for each Job, then what a Job runs', () => {
    const summary = summaryOf(
      'ScaledJob',
      `metadata: { annotations: { autoscaling.keda.sh/paused: "true" } }
spec:
  maxReplicaCount: 5
  scalingStrategy: { strategy: accurate }
  rollout: { strategy: gradual }
  triggers: [{ type: rabbitmq, metadata: { queueName: mails, value: "1" } }]
  jobTargetRef:
    template:
      spec:
        containers: [{ name: send, image: mail:2, resources: { requests: { cpu: 100m } } }]
`,
    );
    expect(summary.subtitle).toBe('at most 5 Jobs at a time');
    expect(chips(summary)).toEqual(['paused', 'accurate', 'gradual']);
    expect(lines(summary)).toEqual(['rabbitmq | 1 message per Job, queue mails', 'send | mail:2 [100m CPU]']);
    expect(summary.rows[1]?.path).toEqual(['spec', 'jobTargetRef', 'template', 'spec', 'containers', 0]);
    expect(summaryOf('ScaledJob', 'spec: { minReplicaCount: 1 }').subtitle).toBe('1–100 Jobs at a time');
  });

  it.each(['TriggerAuthentication', 'ClusterTriggerAuthentication'])(
    '%s: where each parameter comes from',
    (kind) => {
      const summary = summaryOf(
        kind,
        `spec:
  podIdentity: { provider: azure-workload }
  secretTargetRef: [{ parameter: username, name: login, key: user }, { parameter: password, name: login, key: pass }]
  configMapTargetRef: [{ parameter: host, name: settings, key: host }]
  boundServiceAccountToken: [{ parameter: bearerToken, serviceAccountName: reader }]
  hashiCorpVault: { address: x }
`,
      );
      expect(summary.subtitle).toBe('Azure workload identity');
      expect(lines(summary)).toEqual([
        'username | Secret login | user',
        'password | Secret login | pass',
        'host | ConfigMap settings | host',
        'bearerToken | token of reader',
      ]);
      expect(chips(summary)).toEqual(['Vault']);
    },
  );

  it('HTTPScaledObject: which requests, and what one replica takes', () => {
    const summary = summaryOf(
      'HTTPScaledObject',
      `spec:
  hosts: [a.example.com, b.example.com, c.example.com]
  pathPrefixes: [/api]
  scaleTargetRef: { name: web, service: web, port: 80 }
  coldStartTimeoutFailoverRef: { service: sorry, port: 80 }
  replicas: { min: 1, max: 5 }
  scalingMetric: { requestRate: { targetValue: 20 } }
`,
    );
    expect(summary.subtitle).toBe('1–5 replicas');
    expect(lines(summary)).toEqual([
      'a.example.com, b.example.com and 1 more | /api',
      '20 requests a second per replica',
    ]);
    expect(chips(summary)).toEqual(['failover']);
    const open = summaryOf('HTTPScaledObject', 'spec: { scalingMetric: { concurrency: {} } }');
    expect(lines(open)).toEqual(['100 open requests per replica']);
    expect(open.subtitle).toBe('0–100 replicas');
    expect(lines(summaryOf('HTTPScaledObject', 'spec: { targetPendingRequests: 7 }'))).toEqual([
      '7 waiting requests per replica',
    ]);
  });
});

describe('autoscalers of Kubernetes', () => {
  it('HorizontalPodAutoscaler: every type of metric', () => {
    const summary = summaryOf(
      'HorizontalPodAutoscaler',
      `spec:
  minReplicas: 2
  maxReplicas: 9
  behavior: {}
  metrics:
    - { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }
    - { type: ContainerResource, containerResource: { name: memory, container: app, target: { averageValue: 1Gi } } }
    - { type: Pods, pods: { metric: { name: rps }, target: { averageValue: "10" } } }
    - { type: Object, object: { describedObject: { kind: Service, name: web }, metric: { name: rps }, target: { value: "5" } } }
    - { type: External, external: { metric: { name: waiting }, target: { value: "30" } } }
`,
    );
    expect(summary.subtitle).toBe('2–9 replicas');
    expect(chips(summary)).toEqual(['behaviour']);
    expect(lines(summary)).toEqual([
      'cpu | 70 % of the request',
      'memory | app | 1Gi per pod',
      'rps | 10 per pod',
      'rps | Service web | 5 in all',
      'waiting | 30 in all',
    ]);
  });

  it('HorizontalPodAutoscaler of the older version', () => {
    const summary = summaryOf('HorizontalPodAutoscaler', 'spec: { targetCPUUtilizationPercentage: 60 }');
    expect(chips(summary)).toEqual(['60 % CPU']);
    expect(summary.subtitle).toBe('at least 1 replica');
  });

  it('VerticalPodAutoscaler: what it does, and how far', () => {
    const summary = summaryOf(
      'VerticalPodAutoscaler',
      `spec:
  updatePolicy: { updateMode: InPlaceOrRecreate }
  resourcePolicy:
    containerPolicies:
      - { containerName: "*", minAllowed: { cpu: 50m }, maxAllowed: { cpu: "1", memory: 1Gi }, controlledResources: [cpu] }
      - { containerName: proxy, mode: "Off" }
`,
    );
    expect(summary.subtitle).toBe('resizes pods, restarts them where it must');
    expect(lines(summary)).toEqual(['* | 50m to 1 CPU, at most 1Gi memory, only cpu', 'proxy [off]']);
    expect(
      summaryOf('VerticalPodAutoscaler', 'spec: { updatePolicy: { updateMode: toString } }').subtitle,
    ).toBe('toString');
  });
});
