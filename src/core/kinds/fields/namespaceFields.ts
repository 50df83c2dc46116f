import type { ChoiceFieldDeclaration, ChoiceMember } from '../form.ts';

const members: readonly ChoiceMember[] = [
  { label: 'None', word: 'None', fields: [] },
  { label: 'The same namespace', word: 'Same', fields: [] },
  { label: 'All namespaces', word: 'All', fields: [] },
  {
    label: 'Namespaces with labels',
    word: 'Selector',
    key: 'selector',
    newValue: () => ({ matchLabels: { 'kubernetes.io/metadata.name': 'default' } }),
    fields: [
      {
        type: 'map',
        path: 'selector.matchLabels',
        label: 'Namespace labels',
        help: 'kubernetes.io/metadata.name is the label that every namespace has.',
      },
    ],
  },
];

/** From which namespaces something may come; `path` is the map with `from` and `selector`. */
export function namespacesField(field: {
  readonly path: string;
  readonly label: string;
  readonly help: string;
  readonly from: readonly ('None' | 'Same' | 'All' | 'Selector')[];
}): ChoiceFieldDeclaration {
  const { from, ...rest } = field;
  const allowed: readonly string[] = from;
  return {
    type: 'choice',
    ...rest,
    by: 'from',
    members: members.filter(({ word }) => word !== undefined && allowed.includes(word)),
  };
}
