import type { Shape } from '../../catalogue/shape.ts';
import { compilePattern } from '../../text/pattern.ts';
import { copyPlain } from './copyPlain.ts';
import type { Random } from './random.ts';

/** Texts that mean something to one field or another. */
export const meaningfulTexts: readonly string[] = [
  ...[
    'a',
    'example',
    'my-service',
    'example.com',
    '*.example.com',
    'a.b.c.example.org',
    '10.0.0.1',
    '2001:db8::1',
  ],
  ...[
    '10.0.0.0/8',
    '::/0',
    '10s',
    '1h30m',
    '500ms',
    '0s',
    '1.5s',
    '100Mi',
    '5Gi',
    '500m',
    '50%',
    '80',
    'http',
    '/foo',
  ],
  ...[
    '/foo/bar',
    '/',
    'Exact',
    'GET',
    'application/json',
    'X-Header',
    'https://example.com/path',
    'v1',
    'Gateway',
  ],
  ...[
    'HTTPRoute',
    'Service',
    'Secret',
    'ConfigMap',
    'gateway.networking.k8s.io',
    'gateway.envoyproxy.io',
    'TCP',
    'HTTP',
  ],
  ...['aGVsbG8=', '2024-01-01T00:00:00Z', '0 0 * * *', 'a/b', 'k8s.io/x', '4KiB', '1/2', 'UTC', '12345', '-'],
];

/**
 * A value that the shape would mostly allow: required fields, now and then an optional one, texts that fit the pattern
 * where one is known. Cross-field rules are not thought of.
 */
export function inventValue(shape: Shape, random: Random, depth = 0): unknown {
  const { schema } = shape;
  // Copies: what is invented is changed later, and the schema must not change with it.
  if (schema.enum !== undefined) return copyPlain(random.pick(schema.enum));
  if (schema.default !== undefined && random.chance(0.2)) return copyPlain(schema.default);
  if (schema.intOrString === true) return random.pick([80, '80', 'http', '50%', 1, '1Gi']);
  switch (schema.type) {
    case 'object':
      return inventMap(shape, random, depth);
    case 'array':
      return inventList(shape, random, depth);
    case 'string':
      return inventText(shape, random);
    case 'integer':
      return inventInteger(shape, random);
    case 'number':
      return (schema.minimum ?? 0) + (random.pick([0, 0.5, 1]) ?? 0);
    case 'boolean':
      return random.chance(0.5);
    default:
      return random.pick(['a', 1, true, { a: 1 }]);
  }
}

function inventMap(shape: Shape, random: Random, depth: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  const likelihood = depth === 0 ? 0.25 : depth < 4 ? 0.12 : 0;
  for (const [name, field] of shape.properties) {
    if (shape.required.has(name) || random.chance(likelihood))
      map[name] = inventValue(field, random, depth + 1);
  }
  const { values } = shape;
  if (values !== undefined && random.chance(0.7))
    map[random.pick(['a', 'b', 'app']) ?? 'a'] = inventValue(values, random, depth + 1);
  return map;
}

function inventList(shape: Shape, random: Random, depth: number): unknown[] {
  const { items } = shape;
  if (items === undefined) return [];
  const least = shape.schema.minItems ?? 0;
  const length = Math.max(least, random.pick([0, 1, 1, 1, 2]) ?? 1);
  return Array.from({ length: Math.min(length, 8) }, () => inventValue(items, random, depth + 1));
}

function inventText({ schema }: Shape, random: Random): string {
  const { pattern, format, minLength = 0, maxLength = 1000 } = schema;
  const compiled = pattern === undefined ? undefined : compilePattern(pattern);
  const fits = (text: string) =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (compiled === undefined || 'error' in compiled || compiled.test(text));
  const fitting = (format === 'date-time' ? ['2024-01-01T00:00:00Z'] : meaningfulTexts).filter(fits);
  return random.pick(fitting) ?? 'a'.repeat(Math.max(1, minLength));
}

function inventInteger({ schema }: Shape, random: Random): number {
  const least = schema.minimum ?? 0;
  const most = schema.maximum ?? least + 1000;
  return random.pick([least, most, Math.min(most, least + 1), Math.floor((least + most) / 2)]) ?? least;
}
