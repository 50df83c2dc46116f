import type { Channel, Schema } from '../../../src/core/catalogue/schema.ts';

/** What says that a field is there and what it is about, whatever its type. */
const aboutField = ['doc', 'deprecated', 'channel'] as const satisfies readonly (keyof Schema)[];

/**
 * One schema laid over another, all the way down: keywords of the upper win; fields, items, values and channels are
 * merged; required fields and rules of both are kept. Another `ref` takes the place of the whole value.
 */
export function mergeSchema(under: Schema, over: Schema): Schema {
  if (over.ref !== undefined && over.ref !== under.ref) {
    const { rules: _, ...rest } = over;
    return {
      ...pick(under, aboutField),
      ...rest,
      ...(over.rules === undefined ? {} : { rules: over.rules }),
    };
  }
  const merged: { -readonly [Key in keyof Schema]: Schema[Key] } = {
    ...withoutOtherType(under, over),
    ...over,
  };
  if (under.properties !== undefined && over.properties !== undefined) {
    merged.properties = mergeFields(under.properties, over.properties);
  }
  if (under.items !== undefined && over.items !== undefined)
    merged.items = mergeSchema(under.items, over.items);
  if (under.values !== undefined && over.values !== undefined)
    merged.values = mergeSchema(under.values, over.values);
  if (under.required !== undefined && over.required !== undefined) {
    merged.required = [...new Set([...under.required, ...over.required])];
  }
  if (under.rules !== undefined && over.rules !== undefined) merged.rules = [...under.rules, ...over.rules];
  if (under.inChannel !== undefined && over.inChannel !== undefined) {
    merged.inChannel = mergeChannels(under.inChannel, over.inChannel);
  }
  return merged;
}

/** A schema without some of its keywords. */
export function withoutKeywords(schema: Schema, keywords: readonly (keyof Schema)[]): Schema {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => !keywords.includes(key as keyof Schema)),
  );
}

function pick(schema: Schema, keywords: readonly (keyof Schema)[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => keywords.includes(key as keyof Schema)));
}

/** Int-or-string stands instead of a type, and a type instead of it. */
function withoutOtherType(under: Schema, over: Schema): Schema {
  if (over.intOrString === true) return withoutKeywords(under, ['type']);
  return over.type === undefined ? under : withoutKeywords(under, ['intOrString']);
}

function mergeFields(
  under: Readonly<Record<string, Schema>>,
  over: Readonly<Record<string, Schema>>,
): Record<string, Schema> {
  const merged: Record<string, Schema> = { ...under };
  for (const [name, schema] of Object.entries(over)) {
    const below = under[name];
    merged[name] = below === undefined ? schema : mergeSchema(below, schema);
  }
  return merged;
}

function mergeChannels(
  under: NonNullable<Schema['inChannel']>,
  over: NonNullable<Schema['inChannel']>,
): NonNullable<Schema['inChannel']> {
  const merged: Partial<Record<Channel, Schema>> = { ...under };
  for (const channel of ['standard', 'experimental'] as const) {
    const [below, above] = [under[channel], over[channel]];
    if (above !== undefined) merged[channel] = below === undefined ? above : mergeSchema(below, above);
  }
  return merged;
}
