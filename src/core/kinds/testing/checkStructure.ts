import { patternSteps } from '../../yaml/path.ts';

/**
 * A small structural check of a value against the schema of a CRD, for tests of this folder only: unknown and
 * missing fields, types, enums, patterns, sizes and unique list keys. Rules in CEL are not run here.
 */

type Body = Readonly<Record<string, unknown>>;

/** What is wrong with a value, as `path: reason`; empty when it fits. */
export function checkStructure(schema: unknown, value: unknown, path = ''): readonly string[] {
  if (!isMap(schema)) return [];
  if (value === null) return schema.nullable === true ? [] : [`${path}: null`];
  const wrongType = typeProblem(schema, value);
  if (wrongType !== undefined) return [`${path}: ${wrongType}`];
  return [
    ...scalarProblems(schema, value).map((problem) => `${path}: ${problem}`),
    ...(Array.isArray(value) ? listProblems(schema, value, path) : []),
    ...(isMap(value) ? mapProblems(schema, value, path) : []),
  ];
}

/** The schema at a path of declarations, `spec.rules[*].name`; undefined when there is no such field. */
export function schemaAt(schema: unknown, pattern: string): unknown {
  let current = schema;
  for (const step of patternSteps(pattern)) {
    if (!isMap(current)) return undefined;
    if (step === '*') current = current.items;
    else if (isMap(current.properties) && Object.hasOwn(current.properties, step))
      current = current.properties[step];
    else if (isMap(current.additionalProperties)) current = current.additionalProperties;
    else return undefined;
  }
  return current;
}

function typeProblem(schema: Body, value: unknown): string | undefined {
  if (schema['x-kubernetes-int-or-string'] === true)
    return typeof value === 'string' || Number.isInteger(value) ? undefined : 'neither integer nor string';
  switch (schema.type) {
    case 'string':
    case 'boolean':
      return typeof value === schema.type ? undefined : `is no ${schema.type}`;
    case 'integer':
      return Number.isInteger(value) ? undefined : 'is no integer';
    case 'number':
      return typeof value === 'number' ? undefined : 'is no number';
    case 'array':
      return Array.isArray(value) ? undefined : 'is no list';
    case 'object':
      return isMap(value) ? undefined : 'is no map';
    default:
      return undefined;
  }
}

function scalarProblems(schema: Body, value: unknown): readonly string[] {
  const problems: string[] = [];
  const limit = (field: string) => (typeof schema[field] === 'number' ? schema[field] : undefined);
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    problems.push(`${String(value)} is not in the enum`);
  if (typeof value === 'string') {
    const length = [...value].length;
    if (typeof schema.pattern === 'string' && !new RegExp(goPattern(schema.pattern)).test(value))
      problems.push(`${value} does not match ${schema.pattern}`);
    if (length < (limit('minLength') ?? 0)) problems.push('too short');
    if (length > (limit('maxLength') ?? Number.POSITIVE_INFINITY)) problems.push('too long');
  }
  if (typeof value === 'number') {
    if (value < (limit('minimum') ?? Number.NEGATIVE_INFINITY)) problems.push(`${value} is too small`);
    if (value > (limit('maximum') ?? Number.POSITIVE_INFINITY)) problems.push(`${value} is too large`);
  }
  return problems;
}

/** Go writes a backtick as \x60, as JavaScript does; only the inline flag needs help. */
function goPattern(pattern: string): string {
  return pattern.replace('(?i)', '');
}

function listProblems(schema: Body, list: readonly unknown[], path: string): readonly string[] {
  const problems = list.flatMap((item, index) => checkStructure(schema.items, item, `${path}[${index}]`));
  if (typeof schema.minItems === 'number' && list.length < schema.minItems)
    problems.push(`${path}: too few items`);
  if (typeof schema.maxItems === 'number' && list.length > schema.maxItems)
    problems.push(`${path}: too many items`);
  const keys = schema['x-kubernetes-list-map-keys'];
  const ids = list.map((item) =>
    JSON.stringify(Array.isArray(keys) && isMap(item) ? keys.map((key) => item[String(key)]) : item),
  );
  const isUnique = schema['x-kubernetes-list-type'] === 'set' || Array.isArray(keys);
  if (isUnique && new Set(ids).size < ids.length) problems.push(`${path}: repeated items`);
  return problems;
}

function mapProblems(schema: Body, map: Body, path: string): readonly string[] {
  const properties = isMap(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] === true || schema.properties === undefined;
  const missing = required.filter((key) => !Object.hasOwn(map, key) && !hasDefault(properties[key]));
  const size = Object.keys(map).length;
  return [
    ...missing.map((key) => `${path}.${key}: missing`),
    ...(typeof schema.minProperties === 'number' && size < schema.minProperties
      ? [`${path}: too few entries`]
      : []),
    ...(typeof schema.maxProperties === 'number' && size > schema.maxProperties
      ? [`${path}: too many entries`]
      : []),
    ...Object.entries(map).flatMap(([key, item]) => {
      if (Object.hasOwn(properties, key)) return checkStructure(properties[key], item, `${path}.${key}`);
      if (isMap(schema.additionalProperties))
        return checkStructure(schema.additionalProperties, item, `${path}.${key}`);
      return isOpen ? [] : [`${path}.${key}: no such field`];
    }),
  ];
}

function hasDefault(schema: unknown): boolean {
  return isMap(schema) && schema.default !== undefined;
}

function isMap(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
