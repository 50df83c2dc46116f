import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../yaml/parseYaml.ts';
import type { FieldDeclaration } from '../../form.ts';
import { kafka } from './kafka.ts';
import { triggerOf, triggers } from './registry.ts';
import { sayTrigger } from './sayTrigger.ts';
import { triggerProblems } from './triggerProblems.ts';
import { triggersField } from './triggersField.ts';

const scaledObject = triggersField({ holder: 'ScaledObject', help: 'x', first: kafka });
const scaledJob = triggersField({ holder: 'ScaledJob', help: 'x', first: kafka });

/** All fields that hold a value, those of choices too. */
function valuesOf(fields: readonly FieldDeclaration[]): readonly FieldDeclaration[] {
  return fields.flatMap((field) =>
    field.type === 'choice' ? field.members.flatMap((member) => valuesOf(member.fields)) : [field],
  );
}

function choiceOf(fields: readonly FieldDeclaration[]) {
  const [choice] = fields;
  if (choice?.type !== 'choice') throw new Error('The first field is no choice.');
  return choice;
}

describe('the registry of triggers', () => {
  it('holds each type once and finds it by what a trigger says', () => {
    expect(triggers.map(({ type }) => type).sort()).toEqual([
      'aws-sqs-queue',
      'azure-servicebus',
      'cpu',
      'cron',
      'external',
      'external-push',
      'gcp-pubsub',
      'kafka',
      'kubernetes-workload',
      'memory',
      'mysql',
      'nats-jetstream',
      'postgresql',
      'prometheus',
      'rabbitmq',
      'redis',
      'redis-streams',
    ]);
    for (const each of triggers) expect(triggerOf({ type: each.type })).toBe(each);
    expect(triggerOf({ type: 'toString' })).toBeUndefined();
    expect(triggerOf(null)).toBeUndefined();
  });

  it.each(triggers.map((each) => [each.type, each] as const))(
    '%s writes nothing but texts',
    (_, definition) => {
      for (const field of valuesOf(definition.fields))
        expect('asText' in field && field.asText, field.path).toBe(true);
      for (const value of Object.values(definition.newMetadata())) expect(typeof value).toBe('string');
    },
  );

  it.each(triggers.map((each) => [each.type, each] as const))(
    '%s begins without a fault',
    (_, definition) => {
      const { type, metricType } = definition;
      const trigger = { type, metadata: definition.newMetadata(), ...(metricType ? { metricType } : {}) };
      expect(triggerProblems(trigger)).toEqual([]);
      expect(sayTrigger(trigger)).toBeTruthy();
    },
  );

  it.each(triggers.map((each) => [each.type, each] as const))(
    '%s says what it is, and tells its ways to authenticate apart',
    (_, { purpose, docs, authentications }) => {
      expect(purpose).toMatch(/^[A-Z].*[^.]$/);
      expect(docs).toMatch(/^https:\/\/keda\.sh\//);
      const ids = authentications.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { secretKeys, podIdentity, label, help } of authentications) {
        expect(secretKeys.length > 0 || podIdentity !== undefined).toBe(true);
        expect(label).toMatch(/^[A-Z]/);
        expect(help).toMatch(/^[A-Z].*\.$/);
        for (const what of ['key', 'parameter'] as const) {
          const names = secretKeys.map((each) => each[what]);
          expect(new Set(names).size).toBe(names.length);
        }
        for (const { key } of secretKeys) expect(key).toMatch(/^[-._a-zA-Z0-9]+$/);
      }
    },
  );
});

describe('the form of triggers', () => {
  it('offers every type, those that look at pods only where there are some', () => {
    const words = (field: typeof scaledObject) => choiceOf(field.fields).members.map(({ word }) => word);
    expect(words(scaledObject)).toEqual(triggers.map(({ type }) => type));
    expect(words(scaledJob)).toEqual(
      triggers.map(({ type }) => type).filter((type) => type !== 'cpu' && type !== 'memory'),
    );
    expect(choiceOf(scaledObject.fields).otherwise?.fields.map(({ path }) => path)).toEqual([
      'type',
      'metadata',
      'metricType',
    ]);
  });

  it('asks a ScaledJob for no metric type, since the API has none', () => {
    for (const { fields } of choiceOf(scaledJob.fields).members)
      expect(fields.map(({ path }) => path)).not.toContain('metricType');
  });

  it('writes the metric type where KEDA takes none for granted', () => {
    const [cpu] = choiceOf(scaledObject.fields).members.filter(({ word }) => word === 'cpu');
    expect(cpu?.beside).toEqual({ metricType: 'Utilization' });
    expect(scaledObject.newItem([])).toEqual({ type: 'kafka', metadata: kafka.newMetadata() });
  });

  it('keeps its fields below metadata, those of a choice within it too', () => {
    for (const { fields, word } of choiceOf(scaledObject.fields).members)
      for (const { path } of fields) expect(path, word).toMatch(/^(metadata(\.|$)|metricType$)/);
  });
});

describe('what a trigger says', () => {
  it.each([
    ['{type: prometheus, metadata: {query: "sum(\\n  x)", threshold: "5"}}', '5 per replica of sum( x)'],
    ['{type: prometheus, metricType: Value, metadata: {query: x, threshold: "5"}}', '5 in all of x'],
    ['{type: prometheus, metadata: {query: x}}', 'x'],
    [
      '{type: kafka, metadata: {consumerGroup: g, topic: t, lagThreshold: "50"}}',
      '50 messages behind per replica, topic t, group g',
    ],
    [
      '{type: kafka, metadata: {consumerGroupFromEnv: GROUP}}',
      '10 messages behind per replica, group from $GROUP',
    ],
    [
      '{type: cron, metadata: {start: 0 8 * * *, end: 0 9 * * *, desiredReplicas: "1", timezone: UTC}}',
      '1 replica from 0 8 * * * to 0 9 * * *, UTC time',
    ],
    ['{type: cpu, metricType: Utilization, metadata: {value: "70"}}', '70 % of the requested CPU'],
    [
      '{type: memory, metricType: AverageValue, metadata: {value: 1Gi, containerName: app}}',
      '1Gi memory per pod, container app',
    ],
    ['{type: redis, metadata: {listName: jobs}}', '5 items per replica, list jobs'],
    ['{type: redis-streams, metadata: {stream: s}}', '5 entries per replica, stream s'],
    [
      '{type: redis-streams, metadata: {stream: s, consumerGroup: g}}',
      '5 pending entries per replica, stream s, group g',
    ],
    [
      '{type: redis-streams, metadata: {stream: s, consumerGroup: g, lagCount: "7"}}',
      '7 entries behind per replica, stream s, group g',
    ],
    ['{type: rabbitmq, metadata: {queueName: q}}', '20 messages per replica, queue q'],
    [
      '{type: rabbitmq, metadata: {queueName: q, mode: MessageRate, value: "9"}}',
      '9 published messages a second per replica, queue q',
    ],
    [
      '{type: aws-sqs-queue, metadata: {queueURL: "https://sqs.eu/1/orders"}}',
      '5 messages per replica, queue orders',
    ],
    [
      '{type: azure-servicebus, metadata: {topicName: t, subscriptionName: s}}',
      '5 messages per replica, topic t, subscription s',
    ],
    [
      '{type: gcp-pubsub, metadata: {topicName: t, mode: MessageSizes}}',
      '10 MessageSizes per replica, topic t',
    ],
    [
      '{type: nats-jetstream, metadata: {stream: s, consumer: c}}',
      '10 messages behind per replica, stream s, consumer c',
    ],
    ['{type: postgresql, metadata: {query: SELECT 1, targetQueryValue: "3"}}', '3 per replica of SELECT 1'],
    ['{type: mysql, metadata: {query: SELECT 1, queryValue: "3"}}', '3 per replica of SELECT 1'],
    [
      '{type: kubernetes-workload, metadata: {podSelector: app=x, value: "3"}}',
      '3 pods of app=x per replica',
    ],
    ['{type: external, metadata: {scalerAddress: "s:1"}}', 'asks s:1'],
    [
      '{type: external-push, metadata: {scalerAddress: "s:1", interceptorRoute: web}}',
      'HTTP requests of InterceptorRoute web',
    ],
    ['{type: external-push, metadata: {scalerAddress: "s:1"}}', 'told by s:1'],
    ['{type: mongodb, metadata: {query: x}}', undefined],
    ['{type: kafka}', undefined],
  ])('%s', (yaml, words) => {
    expect(sayTrigger(parseYaml(yaml).value)).toBe(words);
  });

  it('counts Jobs where there are no replicas', () => {
    const trigger = { type: 'rabbitmq', metadata: { queueName: 'q', value: '1' } };
    expect(sayTrigger(trigger, 'Job')).toBe('1 message per Job, queue q');
  });

  it('accepts anything', () => {
    const anyTrigger = fc.record({
      type: fc.constantFrom(...triggers.map(({ type }) => type), 'other', 1, null),
      metricType: fc.anything(),
      authenticationRef: fc.anything(),
      metadata: fc.oneof(
        fc.anything(),
        fc.dictionary(
          fc.constantFrom(...triggers.flatMap((each) => valuesOf(each.fields).map(({ path }) => path))),
          fc.anything(),
        ),
      ),
    });
    fc.assert(
      fc.property(anyTrigger, (trigger) => {
        const said = sayTrigger(trigger);
        expect(said === undefined || typeof said === 'string').toBe(true);
        for (const { message, path } of triggerProblems(trigger, { isForJobs: true })) {
          expect(message).toMatch(/\.$/);
          expect(path.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
