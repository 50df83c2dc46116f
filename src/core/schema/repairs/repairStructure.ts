import { formatPath, type Path, valueAt } from '../../yaml/path.ts';
import { byCloseness, editDistance } from '../closest.ts';
import type { FaultDetail, Repair } from '../fault.ts';
import { fits } from '../fits.ts';
import { readDuration } from '../formats/duration.ts';
import { minimalValue } from '../minimalValue.ts';
import { isMap } from '../plain.ts';
import type { SchemaNode } from '../schemaNode.ts';
import { sayValue } from '../words/sayValue.ts';
import { respell } from './respell.ts';
import { moveStep, putSteps, removeStep, renameStep, repair, setStep } from './step.ts';

/** Where a fault stands. */
export interface Scene {
  readonly path: Path;
  readonly mark: 'key' | 'value';
  readonly resource: unknown;
  /** Of the value at the path. */
  readonly value: unknown;
  readonly node: SchemaNode | undefined;
  /** Of the map or list that the value is in. */
  readonly parent: SchemaNode | undefined;
}

const mostChoices = 6;

/** Rename, move, or remove a field that nobody knows. */
export function repairUnknown(
  { field, closest, elsewhere = [] }: Extract<FaultDetail, { fault: 'unknown-field' }>,
  { path, resource, value, parent }: Scene,
): readonly Repair[] {
  const repairs: Repair[] = [];
  const holder = valueAt(resource, path.slice(0, -1));
  if (closest !== undefined && isMap(holder) && !Object.hasOwn(holder, closest)) {
    const node = parent?.listed(closest);
    const to = [...path.slice(0, -1), closest];
    const shaped = node === undefined || fits(node, value) ? undefined : shapeFor(node, value);
    const steps = shaped === undefined ? [] : [setStep(to, shaped)];
    repairs.push(repair(`Rename to ${closest}`, [renameStep(path, closest), ...steps], true));
  }
  for (const place of elsewhere) {
    const to = targetOf(place, path, resource);
    if (to !== undefined) repairs.push(repair(`Move to ${formatPath(to)}`, [moveStep(path, to)]));
  }
  repairs.push(repair(`Remove ${field}`, [removeStep(path)]));
  return repairs;
}

/** A single value where a list is wanted, or a list of one where a value is; other spellings of a scalar. */
function shapeFor(node: SchemaNode, value: unknown): unknown {
  if (node.type === 'array' && !Array.isArray(value) && value !== null) {
    const { items } = node;
    if (items === undefined || fits(items, value)) return [value];
    const [spelled] = respell(items, value);
    return spelled === undefined ? [value] : [spelled];
  }
  if (Array.isArray(value) && value.length === 1 && node.type !== 'array') return value[0];
  return respell(node, value)[0];
}

/** A place like `spec.rules[].timeouts` as a path: in the list items that the fault is in, or in the only one. */
function targetOf(place: string, from: Path, resource: unknown): Path | undefined {
  const steps = place.split(/\.|(?=\[\])/);
  const path: (string | number)[] = [];
  let isShared = true;
  for (const [i, step] of steps.entries()) {
    const here = from[i];
    if (step !== '[]') path.push(step);
    else if (isShared && typeof here === 'number') path.push(here);
    else {
      const list = valueAt(resource, path);
      if (!Array.isArray(list) || list.length !== 1) return undefined;
      path.push(0);
    }
    isShared = isShared && path[i] === here;
  }
  const holder = valueAt(resource, path.slice(0, -1));
  const last = path.at(-1);
  return isMap(holder) && typeof last === 'string' && !Object.hasOwn(holder, last) ? path : undefined;
}

/** Quote a number, unquote one, wrap a value in a list or take it out of one. */
export function repairType(
  { value }: Extract<FaultDetail, { fault: 'type' }>,
  { path, node, parent }: Scene,
): readonly Repair[] {
  const repairs: Repair[] = [];
  if (node !== undefined && value !== null) {
    const shaped = shapeFor(node, value);
    if (shaped !== undefined && node.type !== undefined && isOfShape(node, shaped)) {
      repairs.push(repair(labelOf(value, shaped), [setStep(path, shaped)], true));
    }
  }
  return [...repairs, ...removal(path, parent)];
}

function isOfShape(node: SchemaNode, value: unknown): boolean {
  if (node.type === 'array') return Array.isArray(value);
  return typeof value === 'object' ? isMap(value) === (node.type === 'object') : fits(node, value);
}

function labelOf(before: unknown, after: unknown): string {
  if (typeof after === 'string' && typeof before !== 'object') {
    return after === String(before) ? `Put ${after} in quotes` : `Change to ${after}`;
  }
  if (Array.isArray(after)) return 'Write it as a list';
  if (Array.isArray(before)) return 'Take it out of the list';
  return String(after) === before ? `Remove the quotes of ${before}` : `Change to ${sayValue(after)}`;
}

/** Insert what is missing, with the least value that fits. */
export function repairRequired(
  { field, isEmpty }: Extract<FaultDetail, { fault: 'required' }>,
  { path, resource, node }: Scene,
): readonly Repair[] {
  const child = node?.field(field);
  // An object that needs what it may not have has no way out.
  if (child === undefined) return [];
  const to = [...path, field];
  const value = minimalValue(child, field);
  if (isEmpty === true) return [repair(`Set ${field} to ${sayValue(value)}`, [setStep(to, value)])];
  const holder = valueAt(resource, path);
  if (!isMap(holder)) return [];
  if (Object.hasOwn(holder, field)) return [repair(`Fill in ${field}`, [setStep(to, value)])];
  const steps = putSteps(resource, to, value);
  return steps === undefined ? [] : [repair(`Add ${field}`, steps)];
}

/** The choices, the likeliest first. */
export function repairEnum(
  { value, allowed }: Extract<FaultDetail, { fault: 'enum' }>,
  { path, parent }: Scene,
): readonly Repair[] {
  const texts = allowed.filter((each): each is string => typeof each === 'string');
  const ordered = typeof value === 'string' ? byCloseness(value, texts) : texts;
  const others = allowed.filter((each) => typeof each !== 'string');
  const repairs = [...ordered, ...others].slice(0, mostChoices).map((each, i) => {
    const isNear = typeof value === 'string' && typeof each === 'string' && isMisspelt(value, each);
    return repair(
      `Change to ${sayValue(each)}`,
      [setStep(path, each)],
      i === 0 && (allowed.length === 1 || isNear),
    );
  });
  return repairs.length > 0 ? repairs : removal(path, parent);
}

function isMisspelt(value: string, meant: string): boolean {
  return editDistance(value.toLowerCase(), meant.toLowerCase()) <= Math.max(1, Math.floor(meant.length / 5));
}

/** Remove what is too much, or what is empty. */
export function repairSize(
  { of, actual, min, max }: Extract<FaultDetail, { fault: 'size' }>,
  { path, value, node, parent }: Scene,
): readonly Repair[] {
  if (max !== undefined && actual > max) {
    if (of !== 'items' || !Array.isArray(value)) return [];
    const surplus = Array.from({ length: actual - max }, (_, i) => [...path, actual - 1 - i]);
    const label = surplus.length === 1 ? 'Remove the last item' : `Remove the last ${surplus.length} items`;
    return [repair(label, surplus.map(removeStep))];
  }
  if (actual > 0 || node === undefined) return [];
  const name = String(path.at(-1) ?? '');
  const filled = of === 'keys' ? undefined : minimalValue(node, name);
  const set =
    filled === undefined || (min ?? 0) > 16 || !fits(node, filled)
      ? []
      : [repair(of === 'items' ? 'Add an item' : `Change to ${sayValue(filled)}`, [setStep(path, filled)])];
  return [...removal(path, parent), ...set];
}

/** The nearest number that is allowed. */
export function repairRange(
  { value, min, max, isExclusive, multipleOf }: Extract<FaultDetail, { fault: 'range' }>,
  { path, node }: Scene,
): readonly Repair[] {
  const step = isExclusive === true ? 1 : 0;
  const nearest =
    multipleOf === undefined
      ? Math.min(
          Math.max(value, (min ?? value) + step),
          (max ?? Number.POSITIVE_INFINITY) - (isExclusive === true ? step : 0),
        )
      : Math.round(value / multipleOf) * multipleOf;
  if (node !== undefined && !fits(node, nearest)) return [];
  return [repair(`Change to ${nearest}`, [setStep(path, nearest)])];
}

/** Another spelling of the same. */
export function repairText({ path, value, node, parent }: Scene): readonly Repair[] {
  if (node === undefined) return [];
  const spelled = respell(node, value).map((each, i) =>
    repair(`Change to ${sayValue(each)}`, [setStep(path, each)], i === 0 && isSameInOtherWords(value, each)),
  );
  return spelled.length > 0 || value !== '' ? spelled : removal(path, parent);
}

/** Nothing was guessed: only case, spaces, quotes, dashes, or a unit behind it. */
function isSameInOtherWords(before: unknown, after: unknown): boolean {
  const [nanos, same] = [before, after].map((each) =>
    typeof each === 'string' ? readDuration(each) : undefined,
  );
  if (nanos !== undefined && nanos === same) return true;
  const bare = (value: unknown) =>
    String(value)
      .toLowerCase()
      .replace(/[^a-z0-9.]/g, '');
  return bare(before) !== '' && bare(after).startsWith(bare(before).replace(/[a-z]+$/, ''));
}

/** Remove the value, when its object does not need it. */
export function removal(path: Path, parent: SchemaNode | undefined): readonly Repair[] {
  const last = path.at(-1);
  if (last === undefined || (typeof last === 'string' && parent?.required.includes(last) === true)) return [];
  return [repair(typeof last === 'number' ? 'Remove this item' : `Remove ${last}`, [removeStep(path)])];
}
