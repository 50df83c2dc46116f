import type { Shape } from '../../catalogue/shape.ts';
import { lastKey, type Path } from '../../yaml/path.ts';
import type { Plain } from '../../yaml/types.ts';
import { describeShape } from '../describeShape.ts';
import { endOfLine } from '../place/scanLine.ts';
import { shapeAt } from '../place/shapeOfResource.ts';
import { fieldOptions } from './fieldOptions.ts';
import { knownLabels } from './knownLabels.ts';
import { memberOf } from './oneOfRules.ts';
import type { Draft, Proposer, Scene } from './scene.ts';
import { choicesOf, escapeSnippet, fieldSnippet, formOf, isScalar } from './snippet.ts';
import { valueSnippet } from './valueSnippet.ts';

/** Values to choose from: of an enum, true and false, the default, those that a rule names. Never null. */
export const proposeValues: Proposer = (scene) => {
  const { spot, shape, path } = scene;
  if (spot.role !== 'value' || !isRoomFor(scene)) return [];
  const labels = knownLabels(scene, path.slice(0, -1)).get(String(path.at(-1))) ?? new Set<string>();
  const known = [...labels].map((value) => valueDraft(scene, value, 'reference', 'in use'));
  if (shape === undefined || formOf(shape) !== 'scalar') return [...known, ...flowDrafts(scene)];
  const { default: standard } = shape.schema;
  const own = [...choicesOf(shape), ...ruleValues(scene)];
  const choices: readonly Plain[] = own.length > 0 ? own : fieldOptions(scene.head, path);
  const values = isScalar(standard) && !choices.includes(standard) ? [standard, ...choices] : choices;
  return [
    ...known,
    ...values.map((value) =>
      valueDraft(
        scene,
        value,
        choices.includes(value) ? 'choice' : 'value',
        value === standard ? 'default' : undefined,
      ),
    ),
  ];
};

/** True where a scalar can stand: not on a line of its own in the column of its key. */
export function isRoomFor({ spot }: Scene): boolean {
  if (spot.node.type !== 'open' && spot.node.type !== 'scalar') return false;
  return (
    spot.behind !== 'nothing' ||
    spot.isFlow ||
    spot.column > (spot.node.holder?.column ?? Number.POSITIVE_INFINITY)
  );
}

function valueDraft(scene: Scene, value: unknown, type: Draft['type'], detail: string | undefined): Draft {
  const { shape, known, path } = scene;
  const name = String(lastKey(path) ?? 'value');
  return {
    label: String(value),
    type,
    ...(detail === undefined ? {} : { detail }),
    ...(shape === undefined
      ? {}
      : { doc: describeShape(shape, { name, isRequired: isRequired(scene), header: known.header }) }),
    ...writeValue(scene, value),
  };
}

/** The value; where it is the tag of a union, the field that goes with it is begun below. */
function writeValue(scene: Scene, value: unknown): Pick<Draft, 'insert' | 'asksAgain'> {
  const { spot, document, sketch, known, path, style, head } = scene;
  const insert = valueSnippet(scene, value);
  const tag = path.at(-1);
  const holder = spot.node.holder;
  const { end } = spot.range;
  const isLast = document.text.slice(end, endOfLine(document.text, end)).trim() === '';
  if (typeof tag !== 'string' || holder === undefined || spot.isFlow || !isLast) return { insert };
  const around = shapeAt(known.shape, path.slice(0, -1));
  const name = memberOf(sketch.text, around, holder.parent, { tag, value });
  const member = name === undefined ? undefined : around?.properties.get(name);
  if (name === undefined || member === undefined) return { insert };
  const { column } = holder.parent;
  const optionsAt = (below: Path) => fieldOptions(head, [...path.slice(0, -1), ...below]);
  const { text, asksAgain } = fieldSnippet(name, member, { ...style, column, isFlow: false, optionsAt });
  return {
    insert: `${insert}\n${' '.repeat(column)}${text}`,
    ...(asksAgain ? { asksAgain: true as const } : {}),
  };
}

function isRequired({ known, path }: Scene): boolean {
  const name = path.at(-1);
  let parent: Shape | undefined = known.shape;
  for (const step of path.slice(0, -1)) parent = parent?.step(step);
  return typeof name === 'string' && parent?.required.has(name) === true;
}

/** Values that the rules of the map around give to this field: the tags of a union, the members of a fixed set. */
function ruleValues({ known, path, shape }: Scene): readonly (string | number | boolean)[] {
  if (shape?.schema.enum !== undefined) return [];
  let parent: Shape | undefined = known.shape;
  for (const step of path.slice(0, -1)) parent = parent?.step(step);
  const values = (parent?.rules ?? []).flatMap((rule): readonly unknown[] => {
    if (rule.rule === 'union' && rule.tag === path.at(-1)) return Object.keys(rule.members);
    return rule.rule === 'oneOfValues' && rule.field === path.at(-1) ? rule.values : [];
  });
  return [...new Set(values.filter(isScalar))];
}

/** Brackets to go on in, for maps and lists within brackets. */
function flowDrafts({ spot, shape }: Scene): readonly Draft[] {
  if (!spot.isFlow || shape === undefined || spot.node.type !== 'open') return [];
  const form = formOf(shape);
  const insert = form === 'list' ? '[$0]' : `{${form === 'map' ? escapeSnippet('') : ''}$0}`;
  return [{ label: form === 'list' ? '[ ]' : '{ }', type: 'item', insert, asksAgain: true }];
}
