import type { Path } from '../yaml/path.ts';

/** One file of a workspace: a path with `/`, and its text exactly as the user wrote it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

declare const brand: unique symbol;

/**
 * The identity of a resource, `group/kind/namespace/name` with empty parts left empty
 * (`/Service/shop/cart`, `gateway.networking.k8s.io/GatewayClass//eg`). It survives every edit that does not
 * rename the resource. A second resource of the same identity gets `#2` behind it.
 */
export type ResourceId = string & { readonly [brand]: 'ResourceId' };

/** A group and a kind: what `kubectl` calls a GroupKind. The core group is the empty string. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** Where something stands: a file, the position of a document in it, and a path in that document's value. */
export interface Place {
  readonly file: string;
  readonly document: number;
  readonly path: Path;
}

/** A Kubernetes resource as read from the text. Its value is plain data and must not be changed. */
export interface Resource extends GroupKind {
  readonly id: ResourceId;
  readonly apiVersion: string;
  readonly version: string;
  /** The effective namespace: as written, else `default`; empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
  /** `path` is empty, or leads to the item of a `kind: List`. */
  readonly place: Place;
  readonly value: Readonly<Record<string, unknown>>;
  /** Present when the document does not parse right now and `value` is the last good one; says why. */
  readonly stale?: string;
}

/** What a document turned out to be. */
export type DocumentState = 'resource' | 'list' | 'foreign' | 'empty' | 'broken';

/** One document of a file, between two `---` lines. Offsets count in the file. */
export interface DocumentOutline {
  readonly start: number;
  readonly end: number;
  readonly state: DocumentState;
  readonly resources: readonly ResourceId[];
  /** In a `kind: List`: where the text of each resource begins, counted in the document. */
  readonly starts?: readonly number[];
  /** What a person would call it: `Gateway web`, or its first line of content. */
  readonly title: string;
}

/** The documents of one file, in order. */
export interface FileOutline {
  readonly path: string;
  readonly documents: readonly DocumentOutline[];
}

/** The id for the parts of an identity. */
export function resourceId(group: string, kind: string, namespace: string, name: string): ResourceId {
  return `${group}/${kind}/${namespace}/${name}` as ResourceId;
}

/** The parts of an id; the `#2` of a repeated identity is dropped. */
export function partsOfId(id: ResourceId): { group: string; kind: string; namespace: string; name: string } {
  const [group = '', kind = '', namespace = '', rest = ''] = id.split('/');
  return { group, kind, namespace, name: rest.replace(/#\d+$/, '') };
}
