import type { Schema } from '../../../src/core/catalogue/schema.ts';

/** In characters: about two sentences. */
const longest = 240;

/**
 * A schema whose texts are no longer than about two sentences. Four fifths of a pack are documentation; types that it
 * takes from other groups are explained in full in the pack of their own group.
 */
export function shortenDocs(schema: Schema): Schema {
  const { doc, properties, items, values, ...rest } = schema;
  return {
    ...rest,
    ...(doc === undefined ? {} : { doc: shortenText(doc) }),
    ...(properties === undefined ? {} : { properties: shortenAll(properties) }),
    ...(items === undefined ? {} : { items: shortenDocs(items) }),
    ...(values === undefined ? {} : { values: shortenDocs(values) }),
  };
}

/** The text up to the last sentence that ends within the limit; when none does, up to the last word. */
export function shortenText(text: string): string {
  if (text.length <= longest) return text;
  const within = text.slice(0, longest + 1);
  const ends = [...within.matchAll(/(?<!\b(?:e\.g|i\.e|etc|vs))[.!?](?=\s)|\n\n/g)];
  const end = ends.findLast(({ index }) => index > 40);
  if (end !== undefined) return within.slice(0, end.index + 1).trimEnd();
  return `${within.replace(/\s+\S*$/, '')} …`;
}

function shortenAll(properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, shortenDocs(schema)]));
}
