import type { Edge, Ghost } from './graph/types.ts';
import type { AnalysedResource } from './kinds/summarise.ts';
import type { Range } from './text/textEdit.ts';
import type { FileOutline, Place, ResourceId } from './workspace/types.ts';

export type { AnalysedResource } from './kinds/summarise.ts';

/** What the studio knows of a workspace at one version of its text: a pure function of the files. */
export interface Analysis {
  readonly files: readonly FileOutline[];
  /** In the order of the text. */
  readonly resources: ReadonlyMap<ResourceId, AnalysedResource>;
  readonly edges: ReadonlyMap<string, Edge>;
  readonly ghosts: ReadonlyMap<ResourceId, Ghost>;
  readonly findings: readonly Finding[];
}

export type Severity = 'error' | 'warning' | 'info';

/** Something a person should know, at an exact place. */
export interface Finding {
  /** Stable: `TS001`. Codes are never reused. */
  readonly code: string;
  readonly severity: Severity;
  /** What, where, why and the way out, in sentence case. */
  readonly message: string;
  readonly place: Place;
  /** Offsets within the document's text (not the file's). */
  readonly range: Range;
  readonly resource?: ResourceId;
  /** The edge it is about, if it is about one. */
  readonly edge?: string;
}
