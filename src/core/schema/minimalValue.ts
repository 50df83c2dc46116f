import type { Plain } from '../yaml/types.ts';
import { formatOf, rangeOfFormat } from './formats.ts';
import { codePoints } from './plain.ts';
import type { SchemaNode } from './schemaNode.ts';
import { knownPatterns } from './words/sayPattern.ts';

const deepest = 8;

/**
 * The least value that the schema takes, to begin with: its default, its first choice, required fields only, a text of
 * the right form. `name` is the field's, for texts that need a word.
 */
export function minimalValue(node: SchemaNode | undefined, name: string, depth = 0): Plain {
  if (node === undefined || depth > deepest) return null;
  const { schema } = node;
  if (schema.default !== undefined) return schema.default as Plain;
  const [choice] = schema.enum ?? [];
  if (choice !== undefined) return choice as Plain;
  switch (schema.type) {
    case 'object':
      return minimalMap(node, depth);
    case 'array': {
      const count = Math.min(schema.minItems ?? 1, 16);
      return Array.from({ length: Math.max(count, 1) }, () => minimalValue(node.items, name, depth + 1));
    }
    case 'integer':
    case 'number':
      return minimalNumber(node, name);
    case 'boolean':
      return false;
    case 'string':
      return minimalText(node, name);
    default:
      return schema.intOrString === true ? minimalNumber(node, name) : {};
  }
}

function minimalMap(node: SchemaNode, depth: number): Plain {
  const entries = node.required
    .filter((name) => node.listed(name)?.schema.default === undefined)
    .map((name) => [name, minimalValue(node.listed(name), name, depth + 1)] as const);
  return Object.fromEntries([...entries, ...chosenMembers(node, depth)]);
}

/** What the object's own one-of rules ask for besides: the first alternative. */
function chosenMembers(node: SchemaNode, depth: number): readonly (readonly [string, Plain])[] {
  return node.shape.rules.flatMap((rule) => {
    if (rule.when !== undefined) return [];
    if (rule.rule !== 'exactlyOneOf' && rule.rule !== 'atLeastOneOf') return [];
    if (rule.fields.some((field) => node.required.includes(field))) return [];
    const field = rule.fields.find((each) => node.listed(each) !== undefined);
    return field === undefined ? [] : [[field, minimalValue(node.listed(field), field, depth + 1)] as const];
  });
}

function minimalNumber({ schema }: SchemaNode, name: string): number {
  const natural = schema.format === undefined ? undefined : rangeOfFormat(schema.format);
  const wanted = /port$/i.test(name) ? 80 : 1;
  const step = schema.multipleOf ?? 1;
  const min = (schema.minimum ?? natural?.min ?? wanted) + (schema.exclusiveMinimum === true ? step : 0);
  const max = (schema.maximum ?? natural?.max ?? wanted) - (schema.exclusiveMaximum === true ? step : 0);
  const value = Math.max(min, Math.min(max, wanted));
  return schema.multipleOf === undefined ? value : Math.ceil(value / step) * step;
}

function minimalText(node: SchemaNode, name: string): string {
  const { pattern, format, minLength = 0, maxLength } = node.schema;
  const word = name.toLowerCase().replace(/[^a-z0-9]/g, '') || 'example';
  const candidates = [
    format === undefined ? undefined : formatOf(format, 'built-in')?.example,
    pattern === undefined ? undefined : knownPatterns[pattern]?.example,
    `my-${word}`,
    word,
    'example.com',
    `example.com/${word}`,
    '/',
    '1',
    '30s',
    'https://example.com',
    'A',
    '',
  ];
  const fits = (text: string | undefined): text is string =>
    text !== undefined &&
    codePoints(text) >= minLength &&
    (maxLength === undefined || codePoints(text) <= maxLength) &&
    node.pattern?.test(text) !== false &&
    (format === undefined || formatOf(format, 'built-in')?.test(text) !== false);
  return candidates.find(fits) ?? `my-${word}`.padEnd(minLength, 'x').slice(0, maxLength);
}
