import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../yaml/parseYaml.ts';
import type { TriggerPlace } from './triggerFault.ts';
import { triggerProblems } from './triggerProblems.ts';

/** Each fault as `place: message`, a warning with `?` before it. */
function faults(yaml: string, place?: TriggerPlace): readonly string[] {
  return triggerProblems(parseYaml(yaml).value, place).map(
    ({ path, message, severity }) => `${severity === 'warning' ? '?' : ''}${path.join('.')}: ${message}`,
  );
}

const auth = 'authenticationRef: {name: a}';

describe('settings that are missing', () => {
  it('are told with every way to give them', () => {
    expect(faults('{type: prometheus, metadata: {query: x, threshold: "1"}}')).toEqual([
      'metadata.serverAddress: KEDA does not start a prometheus trigger without serverAddress. Add it.',
    ]);
    expect(faults('{type: kafka, metadata: {bootstrapServers: ""}}')).toEqual([
      'metadata.bootstrapServers: KEDA does not start a kafka trigger without bootstrapServers. Add it or name a variable of the workload that has it in bootstrapServersFromEnv.',
      'metadata.consumerGroup: KEDA does not start a kafka trigger without consumerGroup. Add it or name a variable of the workload that has it in consumerGroupFromEnv.',
    ]);
    expect(faults('{type: aws-sqs-queue, metadata: {queueURL: q}}')).toEqual([
      'metadata.awsRegion: KEDA does not start an aws-sqs-queue trigger without awsRegion. Add it or let a TriggerAuthentication give it.',
    ]);
  });

  it('may come from a variable of the workload or from a TriggerAuthentication', () => {
    expect(faults('{type: kafka, metadata: {bootstrapServersFromEnv: B, consumerGroupFromEnv: G}}')).toEqual(
      [],
    );
    expect(faults(`{type: aws-sqs-queue, metadata: {queueURLFromEnv: Q}, ${auth}}`)).toEqual([]);
    // Not every setting may: Prometheus takes its address from nowhere else.
    expect(
      faults(`{type: prometheus, metadata: {serverAddressFromEnv: S, query: x, threshold: "1"}, ${auth}}`),
    ).toHaveLength(1);
  });

  it('do not matter for the target of one trigger in a formula', () => {
    const trigger = '{type: kubernetes-workload, metadata: {podSelector: app=x}}';
    expect(faults(trigger)).toHaveLength(1);
    expect(faults(trigger, { isInFormula: true })).toEqual([]);
    expect(
      faults('{type: prometheus, metadata: {serverAddress: s, query: x}}', { isInFormula: true }),
    ).toHaveLength(1);
  });
});

describe('settings of which one group is needed', () => {
  it('are told when none, or only a part of one is there', () => {
    expect(faults('{type: redis, metadata: {listName: l}}')).toEqual([
      'metadata: A redis trigger needs address or host and port, and has neither. Add what it needs.',
    ]);
    expect(faults('{type: redis, metadata: {listName: l, host: h}}')).toEqual([
      'metadata.port: Beside host a redis trigger needs port. Add what is missing.',
    ]);
    expect(faults('{type: redis, metadata: {listName: l, hostFromEnv: H, port: "6379"}}')).toEqual([]);
    expect(faults(`{type: redis, metadata: {listName: l}, ${auth}}`)).toEqual([]);
    expect(faults('{type: rabbitmq, metadata: {queueName: q}}')).toEqual([
      'metadata.host: KEDA does not start a rabbitmq trigger without host. Add it, name a variable of the workload that has it in hostFromEnv or let a TriggerAuthentication give it.',
    ]);
    expect(
      faults(
        '{type: postgresql, metadata: {query: q, targetQueryValue: "1", host: h, port: "1", userName: u, dbName: d}}',
      ),
    ).toEqual([
      'metadata.sslmode: Beside host and port and userName and dbName a postgresql trigger needs sslmode. Add what is missing.',
    ]);
  });

  it('are told when two exclude each other', () => {
    expect(faults('{type: azure-servicebus, metadata: {queueName: q, subscriptionName: s}}')).toEqual([
      'metadata.subscriptionName: An azure-servicebus trigger takes queueName or topicName and subscriptionName, not both. Keep one and remove the other.',
    ]);
    expect(faults('{type: gcp-pubsub, metadata: {subscriptionName: s, topicNameFromEnv: T}}')).toEqual([
      'metadata.topicNameFromEnv: A gcp-pubsub trigger takes subscriptionName or topicName, not both. Keep one and remove the other.',
    ]);
    expect(faults('{type: azure-servicebus, metadata: {topicName: t}}')).toEqual([
      'metadata.subscriptionName: Beside topicName an azure-servicebus trigger needs subscriptionName. Add what is missing.',
    ]);
  });

  it('are needed only where another setting says so', () => {
    expect(faults('{type: rabbitmq, metadata: {queueName: q, host: h, mode: QueueLength}}')).toEqual([
      'metadata.value: Beside mode a rabbitmq trigger needs value. Add what is missing.',
    ]);
    expect(faults('{type: external-push, metadata: {scalerAddress: "mine:1"}}')).toEqual([]);
    expect(
      faults(
        '{type: external-push, metadata: {scalerAddress: "keda-add-ons-http-external-scaler.keda:9090"}}',
      ),
    ).toEqual([
      'metadata: An external-push trigger needs interceptorRoute or httpScaledObject, and has neither. Add what it needs.',
    ]);
    const msk = 'bootstrapServers: b, consumerGroup: g, sasl: oauthbearer, saslTokenProvider: aws_msk_iam';
    expect(faults(`{type: kafka, metadata: {${msk}}, ${auth}}`)).toEqual([
      'metadata.awsRegion: KEDA does not start a kafka trigger without awsRegion. Add it.',
    ]);
  });
});

describe('values', () => {
  it('are texts, whatever the type of the trigger', () => {
    expect(faults('{type: unheard-of, metadata: {a: 1, b: true, c: x, d: "5"}}')).toEqual([
      'metadata.a: Every setting of a trigger is a text; a is a number. Write it in quotes: "1".',
      'metadata.b: Every setting of a trigger is a text; b is a boolean. Write it in quotes: "true".',
    ]);
  });

  it('say what KEDA knows', () => {
    const kafka = 'bootstrapServers: b, consumerGroup: g';
    expect(faults(`{type: kafka, metadata: {${kafka}, sasl: SCRAM-SHA-512}, ${auth}}`)).toEqual([
      'metadata.sasl: sasl of a kafka trigger cannot be SCRAM-SHA-512. Use none, plaintext, scram_sha256, scram_sha512, gssapi or oauthbearer.',
    ]);
    expect(faults(`{type: kafka, metadata: {${kafka}, allowIdleConsumers: "yes"}}`)).toEqual([
      'metadata.allowIdleConsumers: allowIdleConsumers of a kafka trigger cannot be yes. Use true or false.',
    ]);
    const prometheus = 'serverAddress: s, query: q, threshold: "1"';
    expect(faults(`{type: prometheus, metadata: {${prometheus}, authModes: "tls, basic"}, ${auth}}`)).toEqual(
      [],
    );
    expect(faults(`{type: prometheus, metadata: {${prometheus}, authModes: "tls,oidc"}, ${auth}}`)).toEqual([
      'metadata.authModes: authModes of a prometheus trigger cannot be oidc. Use basic, bearer, tls, custom, apiKey or oauth.',
    ]);
  });

  it('make sense together', () => {
    const cron = 'timezone: UTC, start: 0 8 * * *, desiredReplicas: "1"';
    expect(faults(`{type: cron, metadata: {${cron}, end: 0 8 * * *}}`)).toEqual([
      'metadata.end: The schedule ends when it starts, so it is never in force. Give start and end different times.',
    ]);
    expect(
      faults(
        '{type: kafka, metadata: {bootstrapServers: b, consumerGroup: g, limitToPartitionsWithLag: "true", allowIdleConsumers: "true"}}',
      ).map((each) => each.split(':')[0]),
    ).toEqual(['metadata.limitToPartitionsWithLag', 'metadata.limitToPartitionsWithLag']);
    expect(
      faults(
        '{type: rabbitmq, metadata: {host: h, queueName: q, mode: MessageRate, value: "1", protocol: amqp}}',
      ),
    ).toEqual([
      'metadata.protocol: RabbitMQ tells MessageRate only over its management interface. Set protocol to http, or count QueueLength.',
    ]);
    expect(faults('{type: redis-streams, metadata: {address: a, stream: s, lagCount: "1"}}')).toEqual([
      '?metadata.lagCount: Without consumerGroup the length of the whole stream counts, not lagCount. Name the group, or use streamLength.',
    ]);
    expect(faults('{type: kubernetes-workload, metadata: {podSelector: a=b, value: "0"}}')).toEqual([
      'metadata.value: KEDA divides by value, so it must be above 0; 0 is not. Write how many pods go with one replica.',
    ]);
  });
});

describe('authentication', () => {
  it('is of no use where nobody asks', () => {
    expect(faults(`{type: cpu, metricType: Utilization, metadata: {value: "70"}, ${auth}}`)).toEqual([
      '?authenticationRef: A cpu trigger asks nobody who wants to know who it is, so authenticationRef has no effect. Remove it.',
    ]);
  });

  it('is needed where the settings speak of it', () => {
    const kafka = 'bootstrapServers: b, consumerGroup: g';
    expect(faults(`{type: kafka, metadata: {${kafka}, sasl: plaintext}}`)).toEqual([
      'metadata.sasl: sasl is plaintext, but nothing says with which credentials; only a TriggerAuthentication can. Add authenticationRef, or remove sasl.',
    ]);
    expect(faults(`{type: kafka, metadata: {${kafka}, sasl: none}}`)).toEqual([]);
    expect(faults(`{type: kafka, metadata: {${kafka}, tls: enable}}`)).toEqual([]);
  });
});

describe('where a trigger stands', () => {
  it('CPU and memory start no Jobs, and have no metric type for granted', () => {
    const cpu = '{type: cpu, metadata: {value: "70"}}';
    expect(faults(cpu, { isForJobs: true })).toEqual([
      'type: A cpu trigger looks at pods that run, so it cannot start Jobs. Choose a trigger that knows what waits, such as a queue.',
    ]);
    expect(faults(cpu)).toEqual([
      'metricType: KEDA does not know what the value of a cpu trigger means. Add metricType: Utilization or AverageValue.',
    ]);
    expect(faults('{type: cpu, metricType: Value, metadata: {value: "70"}}')).toEqual([
      'metricType: A cpu trigger is compared by Utilization or AverageValue, not by Value. Choose one of them.',
    ]);
    expect(faults('{type: external, metricType: Utilization, metadata: {scalerAddress: s}}')).toEqual([
      'metricType: An external trigger is compared by AverageValue or Value, not by Utilization. Choose one of them.',
    ]);
  });

  it('some keep no metrics', () => {
    expect(
      faults('{type: memory, metricType: Utilization, useCachedMetrics: true, metadata: {value: "70"}}'),
    ).toEqual([
      'useCachedMetrics: KEDA keeps no metrics of a memory trigger, and refuses useCachedMetrics beside it. Remove it.',
    ]);
  });
});
