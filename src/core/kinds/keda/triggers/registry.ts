/**
 * The types of triggers that have a form of their own, one line each: a trigger is one file that exports a
 * TriggerDefinition. From it follow its form in ScaledObjects and ScaledJobs, the words on their cards, the ways to
 * authenticate it and what is said about its metadata. KEDA has about seventy types; every other one is filled in as
 * plain metadata. The order is the order of the choice.
 */
import { readText } from '../../reading.ts';
import { awsSqsQueue } from './awsSqsQueue.ts';
import { azureServicebus } from './azureServicebus.ts';
import { cpu } from './cpu.ts';
import { cron } from './cron.ts';
import { external } from './external.ts';
import { externalPush } from './externalPush.ts';
import { gcpPubsub } from './gcpPubsub.ts';
import { kafka } from './kafka.ts';
import { kubernetesWorkload } from './kubernetesWorkload.ts';
import { memory } from './memory.ts';
import { mysql } from './mysql.ts';
import { natsJetstream } from './natsJetstream.ts';
import { postgresql } from './postgresql.ts';
import { prometheus } from './prometheus.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redis } from './redis.ts';
import { redisStreams } from './redisStreams.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';

export const triggers: readonly TriggerDefinition[] = [
  prometheus,
  externalPush,
  cpu,
  memory,
  cron,
  kafka,
  rabbitmq,
  redis,
  redisStreams,
  natsJetstream,
  awsSqsQueue,
  azureServicebus,
  gcpPubsub,
  postgresql,
  mysql,
  kubernetesWorkload,
  external,
];

const byType = new Map(triggers.map((each) => [each.type, each]));

/** What is known of a trigger's type; undefined for every other type, and for what is no trigger. */
export function triggerOf(trigger: unknown): TriggerDefinition | undefined {
  return byType.get(readText(trigger, 'type') ?? '');
}
