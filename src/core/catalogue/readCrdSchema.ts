import { compilePattern } from '../text/pattern.ts';
import { objectMetadata } from './readCrdMetadata.ts';
import { type CrdReader, isObject, textOf } from './readCrdReader.ts';
import { readCrdRules } from './readCrdRules.ts';
import type { JsonType, Schema } from './schema.ts';
import { layOver } from './shape.ts';

const types: ReadonlySet<unknown> = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean']);
/** In steps of the definition. No definition that a cluster takes comes near. */
const maxDepth = 400;

type Draft = { -readonly [Key in keyof Schema]: Schema[Key] };

/**
 * Turns an `openAPIV3Schema` (with the `x-kubernetes-` extensions) into our form. Keywords that are not what they must be
 * are reported and left out; anything too deep or too much is taken as "may be anything".
 */
export function readCrdSchema(reader: CrdReader, source: object): Schema {
  if (reader.depth > maxDepth || --reader.schemasLeft < 0) {
    reader.report(
      'The schema goes deeper, or is larger, than any cluster takes: what is below is not checked.',
    );
    return { keepsUnknown: true };
  }
  const schema: Draft = {};
  readType(reader, source, schema);
  readLimits(reader, source, schema);
  readChildren(reader, source, schema);
  readCombinations(reader, source, schema);
  const rules = readCrdRules(reader, source);
  if (rules.length > 0) schema.rules = rules;
  return schema;
}

function readType(reader: CrdReader, source: object, schema: Draft): void {
  const own = (key: string) => reader.own(source, key);
  if (own('x-kubernetes-int-or-string') === true) schema.intOrString = true;
  const type = own('type');
  if (types.has(type)) {
    if (schema.intOrString !== true) schema.type = type as JsonType;
  } else if (type !== undefined && type !== '') {
    reader.report(
      `${JSON.stringify(type)} is no type of a schema: use object, array, string, integer, number or boolean. The value is not checked.`,
      ['type'],
    );
    schema.keepsUnknown = true;
  }
  if (own('$ref') !== undefined) {
    reader.report(
      'A definition must not point elsewhere with $ref: write the schema out. The value is not checked.',
      ['$ref'],
    );
    schema.keepsUnknown = true;
  }
  if (own('nullable') === true) schema.nullable = true;
  if (own('x-kubernetes-preserve-unknown-fields') === true) schema.keepsUnknown = true;
  if (own('x-kubernetes-embedded-resource') === true) schema.isResource = true;
  const doc = textOf(source, 'description');
  if (doc !== undefined) schema.doc = doc;
  const fallback = own('default');
  if (fallback !== undefined) schema.default = fallback;
  const format = textOf(source, 'format');
  if (format !== undefined) schema.format = format;
  const values = own('enum');
  if (Array.isArray(values)) schema.enum = values;
}

const numbers = [
  'minimum',
  'maximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;

function readLimits(reader: CrdReader, source: object, schema: Draft): void {
  for (const key of numbers) {
    const limit = reader.own(source, key);
    if (limit === undefined || limit === null) continue;
    if (typeof limit === 'number' && Number.isFinite(limit)) schema[key] = limit;
    else if (typeof limit === 'bigint') schema[key] = Number(limit);
    else reader.report(`${key} must be a number, not ${JSON.stringify(limit)}: it is not checked.`, [key]);
  }
  for (const key of ['exclusiveMinimum', 'exclusiveMaximum', 'uniqueItems'] as const) {
    if (reader.own(source, key) === true) schema[key] = true;
  }
  const pattern = textOf(source, 'pattern');
  if (pattern === undefined) return;
  const compiled = compilePattern(pattern);
  if ('error' in compiled)
    reader.report(
      `The pattern ${pattern} is not one that the API server reads (${compiled.error}): it is not checked.`,
      ['pattern'],
    );
  else schema.pattern = pattern;
}

function readChildren(reader: CrdReader, source: object, schema: Draft): void {
  const properties = reader.own(source, 'properties');
  if (isObject(properties)) {
    schema.properties = Object.fromEntries(
      Object.entries(properties).map(([name, child]) => [
        name,
        readChild(reader, child, ['properties', name]),
      ]),
    );
  }
  const required = reader.own(source, 'required');
  if (Array.isArray(required)) schema.required = required.filter((name) => typeof name === 'string');
  const values = reader.own(source, 'additionalProperties');
  if (values === true) schema.values = { keepsUnknown: true };
  else if (isObject(values)) schema.values = readChild(reader, values, ['additionalProperties']);
  const items = reader.own(source, 'items');
  if (Array.isArray(items))
    reader.report(
      'items must be one schema for all items, not a list of schemas: the items are not checked.',
      ['items'],
    );
  else if (isObject(items)) schema.items = readChild(reader, items, ['items']);
  const listType = reader.own(source, 'x-kubernetes-list-type');
  if (listType === 'atomic' || listType === 'set' || listType === 'map') schema.listType = listType;
  const keys = reader.own(source, 'x-kubernetes-list-map-keys');
  if (Array.isArray(keys)) schema.listKeys = keys.filter((key) => typeof key === 'string');
}

function readCombinations(reader: CrdReader, source: object, schema: Draft): void {
  for (const key of ['allOf', 'anyOf', 'oneOf'] as const) {
    const all = reader.own(source, key);
    if (!Array.isArray(all) || all.length === 0) continue;
    // What upstream writes beside int-or-string says no more than that word.
    if (key === 'anyOf' && schema.intOrString === true && all.every(isTypeOnly)) continue;
    schema[key] = all.map((each: unknown, index) => readChild(reader, each, [key, index]));
  }
  const not = reader.own(source, 'not');
  if (isObject(not)) schema.not = readChild(reader, not, ['not']);
}

function isTypeOnly(schema: unknown): boolean {
  return isObject(schema) && Object.keys(schema).every((key) => key === 'type');
}

function readChild(reader: CrdReader, child: unknown, steps: readonly (string | number)[]): Schema {
  return reader.inside(steps, () => {
    if (isObject(child)) return readCrdSchema(reader, child);
    reader.report('A schema must be a map with a type and its limits: the value is not checked.');
    return { keepsUnknown: true };
  });
}

/**
 * The fields that every resource has. Of metadata a definition may only say more about the name; the rest is the API
 * server's own.
 */
export function addMetadata(schema: Schema): Schema {
  const { metadata = {} } = schema.properties ?? {};
  const names = Object.entries(metadata.properties ?? {}).filter(
    ([name]) => name === 'name' || name === 'generateName',
  );
  const properties = Object.fromEntries(names);
  const { apiVersion, kind, metadata: _, ...rest } = schema.properties ?? {};
  return {
    ...schema,
    type: 'object',
    properties: {
      apiVersion: {
        doc: 'The group and version of the API, as in `apps/v1`.',
        ...apiVersion,
        type: 'string',
      },
      kind: { doc: 'The kind of resource.', ...kind, type: 'string' },
      metadata: layOver(objectMetadata, {
        ...(metadata.rules === undefined ? {} : { rules: metadata.rules }),
        properties,
      }),
      ...rest,
    },
  };
}
