import type { Channel } from './channel.ts';
import type { Rule } from './rule.ts';

export type { Channel } from './channel.ts';

/** A named type, `group/version.Type` as upstream calls it: `gateway.networking.k8s.io/v1.HTTPRouteRule`. */
export type TypeName = string;

export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';

/**
 * What one value may be, as plain data: the part of OpenAPI v3 that Kubernetes' structural schemas use, plus our
 * cross-field rules. This is what packs hold and what a CRD is read into; code works with a `Shape`, in
 * which references are followed and the channel is chosen.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export interface Schema {
  /** A named type of the same pack. What stands beside it is added to the type, or takes the place of its own. */
  readonly ref?: TypeName;
  /** Absent for int-or-string and for values that may be anything. */
  readonly type?: JsonType;
  /** `x-kubernetes-int-or-string`. */
  readonly intOrString?: boolean;
  readonly nullable?: boolean;
  /** `x-kubernetes-preserve-unknown-fields`: fields that are not listed are kept and not judged. */
  readonly keepsUnknown?: boolean;
  /** `x-kubernetes-embedded-resource`: a whole resource with apiVersion, kind and metadata. */
  readonly isResource?: boolean;
  /** Upstream's documentation of this field. */
  readonly doc?: string;
  readonly deprecated?: boolean;
  /** Only there when this channel is chosen. */
  readonly channel?: Channel;
  /** What differs in one channel; laid over the rest when that channel is chosen. */
  readonly inChannel?: Readonly<Partial<Record<Channel, Schema>>>;

  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Of a map with keys of the user's choice: what its values may be (`additionalProperties`). */
  readonly values?: Schema;
  readonly items?: Schema;
  readonly listType?: 'atomic' | 'set' | 'map';
  readonly listKeys?: readonly string[];

  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  /** In code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** RE2, not anchored unless it says so. */
  readonly pattern?: string;
  /** OpenAPI's and Kubernetes' formats, and ours for the built-in kinds (`quantity`, `dns-label` ...): see formats.ts. */
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Value validation only: no types, no defaults (the rules of structural schemas). */
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;

  readonly rules?: readonly Rule[];
}
