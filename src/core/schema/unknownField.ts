import { formatPath, type Path } from '../yaml/path.ts';
import { closestOf } from './closest.ts';
import type { FaultDetail } from './fault.ts';
import { fieldIndexOf } from './fieldIndex.ts';
import { resourceFields } from './prepare.ts';
import type { SchemaNode } from './schemaNode.ts';

type UnknownField = Extract<FaultDetail, { fault: 'unknown-field' }>;

const mostPlaces = 3;
const farthest = 5;

/** What there is to say of a field that its object does not have: which it may be, and where one of its name is. */
export function unknownField(root: SchemaNode, node: SchemaNode, path: Path, field: string): UnknownField {
  const known = [...node.shape.properties.keys()];
  if (path.length === 1) known.push(...[...resourceFields].filter((name) => !known.includes(name)));
  const closest = closestOf(field, known);
  const elsewhere = placesOf(root, path, field);
  const raw = node.schema.properties;
  const isExperimental =
    raw !== undefined && Object.hasOwn(raw, field) && raw[field]?.channel === 'experimental';
  return {
    fault: 'unknown-field',
    field,
    known,
    ...(closest === undefined ? {} : { closest }),
    ...(elsewhere.length === 0 ? {} : { elsewhere }),
    ...(isExperimental ? { isExperimental } : {}),
  };
}

/** Nearest first: the fewer steps up and down the tree, the nearer. */
function placesOf(root: SchemaNode, path: Path, field: string): readonly string[] {
  const from = path.slice(0, -1).map((step) => (typeof step === 'number' ? '[]' : step));
  return (fieldIndexOf(root).get(field) ?? [])
    .map((place) => ({ place, distance: distanceOf(from, place.slice(0, -1)) }))
    .filter(({ distance }) => distance > 0 && distance <= farthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostPlaces)
    .map(({ place }) => writePlace(place));
}

function distanceOf(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  const steps = (path: readonly string[]) => path.slice(shared).filter((step) => step !== '[]').length;
  return steps(a) + steps(b);
}

/** `spec.rules[].timeouts`. */
function writePlace(place: readonly string[]): string {
  return place
    .map((step) => (step === '[]' ? step : `.${formatPath([step])}`))
    .join('')
    .replace(/^\./, '');
}
