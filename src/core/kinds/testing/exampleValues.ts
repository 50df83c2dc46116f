/**
 * Values for the generic driver of forms: what a person might put into a declared field, of which its schema takes each.
 * It invents nothing where the declaration or the schema says what there is: options, limits, formats, placeholders.
 */
import { fits } from '../../schema/fits.ts';
import { minimalValue } from '../../schema/minimalValue.ts';
import type { SchemaNode } from '../../schema/schemaNode.ts';
import type { Plain } from '../../yaml/types.ts';
import type { FieldDeclaration, ScalarType } from '../form.ts';
import type { ReferenceDeclaration } from '../types.ts';

/** Texts by the type of the field, the commonest first. */
const texts: Readonly<Record<Exclude<ScalarType, 'number' | 'boolean'>, readonly string[]>> = {
  text: ['example', 'other.example.com', '/v1', 'https://example.com/path', '10.0.0.7', 'CH', '25%', 'GET'],
  name: ['orders', 'cart'],
  duration: ['15s', '1m30s', '2160h'],
  quantity: ['1Mi', '250m', '2'],
  cidr: ['10.0.0.0/8', '192.0.2.0/24'],
  cron: ['0 3 * * *', '30 6 * * 1-5'],
  promql: ['sum(rate(http_requests_total[1m]))', 'up'],
  code: ['first: 1\nsecond: "two"\n', 'one line'],
};
const numbers = [2, 3, 50, 90, 301, 404, 8080];

/** At least one value that the field's schema takes; two where there are two. `node` is what the schema says at the field's path. */
export function exampleValues(
  field: FieldDeclaration,
  node: SchemaNode | undefined,
  reference: ReferenceDeclaration | undefined,
): readonly Plain[] {
  const candidates = candidatesOf(field, node, reference);
  return node === undefined ? candidates : candidates.filter((value) => fits(node, value));
}

function candidatesOf(
  field: FieldDeclaration,
  node: SchemaNode | undefined,
  reference: ReferenceDeclaration | undefined,
): readonly Plain[] {
  const name = field.path.split('.').at(-1) ?? '';
  switch (field.type) {
    case 'enum':
      return field.asNumber === true ? field.options.map(Number) : field.options;
    case 'boolean':
      return field.asText === true ? ['true', 'false'] : [true, false];
    case 'number':
      return field.asText === true ? numbers.map(String) : [...numbers, least(node), least(node) + 1];
    case 'texts':
      return listsOf(itemsOf(field, node, name));
    case 'map':
      return ['first', 'second'].map((key) => ({ [key]: minimalOrText(node?.values, key) }));
    case 'reference':
    case 'weights':
      return referenceValues(reference, node, field.path === '');
    case 'list': {
      const one = field.newItem([]);
      return [[one], [one, field.newItem([one])]];
    }
    case 'group':
    case 'yaml':
      return [minimalValue(node, name)];
    case 'choice':
      return [];
    default:
      return [
        ...(field.placeholder === undefined ? [] : [field.placeholder]),
        ...texts[field.type],
        minimalOrText(node, name),
      ];
  }
}

function least(node: SchemaNode | undefined): number {
  return Math.max(0, node?.schema.minimum ?? 0);
}

function minimalOrText(node: SchemaNode | undefined, name: string): Plain {
  return node === undefined ? 'text' : minimalValue(node, name);
}

function itemsOf(
  field: Extract<FieldDeclaration, { type: 'texts' }>,
  node: SchemaNode | undefined,
  name: string,
): readonly Plain[] {
  if (field.options !== undefined) return field.options;
  if (field.of === 'number') return numbers.map((each) => each + 400);
  if (field.of === 'cidr') return texts.cidr;
  const { placeholder } = field;
  return [
    ...(placeholder === undefined ? [] : [placeholder]),
    ...texts.text,
    minimalOrText(node?.items, name),
  ];
}

/** A list of one, and a list of two. */
function listsOf(items: readonly Plain[]): readonly Plain[] {
  return items.flatMap((item, index) => [[item], ...(index === 0 ? [] : [[items[0] ?? item, item]])]);
}

/**
 * What the field of a reference writes: a name, or an object; in a list where the declaration stands in one, unless the
 * field is the item itself.
 */
function referenceValues(
  reference: ReferenceDeclaration | undefined,
  node: SchemaNode | undefined,
  isItem: boolean,
): readonly Plain[] {
  if (reference === undefined) return [];
  const isList = reference.path.endsWith('[*]') && !isItem;
  const item = isList ? node?.items : node;
  const values = ['orders', 'cart'].map((name): Plain => {
    if (reference.form === 'name') return name;
    const least = minimalValue(item, 'name');
    const target = reference.to[0] ?? { group: '', kind: 'Service' };
    const has = (key: string) => item?.listed(key) !== undefined;
    return {
      ...(typeof least === 'object' && least !== null && !Array.isArray(least) ? least : {}),
      ...(has('group') && has('kind') ? { group: target.group, kind: target.kind } : {}),
      name,
      ...(item?.listed('port')?.type === 'integer' ? { port: 8080 } : {}),
    };
  });
  return isList ? listsOf(values) : values;
}
