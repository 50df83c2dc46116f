import type { JsonType, Schema } from '../catalogue/schema.ts';
import { Shape } from '../catalogue/shape.ts';
import { compilePattern, type Pattern } from '../text/pattern.ts';

const metadataType = 'apis/meta/v1.ObjectMeta';
const quantityType = 'api/resource.Quantity';
const nodes = new WeakMap<Shape, SchemaNode>();

/** A shape made ready for judging: what is asked of each value is looked up once. Children are made when first met. */
export class SchemaNode {
  readonly shape: Shape;
  readonly schema: Schema;
  readonly type: JsonType | undefined;
  readonly isNullable: boolean;
  /** Nothing is said of the value. */
  readonly isAnything: boolean;
  readonly keepsUnknown: boolean;
  readonly required: readonly string[];
  readonly enum: ReadonlySet<unknown> | undefined;
  /** Undefined when there is none, or when it is none that RE2 reads: the server would not have taken such a CRD. */
  readonly pattern: Pattern | undefined;
  readonly isListMap: boolean;
  readonly combinations: Combinations | undefined;
  /** Something besides structure is to be checked: rules, or the labels of metadata that is not the resource's own. */
  readonly hasRules: boolean;
  readonly isMetadata: boolean;
  readonly isQuantity: boolean;
  readonly #fields = new Map<string, SchemaNode | null>();
  #items: SchemaNode | null | undefined;
  #defaults: readonly (readonly [string, unknown])[] | undefined;

  constructor(shape: Shape) {
    const { schema } = shape;
    this.shape = shape;
    this.schema = schema;
    this.type = schema.type;
    this.isNullable = schema.nullable === true;
    this.isAnything = isAnything(schema);
    this.keepsUnknown = schema.keepsUnknown === true || this.isAnything;
    this.required = [...shape.required];
    this.enum = schema.enum === undefined ? undefined : new Set(schema.enum);
    this.pattern = patternOf(schema.pattern);
    this.isListMap = schema.listType === 'map' && schema.listKeys !== undefined;
    this.combinations = combinationsOf(schema);
    this.isMetadata = shape.typeName === metadataType;
    this.isQuantity = shape.typeName === quantityType;
    this.hasRules = shape.rules.length > 0 || this.isMetadata;
  }

  /** The node of a shape; always the same one. */
  static of(shape: Shape): SchemaNode {
    let node = nodes.get(shape);
    if (node === undefined) {
      node = new SchemaNode(shape);
      nodes.set(shape, node);
    }
    return node;
  }

  /** Of the field of that name, or of a map's value under that key. */
  field(name: string): SchemaNode | undefined {
    const found = this.listed(name);
    return found ?? this.values;
  }

  /** Of a listed field only. */
  listed(name: string): SchemaNode | undefined {
    let found = this.#fields.get(name);
    if (found === undefined) {
      const shape = this.shape.properties.get(name);
      if (shape === undefined) return undefined;
      found = SchemaNode.of(shape);
      this.#fields.set(name, found);
    }
    return found ?? undefined;
  }

  /** What the values of a map with free keys may be. */
  get values(): SchemaNode | undefined {
    const { values } = this.shape;
    return values === undefined ? undefined : SchemaNode.of(values);
  }

  get items(): SchemaNode | undefined {
    if (this.#items === undefined) {
      const { items } = this.shape;
      this.#items = items === undefined ? null : SchemaNode.of(items);
    }
    return this.#items ?? undefined;
  }

  /** The fields that are filled in when they are absent, with what. */
  get defaults(): readonly (readonly [string, unknown])[] {
    this.#defaults ??= [...this.shape.properties].flatMap(([name, { schema }]) =>
      schema.default === undefined ? [] : [[name, schema.default] as const],
    );
    return this.#defaults;
  }

  /** The node at the end of one step of a path. */
  step(step: string | number): SchemaNode | undefined {
    return typeof step === 'number' ? this.items : this.field(step);
  }
}

/** Schemas that a value must satisfy all, some, one or none of. */
export interface Combinations {
  readonly allOf: readonly SchemaNode[];
  readonly anyOf: readonly SchemaNode[];
  readonly oneOf: readonly SchemaNode[];
  readonly not: SchemaNode | undefined;
}

function combinationsOf({ allOf, anyOf, oneOf, not }: Schema): Combinations | undefined {
  if (allOf === undefined && anyOf === undefined && oneOf === undefined && not === undefined)
    return undefined;
  const made = (schemas: readonly Schema[] = []) => schemas.map(plainNode);
  return {
    allOf: made(allOf),
    anyOf: made(anyOf),
    oneOf: made(oneOf),
    not: not === undefined ? undefined : plainNode(not),
  };
}

/** Value validations hold no references and no channels. */
function plainNode(schema: Schema): SchemaNode {
  return new SchemaNode(new Shape(schema, {}, 'experimental'));
}

function isAnything(schema: Schema): boolean {
  return (
    schema.type === undefined &&
    schema.intOrString !== true &&
    schema.properties === undefined &&
    schema.values === undefined &&
    schema.items === undefined
  );
}

function patternOf(source: string | undefined): Pattern | undefined {
  if (source === undefined) return undefined;
  const compiled = compilePattern(source);
  return 'error' in compiled ? undefined : compiled;
}
