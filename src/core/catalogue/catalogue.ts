/**
 * What each API is: every field with its type, documentation, default, limits and rules, for each kind that the packs
 * or the user's CRDs describe. It promises one shape a kind, the same object as long as the catalogue is the same, and
 * that a kind whose pack is not here yet is told from one that nobody knows. It judges nothing: see `core/schema`.
 */
import type { Pack, PackIndex, PackKind, Upstream } from './pack.ts';
import type { Channel, Schema } from './schema.ts';
import { Shape } from './shape.ts';

/** What is known of a kind at one version without its pack. */
export interface KindHeader extends Omit<PackKind, 'type'> {
  readonly origin: Origin;
}

/** Where a description comes from. */
export type Origin =
  | { readonly type: 'built-in'; readonly pack: string; readonly upstream: Upstream }
  | { readonly type: 'crd'; readonly source: string; readonly release?: string };

/** A kind at one version, with its fields. */
export interface CatalogueKind extends KindHeader {
  /** Of the whole resource. */
  readonly shape: Shape;
}

/** A user's CRD, read. */
export interface CrdKinds {
  /** `httproutes.gateway.networking.k8s.io`. */
  readonly name: string;
  /** The file it came from. */
  readonly source: string;
  /** The release it says it belongs to, when it says so (`v1.6.1`). */
  readonly release?: string;
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: 'namespaced' | 'cluster';
  readonly versions: readonly {
    readonly version: string;
    readonly served: boolean;
    readonly storage: boolean;
    readonly schema: Schema;
  }[];
}

export interface CatalogueParts {
  readonly index: PackIndex;
  readonly packs: readonly Pack[];
  /** They take the place of the built-in kinds of the same group and kind. */
  readonly crds: readonly CrdKinds[];
  readonly channel: Channel;
}

/** What asking for a kind answers. */
export type Lookup =
  | { readonly state: 'known'; readonly kind: CatalogueKind }
  /** It is in a pack that has not been loaded. */
  | { readonly state: 'unloaded'; readonly header: KindHeader; readonly pack: string }
  /** The version is listed, but the server does not answer it in this channel. */
  | { readonly state: 'not-served'; readonly header: KindHeader; readonly served: readonly KindHeader[] }
  /** `versions`: of this group and kind. `elsewhere`: the same kind in other groups. */
  | {
      readonly state: 'unknown';
      readonly isGroupKnown: boolean;
      readonly versions: readonly KindHeader[];
      readonly elsewhere: readonly KindHeader[];
    };

export class Catalogue {
  readonly channel: Channel;
  /** Every kind at every version, built in or from CRDs, whether its pack is loaded or not; also those not served. */
  readonly headers: readonly KindHeader[];
  /** Kinds that only the channel which is not chosen has: none of `headers`. */
  readonly hiddenKinds: readonly KindHeader[];
  readonly crds: readonly CrdKinds[];
  readonly #parts: CatalogueParts;
  readonly #byName = new Map<string, KindHeader>();
  readonly #shapes = new Map<KindHeader, CatalogueKind | null>();

  constructor(parts: CatalogueParts) {
    this.#parts = parts;
    this.channel = parts.channel;
    this.crds = parts.crds;
    const builtIn = headersOfPacks(parts);
    const isHere = (each: KindHeader) => each.channel === undefined || each.channel === parts.channel;
    this.headers = [...headersOfCrds(parts.crds), ...builtIn.filter(isHere)];
    this.hiddenKinds = builtIn.filter((each) => !isHere(each));
    for (const header of this.headers) this.#byName.set(nameOf(header), header);
  }

  /** A kind by group (empty for the core group), version and kind. */
  find(group: string, version: string, kind: string): Lookup {
    const header = this.#byName.get(nameOf({ group, version, kind }));
    if (header === undefined) {
      const same = this.headers.filter((each) => each.kind === kind && isServed(each, this.channel));
      return {
        state: 'unknown',
        isGroupKnown: this.headers.some((each) => each.group === group),
        versions: same.filter((each) => each.group === group),
        elsewhere: same.filter((each) => each.group !== group),
      };
    }
    if (!isServed(header, this.channel)) {
      const served = this.headers.filter(
        (each) => each.group === group && each.kind === kind && isServed(each, this.channel),
      );
      return { state: 'not-served', header, served };
    }
    const found = this.#kindOf(header);
    if (found !== undefined) return { state: 'known', kind: found };
    return { state: 'unloaded', header, pack: header.origin.type === 'crd' ? '' : header.origin.pack };
  }

  #kindOf(header: KindHeader): CatalogueKind | undefined {
    let kept = this.#shapes.get(header);
    if (kept === undefined) {
      const shape = this.#shapeOf(header);
      kept = shape === undefined ? null : { ...header, shape };
      this.#shapes.set(header, kept);
    }
    return kept ?? undefined;
  }

  #shapeOf(header: KindHeader): Shape | undefined {
    const { origin, group, kind, version } = header;
    if (origin.type === 'crd') {
      const crd = this.crds.find((each) => each.group === group && each.kind === kind);
      const schema = crd?.versions.find((each) => each.version === version)?.schema;
      return schema === undefined ? undefined : new Shape(schema, {}, this.channel);
    }
    const pack = this.#parts.packs.find((each) => each.name === origin.pack);
    const found = pack?.kinds.find((each) => each.kind === kind && each.version === version);
    return pack === undefined || found === undefined
      ? undefined
      : new Shape({ ref: found.type }, pack.types, this.channel);
  }
}

function headersOfCrds(crds: readonly CrdKinds[]): KindHeader[] {
  return crds.flatMap(({ source, release, group, kind, plural, scope, versions }) =>
    versions.map(({ version, served, storage }) => ({
      group,
      version,
      kind,
      plural,
      scope,
      ...(served ? {} : { served: false as const }),
      ...(storage ? { storage: true as const } : {}),
      origin: { type: 'crd' as const, source, ...(release === undefined ? {} : { release }) },
    })),
  );
}

function headersOfPacks({ index, crds }: CatalogueParts): KindHeader[] {
  const replaced = new Set(crds.map((crd) => `${crd.group}/${crd.kind}`));
  return index.packs.flatMap(({ name, upstream, kinds }) =>
    kinds
      .filter((each) => !replaced.has(`${each.group}/${each.kind}`))
      .map((each) => ({ ...each, origin: { type: 'built-in' as const, pack: name, upstream } })),
  );
}

function isServed(header: KindHeader, channel: Channel): boolean {
  if (header.served === false) return false;
  return header.servedIn === undefined || header.servedIn === channel;
}

function nameOf({ group, version, kind }: Pick<PackKind, 'group' | 'version' | 'kind'>): string {
  return `${group}/${version}/${kind}`;
}
