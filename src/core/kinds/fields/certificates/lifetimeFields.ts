import type { FieldDeclaration } from '../../form.ts';
import { readText } from '../../reading.ts';
import { words } from '../../summaries/rows.ts';
import { sentence } from '../../summaries/sentences.ts';

/** How long a certificate is good for, and when it is renewed. */
export const lifetimeFields: readonly FieldDeclaration[] = [
  {
    type: 'duration',
    path: 'spec.duration',
    label: 'Valid for',
    placeholder: '2160h',
    help: '90 days (2160h) when empty. The issuer may give less.',
  },
  {
    type: 'choice',
    path: 'spec',
    label: 'Renewed',
    help: 'When a third of its life is left, when not chosen.',
    members: [
      {
        label: 'A time before its end',
        key: 'renewBefore',
        newValue: () => '720h',
        fields: [{ type: 'duration', path: 'renewBefore', label: 'Before its end', placeholder: '720h' }],
      },
      {
        label: 'At a share of its life',
        key: 'renewBeforePercentage',
        newValue: () => 33,
        fields: [
          {
            type: 'number',
            path: 'renewBeforePercentage',
            label: 'Life left, %',
            help: '33 renews 30 days before the end of 90.',
          },
        ],
      },
    ],
  },
  {
    type: 'enum',
    path: 'spec.renewal.policy',
    label: 'Renewal',
    options: ['RenewBefore', 'Disabled'],
    help: 'RenewBefore when empty.',
  },
  {
    type: 'list',
    path: 'spec.renewal.windows',
    label: 'Renewed only at these times',
    item: 'window',
    newItem: () => ({ cron: '0 2 * * *', windowDuration: '2h' }),
    say: (window) =>
      sentence(
        words(readText(window, 'cron'), 'for', readText(window, 'windowDuration')),
        readText(window, 'timezone'),
      ),
    fields: [
      { type: 'cron', path: 'cron', label: 'Begins', required: true, placeholder: '0 2 * * *' },
      { type: 'duration', path: 'windowDuration', label: 'Lasts', required: true, placeholder: '2h' },
      {
        type: 'text',
        path: 'timezone',
        label: 'Time zone',
        placeholder: 'Europe/Zurich',
        help: 'UTC when empty.',
      },
    ],
  },
];
