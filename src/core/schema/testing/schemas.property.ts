import fc from 'fast-check';
import type { Rule } from '../../catalogue/rule.ts';
import type { Schema } from '../../catalogue/schema.ts';

const names = ['a', 'b', 'backendRefs', 'mode', 'name', '__proto__', 'port'];
const paths = ['a', 'b', 'a.b', 'mode', ''];

const field = fc.constantFrom(...paths);

const condition = fc.oneof(
  field.map((has) => ({ has })),
  field.map((filled) => ({ filled })),
  fc.record({ is: field, in: fc.array(fc.constantFrom<unknown>('A', 1, true), { maxLength: 2 }) }),
  fc.record({ matches: field, pattern: fc.constantFrom('^a', 'b+$') }),
  fc.record({ size: field, min: fc.nat(2) }),
  fc.record({ every: field, holds: fc.constant({ has: 'a' }) }),
);

const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    rule: fc.constantFrom('exactlyOneOf' as const, 'atMostOneOf' as const),
    fields: fc.constant(['a', 'b']),
  }),
  fc.record({
    rule: fc.constantFrom('required' as const, 'forbidden' as const),
    field: fc.constantFrom('a', 'a.b'),
    when: condition,
  }),
  fc.record({
    rule: fc.constant('union' as const),
    tag: fc.constant('mode'),
    members: fc.constant({ A: 'a', B: 'b' }),
  }),
  fc.record({ rule: fc.constant('unique' as const), list: field, by: fc.constant(['name']) }),
  fc.record({
    rule: fc.constant('compare' as const),
    field,
    by: fc.constantFrom('<' as const, '=' as const),
    to: field,
  }),
  fc.record({
    rule: fc.constant('assert' as const),
    that: condition,
    at: field,
    message: fc.constant('No.'),
  }),
  fc.record({ rule: fc.constant('count' as const), list: field, max: fc.nat(1) }),
  fc.record({ rule: fc.constant('immutable' as const), field }),
);

const leaf: fc.Arbitrary<Schema> = fc.oneof(
  fc.record(
    {
      type: fc.constant('string' as const),
      enum: fc.constant(['A', 'Strict']),
      maxLength: fc.nat(5),
      minLength: fc.nat(1),
      pattern: fc.constantFrom('^[a-z]+$', '^([0-9]{1,5}(h|m|s|ms)){1,4}$', '('),
      format: fc.constantFrom('ipv4', 'quantity', 'dns-label', 'nobody'),
      default: fc.constantFrom('A', 'x'),
      nullable: fc.boolean(),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record(
    {
      type: fc.constantFrom('integer' as const, 'number' as const),
      minimum: fc.integer({ min: -3, max: 3 }),
      maximum: fc.integer({ min: 3, max: 70_000 }),
      multipleOf: fc.constantFrom(1, 2, 0.5),
      default: fc.constantFrom(1, 2),
    },
    { requiredKeys: ['type'] },
  ),
  fc.constantFrom<Schema>({ type: 'boolean' }, { intOrString: true }, { keepsUnknown: true }),
);

/** Any schema of an object, with defaults, limits and rules. */
export const objectSchema: fc.Arbitrary<Schema> = fc.letrec<{ object: Schema; any: Schema }>((tie) => ({
  any: fc.oneof({ depthSize: 'small', maxDepth: 3 }, leaf, tie('object'), list(tie('any')), map(tie('any'))),
  object: fc.record(
    {
      type: fc.constant('object' as const),
      properties: fc.dictionary(fc.constantFrom(...names), tie('any'), { maxKeys: 4 }),
      required: fc.subarray(['a', 'b'], { maxLength: 2 }),
      keepsUnknown: fc.boolean(),
      rules: fc.array(rule, { maxLength: 2 }),
      minProperties: fc.nat(1),
    },
    { requiredKeys: ['type', 'properties'] },
  ),
})).object;

function list(items: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> {
  return fc.record(
    {
      type: fc.constant('array' as const),
      items,
      maxItems: fc.integer({ min: 1, max: 3 }),
      minItems: fc.nat(1),
      listType: fc.constantFrom('set' as const, 'atomic' as const),
    },
    { requiredKeys: ['type', 'items'] },
  );
}

function map(values: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> {
  return fc.record({ type: fc.constant('object' as const), values });
}

/** Any plain value, with keys that schemas know. */
export const plainValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.constantFrom<unknown>(null, true, false, 0, 1, -5, 1.5, 'A', 'abc', '30', '1 Gi', 'strict', '', '😀'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom(...names, 'backendRef', 'constructor'), fc.string({ maxLength: 3 })),
      tie('value'),
      {
        maxKeys: 5,
      },
    ),
  ),
})).value;
