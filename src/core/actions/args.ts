import type { Answer } from '../templates/types.ts';
import type { GroupKind, Place, ResourceId, SourceFile } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';

/** A card, or one row of it (a listener, a rule, a port). */
export interface Point {
  readonly id: ResourceId;
  readonly row?: string;
}

/** One finding of the analysis: by its code and its exact place. */
export interface FindingRef {
  readonly code: string;
  readonly place: Place;
}

/** What each action takes. The registry is checked against this table by the compiler. */
export interface ActionArgTable {
  /** A new resource from its kind's template, connected to what it was dropped on. */
  create: {
    readonly kind: GroupKind;
    readonly name?: string;
    readonly namespace?: string;
    /** Appended to this file; else to a new file named after it (or the only file there is). */
    readonly file?: string;
    readonly connectTo?: Point;
  };
  /**
   * Writes the reference between two cards, in whichever direction one is declared. `reference` chooses
   * among several legal ones. `withGrant` also writes the ReferenceGrant that it needs.
   */
  connect: {
    readonly from: Point;
    readonly to: Point;
    readonly reference?: string;
    readonly withGrant?: boolean;
  };
  /** Removes the references that these edges stand for. */
  disconnect: { readonly edges: readonly string[] };
  /** Writes the ReferenceGrant that an edge lacks. */
  'add-grant': { readonly edge: string };
  /** Deletes resources; the references to them are removed too, or kept (and dangle). */
  delete: { readonly ids: readonly ResourceId[]; readonly references: 'remove' | 'keep' };
  /** New name and/or namespace; every reference follows. */
  rename: { readonly id: ResourceId; readonly name?: string; readonly namespace?: string };
  /** Copies with new names, each behind its original. */
  duplicate: { readonly ids: readonly ResourceId[] };
  /** YAML from the clipboard; names that exist are made new. */
  paste: { readonly text: string; readonly file?: string };
  /** One weight of a split; the siblings give or take so that the sum stays. */
  'set-weight': { readonly edge: string; readonly weight: number };
  /** Every weight of a list of backendRefs. */
  'set-weights': { readonly id: ResourceId; readonly path: Path; readonly weights: readonly number[] };
  /**
   * Sets a field (making its parents), or removes it when `value` is absent, with the maps that it leaves empty. `keep`: a
   * map around it that stays nevertheless: the chosen member of a one-of group (`emptyDir: {}`).
   */
  'set-field': {
    readonly id: ResourceId;
    readonly path: Path;
    readonly value?: Plain;
    readonly keep?: Path;
  };
  'insert-item': {
    readonly id: ResourceId;
    readonly path: Path;
    readonly index: number;
    readonly value: Plain;
  };
  'remove-item': { readonly id: ResourceId; readonly path: Path; readonly index: number };
  'move-item': { readonly id: ResourceId; readonly path: Path; readonly index: number; readonly to: number };
  /** Renames a key of a map (a label), keeping its place. */
  'rename-key': { readonly id: ResourceId; readonly path: Path; readonly key: string; readonly to: string };
  /**
   * Chooses a member of a one-of group in the map at `path`. `others`: keys that go, since they belong to other members
   * (the own key among them means that its value is replaced). `label`: the member, for the history.
   */
  choose: {
    readonly id: ResourceId;
    readonly path: Path;
    readonly label: string;
    readonly by?: string;
    readonly word?: string;
    readonly key?: string;
    readonly value?: Plain;
    /** Set beside the key, replacing what is there. */
    readonly beside?: Readonly<Record<string, Plain>>;
    readonly others: readonly string[];
  };
  /** Removes several fields in one step. `label`: what they are together, for the history. */
  'clear-fields': {
    readonly id: ResourceId;
    readonly paths: readonly Path[];
    readonly label: string;
  };
  /**
   * Lets a trigger of a ScaledObject or ScaledJob prove who it is, by one of the ways that its type knows: writes the
   * TriggerAuthentication (and the Secret to fill in) and refers to it. `name`: of both; derived when absent.
   */
  'authenticate-trigger': {
    readonly id: ResourceId;
    readonly index: number;
    readonly method: string;
    readonly name?: string;
  };
  /** Takes one of the ways out of a finding, as the finding lists them. */
  fix: { readonly finding: FindingRef; readonly repair: number };
  /** Takes the way out with this label (else the first) of every finding of a code that has one. */
  'fix-all': { readonly code: string; readonly label?: string };
  /** Writes a comment beside a finding that says why one lives with it. */
  suppress: { readonly finding: FindingRef; readonly reason: string };
  /** Takes that comment away. */
  unsuppress: { readonly finding: FindingRef };
  /** Switches a guardrail off for the whole workspace: the reason becomes a comment at the top of a file, the first unless one is named. */
  'switch-off-check': { readonly code: string; readonly reason: string; readonly file?: string };
  /** Takes every such comment away. */
  'switch-on-check': { readonly code: string };
  /** Replaces an alias by a copy of what it stands for. */
  'inline-alias': { readonly id: ResourceId; readonly path: Path };
  /** Adds files; a path that exists gets a number, unless `replace`. */
  import: { readonly files: readonly SourceFile[]; readonly replace?: boolean };
  /** All in one file, or a file for each resource. Documents are moved as they are. */
  arrange: { readonly as: 'one-file' | 'file-per-resource' };
  /**
   * Writes a pattern of `core/templates/registry.ts`. `answers` by the ids of its parameters (gaps take the defaults),
   * `roles` by the ids of its roles; what is not given is made. New resources go to `namespace`, else to that of the
   * first role given, else to `default`. `guide`: the decision guide that led to it, noted beside the pattern.
   */
  'apply-pattern': {
    readonly pattern: string;
    readonly answers: Readonly<Record<string, Answer>>;
    readonly roles: Readonly<Record<string, ResourceId>>;
    readonly namespace?: string;
    readonly guide?: { readonly id: string; readonly answers: readonly string[] };
  };
  /** Back to the baseline: one hunk, the documents of one resource, a file, or everything. */
  revert: {
    readonly baseline: readonly SourceFile[];
    readonly what:
      | { readonly type: 'all' }
      | { readonly type: 'file'; readonly path: string }
      | { readonly type: 'resource'; readonly id: ResourceId }
      /** Lines (from 1) of the present text, `end` exclusive, and of the baseline's. */
      | {
          readonly type: 'hunk';
          readonly path: string;
          readonly now: { readonly start: number; readonly end: number };
          readonly was: { readonly start: number; readonly end: number };
        };
  };
}
