/**
 * Forms out of the catalogue: what no kind declares is drawn from its schema alone, so that every field of every kind can
 * be filled in. It promises a way to draw any value at any path, or the YAML in its place; it declares the one-of groups
 * that the schema's rules state as choices; it never reads a resource's text.
 */
import type { Shape } from '../catalogue/shape.ts';
import type { ChoiceFieldDeclaration, ChoiceMember, FieldDeclaration } from '../kinds/form.ts';
import { minimalValue } from '../schema/minimalValue.ts';
import { SchemaNode } from '../schema/schemaNode.ts';
import type { Plain } from '../yaml/types.ts';

/**
 * How the field `key` of a map is drawn. `value` decides where the schema leaves it open. A field that cannot be drawn
 * is shown in the YAML.
 */
export function drawField(shape: Shape | undefined, key: string, value: unknown): FieldDeclaration {
  const base = { path: stepText(key), label: key };
  if (shape === undefined || isOpen(shape)) return drawByValue(base, value);
  const { schema } = shape;
  if (schema.intOrString === true) return { ...base, type: 'text', orNumber: true };
  switch (schema.type) {
    case 'boolean':
      return { ...base, type: 'boolean' };
    case 'integer':
    case 'number':
      return schema.enum === undefined
        ? { ...base, type: 'number' }
        : { ...base, type: 'enum', options: schema.enum.map(String), asNumber: true };
    case 'string':
      return drawText(base, shape);
    case 'array':
      return drawList(base, shape, key);
    default:
      return drawMap(base, shape);
  }
}

type Base = Pick<FieldDeclaration, 'path' | 'label'>;

/** Formats and types whose texts have a field of their own. */
const textTypes: Readonly<Record<string, 'duration' | 'quantity' | 'cidr'>> = {
  duration: 'duration',
  'gateway-duration': 'duration',
  quantity: 'quantity',
  cidr: 'cidr',
};

function drawText(base: Base, { schema, typeName = '' }: Shape): FieldDeclaration {
  if (schema.enum !== undefined) return { ...base, type: 'enum', options: schema.enum.map(String) };
  const named = typeName.slice(typeName.lastIndexOf('.') + 1).toLowerCase();
  return { ...base, type: textTypes[schema.format ?? ''] ?? textTypes[named] ?? 'text' };
}

function drawList(base: Base, shape: Shape, key: string): FieldDeclaration {
  const { items } = shape;
  if (items === undefined) return { ...base, type: 'yaml' };
  if (items.schema.type === 'string') {
    const options = items.schema.enum?.map(String);
    return { ...base, type: 'texts', ...(options === undefined ? {} : { options }) };
  }
  if (items.schema.type === 'integer' || items.schema.type === 'number')
    return { ...base, type: 'texts', of: 'number' };
  if (items.schema.type !== 'object') return { ...base, type: 'yaml' };
  const item = singular(key);
  return { ...base, type: 'list', item, newItem: () => minimalValue(SchemaNode.of(items), item), fields: [] };
}

function drawMap(base: Base, shape: Shape): FieldDeclaration {
  if (shape.properties.size > 0) return { ...base, type: 'group' };
  const isTexts = shape.values?.schema.type === 'string' && shape.schema.keepsUnknown !== true;
  return { ...base, type: isTexts ? 'map' : 'yaml' };
}

function drawByValue(base: Base, value: unknown): FieldDeclaration {
  if (typeof value === 'boolean') return { ...base, type: 'boolean' };
  if (typeof value === 'number') return { ...base, type: 'number' };
  if (typeof value === 'string') return { ...base, type: 'text', asText: true };
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return { ...base, type: 'texts' };
  return { ...base, type: 'yaml' };
}

/** True for schemas that say nothing, or that take what they do not list. */
function isOpen({ schema, properties, items, values }: Shape): boolean {
  return (
    schema.type === undefined &&
    schema.intOrString !== true &&
    properties.size === 0 &&
    items === undefined &&
    values === undefined
  );
}

/** The one-of groups of a map: each as a choice of its members, drawn from their schemas. */
export function choicesOf(shape: Shape | undefined): readonly ChoiceFieldDeclaration[] {
  if (shape === undefined) return [];
  return shape.rules.flatMap((rule): readonly ChoiceFieldDeclaration[] => {
    if (rule.when !== undefined) return [];
    if (rule.rule === 'union') {
      const words = shape.properties.get(rule.tag)?.schema.enum?.map(String) ?? Object.keys(rule.members);
      const members = words.map((word) => memberOf(shape, word, rule.members[word]));
      return [{ type: 'choice', path: '', by: rule.tag, label: rule.tag, members }];
    }
    if (rule.rule !== 'exactlyOneOf' && rule.rule !== 'atMostOneOf') return [];
    if (rule.fields.length < 2 || rule.fields.some((field) => !shape.properties.has(field))) return [];
    const label = rule.fields.join(' or ');
    const members = rule.fields.map((field) => ({ ...memberOf(shape, undefined, field), label: field }));
    return [{ type: 'choice', path: '', label, required: rule.rule === 'exactlyOneOf', members }];
  });
}

function memberOf(shape: Shape, word: string | undefined, key: string | undefined): ChoiceMember {
  const inner = key === undefined ? undefined : shape.properties.get(key);
  return {
    label: word ?? key ?? '',
    ...(word === undefined ? {} : { word }),
    ...(key === undefined || inner === undefined
      ? { fields: [] }
      : { key, newValue: () => newValueOf(inner, key), fields: [drawField(inner, key, undefined)] }),
  };
}

/** What is written for a field that is added: the least that its schema takes. */
export function newValueOf(shape: Shape, key: string): Plain {
  return minimalValue(SchemaNode.of(shape), key);
}

/** `rules` -> `rule`, `proxies` -> `proxy`; `item` where the word has no plural. */
export function singular(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  if (/ies$/.test(words)) return words.replace(/ies$/, 'y');
  if (/(ss|sh|ch|x)es$/.test(words)) return words.replace(/es$/, '');
  return /[^s]s$/.test(words) ? words.replace(/s$/, '') : `${words} item`;
}

/** A key as a step of a declared path. */
export function stepText(key: string): string {
  return /^[A-Za-z0-9_$/-]+$/.test(key) ? key : `["${key}"]`;
}
