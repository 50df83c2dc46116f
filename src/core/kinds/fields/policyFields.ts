import type { FieldDeclaration } from '../types.ts';

/** What a policy governs. */
export const targetRefsField: FieldDeclaration = {
  type: 'reference',
  path: 'spec.targetRefs',
  label: 'Governs',
  reference: 'targetRef',
  help: 'In the same namespace. A section name narrows it to one listener or rule.',
};

const units = ['Second', 'Minute', 'Hour', 'Day', 'Week', 'Month', 'Year'];

/** Rate limits of one scope; they are the same in both. */
export function rateLimitField(scope: 'local' | 'global', label: string, help: string): FieldDeclaration {
  return {
    type: 'list',
    path: `spec.rateLimit.${scope}.rules`,
    label,
    item: 'limit',
    help,
    newItem: () => ({ limit: { requests: 100, unit: 'Minute' } }),
    fields: [
      { type: 'number', path: 'limit.requests', label: 'Requests', required: true },
      { type: 'enum', path: 'limit.unit', label: 'Per', options: units, required: true },
      {
        type: 'list',
        path: 'clientSelectors',
        label: 'For clients',
        item: 'selector',
        help: 'Without selectors the limit counts every request.',
        newItem: () => ({ headers: [{ name: 'x-user-id', type: 'Distinct' }] }),
        fields: [
          {
            type: 'list',
            path: 'headers',
            label: 'Headers',
            item: 'header',
            newItem: () => ({ name: 'x-user-id', type: 'Distinct' }),
            fields: [
              { type: 'text', path: 'name', label: 'Name', required: true },
              {
                type: 'enum',
                path: 'type',
                label: 'Match',
                options: ['Exact', 'RegularExpression', 'Distinct'],
              },
              {
                type: 'text',
                path: 'value',
                label: 'Value',
                help: 'Not with Distinct, which counts each value by itself.',
              },
            ],
          },
          { type: 'text', path: 'sourceCIDR.value', label: 'Source addresses', placeholder: '10.0.0.0/8' },
          { type: 'enum', path: 'sourceCIDR.type', label: 'Count addresses', options: ['Exact', 'Distinct'] },
        ],
      },
    ],
  };
}
