/**
 * Checks look at one document, one resource or one edge and say what a person should know. One file a check
 * (its fixture beside it), one line in `registry.ts`. A check is pure and quick: it is run again only when
 * what it looks at has changed. Codes are stable and never reused.
 */
import type { AnalysedResource, Severity } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import type { Range } from '../text/textEdit.ts';
import type { ParsedDocument } from '../workspace/readDocument.ts';
import type { ResourceId } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';

interface CheckBase {
  /** `TS012`: stable, unique, never reused. */
  readonly code: string;
  /** Kebab-case; the public name. */
  readonly name: string;
  /** Why it matters, for the documentation. */
  readonly reason: string;
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
}

/** What checks may know of the rest of the workspace. Lists all there is, so that results can be kept. */
export interface Facts {
  readonly firstOf: ReadonlyMap<ResourceId, ResourceId>;
  resource(id: ResourceId): AnalysedResource | undefined;
  /** `Service cart in shop`, for messages. */
  nameOf(id: ResourceId): string;
  /** True when any resource of the workspace lives in that namespace (or is that Namespace). */
  hasNamespace(namespace: string): boolean;
}
