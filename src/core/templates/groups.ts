import type { PatternGroup } from './types.ts';

/** The groups of the gallery, in its order. */
export const patternGroups: readonly { readonly group: PatternGroup; readonly label: string }[] = [
  { group: 'routing', label: 'Routing' },
  { group: 'release', label: 'Releases' },
  { group: 'tls', label: 'TLS' },
  { group: 'access', label: 'Access' },
  { group: 'limits', label: 'Rate limits' },
  { group: 'resilience', label: 'Resilience' },
  { group: 'scaling', label: 'Scaling' },
  { group: 'ai', label: 'AI' },
  { group: 'system', label: 'Whole systems' },
];
