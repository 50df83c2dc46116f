/**
 * Reads a finished pack as a sceptic: a rule whose path leads nowhere would never fire, a default that its own schema
 * refuses would be a fault in every resource, and a pattern that RE2 does not read would be passed over. Each is a
 * mistake in an overlay that nothing else would show.
 */
import type { Pack } from '../../../src/core/catalogue/pack.ts';
import type { Channel, Schema } from '../../../src/core/catalogue/schema.ts';
import { Shape } from '../../../src/core/catalogue/shape.ts';
import { compilePattern } from '../../../src/core/text/pattern.ts';
import { isOfType } from './isOfType.ts';
import { reviewRule, type Say } from './reviewRule.ts';

/** Every mistake in the pack, with the type and the field; empty when there are none. */
export function reviewPack(pack: Pack): readonly string[] {
  const mistakes = new Set<string>();
  for (const [name, schema] of Object.entries(pack.types)) {
    walk(schema, '', (part, path) => {
      const where = `${pack.name}: ${name}${path === '' ? '' : ` › ${path}`}`;
      reviewPart(part, pack, (mistake) => mistakes.add(`${where}: ${mistake}`));
    });
  }
  return [...mistakes];
}

function walk(schema: Schema, path: string, visit: (schema: Schema, path: string) => void): void {
  visit(schema, path);
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    walk(field, path === '' ? name : `${path}.${name}`, visit);
  }
  if (schema.items !== undefined) walk(schema.items, `${path}[]`, visit);
  if (schema.values !== undefined) walk(schema.values, `${path}{}`, visit);
  for (const part of Object.values(schema.inChannel ?? {})) walk(part, path, visit);
}

function reviewPart(part: Schema, pack: Pack, say: Say): void {
  const shapes = new Map(
    (['standard', 'experimental'] as const).map((channel) => [channel, new Shape(part, pack.types, channel)]),
  );
  for (const pattern of [part, ...(part.allOf ?? [])].flatMap((each) => each.pattern ?? [])) {
    const compiled = compilePattern(pattern);
    if ('error' in compiled) say(`RE2 does not read the pattern ${pattern} (${compiled.error}).`);
  }
  const shape = shapes.get('experimental');
  if (shape !== undefined) {
    reviewDefault(shape, say);
    reviewListKeys(shape, say);
  }
  for (const rule of part.rules ?? [])
    reviewInChannels(shapes, rule.channel, (each, tell) => reviewRule(rule, each, tell), say);
}

/** A path may lead somewhere in one channel only: it is a mistake when it does so in none that counts. */
function reviewInChannels(
  shapes: ReadonlyMap<Channel, Shape>,
  channel: Channel | undefined,
  review: (shape: Shape, say: Say) => void,
  say: Say,
): void {
  const found = [...shapes]
    .filter(([each]) => channel === undefined || channel === each)
    .map(([, shape]) => {
      const mistakes = new Set<string>();
      review(shape, (mistake) => mistakes.add(mistake));
      return mistakes;
    });
  const [first, ...rest] = found;
  for (const mistake of first ?? []) if (rest.every((each) => each.has(mistake))) say(mistake);
}

function reviewDefault({ schema }: Shape, say: Say): void {
  if (schema.default === undefined) return;
  const text = JSON.stringify(schema.default);
  if (!isOfType(schema.default, schema)) say(`The default ${text} is not of its type.`);
  else if (schema.enum !== undefined && !schema.enum.includes(schema.default)) {
    say(`The default ${text} is not one of ${schema.enum.join(', ')}.`);
  }
}

/** The keys of a list are fields that every item has. */
function reviewListKeys({ schema, items }: Shape, say: Say): void {
  if (schema.listType === 'map' && schema.listKeys === undefined) say('The list is a map without keys.');
  for (const key of schema.listKeys ?? []) {
    const field = items?.properties.get(key);
    if (field === undefined) say(`The list key ${key} is no field of its items.`);
    else if (items?.required.has(key) !== true && field.schema.default === undefined) {
      say(`The list key ${key} is neither required nor has it a default.`);
    }
  }
}
