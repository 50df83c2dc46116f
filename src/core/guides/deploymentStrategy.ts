import type { Guide } from './types.ts';

export const deploymentStrategy: Guide = {
  id: 'deployment-strategy',
  title: 'Which deployment strategy',
  purpose: 'How a new version meets its users',
  icon: 'workload',
  first: 'change',
  questions: [
    {
      id: 'change',
      text: 'Can present clients use the new version as it is?',
      options: [
        { id: 'yes', label: 'Yes, it only adds and mends', next: 'answers' },
        {
          id: 'no',
          label: 'No, it breaks what they rely on',
          next: {
            pattern: 'versioned-paths',
            reason:
              'Both versions run side by side under paths of their own, and clients move when they are ready. You run and mend two of them until the last client has moved, so say early when the old one ends.',
          },
        },
      ],
    },
    {
      id: 'answers',
      text: 'May users see its answers yet?',
      options: [
        { id: 'yes', label: 'Yes', next: 'who' },
        {
          id: 'no',
          label: 'No, first see it under real load',
          next: {
            pattern: 'request-mirroring',
            reason:
              'A copy of each request goes to the new version and its answers are thrown away, so users notice nothing. It needs capacity for the copied load, and whatever the copy writes or sends happens twice: give it a store of its own.',
            others: [{ pattern: 'canary', when: 'the requests write, and cannot be repeated' }],
          },
        },
      ],
    },
    {
      id: 'who',
      text: 'Who meets it first?',
      options: [
        { id: 'some', label: 'Some of all, by chance', next: 'compare' },
        {
          id: 'testers',
          label: 'Our own testers, then everyone at once',
          next: {
            pattern: 'blue-green',
            reason:
              'Both versions run in full; a header leads testers to the new one, and one edit moves everyone there, or back. It costs twice the capacity while both run, and a fault that testers miss meets everyone.',
            others: [{ pattern: 'canary', when: 'there is no room for two full versions' }],
          },
        },
        {
          id: 'segment',
          label: 'One group of users, for comparison',
          next: {
            pattern: 'ab-test',
            reason:
              'A header or a query parameter with the group decides the version, so each user keeps to one and both can be measured. Something before it has to set that mark, and the groups should be alike but for it.',
          },
        },
      ],
    },
    {
      id: 'compare',
      text: 'What tells you that it works?',
      options: [
        {
          id: 'metrics',
          label: 'Error rates and latency',
          next: {
            pattern: 'canary',
            answers: { percent: 10 },
            reason:
              'A small share shows faults while few are hit, and the share grows in steps as the numbers stay good. It takes enough traffic to see a difference, and a user may meet both versions in one visit.',
            others: [{ pattern: 'blue-green', when: 'a user must never meet both versions' }],
          },
        },
        {
          id: 'behaviour',
          label: 'What users do with it',
          next: {
            pattern: 'ab-test',
            reason:
              'What users do can only be compared when each of them keeps to one version, which a share by chance does not promise. Put them into groups by a header; it ends when the numbers are clear, not by itself.',
            others: [{ pattern: 'canary', when: 'it is enough that nothing fails' }],
          },
        },
      ],
    },
  ],
};
