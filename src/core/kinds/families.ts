import type { Family } from './types.ts';

/** Families in the order of the palette, the tree and the legend, as traffic meets them. */
export const families: readonly { readonly family: Family; readonly label: string }[] = [
  { family: 'gateway', label: 'Gateways' },
  { family: 'route', label: 'Routes' },
  { family: 'backend', label: 'Backends' },
  { family: 'workload', label: 'Workloads' },
  { family: 'policy', label: 'Policies' },
  { family: 'ai', label: 'AI' },
  { family: 'scaling', label: 'Scaling' },
  { family: 'tls', label: 'Certificates and secrets' },
  { family: 'grant', label: 'Grants' },
  { family: 'config', label: 'Classes and configuration' },
  { family: 'other', label: 'Other' },
];

/** Families in the order in which they are shown. */
export const familyOrder: readonly Family[] = families.map(({ family }) => family);

/** What each family is called. */
export const familyLabels = Object.fromEntries(
  families.map(({ family, label }) => [family, label]),
) as Readonly<Record<Family, string>>;
