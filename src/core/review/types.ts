/**
 * What changed between two states of a workspace, for a person who has to answer for it: which resources came,
 * went or changed, and each change in plain words with its place. Matching goes by what things are (identity,
 * name, likeness), never by position alone. Values of Secrets are compared but never said. A pure function of
 * both states; texts that do not parse are taken as last read.
 */
import type { Analysis } from '../analysis.ts';
import type { LineHunk } from '../text/lineDiff.ts';
import type { GroupKind, Place, ResourceId, SourceFile } from '../workspace/types.ts';

/** One state of a workspace. */
export interface ReviewSide {
  readonly files: readonly SourceFile[];
  readonly analysis: Analysis;
}

/** Added and removed first by the order of the present text; what is gone stands where it stood. */
export interface Review {
  readonly resources: readonly ResourceChange[];
  readonly files: readonly FileChangeSummary[];
}

/** What became of one resource. */
export interface ResourceChange extends GroupKind {
  readonly type: 'added' | 'removed' | 'changed' | 'renamed';
  /** As it is now; for a removed one as it was. */
  readonly id: ResourceId;
  readonly namespace: string;
  readonly name: string;
  /** Its identity before, when that was another. */
  readonly was?: ResourceId;
  /** `HTTPRoute shop`. */
  readonly title: string;
  /** Where it stood; absent for an added one. */
  readonly before?: Place;
  /** Where it stands; absent for a removed one. */
  readonly after?: Place;
  /** Field by field, in the order of the text. Empty for added and removed ones. */
  readonly fields: readonly FieldChange[];
}

/** One change within a resource. */
export interface FieldChange {
  readonly type: 'added' | 'removed' | 'changed' | 'moved' | 'renamed' | 'layout' | 'broken';
  /** A sentence without a full stop: `Weight of backend orders-v2 in rule 1 changed from 10 to 20`. */
  readonly text: string;
  /** Which text `place` counts in: what is gone can only be shown where it was. */
  readonly side: 'before' | 'after';
  readonly place: Place;
}

/** What became of one file. */
export interface FileChangeSummary {
  readonly type: 'added' | 'removed' | 'changed' | 'renamed';
  /** As it is now; for a removed file as it was. */
  readonly path: string;
  /** Its path before, when that was another. */
  readonly was?: string;
  /** Whole lines. */
  readonly added: number;
  readonly removed: number;
  /** True when every document means the same as before. */
  readonly isLayoutOnly: boolean;
  /** As `revert` takes them. Empty when only the path changed. */
  readonly hunks: readonly LineHunk[];
}
