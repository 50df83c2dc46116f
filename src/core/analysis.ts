import type { Edge, Ghost } from './graph/types.ts';
import type { AnalysedResource } from './kinds/summarise.ts';
import type { Fault, Repair } from './schema/fault.ts';
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
  /** Those that a comment suppresses, beside them or for the whole workspace: they are listed, and not counted. */
  readonly suppressed: readonly Finding[];
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
  /** Other places that have to do with it. */
  readonly related?: readonly { readonly place: Place; readonly range: Range; readonly message: string }[];
  /** What the API server holds against it, when that is what it says. */
  readonly fault?: Fault;
  /** The common mistake that it was recognised as. */
  readonly mistake?: string;
  /** Rules of a definition of the user's that we cannot run. In an analysis, once for each definition. */
  readonly notChecked?: {
    /** `Widget (example.com/v1)`. */
    readonly definition: string;
    readonly rules: readonly { readonly source: string; readonly says: string; readonly reason: string }[];
  };
  /** Ways out, the best first; their paths begin at the resource. */
  readonly repairs?: readonly Repair[];
  /** The comment that says why somebody lives with it. */
  readonly suppressed?: {
    readonly reason: string;
    readonly range: Range;
    /** Where its check is switched off for the whole workspace: the document with that comment; `range` is in there. */
    readonly switchedOffIn?: { readonly file: string; readonly document: number };
  };
}
