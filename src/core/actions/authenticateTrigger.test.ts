import { describe, expect, it } from 'vitest';
import { triggers } from '../kinds/keda/triggers/registry.ts';
import { triggerProblems } from '../kinds/keda/triggers/triggerProblems.ts';
import { readAt, readList, readText } from '../kinds/reading.ts';
import { renderYaml } from '../yaml/scalars.ts';
import { id, perform, refusalOf, testContext } from './testContext.ts';

const orders = `# Scales the consumers.
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: orders-scaler
  namespace: shop # the shop
spec:
  scaleTargetRef:
    name: orders
  triggers:
    # What waits in Kafka.
    - type: kafka
      metadata:
        bootstrapServers: kafka:9092   # all of them
        consumerGroup: orders
        # Switched on for a test.
        tls: enable
        lagThreshold: '50'
    - type: aws-sqs-queue
      metadata: {queueURL: https://sqs/orders, awsRegion: eu-central-1}
    - type: cpu
      metricType: Utilization
      metadata: {value: '70'}
    - type: temporal
      metadata: {endpoint: temporal:7233}
`;
const scaler = id('keda.sh/ScaledObject/shop/orders-scaler');

describe('authenticate-trigger', () => {
  it('writes Secret, TriggerAuthentication, settings and reference in one change, and keeps every comment', () => {
    const { change, texts } = perform({ 'a.yaml': orders }, 'authenticate-trigger', {
      id: scaler,
      index: 0,
      method: 'sasl-scram-sha512-tls',
    });
    expect(texts['a.yaml']).toBe(
      `${orders
        .replace("        lagThreshold: '50'\n", "        lagThreshold: '50'\n        sasl: scram_sha512\n")
        .replace(
          '    - type: aws-sqs-queue',
          '      authenticationRef:\n        name: orders-kafka-auth\n    - type: aws-sqs-queue',
        )}---
apiVersion: v1
kind: Secret
metadata:
  name: orders-kafka-auth
  namespace: shop
type: Opaque
# Fill these in at deployment, or make this Secret by other means: real values do not belong into a repository.
stringData:
  # The user.
  username: ''
  # The password.
  password: ''
  # The certificate of the authority that vouches for the server, as PEM; empty for a public one.
  ca.crt: ''
---
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: orders-kafka-auth
  namespace: shop
spec:
  secretTargetRef:
    - parameter: username
      name: orders-kafka-auth
      key: username
    - parameter: password
      name: orders-kafka-auth
      key: password
    - parameter: ca
      name: orders-kafka-auth
      key: ca.crt
`,
    );
    expect(change).toMatchObject({
      label:
        'Authenticate the kafka trigger of ScaledObject orders-scaler by TriggerAuthentication orders-kafka-auth',
      select: [scaler],
    });
    expect(change.files).toHaveLength(1);
  });

  it('takes away what belongs to another way of the same trigger', () => {
    const { texts } = perform({ a: orders }, 'authenticate-trigger', {
      id: scaler,
      index: 0,
      method: 'sasl-plaintext',
    });
    expect(texts.a).not.toContain('tls: enable');
    expect(texts.a).toContain('sasl: plaintext');
  });

  it('needs no Secret for a pod identity', () => {
    const { texts } = perform({ a: orders }, 'authenticate-trigger', { id: scaler, index: 1, method: 'aws' });
    expect(texts.a).toBe(
      `${orders.replace(
        '      metadata: {queueURL: https://sqs/orders, awsRegion: eu-central-1}\n',
        '      metadata: {queueURL: https://sqs/orders, awsRegion: eu-central-1}\n      authenticationRef:\n        name: orders-aws-sqs-queue-auth\n',
      )}---
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: orders-aws-sqs-queue-auth
  namespace: shop
spec:
  # The IAM role of KEDA, or of its ServiceAccount, may read it. Nothing is kept in a Secret.
  podIdentity:
    provider: aws
`,
    );
  });

  it('takes a name that both are free for, or the one that is asked for', () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: orders-kafka-auth, namespace: shop}\n';
    const args = { id: scaler, index: 0, method: 'tls' };
    const names = (texts: Readonly<Record<string, string>>) =>
      [...testContext(texts).analysis.resources.values()].map(({ kind, name }) => `${kind} ${name}`);
    const { texts } = perform({ a: `${orders}---\n${secret}` }, 'authenticate-trigger', args);
    expect(names(texts)).toEqual([
      'ScaledObject orders-scaler',
      'Secret orders-kafka-auth-2',
      'TriggerAuthentication orders-kafka-auth-2',
      'Secret orders-kafka-auth',
    ]);
    expect(names(perform({ a: orders }, 'authenticate-trigger', { ...args, name: 'mine' }).texts)).toContain(
      'TriggerAuthentication mine',
    );
    expect(
      refusalOf({ a: `${orders}---\n${secret}` }, 'authenticate-trigger', {
        ...args,
        name: 'orders-kafka-auth',
      }),
    ).toBe('There is Secret orders-kafka-auth in namespace shop already. Choose another name.');
    expect(refusalOf({ a: orders }, 'authenticate-trigger', { ...args, name: 'No' })).toContain(
      'is no name for a TriggerAuthentication',
    );
  });

  it('gives each resource a file where every resource has one', () => {
    const route = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n';
    const { texts } = perform({ 'a.yaml': orders, 'b.yaml': route }, 'authenticate-trigger', {
      id: scaler,
      index: 0,
      method: 'tls',
    });
    expect(Object.keys(texts)).toEqual([
      'a.yaml',
      'b.yaml',
      'secret-orders-kafka-auth.yaml',
      'triggerauthentication-orders-kafka-auth.yaml',
    ]);
  });

  it('works for a ScaledJob, and where there are no settings yet', () => {
    const job =
      'apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\nmetadata: {name: mail}\nspec:\n  triggers: [{type: prometheus}]\n';
    const { texts } = perform({ a: job }, 'authenticate-trigger', {
      id: id('keda.sh/ScaledJob/default/mail'),
      index: 0,
      method: 'bearer',
    });
    expect(texts.a).toContain(
      'triggers: [{type: prometheus, metadata: {authModes: bearer}, authenticationRef: {name: mail-prometheus-auth}}]',
    );
    expect(texts.a).toContain('namespace: default');
  });

  it('says why it cannot', () => {
    const refuse = (index: number, method: string, text = orders) =>
      refusalOf({ a: text }, 'authenticate-trigger', { id: scaler, index, method });
    expect(refuse(9, 'tls')).toBe('ScaledObject orders-scaler has no trigger 10 any more.');
    expect(refuse(2, 'tls')).toBe('A cpu trigger asks nobody who wants to know who it is.');
    expect(refuse(3, 'tls')).toBe(
      'It is not known what a temporal trigger takes as proof. Write a TriggerAuthentication in the YAML.',
    );
    expect(refuse(1, 'tls')).toBe(
      'An aws-sqs-queue trigger cannot authenticate by tls. Choose aws, access-key or temporary-access-key.',
    );
    const named = orders.replace('type: kafka\n', 'type: kafka\n      authenticationRef: {name: old}\n');
    expect(refuse(0, 'tls', named)).toBe(
      'This trigger uses TriggerAuthentication old already. Change that one, or remove authenticationRef first.',
    );
    expect(refuse(0, 'tls', `${orders}x: [\n`)).toContain('does not parse');
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n';
    expect(
      refusalOf({ a: service }, 'authenticate-trigger', {
        id: id('/Service/default/a'),
        index: 0,
        method: 'tls',
      }),
    ).toBe('A Service has no triggers; a ScaledObject or ScaledJob has.');
    expect(refusalOf({}, 'authenticate-trigger', { id: scaler, index: 0, method: 'tls' })).toContain(
      'not in the workspace any more',
    );
  });
});

const ways = triggers.flatMap((definition) =>
  definition.authentications.map((method) => [definition.type, method.id, definition, method] as const),
);

describe.each(ways)('%s by %s', (type, methodId, definition, method) => {
  it('leads to a trigger that KEDA takes, with every key where its parameter is read', () => {
    const before = renderYaml({
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'orders', namespace: 'shop' },
      spec: { scaleTargetRef: { name: 'orders' }, triggers: [{ type, metadata: definition.newMetadata() }] },
    });
    const { texts } = perform({ a: before }, 'authenticate-trigger', {
      id: id('keda.sh/ScaledObject/shop/orders'),
      index: 0,
      method: methodId,
    });
    const { analysis } = testContext(texts);
    const scaled = analysis.resources.get(id('keda.sh/ScaledObject/shop/orders'));
    const [trigger] = readList(scaled?.value, 'spec', 'triggers');
    // The one setting that no way to authenticate can know.
    const faults = triggerProblems(trigger).filter(({ path }) => path.at(-1) !== 'awsRegion');
    expect(faults).toEqual([]);
    const name = readText(trigger, 'authenticationRef', 'name');
    const authentication = analysis.resources.get(id(`keda.sh/TriggerAuthentication/shop/${name}`))?.value;
    expect(readText(authentication, 'spec', 'podIdentity', 'provider')).toBe(method.podIdentity);
    const secret = analysis.resources.get(id(`/Secret/shop/${name}`))?.value;
    expect(secret === undefined).toBe(method.secretKeys.length === 0);
    const parameters = readList(authentication, 'spec', 'secretTargetRef');
    expect(parameters).toEqual(method.secretKeys.map(({ parameter, key }) => ({ parameter, name, key })));
    for (const { key, value = '' } of method.secretKeys)
      expect(readAt(secret, 'stringData', key)).toBe(value);
    const own = [...analysis.edges.values()].filter(({ reference }) =>
      ['authenticationRef', 'secretTargetRef'].includes(reference),
    );
    expect(own).toHaveLength(1 + method.secretKeys.length);
    for (const { state } of own) expect(state).toBe('resolved');
  });
});
