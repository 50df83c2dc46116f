import type { Shape } from '../src/core/catalogue/shape.ts';

type Json = Record<string, unknown>;

/**
 * The structure of a shape as JSON Schema draft 7, inline: what general validators can be given. Cross-field rules,
 * list keys, defaults and formats of ours have no counterpart there.
 */
export function toJsonSchema(shape: Shape, depth = 0): Json {
  const { schema } = shape;
  if (depth > 30) return {};
  const limits: Json = {};
  for (const key of [
    'enum',
    'minimum',
    'maximum',
    'minLength',
    'maxLength',
    'pattern',
    'minItems',
    'maxItems',
  ] as const)
    if (schema[key] !== undefined) limits[key] = schema[key];
  if (schema.intOrString === true) return { anyOf: [{ type: 'integer' }, { type: 'string' }] };
  if (schema.type === 'array')
    return {
      ...limits,
      type: 'array',
      items: shape.items === undefined ? {} : toJsonSchema(shape.items, depth + 1),
    };
  if (schema.type !== 'object')
    return { ...limits, ...(schema.type === undefined ? {} : { type: schema.type }) };
  const properties = Object.fromEntries(
    [...shape.properties].map(([name, each]) => [name, toJsonSchema(each, depth + 1)]),
  );
  const values =
    shape.values === undefined ? schema.keepsUnknown === true : toJsonSchema(shape.values, depth + 1);
  return {
    ...limits,
    type: 'object',
    properties,
    ...(shape.required.size === 0 ? {} : { required: [...shape.required] }),
    additionalProperties: shape.properties.size === 0 && shape.values === undefined ? true : values,
  };
}
