/**
 * What we write ourselves, so that a pack describes the upstream release exactly: the API packages lag behind by one or
 * two minors and hold neither defaults nor list keys nor cross-field rules. An overlay is laid over the types of its
 * packages when the packs are made (`scripts/catalogue`); nothing of it is loaded at run time.
 */
import type { Pack, PackKind, Upstream } from '../pack.ts';
import type { Rule } from '../rule.ts';
import type { Schema, TypeName } from '../schema.ts';

export interface Overlay {
  /** The pack's name: its API group. */
  readonly pack: Pack['name'];
  readonly upstream: Upstream;
  /**
   * Overlays whose types are laid under these first, as they stand there (rules, defaults and all). Their kinds are
   * not in this pack, and what this overlay changes of their types is changed in this pack only.
   */
  readonly extends?: readonly Overlay[];
  readonly types: Readonly<Record<TypeName, TypeOverlay>>;
  readonly kinds: readonly PackKind[];
}

/** What is changed of one type, or the whole of a type that no package holds. */
export interface TypeOverlay extends Omit<Schema, 'properties' | 'required' | 'rules'> {
  /** Starts from nothing (or from another type's copy) instead of from the package's type of this name. */
  readonly from?: 'nothing' | TypeName;
  /**
   * Field -> what is laid over it; a field that is not there yet is added; null takes it away. A path goes into inline
   * parts: `rules[].matches`, `labels{}` (values of a map). Merged key by key; `properties` inside are merged as well.
   */
  readonly fields?: Readonly<Record<string, FieldOverlay | null>>;
  /** Fields made required, and fields made optional. */
  readonly require?: readonly string[];
  readonly release?: readonly string[];
  /** Keywords of the type itself to take away: `['pattern']`. */
  readonly drop?: readonly (keyof Schema)[];
  /** Added behind what is there. */
  readonly rules?: readonly Rule[];
}

/** A field's schema, laid over what is there. */
export interface FieldOverlay extends Schema {
  /** Keywords to take away first. `['ref']` makes it start anew. */
  readonly drop?: readonly (keyof Schema)[];
}
