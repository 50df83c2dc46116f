import type { CelRule, Rule } from '../catalogue/rule.ts';
import type { JsonType } from '../catalogue/schema.ts';
import type { GroupKind, ResourceId } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';

/**
 * One reason for which the API server refuses a resource, as plain data: the words (`describeFault`), the way out
 * (`repairsOf`) and the explanation are made from it.
 */
export type Fault = FaultPlace & FaultDetail;

interface FaultPlace {
  /** Of the key or value at fault, in the resource as written. For what is missing: of the object that lacks it. */
  readonly path: Path;
  readonly mark: 'key' | 'value';
  /** Other places that have to do with it: the first of two duplicates, the field it may not stand beside. */
  readonly related?: readonly Path[];
  /** True when it was there in the old object and the server lets it pass on update. */
  readonly isRatcheted?: boolean;
}

export type FaultDetail =
  /** `elsewhere`: paths from the resource's root at which a field of this name exists, nearest first. */
  | {
      readonly fault: 'unknown-field';
      readonly field: string;
      readonly closest?: string;
      readonly known: readonly string[];
      readonly elsewhere?: readonly string[];
      /** The field exists, in the experimental channel. */
      readonly isExperimental?: boolean;
    }
  | {
      readonly fault: 'type';
      readonly expected: readonly (JsonType | 'null')[];
      readonly actual: JsonType | 'null';
      readonly value: unknown;
    }
  | { readonly fault: 'required'; readonly field: string; readonly isEmpty?: boolean }
  | {
      readonly fault: 'enum';
      readonly value: unknown;
      readonly allowed: readonly unknown[];
      readonly closest?: unknown;
    }
  | {
      readonly fault: 'size';
      readonly of: 'characters' | 'items' | 'keys';
      readonly actual: number;
      readonly min?: number;
      readonly max?: number;
    }
  | {
      readonly fault: 'range';
      readonly value: number;
      readonly min?: number;
      readonly max?: number;
      readonly isExclusive?: boolean;
      readonly multipleOf?: number;
    }
  | { readonly fault: 'pattern'; readonly value: string; readonly pattern: string }
  /** `reason`: what a value of that format looks like. */
  | { readonly fault: 'format'; readonly value: unknown; readonly format: string; readonly reason: string }
  | { readonly fault: 'duplicate'; readonly first: Path; readonly keys?: Readonly<Record<string, unknown>> }
  /** Two entries of an `anyOf`, `oneOf`, `allOf`, `not`. */
  | {
      readonly fault: 'combination';
      readonly of: 'anyOf' | 'oneOf' | 'allOf' | 'not';
      readonly alternatives: readonly string[];
    }
  /** A cross-field rule. `fields`: the paths (from the resource's root) that the rule speaks of and that are there. */
  | {
      readonly fault: 'rule';
      readonly rule: Rule;
      /** Complete sentence. */
      readonly message: string;
      /** For a union or one-of: the members, and those that are there. */
      readonly alternatives?: readonly string[];
      readonly present?: readonly string[];
      /** What to insert or remove, from the resource's root. */
      readonly missing?: Path;
      readonly surplus?: readonly Path[];
      /** Values that were compared, as they are written. */
      readonly compared?: readonly { readonly path: Path; readonly value: unknown }[];
      /** The value that would do, when there is just one. */
      readonly expected?: unknown;
    }
  /** A CEL rule that failed to run: the server counts it as a failure. */
  | { readonly fault: 'rule-error'; readonly rule: CelRule; readonly error: string }
  /** `message`: the rule's own words, when it has any. */
  | {
      readonly fault: 'immutable';
      readonly before: unknown;
      readonly after: unknown;
      readonly rule?: Rule;
      readonly message?: string;
    }
  /** Name, generateName, namespace, label, annotation, finalizer: what the server says of metadata. */
  | {
      readonly fault: 'metadata';
      readonly of:
        | 'name'
        | 'namespace'
        | 'label-key'
        | 'label-value'
        | 'annotation-key'
        | 'annotations-size'
        | 'finalizer';
      readonly value: string;
      readonly reason: string;
      readonly suggestion?: string;
    }
  | { readonly fault: 'scope'; readonly scope: 'cluster'; readonly namespace: string }
  /** apiVersion or kind that does not exist. */
  | {
      readonly fault: 'no-such-kind';
      readonly apiVersion: string;
      readonly kind: string;
      /** apiVersions at which the kind (or `closestKind`) exists, best first. */
      readonly suggestions: readonly { readonly apiVersion: string; readonly kind: string }[];
      readonly why:
        | 'version-gone'
        | 'wrong-version'
        | 'wrong-group'
        | 'misspelt'
        | 'unknown-kind'
        | 'wrong-channel';
    };

/** A way out as data: a label and steps that `core/fixes` turns into minimal edits. Paths begin at the resource. */
export interface Repair {
  /** `Rename to backendRefs`: imperative, sentence case. */
  readonly label: string;
  readonly steps: readonly RepairStep[];
  /** The one to take without asking, when there is one. */
  readonly isPreferred?: boolean;
  /** What it does to other resources, beginning at each. */
  readonly elsewhere?: readonly { readonly resource: ResourceId; readonly steps: readonly RepairStep[] }[];
  /** Resources that it adds behind the one it is about. */
  readonly documents?: readonly NewDocument[];
  /** True when the resource itself goes. */
  readonly isRemoval?: boolean;
}

/** A resource that a way out adds. A name that is taken by then gets a number. */
export interface NewDocument extends GroupKind {
  readonly namespace: string;
  readonly name: string;
  /** The YAML of the whole document, ending with a line end. */
  readonly text: string;
}

export type RepairStep =
  | { readonly step: 'set'; readonly path: Path; readonly value: import('../yaml/types.ts').Plain }
  | {
      readonly step: 'insert';
      readonly path: Path;
      readonly index?: number;
      readonly value: import('../yaml/types.ts').Plain;
    }
  | { readonly step: 'remove'; readonly path: Path }
  | { readonly step: 'rename'; readonly path: Path; readonly to: string }
  | { readonly step: 'move'; readonly from: Path; readonly to: Path };

/** What the server would say of one resource. */
export interface Verdict {
  /** The first five hundred. */
  readonly faults: readonly Fault[];
  /** How many more there are, when there are more. */
  readonly omitted?: number;
  /** Rules that we cannot run, with the reason: neither passed nor failed. */
  readonly notChecked: readonly { readonly rule: CelRule; readonly path: Path; readonly reason: string }[];
  /** True when structure failed so that the server does not get to the cross-field rules. */
  readonly hasSkippedRules: boolean;
}
