import type { Channel, Schema, TypeName } from './schema.ts';

/** What is known of one API group at one upstream version, as JSON. Complete in itself: every `ref` is in `types`. */
export interface Pack {
  /** The API group; the core group's is `core`. */
  readonly name: string;
  readonly upstream: Upstream;
  readonly kinds: readonly PackKind[];
  readonly types: Readonly<Record<TypeName, Schema>>;
}

/** The release that a pack describes. */
export interface Upstream {
  /** `Gateway API`. */
  readonly project: string;
  /** `v1.6.1`. */
  readonly version: string;
  /** Where its reference documentation is. */
  readonly docs: string;
}

/** A kind at one version. */
export interface PackKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: 'namespaced' | 'cluster';
  /** The type of the whole resource. */
  readonly type: TypeName;
  /**
   * A kind of the API server itself, not of a CRD: null is the same as absent everywhere, and faults of structure other
   * than wrong types and unknown fields do not keep it from the rules.
   */
  readonly isNative?: true;
  /** False for versions that the CRD still lists but the server no longer answers. */
  readonly served?: false;
  /** The version that clusters store. */
  readonly storage?: true;
  /** Only there in this channel. */
  readonly channel?: Channel;
  /** In which channels the version is served, when not in all. */
  readonly servedIn?: Channel;
}

/** The packs there are and the kinds in each: small, loaded first, so that a kind is known before its pack is there. */
export interface PackIndex {
  readonly packs: readonly {
    readonly name: string;
    readonly upstream: Upstream;
    readonly kinds: readonly Omit<PackKind, 'type'>[];
  }[];
}
