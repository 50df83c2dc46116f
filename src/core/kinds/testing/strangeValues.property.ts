/* Resources as they must not be, for properties of what is said of them: nearly right, or anything at all in known places. */
import fc from 'fast-check';
import { patternSteps } from '../../yaml/path.ts';
import { fieldsOfForm } from '../form.ts';
import { isMap } from '../reading.ts';
import type { KindDefinition } from '../types.ts';
import { fieldPaths } from './fieldPaths.ts';

/** Replaces one place of a value, wherever it is, by something else: a manifest that is nearly right. */
export function damage(value: unknown, seed: number, by: unknown): unknown {
  const places = placesOf(value);
  const place = places[seed % places.length] ?? [];
  const replaceAt = (at: unknown, [step, ...rest]: readonly (string | number)[]): unknown => {
    if (step === undefined) return by;
    if (Array.isArray(at)) return at.map((item, index) => (index === step ? replaceAt(item, rest) : item));
    return isMap(at) ? { ...at, [step]: replaceAt(at[step], rest) } : at;
  };
  return replaceAt(value, place);
}

function placesOf(value: unknown): readonly (readonly (string | number)[])[] {
  const children = Array.isArray(value) ? [...value.entries()] : isMap(value) ? Object.entries(value) : [];
  return [[], ...children.flatMap(([step, item]) => placesOf(item).map((rest) => [step, ...rest]))];
}

/** A resource with every field that the kind's form and references know, filled with anything. */
export function anythingAtKnownPaths(definition: KindDefinition): fc.Arbitrary<unknown> {
  const paths = [
    ...definition.references.map(({ path }) => path),
    ...fieldPaths(fieldsOfForm(definition.form)).map(({ path }) => path),
  ];
  return fc
    .array(fc.tuple(fc.constantFrom('spec.other', ...paths), fc.anything()), { maxLength: 6 })
    .map((filled) => {
      const value: Record<string, unknown> = {};
      for (const [path, item] of filled) put(value, patternSteps(path.replaceAll('[*]', '.0')), item);
      return value;
    });
}

function put(
  target: Record<string, unknown>,
  [step = '', next, ...rest]: readonly string[],
  item: unknown,
): void {
  if (next === undefined) {
    target[step] = item;
    return;
  }
  const held = target[step];
  const isList = next === '0';
  const below = isMap(held) || Array.isArray(held) ? held : isList ? [{}] : {};
  target[step] = below;
  const inner = isList && Array.isArray(below) ? below : undefined;
  if (inner === undefined) {
    put(below as Record<string, unknown>, [next, ...rest], item);
    return;
  }
  if (rest.length === 0) {
    inner[0] = item;
    return;
  }
  if (!isMap(inner[0])) inner[0] = {};
  put(inner[0] as Record<string, unknown>, rest, item);
}
