import { type SpecCase, testSpecCases } from '../../../../../scripts/testing/specCases.ts';

const trigger = { type: 'cron', metadata: { timezone: 'UTC' } };
const job = { template: { spec: { containers: [{ name: 'work', image: 'work:1' }] } } };

const scaledObject = (name: string, more: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'keda.sh/v1alpha1/ScaledObject',
  spec: { scaleTargetRef: { name: 'shop' }, triggers: [trigger], ...more },
  places,
});
const scaledJob = (name: string, more: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'keda.sh/v1alpha1/ScaledJob',
  spec: { jobTargetRef: job, triggers: [trigger], ...more },
  places,
});
const authentication = (name: string, spec: object, places: readonly string[] = []): SpecCase[] =>
  ['TriggerAuthentication', 'ClusterTriggerAuthentication'].map((kind) => ({
    name,
    kind: `keda.sh/v1alpha1/${kind}`,
    spec,
    places,
  }));
const eventSource = (name: string, spec: object, places: readonly string[] = []): SpecCase[] =>
  ['CloudEventSource', 'ClusterCloudEventSource'].map((kind) => ({
    name,
    kind: `eventing.keda.sh/v1alpha1/${kind}`,
    spec,
    places,
  }));

const scaling = (rules: object) => ({
  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: rules } } },
});
const valueFrom = { secretKeyRef: { name: 'keys', key: 'one' } };

testSpecCases(
  [
    scaledObject('the least', {}),
    scaledObject('as many as at most', { minReplicaCount: 3, maxReplicaCount: 3 }),
    scaledObject('more than the most', { minReplicaCount: 4, maxReplicaCount: 3 }, ['minReplicaCount']),
    scaledObject('a hundred without a most', { minReplicaCount: 100 }),
    scaledObject('more than a hundred without a most', { minReplicaCount: 101 }, ['minReplicaCount']),
    scaledObject('more than a hundred with a most', { minReplicaCount: 101, maxReplicaCount: 200 }),
    scaledObject('a most alone', { maxReplicaCount: 1 }),
    scaledObject('numbers out of range', { pollingInterval: 0, cooldownPeriod: -1, maxReplicaCount: 0 }, [
      'pollingInterval',
      'cooldownPeriod',
      'maxReplicaCount',
    ]),
    scaledObject('no triggers', { triggers: [] }, ['triggers']),
    scaledObject('a number in the settings', { triggers: [{ type: 'cron', metadata: { start: 7 } }] }, [
      'triggers.0.metadata.start',
    ]),
    scaledObject(
      'a trigger without a type',
      { triggers: [{ type: '', metadata: {}, metricType: 'AverageValue' }] },
      ['triggers.0.type'],
    ),
    scaledObject('the kind of credentials', {
      triggers: [{ ...trigger, authenticationRef: { name: 'a', kind: 'ClusterTriggerAuthentication' } }],
    }),
    scaledObject(
      'an unknown kind of credentials',
      { triggers: [{ ...trigger, authenticationRef: { name: 'a', kind: 'Secret' } }] },
      ['triggers.0.authenticationRef.kind'],
    ),
    scaledObject('a fallback', {
      fallback: { failureThreshold: 3, replicas: 2, behavior: 'scalingModifiers' },
    }),
    scaledObject(
      'an unknown fallback',
      { fallback: { failureThreshold: 3, replicas: 2, behavior: 'none' } },
      ['fallback.behavior'],
    ),
    scaledObject('a window of an hour', scaling({ stabilizationWindowSeconds: 3600, tolerance: '0.1' })),
    scaledObject('a longer window', scaling({ stabilizationWindowSeconds: 3601 }), [
      'advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.stabilizationWindowSeconds',
    ]),
    scaledObject('a tolerance that is no quantity', scaling({ tolerance: 'ten' }), [
      'advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.tolerance',
    ]),

    scaledJob('the least', {}),
    scaledJob('how a metric is compared', { triggers: [{ ...trigger, metricType: 'Value' }] }, [
      'triggers.0.metricType',
    ]),
    scaledJob('a strategy', { scalingStrategy: { strategy: 'accurate' }, rollout: { strategy: 'gradual' } }),
    scaledJob(
      'unknown strategies',
      { scalingStrategy: { strategy: 'x', multipleScalersCalculation: 'median' }, rolloutStrategy: 'x' },
      ['scalingStrategy.strategy', 'scalingStrategy.multipleScalersCalculation', 'rolloutStrategy'],
    ),
    scaledJob('any metadata of the template', {
      jobTargetRef: { template: { ...job.template, metadata: { labels: { a: 'b' }, ownerReferences: [] } } },
    }),
    scaledJob(
      'a label that is a number',
      { jobTargetRef: { template: { ...job.template, metadata: { labels: { a: 1 } } } } },
      ['jobTargetRef.template.metadata.labels.a'],
    ),
    scaledJob(
      'two containers of one name',
      {
        jobTargetRef: {
          template: { spec: { containers: [{ name: 'work' }, { name: 'work' }] } },
        },
      },
      ['jobTargetRef.template.spec.containers.1'],
    ),

    ...authentication('a token of OAuth 2', {
      oauth2: { clientId: 'a', tokenUrl: 'https://id.example.com', clientSecret: { valueFrom } },
    }),
    ...authentication('OAuth 2 without an address', { oauth2: { clientId: 'a' } }, ['oauth2']),
    ...authentication(
      'another way of OAuth 2',
      { oauth2: { clientId: 'a', tokenUrl: 'https://id.example.com', type: 'password' } },
      ['oauth2.type'],
    ),
    ...authentication('a role with an external ID', { podIdentity: { provider: 'aws', externalID: 'x' } }),
    ...authentication('an unknown provider', { podIdentity: { provider: 'azure' } }, [
      'podIdentity.provider',
    ]),
    ...authentication(
      'an unknown way into Vault',
      {
        hashiCorpVault: {
          address: 'a',
          authentication: 'ldap',
          secrets: [{ parameter: 'a', path: 'b', key: 'c', type: 'kv' }],
        },
      },
      ['hashiCorpVault.authentication', 'hashiCorpVault.secrets.0.type'],
    ),
    ...authentication('no secrets of a vault', { azureKeyVault: { vaultUri: 'a', secrets: [] } }, [
      'azureKeyVault.secrets',
    ]),

    ...eventSource('events over HTTP', { destination: { http: { uri: 'http://sink' } } }),
    ...eventSource(
      'unknown events',
      {
        destination: {},
        authenticationRef: { name: 'a', kind: 'TriggerAuthentication' },
        eventSubscription: { includedEventTypes: ['keda.scaledjob.ready.v1', 'ready'] },
      },
      ['eventSubscription.includedEventTypes.1'],
    ),
  ],
  'keda-v2.20.2',
);
