import { rabbitmq } from '../../kinds/keda/triggers/rabbitmq.ts';
import { readDuration } from '../../schema/formats/duration.ts';
import { addTriggerCredentials } from '../blocks/addTriggerCredentials.ts';
import { workContainer } from '../blocks/addWorker.ts';
import { scaledJob } from '../blocks/scalingKinds.ts';
import { definePattern } from '../definePattern.ts';
import { duration, name, number, text } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const batchJobs = definePattern({
  id: 'batch-jobs',
  title: 'Batch with ScaledJob',
  purpose: 'A Job for each message of a queue, which runs to its end whatever else happens',
  group: 'scaling',
  docs: 'https://keda.sh/docs/2.20/concepts/scaling-jobs/',
  roles: {},
  parameters: {
    base: name('Name', 'report-worker'),
    queue: text('Queue', 'reports', { help: 'Of RabbitMQ; its address goes into a Secret.' }),
    perJob: number('For each Job', 1, { min: 1, max: 1000, unit: 'messages' }),
    most: number('At most', 10, { min: 1, max: 1000, unit: 'Jobs at a time' }),
    deadline: duration('Stopped after', '2h', { help: 'What takes longer has got stuck.' }),
    tries: number('Tries', 3, { min: 1, max: 20 }),
  },
  write(desk, { base, queue, perJob, most, deadline, tries }) {
    const seconds = Number((readDuration(deadline) ?? 0n) / 1_000_000_000n);
    if (seconds < 1) return desk.refuse('Stopped after is less than a second. Give the Job more time.');
    const [method] = rabbitmq.authentications;
    const at = { base: `${base}-queue`, namespace: desk.namespace };
    const credentials = method && addTriggerCredentials(desk, at, method);
    desk.add(
      scaledJob,
      base,
      yaml`
        spec:
          # None while the queue is empty.
          minReplicaCount: 0
          maxReplicaCount: ${most}
          pollingInterval: 30
          # Of Jobs that have ended so many are kept, to look at.
          successfulJobsHistoryLimit: 5
          failedJobsHistoryLimit: 5
          # A change of this leaves running Jobs alone.
          rollout:
            strategy: gradual
          jobTargetRef:
            backoffLimit: ${tries - 1}
            activeDeadlineSeconds: ${seconds}
            template:
              spec:
                restartPolicy: Never
                containers:
                  - ${workContainer('Put your own image here: it takes its messages off the queue, works and ends.', 'echo done')}
          triggers:
            - type: rabbitmq
              metadata:
                queueName: ${queue}
                mode: QueueLength
                value: ${String(perJob)}
              # The address with user and password.
              authenticationRef:
                name: ${credentials ?? ''}
      `,
    );
  },
});
