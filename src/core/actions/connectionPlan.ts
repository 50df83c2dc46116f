import type { ReferenceTarget } from '../graph/types.ts';
import type { ReferenceDeclaration } from '../kinds/types.ts';
import type { Path } from '../yaml/path.ts';
import type { ConnectionEnd } from './connectionEnd.ts';
import type { Site } from './referenceSite.ts';

/** A connection that may be written: all that the text needs is decided. */
export interface ConnectionPlan {
  readonly declaration: ReferenceDeclaration;
  readonly holder: ConnectionEnd;
  readonly target: ConnectionEnd;
  /** `narrow`: the whole target is referred to already; the section is written beside it. */
  readonly site: Site | { readonly type: 'narrow'; readonly path: Path };
  readonly sectionName?: string;
  readonly port?: number;
  /** True when a ReferenceGrant in the target's namespace is needed and absent. */
  readonly needsGrant: boolean;
  /** What the reference points at now, when it is replaced. */
  readonly instead?: ReferenceTarget;
}
