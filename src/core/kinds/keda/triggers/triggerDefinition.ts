import type { FieldDeclaration } from '../../form.ts';

/**
 * What the studio knows of one type of trigger: what it needs, how it is filled in, who it asks and how it proves who
 * it is. The API server takes any texts as metadata, so this is the only place where it is known what KEDA makes of
 * them. Facts are those of KEDA 2.20.
 */
export interface TriggerDefinition {
  /** What `type` says: `kafka`. */
  readonly type: string;
  /** As a person calls it: `Apache Kafka`. */
  readonly label: string;
  /** What it scales on, in one line. */
  readonly purpose: string;
  readonly docs: string;
  /** The metadata of a new one. */
  newMetadata(): Readonly<Record<string, string>>;
  /** Paths are relative to `metadata`. Every value is a text, numbers and booleans too. */
  readonly fields: readonly FieldDeclaration[];
  /** The metric types that it takes; both for metrics from outside when absent. */
  readonly metricTypes?: readonly string[];
  /** What `metricType` must say from the start, where KEDA takes none for granted. */
  readonly metricType?: string;
  /** True when it cannot start Jobs. */
  readonly notForJobs?: boolean;
  /** True when KEDA refuses `useCachedMetrics` beside it. */
  readonly notCached?: boolean;
  /** The target, where it is not needed once a formula combines the triggers. */
  readonly optionalTarget?: string;
  /** Groups of metadata of which one is needed. */
  readonly alternatives?: readonly Alternatives[];
  /** Metadata that may be named as a variable of the workload instead, with `FromEnv` behind its name. */
  readonly fromEnvironment?: readonly string[];
  /** Metadata that a TriggerAuthentication may give instead. */
  readonly fromAuthentication?: readonly string[];
  /** Settings that switch on a proof which only a TriggerAuthentication can give: `sasl`. */
  readonly provedBy?: readonly string[];
  /** Words that a setting outside of the form may say, also several with commas between them: `authModes`. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** The ways to authenticate, the commonest first; none when it asks nobody who would want to know. */
  readonly authentications: readonly TriggerAuthenticationMethod[];
  /** What KEDA refuses beyond what the rest says. Any metadata is accepted; it never throws. */
  problems?(metadata: unknown): readonly TriggerProblem[];
  /** What it does, in a few words; undefined when too little is written to say anything. Never throws. */
  say(metadata: unknown, how?: Saying): string | undefined;
}

/** What stands around the metadata and matters for the words. */
export interface Saying {
  readonly metricType?: string | undefined;
  /** What the target is counted for: `replica` unless it is a Job. */
  readonly each?: string | undefined;
}

/** What is wrong with a setting, and the way out. */
export interface TriggerProblem {
  readonly key: string;
  readonly message: string;
  /** An error when absent: KEDA refuses the trigger. */
  readonly severity?: 'warning';
}

/** Keys of which one set must be there whole: `address`, or `host` with `port`. */
export interface Alternatives {
  readonly oneOf: readonly (readonly string[])[];
  /** True where no two of the sets may stand together. */
  readonly isExclusive?: boolean;
  /** Only then it is needed; always when absent. */
  when?(metadata: Readonly<Record<string, unknown>>): boolean;
}

/** One way in which a trigger proves who asks. */
export interface TriggerAuthenticationMethod {
  /** Unique in the trigger: `sasl-plaintext`. */
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** What goes into a Secret, and from there to the trigger. */
  readonly secretKeys: readonly SecretKey[];
  /** Whose identity the pods of KEDA use instead: `aws`. */
  readonly podIdentity?: 'aws' | 'azure-workload' | 'gcp';
  /** Metadata that the trigger must have for it. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A parameter of a trigger that comes from a key of a Secret. */
export interface SecretKey {
  readonly parameter: string;
  readonly key: string;
  readonly help: string;
  readonly example?: string;
  /** The only thing that it can say; the key is empty when absent. */
  readonly value?: string;
}
