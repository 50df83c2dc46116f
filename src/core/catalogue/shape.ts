import type { Rule } from './rule.ts';
import type { Channel, Schema, TypeName } from './schema.ts';

const noRules: readonly Rule[] = [];

/** A shape as plain data. */
export interface ShapeParcel {
  readonly schema: Schema;
  /** Every named type that it leads to. */
  readonly types: Readonly<Record<TypeName, Schema>>;
  readonly channel: Channel;
}

/** The shape that a parcel was made of. */
export function shapeOfParcel({ schema, types, channel }: ShapeParcel): Shape {
  return new Shape(schema, types, channel);
}

/**
 * A schema ready for use: references followed, the channel chosen, children read when first asked for and kept. One
 * value has one shape, so results can be kept by its identity.
 */
export class Shape {
  /** The flattened schema. Its `properties`, `items`, `values` are raw: use those of the shape. */
  readonly schema: Schema;
  /** The named type that this is, if it is one. */
  readonly typeName: TypeName | undefined;
  readonly #raw: Schema;
  readonly #types: Readonly<Record<TypeName, Schema>>;
  readonly #channel: Channel;
  #properties: ReadonlyMap<string, Shape> | undefined;
  #required: ReadonlySet<string> | undefined;
  #items: Shape | null | undefined;
  #values: Shape | null | undefined;
  #rules: readonly Rule[] | undefined;

  constructor(raw: Schema, types: Readonly<Record<TypeName, Schema>>, channel: Channel) {
    this.#raw = raw;
    this.#types = types;
    this.#channel = channel;
    this.typeName = raw.ref;
    this.schema = flatten(raw, types, channel);
  }

  /** The listed fields that this channel has, in upstream's order. */
  get properties(): ReadonlyMap<string, Shape> {
    this.#properties ??= new Map(
      Object.entries(this.schema.properties ?? {})
        .filter(([, raw]) => isInChannel(raw, this.#channel))
        .map(([name, raw]) => [name, new Shape(raw, this.#types, this.#channel)]),
    );
    return this.#properties;
  }

  get required(): ReadonlySet<string> {
    // A field that is not listed (in an alternative: `oneOf: [{ required: [a] }]`) is in every channel.
    const listed = this.schema.properties ?? {};
    this.#required ??= new Set(
      (this.schema.required ?? []).filter(
        (name) => this.properties.has(name) || !Object.hasOwn(listed, name),
      ),
    );
    return this.#required;
  }

  /** What the items of a list may be. */
  get items(): Shape | undefined {
    if (this.#items === undefined) this.#items = this.#child(this.schema.items);
    return this.#items ?? undefined;
  }

  /** What the values of a map with free keys may be. */
  get values(): Shape | undefined {
    if (this.#values === undefined) this.#values = this.#child(this.schema.values);
    return this.#values ?? undefined;
  }

  /** Cross-field rules of this channel. */
  get rules(): readonly Rule[] {
    this.#rules ??= (this.schema.rules ?? noRules).filter((rule) => isInChannel(rule, this.#channel));
    return this.#rules;
  }

  /** The shape at the end of one step: a field's name, a map's key, or an index. */
  step(step: string | number): Shape | undefined {
    if (typeof step === 'number') return this.items;
    return this.properties.get(step) ?? this.values;
  }

  /** All that this shape is made of, as data that can be sent elsewhere: see `shapeOfParcel`. */
  get parcel(): ShapeParcel {
    const types: Record<TypeName, Schema> = {};
    gatherTypes(this.#raw, this.#types, types);
    return { schema: this.#raw, types, channel: this.#channel };
  }

  #child(raw: Schema | undefined): Shape | null {
    return raw === undefined ? null : new Shape(raw, this.#types, this.#channel);
  }
}

/** Adds the named types below a part of a schema. What looks like a schema inside a default or an enum does no harm. */
function gatherTypes(
  part: unknown,
  from: Readonly<Record<TypeName, Schema>>,
  into: Record<TypeName, Schema>,
): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, inner] of Object.entries(part)) {
    if (key !== 'ref' || typeof inner !== 'string') gatherTypes(inner, from, into);
    else if (!Object.hasOwn(into, inner)) {
      const type = from[inner];
      if (type === undefined) continue;
      into[inner] = type;
      gatherTypes(type, from, into);
    }
  }
}

function isInChannel(part: { readonly channel?: Channel }, channel: Channel): boolean {
  return part.channel === undefined || part.channel === channel;
}

function flatten(raw: Schema, types: Readonly<Record<TypeName, Schema>>, channel: Channel): Schema {
  let flat = raw;
  for (let follow = 0; flat.ref !== undefined && follow < 32; follow++) {
    const { ref, ...beside } = flat;
    flat = layOver(types[ref] ?? { keepsUnknown: true }, beside);
  }
  const own = flat.inChannel?.[channel];
  if (flat.inChannel === undefined) return flat;
  const { inChannel: _, ...rest } = flat;
  return own === undefined ? rest : layOver(rest, own);
}

/** One schema laid over another: keywords of the upper win, fields and rules of both are kept. */
export function layOver(under: Schema, over: Schema): Schema {
  const properties = layFields(under.properties, over.properties);
  const rules = [...(under.rules ?? noRules), ...(over.rules ?? noRules)];
  const required = [...new Set([...(under.required ?? []), ...(over.required ?? [])])];
  return {
    ...under,
    ...over,
    ...(properties === undefined ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
    ...(rules.length === 0 ? {} : { rules }),
  };
}

function layFields(under: Schema['properties'], over: Schema['properties']): Schema['properties'] {
  if (under === undefined || over === undefined) return under ?? over;
  const merged: Record<string, Schema> = { ...under };
  for (const [name, schema] of Object.entries(over)) {
    const below = merged[name];
    merged[name] = below === undefined ? schema : layOver(below, schema);
  }
  return merged;
}
