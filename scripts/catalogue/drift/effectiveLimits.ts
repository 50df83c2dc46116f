import type { Schema } from '../../../src/core/catalogue/schema.ts';

/** What a CRD demands of a quantity, in place of our format. */
const quantityPattern =
  /^\^\(\\\+\|-\)\?\(\(\[0-9\]\+\(\\\.\[0-9\]\*\)\?\)\|\(\\\.\[0-9\]\+\)\)\(\(\[KMGTPE\]i\)\|\[numkMGTPE\]\|/;
const highest = ['minimum', 'minLength', 'minItems', 'minProperties'] as const;
const lowest = ['maximum', 'maxLength', 'maxItems', 'maxProperties'] as const;
const plain = [
  'type',
  'intOrString',
  'nullable',
  'keepsUnknown',
  'isResource',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'uniqueItems',
  'oneOf',
  'anyOf',
  'not',
] as const satisfies readonly (keyof Schema)[];

/** Keyword -> what it comes to, in one form for each meaning. What demands nothing is left out. */
export type Limits = ReadonlyMap<string, unknown>;

/**
 * What a schema demands of a value, without its fields, in a form in which two schemas that mean the same are equal:
 * `allOf` is taken in, `minLength: 0` and other words that say nothing are gone, and quantities are a format.
 */
export function effectiveLimits(schema: Schema): Limits {
  const limits = new Map<string, unknown>();
  const set = (keyword: string, value: unknown) => {
    if (value !== undefined && value !== false) limits.set(keyword, value);
  };
  const all = [schema, ...(schema.allOf ?? []).filter(isSimple)];
  for (const keyword of plain) set(keyword, schema[keyword]);
  if (schema.intOrString === true) {
    limits.delete('type');
    if (isIntOrString(schema.anyOf)) limits.delete('anyOf');
  }
  for (const keyword of highest) {
    const values = all.flatMap((each) => each[keyword] ?? []);
    if (values.length > 0 && (keyword === 'minimum' || Math.max(...values) > 0))
      set(keyword, Math.max(...values));
  }
  for (const keyword of lowest) {
    const values = all.flatMap((each) => each[keyword] ?? []);
    if (values.length > 0) set(keyword, Math.min(...values));
  }
  set('enum', meet(all.flatMap((each) => (each.enum === undefined ? [] : [each.enum]))));
  addTexts(all, schema, set);
  addListKind(schema, set);
  const rest = (schema.allOf ?? []).filter((each) => !isSimple(each) && !isIntOrString(each.anyOf));
  if (rest.length > 0) set('allOf', rest);
  return limits;
}

function addTexts(
  all: readonly Schema[],
  schema: Schema,
  set: (keyword: string, value: unknown) => void,
): void {
  const patterns = [...new Set(all.flatMap((each) => each.pattern ?? []))];
  const isQuantity = schema.intOrString === true && patterns.some((pattern) => quantityPattern.test(pattern));
  const left = isQuantity ? patterns.filter((pattern) => !quantityPattern.test(pattern)) : patterns;
  const formats = [
    ...new Set([...all.flatMap((each) => each.format ?? []), ...(isQuantity ? ['quantity'] : [])]),
  ];
  if (left.length > 0) set('pattern', left.length === 1 ? left[0] : left.sort());
  if (formats.length > 0) set('format', formats.length === 1 ? formats[0] : formats.sort());
}

/** A list is atomic unless it says otherwise. */
function addListKind(schema: Schema, set: (keyword: string, value: unknown) => void): void {
  if (schema.listType === 'set' || schema.listType === 'map') set('listType', schema.listType);
  if (schema.listKeys !== undefined && schema.listKeys.length > 0)
    set('listKeys', [...schema.listKeys].sort());
}

function meet(enums: readonly (readonly unknown[])[]): unknown {
  const [first, ...rest] = enums;
  if (first === undefined) return undefined;
  return [...new Set(first)].filter((value) => rest.every((each) => each.includes(value))).sort();
}

/** Only words that can be taken in. */
function isSimple(schema: Schema): boolean {
  const simple = [...highest, ...lowest, 'enum', 'pattern', 'format'] as readonly string[];
  return Object.keys(schema).every((keyword) => simple.includes(keyword));
}

function isIntOrString(alternatives: readonly Schema[] | undefined): boolean {
  return (
    alternatives?.length === 2 && alternatives.every(({ type }) => type === 'integer' || type === 'string')
  );
}
