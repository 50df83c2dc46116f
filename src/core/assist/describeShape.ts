import type { KindHeader } from '../catalogue/catalogue.ts';
import type { Schema } from '../catalogue/schema.ts';
import type { Shape } from '../catalogue/shape.ts';

interface FieldFacts {
  readonly name: string;
  readonly isRequired: boolean;
  readonly header?: KindHeader | undefined;
}

/** `string, required`, `list of HTTPRouteRule`: one line beside a field's name. */
export function shortType(shape: Shape, isRequired: boolean): string {
  const marks = [
    isRequired ? 'required' : undefined,
    shape.schema.channel === 'experimental' ? 'experimental' : undefined,
  ].filter((each) => each !== undefined);
  return [typeWords(shape), ...marks].join(', ');
}

/** True for what upstream says not to use any more; most packages say so in words alone. */
export function isDeprecated({ deprecated, doc }: Schema): boolean {
  return deprecated === true || (doc !== undefined && /^deprecated:/im.test(doc));
}

/** A field in Markdown: its type, its default and limits, what it is for, and where that is stated. */
export function describeShape(shape: Shape, { name, isRequired, header }: FieldFacts): string {
  const { schema } = shape;
  const marks = [
    isRequired ? 'required' : undefined,
    isDeprecated(schema) ? 'deprecated' : undefined,
    schema.channel === undefined ? undefined : `${schema.channel} channel`,
  ].filter((each) => each !== undefined);
  const head = `**${escapeMarkdown(name)}** · ${escapeMarkdown([typeWords(shape), ...marks].join(' · '))}`;
  const facts = factsOf(schema).map((fact) => `- ${fact}`);
  // Docs can be long: what is short and exact stands before them.
  const parts = [head, facts.join('\n'), schema.doc?.trim(), originOf(header)];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** What a value may be, in a few words. */
export function typeWords(shape: Shape): string {
  const { schema } = shape;
  if (schema.intOrString === true) return 'integer or string';
  if (schema.enum !== undefined && schema.type === 'string') return 'choice';
  if (schema.type === 'array')
    return shape.items === undefined ? 'list' : `list of ${itemWords(shape.items)}`;
  if (schema.type === 'object' || shape.properties.size > 0) {
    if (shape.properties.size === 0 && shape.values !== undefined) return `map of ${itemWords(shape.values)}`;
    return nameOf(shape) ?? 'object';
  }
  return schema.type ?? 'any value';
}

function itemWords(shape: Shape): string {
  const words = typeWords(shape);
  return ['string', 'integer', 'number', 'object', 'choice'].includes(words) ? `${words}s` : words;
}

function nameOf({ typeName }: Shape): string | undefined {
  return typeName?.slice(typeName.lastIndexOf('.') + 1);
}

function factsOf(schema: Schema): readonly string[] {
  const { format, pattern, listKeys, listType } = schema;
  const range = between(schema.minimum, schema.maximum);
  return [
    schema.default === undefined ? undefined : `Default: ${code(schema.default)}`,
    schema.enum === undefined ? undefined : `One of ${schema.enum.map(code).join(', ')}`,
    range === undefined ? undefined : `Value: ${range}`,
    counted('Length', 'character', schema.minLength, schema.maxLength),
    counted('Items', 'item', schema.minItems, schema.maxItems),
    counted('Keys', 'key', schema.minProperties, schema.maxProperties),
    format === undefined ? undefined : `Format: ${code(format)}`,
    pattern === undefined ? undefined : `Pattern: ${code(pattern)}`,
    listType === 'set' ? 'No item twice' : undefined,
    listType === 'map' && listKeys !== undefined
      ? `No two items with the same ${listKeys.map(code).join(', ')}`
      : undefined,
  ].filter((fact) => fact !== undefined);
}

function counted(
  what: string,
  noun: string,
  min: number | undefined,
  max: number | undefined,
): string | undefined {
  const range = between(min === 0 ? undefined : min, max);
  return range === undefined ? undefined : `${what}: ${range} ${(max ?? min) === 1 ? noun : `${noun}s`}`;
}

function between(min: number | undefined, max: number | undefined): string | undefined {
  if (min === undefined && max === undefined) return undefined;
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}

/** The release or the file that says so. */
export function originOf(header: KindHeader | undefined): string | undefined {
  if (header === undefined) return undefined;
  const { origin } = header;
  if (origin.type === 'crd') {
    const release = origin.release === undefined ? '' : ` (${origin.release})`;
    return escapeMarkdown(`From your definition in ${origin.source}${release}`);
  }
  const { project, version, docs } = origin.upstream;
  const words = escapeMarkdown(`${project} ${version}`);
  return /^https:\/\/[^\s()]+$/.test(docs) ? `[${words}](${docs})` : words;
}

function code(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '') return 'an empty text';
  const fence = '`'.repeat(longestRun(text) + 1);
  const gap = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${text}${gap}${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** A text that says in Markdown what it says. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');
}
