/**
 * Patterns: small systems and changes that people build again and again (a redirect to HTTPS, a canary, a rate limit),
 * each with a name, parameters and one pure function that writes it. A pattern works with what it is given: a resource
 * of a role is edited as little as can be and keeps its comments; what is not given is made, so that the pattern works
 * by itself. It promises YAML without findings for every legal answer, and refuses in words what it cannot do. It never
 * sees text or offsets: it asks for changes at a desk, and `actions/applyPattern.ts` makes one change of them.
 */
import type { GroupKind, ResourceId } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import type { Yaml } from './yaml.ts';

/** A pattern as the gallery and the action have it. Written with `definePattern`, which knows the types of answers. */
export interface Pattern {
  /** Kebab-case, never changed: it stands in people's files. */
  readonly id: string;
  /** Sentence case: `HTTP to HTTPS redirect`. */
  readonly title: string;
  /** One line: what one gets. */
  readonly purpose: string;
  readonly group: PatternGroup;
  /** Documentation at the project that owns what is written. */
  readonly docs: string;
  /** Resources it works with, the one that says where new ones go first. */
  readonly roles: readonly PatternRole[];
  readonly parameters: readonly PatternParameter[];
  /** `answers` and `given` are by the ids of `parameters` and `roles`; answers are checked and complete. */
  write(desk: PatternDesk, answers: Answers, given: Given): void;
}

export type PatternGroup =
  | 'tls'
  | 'release'
  | 'routing'
  | 'limits'
  | 'access'
  | 'resilience'
  | 'ai'
  | 'scaling'
  | 'system';

/** A resource that a pattern works with: taken from the selection, chosen by the user, or made where it is absent. */
export interface PatternRole {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly GroupKind[];
  readonly help?: string;
  /** True when the pattern cannot make it. */
  readonly needed?: boolean;
  /** True when it is taken from the selection only if it is selected itself, never for being connected to it. */
  readonly onlySelected?: boolean;
}

export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;
export type Given = Readonly<Record<string, PatternTarget | undefined>>;

/** How a text is checked and drawn. */
export type TextType =
  /** On one line, without spaces at its ends. */
  | 'text'
  /** A DNS label. */
  | 'name'
  /** A DNS name, for listeners and routes also `*.example.com`. */
  | 'hostname'
  /** A DNS name of one thing: no star. */
  | 'host'
  /** `redis.example.internal:6379` */
  | 'address'
  | 'duration'
  | 'quantity'
  | 'cidr'
  | 'cron'
  | 'promql'
  /** `/orders` */
  | 'path'
  /** The name of an HTTP header. */
  | 'header'
  /** `https://...` or `http://...` */
  | 'url'
  /** Where a page comes from: `https://app.example.com`, `https://*.example.com`, `*`. */
  | 'origin'
  | 'email';

interface ParameterBase {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** False where an empty answer is one, too. */
  readonly required: boolean;
  /** Only asked when another answer is this one; otherwise its default counts. */
  readonly shownWhen?: { readonly parameter: string; readonly is: Answer };
}

export interface TextParameter extends ParameterBase {
  readonly type: TextType;
  readonly default: string;
  readonly placeholder?: string;
  /** What else the text has to be; `says` continues "wants". */
  readonly form?: TextForm;
}

export interface TextForm {
  readonly pattern: RegExp;
  /** `the full name of a service, such as orders.v1.Orders` */
  readonly says: string;
}

/** A whole number. */
export interface NumberParameter extends ParameterBase {
  readonly type: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** What is counted: `%`, `requests`. */
  readonly unit?: string;
}

export interface BooleanParameter extends ParameterBase {
  readonly type: 'boolean';
  readonly default: boolean;
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

export interface ChoiceParameter extends ParameterBase {
  readonly type: 'choice';
  readonly default: string;
  readonly options: readonly ChoiceOption[];
}

export interface TextsParameter extends ParameterBase {
  readonly type: 'texts';
  readonly of: TextType;
  readonly default: readonly string[];
  /** The most there may be. */
  readonly max: number;
  /** The only ones there are. */
  readonly options?: readonly string[];
  /** What else each text has to be. */
  readonly form?: TextForm;
  readonly placeholder?: string;
}

export type PatternParameter =
  | TextParameter
  | NumberParameter
  | BooleanParameter
  | ChoiceParameter
  | TextsParameter;

/** A resource at the desk: one that was there, or one that the pattern has added. */
export interface PatternTarget extends GroupKind {
  readonly id: ResourceId;
  readonly apiVersion: string;
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
  /** True when the pattern has added it. */
  readonly isNew: boolean;
}

/** One reference that a resource holds, as its kind declares them. */
export interface PatternReference {
  readonly holder: PatternTarget;
  /** Name of the declaration: `parentRef`, `backendRef`. */
  readonly reference: string;
  readonly path: Path;
  /** Undefined when it is not in the workspace. */
  readonly target: PatternTarget | undefined;
  /** As asked for; defaults filled in. */
  readonly asked: GroupKind & { readonly namespace: string; readonly name: string };
  readonly sectionName?: string;
  readonly port?: number;
}

export interface AddOptions {
  /** Another namespace than the desk's; a Namespace is added where nothing is in it yet. */
  readonly namespace?: string;
  /** True for what only supports the pattern (a class, a workload to try it with): it is not selected afterwards. */
  readonly isAside?: boolean;
  /** Instead of the version that the kind writes first; for kinds without a file of their own, where it is not `v1`. */
  readonly version?: string;
}

/** What a pattern may do. After the first refusal nothing more is done, so a pattern need not look at every step. */
export interface PatternDesk {
  /** Where new resources go. */
  readonly namespace: string;
  /**
   * Adds a resource: `body` is all below `metadata.namespace` (`spec:`, or `metadata`'s further keys indented by two).
   * The name is `baseName`, with a number behind it where that is taken.
   */
  add(
    kind: GroupKind,
    baseName: string,
    body: Yaml | ((self: { readonly name: string; readonly namespace: string }) => Yaml),
    options?: AddOptions,
  ): PatternTarget;
  /** Every resource of a kind, those that were added included, in the order of the text. */
  all(kind: GroupKind): readonly PatternTarget[];
  /** The value at a path as it is now; undefined when there is none. */
  read(target: PatternTarget, path: Path): unknown;
  /** Sets a key, making the maps on the way; lines of YAML bring their comments. `after` are keys that it stands behind. */
  set(target: PatternTarget, path: Path, value: Plain | Yaml, after?: readonly string[]): void;
  /** Puts an item into the list at a path, at the end or before position `at`; an absent list is made. */
  insert(target: PatternTarget, path: Path, item: Plain | Yaml, at?: number): void;
  /** Removes a key, or the item of a list. */
  remove(target: PatternTarget, path: Path): void;
  /** The references that a resource holds, in the order of its kind's declarations. */
  references(holder: PatternTarget): readonly PatternReference[];
  /** The references of others to a resource. */
  referrers(target: PatternTarget): readonly PatternReference[];
  /** Lets one resource refer to another of another namespace, where a ReferenceGrant is needed for it. */
  grant(holder: PatternTarget, target: PatternTarget): void;
  /** Says why it cannot be done, and the way out; the whole pattern is refused. */
  refuse(reason: string): void;
}
