import type { FieldDeclaration } from '../form.ts';

/** How a Job runs its pods; `path` is its spec. The same for the Jobs that a ScaledJob makes. */
export function jobFields(path: string): readonly FieldDeclaration[] {
  return [
    {
      type: 'number',
      path: `${path}.parallelism`,
      label: 'Pods at the same time',
      placeholder: '1',
    },
    {
      type: 'number',
      path: `${path}.completions`,
      label: 'Pods that must succeed',
      placeholder: '1',
    },
    {
      type: 'number',
      path: `${path}.backoffLimit`,
      label: 'Tries after the first',
      placeholder: '6',
      help: 'After so many failed pods the Job has failed.',
    },
    {
      type: 'number',
      path: `${path}.activeDeadlineSeconds`,
      label: 'Longest run, s',
      help: 'Then it is ended and has failed, however many tries are left.',
    },
    {
      type: 'number',
      path: `${path}.ttlSecondsAfterFinished`,
      label: 'Deleted after, s',
      help: 'So long it is kept once it has finished; for ever when empty.',
    },
    {
      type: 'enum',
      path: `${path}.completionMode`,
      label: 'Pods are',
      options: ['NonIndexed', 'Indexed'],
      help: 'Indexed gives each pod a number, and needs the pods that must succeed.',
    },
  ];
}
