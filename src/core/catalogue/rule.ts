/**
 * Cross-field rules as plain data. Ours name the exact field at fault; rules that came with a user's CRD are CEL
 * and are run by an engine. A rule stands on the schema of the object, list or value it is about, and its
 * paths begin there.
 */
import type { Channel } from './channel.ts';

/**
 * A path below the value that a rule or condition is about: `tls.mode`; `` (empty) is the value itself. Only map
 * keys; lists are gone into with `every`, `some` and `each`. A key with a dot in it is written in brackets: `a[b.c]`.
 */
export type RulePath = string;

/**
 * Something that is true or false of a value. A path that leads nowhere makes `has`, `filled`, `is`, `matches`, `every`'s
 * opposite and comparisons false, and `every` true; nothing here fails.
 */
export type Condition =
  /** The key is there (after defaults). */
  | { readonly has: RulePath }
  /** There and not '', [], {} (and not absent). */
  | { readonly filled: RulePath }
  /** There and equal to one of the values. */
  | { readonly is: RulePath; readonly in: readonly unknown[] }
  /** There, a string, and matched by the RE2 pattern. */
  | { readonly matches: RulePath; readonly pattern: string }
  /** The number of items, keys or code points; 0 for what is absent. */
  | { readonly size: RulePath; readonly min?: number; readonly max?: number }
  /** Both there and ordered so. `to` is a path or, as `{ value }`, a constant. */
  | {
      readonly compare: RulePath;
      readonly by: '<' | '<=' | '=' | '!=' | '>=' | '>';
      readonly to: RulePath | { readonly value: unknown };
      /** How both are read; by default as they are (numbers, or strings). `cidr`: `<` is 'lies strictly inside'. */
      readonly as?: 'duration' | 'quantity' | 'lowercase' | 'size' | 'cidr';
    }
  /** Of a list's items, or a map's values. `keys: true` looks at a map's keys instead. */
  | { readonly every: RulePath; readonly holds: Condition; readonly keys?: boolean }
  | { readonly some: RulePath; readonly holds: Condition; readonly keys?: boolean }
  | { readonly count: RulePath; readonly of: Condition; readonly min?: number; readonly max?: number }
  /** A string that reads as an IP address, a CIDR, or one of our formats. */
  | { readonly format: string; readonly of: RulePath }
  /** A label selector (matchLabels, matchExpressions) that picks a thing with these labels. An empty one picks all. */
  | { readonly selects: RulePath; readonly labels: RulePath }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

interface RuleBase {
  /** What is wrong and the way out, in a person's words. `{value}` stands for the value at fault. */
  readonly message?: string;
  /** Where upstream states it. */
  readonly link?: string;
  /** Only in this channel. */
  readonly channel?: Channel;
  /** Only when this holds. */
  readonly when?: Condition;
}

/** Exactly, at most, or at least one of these fields is there. `filled`: empty values count as absent. */
export interface OneOfRule extends RuleBase {
  readonly rule: 'exactlyOneOf' | 'atMostOneOf' | 'atLeastOneOf';
  readonly fields: readonly RulePath[];
  readonly filled?: boolean;
}

/**
 * The field `tag` says which of the members is there: for a tag's value its member is required (unless `optional`),
 * and a member whose tag is another is forbidden.
 */
export interface UnionRule extends RuleBase {
  readonly rule: 'union';
  readonly tag: RulePath;
  /** Value of the tag -> the field that goes with it. */
  readonly members: Readonly<Record<string, RulePath>>;
  /** Values of the tag whose member may be left out. */
  readonly optional?: readonly string[];
  /** Members that may stand beside other tags, although they are required by theirs. */
  readonly shared?: readonly string[];
}

/** The field must be there (`when`), or must not. At fault: the missing field, or the field. */
export interface PresenceRule extends RuleBase {
  readonly rule: 'required' | 'forbidden';
  readonly field: RulePath;
  /** Empty counts as absent. */
  readonly filled?: boolean;
}

/** If the field is there, its value must be one of these. */
export interface ValueRule extends RuleBase {
  readonly rule: 'oneOfValues';
  readonly field: RulePath;
  readonly values: readonly unknown[];
}

/** If the field is there it must match the RE2 pattern (`not`: must not match). */
export interface PatternRule extends RuleBase {
  readonly rule: 'pattern';
  readonly field: RulePath;
  readonly pattern: string;
  readonly not?: boolean;
}

/** No two items of the list agree in all of these paths. Without paths: in the whole value. At fault: the later item. */
export interface UniqueRule extends RuleBase {
  readonly rule: 'unique';
  /** With `[]` it goes into the items of a list: `containers[].ports`. */
  readonly list: RulePath;
  /** Other lists whose items count as well, after those of `list`. */
  readonly with?: readonly RulePath[];
  readonly by?: readonly RulePath[];
  /** Only items for which this holds are compared. */
  readonly among?: Condition;
  /** How an absent path counts: as a value like any other (default), or such items are not compared. */
  readonly absent?: 'equal' | 'skip';
}

/**
 * Items of the list that agree in all of `by` must also agree in whether `holds` (an absent path is a value like any
 * other). At fault: the later item that differs from the first of its sort.
 */
export interface AlikeRule extends RuleBase {
  readonly rule: 'alike';
  readonly list: RulePath;
  readonly by: readonly RulePath[];
  readonly holds: Condition;
}

/** The list (or map) has that many items for which `of` holds. At fault: the first item too many, or the list. */
export interface CountRule extends RuleBase {
  readonly rule: 'count';
  /** With `[]` the lists of a list's items are counted together: `rules[].matches`. */
  readonly list: RulePath;
  readonly of?: Condition;
  readonly min?: number;
  readonly max?: number;
}

/**
 * Each value at `from` must be one of those at `to`. `[]` in a path goes into the items of a list, `{}` into the values of
 * a map: `containers[].volumeMounts[].name`. At fault: the value that is not there.
 */
export interface RefersRule extends RuleBase {
  readonly rule: 'refers';
  readonly from: readonly RulePath[];
  readonly to: readonly RulePath[];
}

/** What the map values at these paths weigh together, in bytes of UTF-8; those in `base64` are decoded first. */
export interface BytesRule extends RuleBase {
  readonly rule: 'bytes';
  readonly fields: readonly RulePath[];
  readonly base64?: readonly RulePath[];
  readonly max: number;
}

/** Both there: they must be ordered so. At fault: `field`. */
export interface CompareRule extends RuleBase {
  readonly rule: 'compare';
  /** With `perKey`, both are maps, and the values of each key that both have are compared, if RE2 `perKey` finds the key. */
  readonly perKey?: string;
  /** With `[]` it is each item of a list: `except[]`. */
  readonly field: RulePath;
  readonly by: '<' | '<=' | '=' | '!=' | '>=' | '>';
  readonly to: RulePath | { readonly value: unknown };
  readonly as?: 'duration' | 'quantity' | 'lowercase' | 'size' | 'cidr';
}

/** The rules hold for each item of a list, or value of a map; their paths begin at the item. `key`: at the map's keys. */
export interface EachRule extends RuleBase {
  readonly rule: 'each';
  readonly list: RulePath;
  readonly rules: readonly Rule[];
  /** The rules are about a map's keys (path ``) and mark them. */
  readonly keys?: true;
}

/** Whatever no other form says: the condition must hold. At fault: `at`. */
export interface AssertRule extends RuleBase {
  readonly rule: 'assert';
  readonly that: Condition;
  readonly at?: RulePath;
  /** Mark the key rather than the value. */
  readonly mark?: 'key' | 'value';
}

/** On update, the value must stay what it was. `once`: it may be set, or taken away, but not changed. */
export interface ImmutableRule extends RuleBase {
  readonly rule: 'immutable';
  readonly field: RulePath;
  readonly once?: boolean;
  /** Only when this held of the old value. */
  readonly whenOld?: Condition;
}

/** A rule of a user's CRD, run by the CEL engine. https://kubernetes.io/docs/reference/using-api/cel/ */
export interface CelRule extends RuleBase {
  readonly rule: 'cel';
  readonly source: string;
  readonly messageSource?: string;
  /** As in the CRD: `.spec.a`, relative to the schema it stands on. */
  readonly fieldPath?: string;
  readonly reason?: string;
  readonly optionalOldSelf?: boolean;
}

export type Rule =
  | OneOfRule
  | UnionRule
  | PresenceRule
  | ValueRule
  | PatternRule
  | UniqueRule
  | AlikeRule
  | CountRule
  | CompareRule
  | RefersRule
  | BytesRule
  | EachRule
  | AssertRule
  | ImmutableRule
  | CelRule;
