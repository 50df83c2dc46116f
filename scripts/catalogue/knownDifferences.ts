import type { Difference } from './drift/compareShapes.ts';

/** A difference from the real CRDs that is meant, and why. */
export interface KnownDifference {
  /** The kind it is of, when it is of one. */
  readonly kind?: string;
  /** The place as the report prints it, or the beginning of it. */
  readonly place: string;
  readonly of: Difference['kind'];
  readonly keyword?: string;
  readonly reason: string;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    place: 'gateway.networking.k8s.io/v1.FrontendTLSConfig.perPort',
    of: 'rules',
    kind: 'Gateway',
    reason: 'The rule forbids two entries of one port; the list is keyed by port, which forbids the same.',
  },
];
