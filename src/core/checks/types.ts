/**
 * Checks look at one document, one resource or one edge and say what a person should know. One file a check
 * (its fixture beside it), one line in `registry.ts`. A check is pure and quick: it is run again only when
 * what it looks at has changed. Codes are stable and never reused.
 */
import type { AnalysedResource, Severity } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import type { ReferenceRole } from '../kinds/types.ts';
import type { Repair } from '../schema/fault.ts';
import type { Range } from '../text/textEdit.ts';
import type { ParsedDocument } from '../workspace/readDocument.ts';
import type { GroupKind, ResourceId } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';

interface CheckBase {
  /** `TS012`: stable, unique, never reused. */
  readonly code: string;
  /** Kebab-case; the public name. */
  readonly name: string;
  /** Why it matters, for the documentation. */
  readonly reason: string;
  /** Documentation at the project that owns what it is about. */
  readonly docs?: string;
}

export interface DocumentCheck extends CheckBase {
  readonly scope: 'document';
  run(document: ParsedDocument): readonly Remark[];
}

export interface ResourceCheck extends CheckBase {
  readonly scope: 'resource';
  run(resource: AnalysedResource, facts: Facts): readonly Remark[];
}

export interface EdgeCheck extends CheckBase {
  readonly scope: 'edge';
  run(edge: Edge, facts: Facts): readonly Remark[];
}

/**
 * Says what is allowed and seldom wise. Never an error; it can be switched off for a workspace, with a reason.
 * Its codes are `TS2xx`.
 */
export type Guardrail = (ResourceCheck | EdgeCheck) & { readonly docs: string };

export type Check = DocumentCheck | ResourceCheck | EdgeCheck;

/** What a check found, before it gets its exact range. */
export interface Remark {
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the resource (or document); its value's text is marked, or its key's. */
  readonly path: Path;
  readonly mark?: 'key' | 'value';
  /** Instead of `path`, when the place is no value: offsets in the document. */
  readonly range?: Range;
  /** Ways out, the best first; their paths begin at the resource. */
  readonly repairs?: readonly Repair[];
}

/**
 * What checks may know of the rest of the workspace, and nothing besides: what a check has asked for is noted, and it
 * is run again once an answer is another. Lists are in the order of the text, and the same objects while they are equal.
 */
export interface Facts {
  resource(id: ResourceId): AnalysedResource | undefined;
  /** The resource that had this identity first, when there is one before it. */
  firstOf(id: ResourceId): ResourceId | undefined;
  /** The references that a resource holds. */
  edgesFrom(id: ResourceId): readonly Edge[];
  /** The references of a role that lead to a resource, or to what is not there. */
  edgesTo(id: ResourceId, role: ReferenceRole): readonly Edge[];
  /** Everything of a kind in a namespace (empty for kinds outside namespaces). */
  ofKind(kind: GroupKind, namespace: string): readonly AnalysedResource[];
  /** `Service cart in shop`, for messages. */
  nameOf(id: ResourceId): string;
}
