import type { Schema, TypeName } from '../../../src/core/catalogue/schema.ts';
import type { Limits } from './readValidator.ts';

/**
 * A declared schema with the limits of its validator. Beside a reference only what the field itself adds is kept; the
 * type, and what the referenced type demands, are its own.
 */
export function joinLimits(schema: Schema, limits: Limits | undefined): Schema {
  if (limits === undefined) return schema;
  const { type, ...own } = limits.own;
  if (schema.ref !== undefined) return { ...schema, ...besideRef(schema.ref, own) };
  if (schema.intOrString === true || own.intOrString === true) return { ...schema, intOrString: true };
  const joined: Schema = { ...schema, ...own, ...exactType(schema, type) };
  return {
    ...joined,
    ...(schema.properties === undefined ? {} : { properties: joinFields(schema.properties, limits) }),
    ...(schema.items === undefined ? {} : { items: joinLimits(schema.items, limits.items) }),
    ...(schema.values === undefined ? {} : { values: joinLimits(schema.values, limits.values) }),
  };
}

/** A quantity is judged by a form of its own as well: another pattern comes on top of it, not in its place. */
function besideRef(ref: TypeName, own: Schema): Schema {
  const { pattern, ...rest } = own;
  if (ref !== 'api/resource.Quantity' || pattern === undefined) return own;
  return { ...rest, allOf: [{ pattern }] };
}

/** TypeScript knows only numbers; the validator tells integers from them. */
function exactType(schema: Schema, type: Schema['type']): Schema {
  return schema.type === 'number' && type === 'integer' ? { type } : {};
}

function joinFields(properties: Readonly<Record<string, Schema>>, limits: Limits): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      joinLimits(schema, limits.properties.get(name)),
    ]),
  );
}
