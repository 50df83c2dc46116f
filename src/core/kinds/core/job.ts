import { jobFields } from '../fields/jobFields.ts';
import { podSections } from '../fields/podFields.ts';
import { readFlag, readNumber, readText } from '../reading.ts';
import { podReferences } from '../references/podReferences.ts';
import { containerRows } from '../summaries/containerRows.ts';
import { chip, count, summary } from '../summaries/rows.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { workingPodLines } from '../templates/podLines.ts';
import type { KindDefinition } from '../types.ts';

const docs = 'https://kubernetes.io/docs/concepts/workloads/controllers/job/';

export const job: KindDefinition = {
  group: 'batch',
  kind: 'Job',
  plural: 'jobs',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'workload',
  icon: 'job',
  purpose: 'Runs pods until their work is done, such as a migration',
  phase: 'workload',
  baseName: 'task',
  docs,
  references: podReferences('spec.template.spec'),
  summarise: (value) =>
    summary({
      subtitle: `${count(readNumber(value, 'spec', 'completions') ?? 1, 'run')} to succeed`,
      rows: containerRows(value),
      chips: [
        readFlag(value, 'spec', 'suspend') ? chip('suspended', 'no pods are made') : undefined,
        parallelChip(value),
        readText(value, 'spec', 'completionMode') === 'Indexed'
          ? chip('indexed', 'each pod has a number')
          : undefined,
      ],
    }),
  template: (context) =>
    manifest(context, { apiVersion: 'batch/v1', kind: 'Job' }, [
      'spec:',
      '  # Three tries in all; after that the Job has failed.',
      '  backoffLimit: 2',
      '  # Kept for a day, so that its logs can be read.',
      '  ttlSecondsAfterFinished: 86400',
      '  template:',
      ...indent(4, workingPodLines),
    ]),
  form: [
    ...podSections({ pod: 'spec.template.spec', does: 'work' }),
    {
      title: 'Runs',
      isMain: true,
      help: 'How often the work is done, and what happens when it fails.',
      say: sayRuns,
      docs,
      fields: [
        ...jobFields('spec'),
        {
          type: 'boolean',
          path: 'spec.suspend',
          label: 'Suspended',
          help: 'No pods are made until it is off.',
        },
      ],
    },
    {
      title: 'Labels',
      fields: [{ type: 'map', path: 'spec.template.metadata.labels', label: 'Pod labels' }],
    },
  ],
};

function parallelChip(value: unknown) {
  const parallel = readNumber(value, 'spec', 'parallelism') ?? 1;
  return parallel === 1 ? undefined : chip(`${parallel} at a time`);
}

function sayRuns(value: unknown): string | undefined {
  const tries = readNumber(value, 'spec', 'backoffLimit');
  const runs = readNumber(value, 'spec', 'completions');
  if (tries === undefined && runs === undefined) return undefined;
  return `${count(runs ?? 1, 'run')} to succeed, failed after ${count((tries ?? 6) + 1, 'try', 'tries')}`;
}
