import type { AnalysedResource } from '../../analysis.ts';
import { type Body, isMap, readList, readText } from '../../kinds/reading.ts';
import type { Path } from '../../yaml/path.ts';

/** One trigger of a ScaledObject or ScaledJob. */
export interface Trigger {
  readonly path: Path;
  readonly type: string;
  readonly value: Body;
}

/** The triggers of a scaler, those without a type left out. */
export function triggersOf({ value }: AnalysedResource): readonly Trigger[] {
  return readList(value, 'spec', 'triggers').flatMap((trigger, index) => {
    const type = readText(trigger, 'type');
    return isMap(trigger) && type !== undefined
      ? [{ path: ['spec', 'triggers', index], type, value: trigger }]
      : [];
  });
}

/** Triggers that look at the pods themselves: where there is none, there is nothing to see. */
export function isOfPods({ type }: Trigger): boolean {
  return type === 'cpu' || type === 'memory';
}

const queues = new Set([
  'activemq',
  'apache-kafka',
  'artemis-queue',
  'aws-sqs-queue',
  'azure-eventhub',
  'azure-queue',
  'azure-servicebus',
  'gcp-pubsub',
  'ibmmq',
  'kafka',
  'liiklus',
  'nats-jetstream',
  'pulsar',
  'rabbitmq',
  'redis',
  'redis-cluster',
  'redis-sentinel',
  'redis-streams',
  'solace-event-queue',
  'stan',
]);

/** Triggers that count what waits, and go on counting while nobody works. */
export function isQueue({ type }: Trigger): boolean {
  return queues.has(type);
}
