import type { AnalysedResource, Analysis } from '../analysis.ts';
import type { GroupKind } from '../workspace/types.ts';
import type { Plain } from '../yaml/types.ts';

/** What an expander may look at. */
export type World = Pick<Analysis, 'resources' | 'edges'>;

/** A resource that a controller makes of another one. It is shown and never written. */
export interface MadeResource extends GroupKind {
  readonly name: string;
  readonly namespace: string;
  readonly value: Plain;
}

export interface Expansion {
  readonly made: readonly MadeResource[];
  /** What could not be known, or what a person should know of what is made. */
  readonly notes: readonly string[];
}

/** What a controller makes of the resources of one kind: one file each, listed in `registry.ts`. */
export interface Expander extends GroupKind {
  /** Who makes it: `Envoy AI Gateway`. */
  readonly controller: string;
  readonly docs: string;
  expand(resource: AnalysedResource, world: World): Expansion;
}
