/**
 * Lays what an overlay says of one type over the type. Whatever does not fit (a path that leads nowhere, a field taken
 * away that is not there) is reported and left out, so that one run shows every mistake of an overlay.
 */
import type { FieldOverlay, TypeOverlay } from '../../../src/core/catalogue/overlay/overlay.ts';
import type { Schema } from '../../../src/core/catalogue/schema.ts';
import { readFieldPath, type Step } from './fieldPath.ts';
import { mergeSchema, withoutKeywords } from './mergeSchema.ts';

/** Takes one mistake: where within the type (empty: the type itself), and what is wrong. */
export type Report = (place: string, fault: string) => void;

/** The type as the overlay makes it. `under` is the type as it was; `from` has been followed already. */
export function applyTypeOverlay(under: Schema, overlay: TypeOverlay, report: Report): Schema {
  const { from: _, fields = {}, require = [], release = [], drop = [], rules, ...keywords } = overlay;
  for (const keyword of drop) {
    if (under[keyword] === undefined) report('', `It has no \`${keyword}\` to drop.`);
  }
  let schema = mergeSchema(withoutKeywords(under, drop), keywords);
  for (const [path, over] of Object.entries(fields)) {
    schema = applyField(schema, path, over, (fault) => report(path, fault));
  }
  schema = changeRequired(schema, require, release, report);
  return rules === undefined ? schema : mergeSchema(schema, { rules });
}

function applyField(
  schema: Schema,
  path: string,
  over: FieldOverlay | null,
  refuse: (fault: string) => void,
): Schema {
  try {
    return changeAt(schema, readFieldPath(path), over);
  } catch (error) {
    if (!(error instanceof OverlayMistake) && !(error instanceof Error)) throw error;
    refuse(error.message);
    return schema;
  }
}

class OverlayMistake extends Error {}

function changeAt(schema: Schema, steps: readonly Step[], over: FieldOverlay | null): Schema {
  const [step, ...rest] = steps;
  if (step === undefined) return over === null ? schema : layOverField(schema, over);
  if (schema.ref !== undefined) {
    throw new OverlayMistake(`The path goes into the shared type ${schema.ref}. Write it on that type.`);
  }
  if (step === 'items' || step === 'values') {
    const inner = schema[step];
    if (inner === undefined) throw new OverlayMistake(`There are no ${step} to go into.`);
    if (rest.length === 0 && over === null)
      throw new OverlayMistake(`The ${step} of a field cannot be taken away.`);
    return { ...schema, [step]: changeAt(inner, rest, over) };
  }
  return changeField(schema, step.field, rest, over);
}

function changeField(schema: Schema, name: string, rest: readonly Step[], over: FieldOverlay | null): Schema {
  const field = schema.properties?.[name];
  if (field === undefined) {
    if (rest.length > 0 || over === null)
      throw new OverlayMistake(`There is no field \`${name}\`${near(schema, name)}.`);
    return { ...schema, properties: { ...schema.properties, [name]: newField(schema, name, over) } };
  }
  if (rest.length === 0 && over === null) return withoutField(schema, name);
  return { ...schema, properties: { ...schema.properties, [name]: changeAt(field, rest, over) } };
}

/** A field that is new must say what it is, or a misspelt name would go unseen. */
function newField(schema: Schema, name: string, over: FieldOverlay): Schema {
  const saysWhat =
    over.ref !== undefined ||
    over.type !== undefined ||
    over.intOrString === true ||
    over.keepsUnknown === true;
  if (!saysWhat) {
    throw new OverlayMistake(
      `There is no field \`${name}\`${near(schema, name)}; a new field says its \`type\` or \`ref\`.`,
    );
  }
  const { drop: _, ...field } = over;
  return field;
}

function layOverField(schema: Schema, over: FieldOverlay): Schema {
  const { drop = [], ...keywords } = over;
  const absent = drop.filter((keyword) => schema[keyword] === undefined);
  if (absent.length > 0) throw new OverlayMistake(`It has no \`${absent.join('`, `')}\` to drop.`);
  const left = withoutKeywords(schema, drop);
  const isOtherType = keywords.type !== undefined || keywords.intOrString !== undefined;
  if (left.ref !== undefined && keywords.ref === undefined && isOtherType) {
    throw new OverlayMistake(`It is a ${left.ref}; to give it a type of its own, add \`drop: ['ref']\`.`);
  }
  return mergeSchema(left, keywords);
}

function withoutField(schema: Schema, name: string): Schema {
  const { properties = {}, required, ...rest } = schema;
  const left = required?.filter((each) => each !== name) ?? [];
  const { [name]: _, ...kept } = properties;
  return { ...rest, properties: kept, ...(left.length === 0 ? {} : { required: left }) };
}

function changeRequired(
  schema: Schema,
  require: readonly string[],
  release: readonly string[],
  report: Report,
): Schema {
  const required = new Set(schema.required ?? []);
  for (const name of require) {
    if (schema.properties?.[name] === undefined)
      report(name, 'It is made required, but there is no such field.');
    else required.add(name);
  }
  for (const name of release) {
    if (!required.delete(name)) report(name, 'It is made optional, but it is not required.');
  }
  const { required: _, ...rest } = schema;
  return required.size === 0 ? rest : { ...rest, required: [...required] };
}

function near(schema: Schema, name: string): string {
  const close = Object.keys(schema.properties ?? {}).find(
    (each) => each.toLowerCase() === name.toLowerCase(),
  );
  return close === undefined ? '' : ` (there is \`${close}\`)`;
}
