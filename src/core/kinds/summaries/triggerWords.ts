import { readPairs, readText } from '../reading.ts';

/** What matters most of each trigger's settings, in the order in which it is said. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  prometheus: ['query', 'threshold'],
  cpu: ['value'],
  memory: ['value'],
  cron: ['start', 'end', 'desiredReplicas', 'timezone'],
  kafka: ['topic', 'consumerGroup', 'lagThreshold'],
  rabbitmq: ['queueName', 'value'],
  'aws-sqs-queue': ['queueURL', 'queueLength'],
  redis: ['listName', 'listLength'],
  'metrics-api': ['url', 'targetValue'],
  'external-push': ['scalerAddress'],
  external: ['scalerAddress'],
  'kubernetes-workload': ['podSelector', 'value'],
};

/** Settings that may hold a password or a key are not shown, whatever the trigger. */
const sensitive = /pass|secret|token|key|credential|connection|auth|sasl|cert|user/i;

/** A trigger's metadata in a few words: `sum(rate(...))`, `threshold 50`. */
export function triggerWords(trigger: unknown): readonly string[] {
  const type = readText(trigger, 'type') ?? '';
  const pairs = new Map(readPairs(trigger, 'metadata'));
  const wanted = Object.hasOwn(keysOf, type) ? (keysOf[type] ?? []) : [];
  const found = wanted.filter((key) => pairs.has(key));
  const keys = found.length > 0 ? found : [...pairs.keys()].filter((key) => !sensitive.test(key)).slice(0, 2);
  return keys.map((key) => {
    const text = pairs.get(key) ?? '';
    if (type === 'cpu' || type === 'memory') return withUnit(trigger, text);
    return key === 'query' || key === 'url' || key === 'queueURL' ? text : `${key} ${text}`;
  });
}

function withUnit(trigger: unknown, text: string): string {
  const type = readText(trigger, 'metricType') ?? readText(trigger, 'metadata', 'type');
  return type === 'Utilization' ? `${text} %` : text;
}
