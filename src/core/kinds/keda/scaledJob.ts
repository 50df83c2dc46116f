import { readPairs, readText } from '../reading.ts';
import { podReferences } from '../references/podReferences.ts';
import { triggerReferences } from '../references/triggerReferences.ts';
import { containerRows } from '../summaries/containerRows.ts';
import { chip, listRows, summary } from '../summaries/rows.ts';
import { triggerRow } from '../summaries/triggerWords.ts';
import { keda } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { workingPodLines } from '../templates/podLines.ts';
import type { KindDefinition } from '../types.ts';
import { jobPod, jobsWords, scaledJobForm } from './scaledJobForm.ts';

export const scaledJob: KindDefinition = {
  group: keda,
  kind: 'ScaledJob',
  plural: 'scaledjobs',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'scaling',
  icon: 'batch',
  purpose: 'Starts a Job for what waits, such as each message of a queue',
  phase: 'scaler',
  baseName: 'worker',
  docs: 'https://keda.sh/docs/2.20/reference/scaledjob-spec/',
  references: [...triggerReferences, ...podReferences(jobPod)],
  summarise: (value) =>
    summary({
      subtitle: jobsWords(value),
      rows: [
        ...listRows(value, ['spec', 'triggers'], (trigger) => triggerRow(trigger, 'Job')),
        ...containerRows(value, jobPod.split('.')),
      ],
      chips: [
        isPaused(value) ? chip('paused', 'held by an annotation') : undefined,
        chip(readText(value, 'spec', 'scalingStrategy', 'strategy'), 'how running Jobs are counted'),
        chip(readText(value, 'spec', 'rollout', 'strategy'), 'what happens to running Jobs on a change'),
      ],
    }),
  template: (context) =>
    manifest(context, { apiVersion: `${keda}/v1alpha1`, kind: 'ScaledJob' }, [
      'spec:',
      '  # At most so many Jobs at the same time.',
      '  maxReplicaCount: 10',
      '  triggers:',
      '    # A Job for every message that waits in the queue.',
      '    - type: rabbitmq',
      '      metadata:',
      '        host: amqp://rabbitmq.default:5672/',
      '        queueName: orders',
      '        mode: QueueLength',
      "        value: '1'",
      '  jobTargetRef:',
      '    template:',
      ...indent(6, workingPodLines),
    ]),
  form: scaledJobForm,
};

function isPaused(value: unknown): boolean {
  return readPairs(value, 'metadata', 'annotations').some(
    ([key, text]) => key === 'autoscaling.keda.sh/paused' && text !== 'false',
  );
}
