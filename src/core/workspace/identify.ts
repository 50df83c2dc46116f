import { isIndistinguishable } from '../yaml/plainValue.ts';
import type { ReadFile, Segment } from './fileReader.ts';
import type { ParsedDocument, ResourceBody } from './readDocument.ts';
import {
  type DocumentOutline,
  type FileOutline,
  type Resource,
  type ResourceId,
  resourceId,
} from './types.ts';

/** Tells whether a kind lives outside namespaces; undefined when the kind is not known. */
export type ScopeOf = (group: string, kind: string) => boolean | undefined;

/** A second resource of an identity that was there before it. */
export interface Repeated {
  readonly id: ResourceId;
  readonly first: ResourceId;
}

export interface Identified {
  readonly files: readonly FileOutline[];
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  readonly repeated: readonly Repeated[];
}

/**
 * Gives every resource its identity and place. Objects of `before` are used again where nothing about them
 * changed, so that later stages can tell what is new by identity alone.
 */
export function identify(
  files: ReadonlyMap<string, ReadFile>,
  scopeOf: ScopeOf,
  before?: Identified,
): Identified {
  const resources = new Map<ResourceId, Resource>();
  const repeated: Repeated[] = [];
  const counts = new Map<ResourceId, number>();
  const outlines: FileOutline[] = [];
  for (const [path, file] of files) {
    let offset = 0;
    const documents: DocumentOutline[] = file.segments.map((segment, document) => {
      const start = offset;
      offset += segment.parsed.text.length;
      const shown = shownDocument(segment);
      const stale = segment.parsed.tree.isBroken ? staleReason(segment.parsed) : undefined;
      const ids = shown.bodies.map((body) => {
        const id = uniqueId(body, scopeOf, resources, repeated, counts);
        resources.set(id, keepOrMake(before?.resources.get(id), id, body, path, document, stale, scopeOf));
        return id;
      });
      const outline = { start, end: offset, state: segment.parsed.state, resources: ids, title: shown.title };
      return segment.parsed.starts === undefined ? outline : { ...outline, starts: segment.parsed.starts };
    });
    outlines.push({ path, documents });
  }
  return { files: outlines, resources, repeated };
}

/** The document whose resources are shown: the present one, or the last good one while it does not parse. */
function shownDocument(segment: Segment): ParsedDocument {
  return segment.parsed.tree.isBroken && segment.good !== undefined ? segment.good : segment.parsed;
}

function staleReason(parsed: ParsedDocument): string {
  const problem = parsed.tree.problems.find((each) => each.fatal);
  return problem?.message ?? 'The document does not parse.';
}

function uniqueId(
  body: ResourceBody,
  scopeOf: ScopeOf,
  taken: ReadonlyMap<ResourceId, Resource>,
  repeated: Repeated[],
  counts: Map<ResourceId, number>,
): ResourceId {
  const first = resourceId(body.group, body.kind, effectiveNamespace(body, scopeOf), body.name);
  if (!taken.has(first)) return first;
  // From the last one on: trying them all for each of thousands takes its square.
  let count = (counts.get(first) ?? 1) + 1;
  while (taken.has(`${first}#${count}` as ResourceId)) count++;
  counts.set(first, count);
  const id = `${first}#${count}` as ResourceId;
  repeated.push({ id, first });
  return id;
}

/** Namespaced kinds without a namespace go to `default`, as kubectl does; unknown kinds stay as written. */
function effectiveNamespace(body: ResourceBody, scopeOf: ScopeOf): string {
  const isCluster = scopeOf(body.group, body.kind);
  if (isCluster === true) return '';
  return body.namespace ?? (isCluster === false ? 'default' : '');
}

/** Bodies of changed documents that say what an older one said, with the value of that older one. */
const echoes = new WeakMap<ResourceBody, Resource['value']>();

/** True when the text may have changed but what it says has not: a comment, a quote, a blank line. */
function holds(old: Resource, body: ResourceBody): boolean {
  if (old.value === body.value || echoes.get(body) === old.value) return true;
  if (old.apiVersion !== body.apiVersion || !isIndistinguishable(old.value, body.value)) return false;
  echoes.set(body, old.value);
  return true;
}

function keepOrMake(
  old: Resource | undefined,
  id: ResourceId,
  body: ResourceBody,
  file: string,
  document: number,
  stale: string | undefined,
  scopeOf: ScopeOf,
): Resource {
  if (
    old !== undefined &&
    holds(old, body) &&
    old.place.file === file &&
    old.place.document === document &&
    old.stale === stale &&
    old.place.path.length === body.path.length &&
    old.place.path[1] === body.path[1]
  )
    return old;
  return {
    id,
    apiVersion: body.apiVersion,
    group: body.group,
    version: body.version,
    kind: body.kind,
    namespace: effectiveNamespace(body, scopeOf),
    name: body.name,
    place: { file, document, path: body.path },
    value: body.value,
    ...(stale === undefined ? {} : { stale }),
  };
}
