import { kafkaAuthentications } from '../../kinds/keda/triggers/kafkaAuthentications.ts';
import { addTriggerCredentials } from '../blocks/addTriggerCredentials.ts';
import { addWorker } from '../blocks/addWorker.ts';
import { scaled } from '../blocks/ensureWorkload.ts';
import { scale } from '../blocks/scale.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, choice, name, number, text, texts } from '../parameters.ts';
import { together, yaml } from '../yaml.ts';

export const scaleOnKafka = definePattern({
  id: 'scale-on-kafka',
  title: 'Autoscaling on Kafka lag',
  purpose: 'As many consumers as it takes to catch up, and none when there is nothing to read',
  group: 'scaling',
  docs: 'https://keda.sh/docs/2.20/scalers/apache-kafka/',
  roles: { workload: { ...scaled, help: 'What consumes. Without one, a small worker is made.' } },
  parameters: {
    brokers: texts('Brokers', ['kafka-bootstrap.kafka:9092'], {
      of: 'address',
      help: 'As the pods of KEDA reach them.',
    }),
    topic: text('Topic', 'orders'),
    group: text('Consumer group', 'orders'),
    lag: number('For each consumer', 50, { min: 1, max: 1_000_000, unit: 'messages behind' }),
    isWoken: boolean('None while there is nothing to read', true, {
      help: 'The first message then waits until a pod is up.',
    }),
    most: number('At most', 10, {
      min: 1,
      max: 1000,
      unit: 'pods',
      help: 'More than there are partitions would have nothing to read.',
    }),
    authentication: choice('KEDA logs in by', [
      { value: 'sasl-scram-sha512-tls', label: 'SASL SCRAM-SHA-512 over TLS' },
      { value: 'sasl-scram-sha256-tls', label: 'SASL SCRAM-SHA-256 over TLS' },
      { value: 'sasl-plaintext-tls', label: 'SASL PLAIN over TLS' },
      { value: 'tls', label: 'A client certificate' },
      { value: 'none', label: 'Nothing', help: 'Brokers inside the cluster that let everyone read.' },
    ]),
    base: name('Name of a new worker', 'orders-consumer'),
  },
  write(desk, { brokers, topic, group, lag, isWoken, most, authentication, base }, given) {
    const workload = given.workload ?? addWorker(desk, base);
    const method = kafkaAuthentications.find(({ id }) => id === authentication);
    const at = { base: `${workload.name}-kafka`, namespace: workload.namespace };
    const credentials = method && addTriggerCredentials(desk, at, method);
    const settings = Object.entries(method?.metadata ?? {}).map(([key, value]) => yaml`${key}: ${value}`);
    const trigger = yaml`
      type: kafka
      metadata:
        bootstrapServers: ${brokers.join(',')}
        consumerGroup: ${group}
        topic: ${topic}
        # One pod catches up with so many messages.
        lagThreshold: ${String(lag)}
        ${together(...settings)}
      ${credentials !== undefined && authenticationRef(credentials)}
    `;
    scale(desk, workload, { least: isWoken ? 0 : 1, most, triggers: [trigger] });
  },
});

function authenticationRef(name: string) {
  return yaml`
    authenticationRef:
      name: ${name}
  `;
}
