import type { Schema } from '../../../src/core/catalogue/schema.ts';

/** True when a value has the type that the schema names. */
export function isOfType(value: unknown, { type, intOrString }: Schema): boolean {
  if (intOrString === true) return typeof value === 'string' || Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return type === undefined || typeof value === type;
}
