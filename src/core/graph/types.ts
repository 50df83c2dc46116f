import type { ReferenceRole } from '../kinds/types.ts';
import type { GroupKind, ResourceId } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';

/** What a reference asks for, with every default filled in. */
export interface ReferenceTarget extends GroupKind {
  readonly namespace: string;
  readonly name: string;
  readonly sectionName?: string;
  readonly port?: number;
  /** A port that is written by its name. */
  readonly portName?: string;
}

/** What became of a reference. */
export type EdgeState =
  /** The target is in the workspace. */
  | 'resolved'
  /** The target is in the workspace, but not the section or port that is named. */
  | 'no-such-section'
  | 'no-such-port'
  /** The target is not in the workspace, but another resource makes it (Certificate -> Secret). */
  | 'made'
  /** The target is a host outside of the cluster. */
  | 'external'
  /** The target is nowhere. */
  | 'missing'
  /** The target may not be of that kind. */
  | 'wrong-kind';

/** One reference of one resource, resolved. */
export interface Edge {
  /** `from|path`, and `|to` for selectors that reach several targets. */
  readonly id: string;
  /** The resource that holds the reference. */
  readonly from: ResourceId;
  /** The target: a resource, or the ghost that stands for it (same form of id). */
  readonly to: ResourceId;
  /** Name of the declaration: `backendRef`. */
  readonly reference: string;
  readonly role: ReferenceRole;
  readonly flow: 'forward' | 'backward';
  /** Where the reference stands in the holder's value. */
  readonly path: Path;
  readonly target: ReferenceTarget;
  readonly state: EdgeState;
  /** True when an absent target is normal: the declaration says so, or the field is marked optional. */
  readonly optional?: boolean;
  /** Only for references into another namespace that need one. */
  readonly grant?: 'granted' | 'missing';
  /** As written; siblings of one rank share traffic in proportion. */
  readonly weight?: number;
  /** Which siblings take over from which, 0 first; only where the declaration ranks its references. */
  readonly rank?: number;
  /** Its place in the order of failover, from 1; only where siblings have different ranks. */
  readonly turn?: number;
  /** Share of its siblings' sum, 0..1; present when there is more than one sibling or a weight is written. */
  readonly share?: number;
  /** The row of the holder's card that it starts from. */
  readonly fromRow?: string;
  /** The row of the target's card that it ends at. */
  readonly toRow?: string;
}

/** Something that is referred to and is not in the workspace. */
export interface Ghost extends GroupKind {
  readonly id: ResourceId;
  readonly namespace: string;
  readonly name: string;
  /** The resource whose controller makes it, if any: then it is not missing. */
  readonly madeBy?: ResourceId;
}

/** The whole graph; maps keep the order of the text. */
export interface Graph {
  readonly edges: ReadonlyMap<string, Edge>;
  readonly ghosts: ReadonlyMap<ResourceId, Ghost>;
}
