/**
 * The form of a kind as data: sections of fields, each field a path in the resource and a way to draw it. The inspector
 * draws it, completion reads its options, and a generic driver tries every field of it in tests. What a field may hold,
 * its default and its documentation come from the catalogue; here stands only what makes it easy to fill in. Whatever
 * no section declares is drawn from the catalogue alone, so a form never hides a field.
 */
import type { Plain } from '../yaml/types.ts';

/** A part of a form that a person thinks of as one thing: rate limits, TLS, where traffic goes. */
export interface FormSection {
  /** `Rate limit`; unique in the form. */
  readonly title: string;
  /** What one gets from it, in a sentence. */
  readonly help?: string;
  /** True for what every resource of the kind has: always open. Others are offered by their title until one of their fields is set. */
  readonly isMain?: boolean;
  /**
   * What the resource says here, in a sentence: `100 requests per minute for each x-user-id`. Any value is accepted; it never
   * throws. Undefined where there is nothing to say.
   */
  say?(resource: unknown): string | undefined;
  /** Documentation at the project that owns the kind. */
  readonly docs?: string;
  readonly fields: readonly FieldDeclaration[];
}

/**
 * One field. `path` is where it is written, relative to the resource or to the item of the list around it; steps are
 * keys, a key with dots or slashes stands in `["..."]`.
 */
export type FieldDeclaration =
  | ScalarField
  | EnumField
  | TextsField
  | MapField
  | ReferenceFieldDeclaration
  | ListFieldDeclaration
  | WeightsFieldDeclaration
  | ChoiceFieldDeclaration
  | OpenField;

interface FieldBase {
  readonly path: string;
  readonly label: string;
  readonly help?: string;
}

/** How the text of a scalar is checked and shown: `cron` with its next runs, `promql` with its syntax. */
export type ScalarType =
  | 'text'
  | 'number'
  | 'boolean'
  | 'name'
  | 'duration'
  | 'quantity'
  | 'cidr'
  | 'cron'
  | 'promql'
  /** Several lines, set in the code font: Lua, CEL, an inline body. */
  | 'code';

export interface ScalarField extends FieldBase {
  readonly type: ScalarType;
  readonly placeholder?: string;
  readonly required?: boolean;
  /** For texts: digits alone are written as a number (a port by its number or its name). */
  readonly orNumber?: boolean;
  /** Whatever is typed is written as a text, quoted where YAML would read something else (a trigger's metadata). */
  readonly asText?: boolean;
}

export interface EnumField extends FieldBase {
  readonly type: 'enum';
  readonly options: readonly string[];
  readonly required?: boolean;
  /** As for scalars: `'true'` and `'5'` are written as texts. */
  readonly asText?: boolean;
  /** The options are numbers and are written so: a status code. */
  readonly asNumber?: boolean;
}

/** A list of texts. */
export interface TextsField extends FieldBase {
  readonly type: 'texts';
  readonly placeholder?: string;
  /** `number`: the items are written as numbers, such as status codes. */
  readonly of?: 'cidr' | 'number';
  /** An item may hold spaces and commas, so that only Enter ends it: a CEL expression, an organization. */
  readonly hasSpaces?: boolean;
  /** The only texts that are taken. */
  readonly options?: readonly string[];
}

/** Keys of the user's choice with texts. */
export interface MapField extends FieldBase {
  readonly type: 'map';
}

/**
 * A reference, or a list of them, by the name of its declaration. `path` has no `[*]` behind it: whether it
 * is a list is told by the declaration's own path. In a list whose items are references with more beside the name
 * (backends with a priority), the path is empty: the item itself.
 */
export interface ReferenceFieldDeclaration extends FieldBase {
  readonly type: 'reference';
  readonly reference: string;
}

export interface ListFieldDeclaration extends FieldBase {
  readonly type: 'list';
  /** What one item is called: `listener`, `rule`. */
  readonly item: string;
  /** The value of a new item; `existing` are the items that are there. */
  newItem(existing: readonly unknown[]): Plain;
  /** What an item says: `GET requests under /api with header x-beta = true`. Any value is accepted; it never throws. */
  say?(item: unknown): string | undefined;
  /** Fields of one item; their paths are relative to it. */
  readonly fields: readonly FieldDeclaration[];
}

/** Weighted backends: a bar and sliders that keep the sum. `path` is the list of references. */
export interface WeightsFieldDeclaration extends FieldBase {
  readonly type: 'weights';
  readonly reference: string;
}

/** `group`: a map, everything in it drawn from the catalogue. `yaml`: what no form can draw; it leads to the YAML. */
export interface OpenField extends FieldBase {
  readonly type: 'group' | 'yaml';
}

/**
 * One of several members, of which only one may be set: the filter of a type, remote or local keys, the load balancer's
 * algorithm, the metadata of a trigger. Choosing another member removes what belonged to the one before, in one edit.
 */
export interface ChoiceFieldDeclaration extends FieldBase {
  readonly type: 'choice';
  /** The map that holds the members; empty for the resource or item itself. */
  readonly path: string;
  /** The field beside the members that names the chosen one: `type`. Absent where the member's presence tells. */
  readonly by?: string;
  /** True where one of them has to be chosen. */
  readonly required?: boolean;
  readonly members: readonly ChoiceMember[];
  /** For words of `by` that no member has (a trigger that is not listed here). */
  readonly otherwise?: ChoiceMember;
}

export interface ChoiceMember {
  readonly label: string;
  readonly help?: string;
  /** What `by` says when this one is chosen: `RequestRedirect`. */
  readonly word?: string;
  /** The key of the member in the map: `requestRedirect`. Absent where the word is all there is. */
  readonly key?: string;
  /** What is written for the key when the member is chosen. */
  newValue?(): Plain;
  /** What is written beside the key when the member is chosen, and goes with it: the metric type of a CPU trigger. */
  readonly beside?: Readonly<Record<string, Plain>>;
  /** Its fields; paths are relative to the map, so they begin with the key. */
  readonly fields: readonly FieldDeclaration[];
}

/** All fields of the sections of a form. */
export function fieldsOfForm(form: readonly FormSection[]): readonly FieldDeclaration[] {
  return form.flatMap(({ fields }) => fields);
}
