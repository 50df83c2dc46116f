import type { Shape } from '../../catalogue/shape.ts';
import type { Path } from '../../yaml/path.ts';
import { scalarText } from '../../yaml/scalarText.ts';
import { describeShape, isDeprecated, shortType } from '../describeShape.ts';
import { fieldOptions } from './fieldOptions.ts';
import { knownLabels } from './knownLabels.ts';
import { fieldWishes } from './oneOfRules.ts';
import { hasReferenceValues } from './referenceSlot.ts';
import type { Draft, Proposer, Scene } from './scene.ts';
import { escapeSnippet, fieldSnippet, formOf } from './snippet.ts';

/** Fields that people write, before those that the server fills in. */
const metadataOrder = ['name', 'namespace', 'labels', 'annotations', 'generateName', 'finalizers'];
/** Written by the server. */
const served = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/** The fields that a map may have and has not, required ones first, then as upstream orders them. */
export const proposeKeys: Proposer = (scene) => {
  const { spot, shape } = scene;
  if (spot.role === 'item' || (spot.role === 'value' && !canBeginMap(scene))) return [];
  const present = new Set(spot.node.entries.filter((each) => each !== spot.own).map(({ step }) => step));
  const fields = [...(shape?.properties ?? [])].filter(([name]) => !present.has(name));
  return [
    ...inOrder(scene, fields).map(([name, field]) => keyDraft(scene, name, field)),
    ...labelDrafts(scene, present),
  ];
};

/** A fresh map begins behind a dash or on lines of its own; behind a colon only where the value is still open. */
function canBeginMap({ spot, shape }: Scene): boolean {
  if (shape !== undefined && formOf(shape) !== 'object' && formOf(shape) !== 'map') return false;
  if (spot.isFlow || spot.node.type !== 'open') return false;
  const holder = spot.node.holder;
  return spot.behind !== 'nothing' || holder === undefined || spot.column > holder.column;
}

function inOrder({ path, shape, spot, sketch }: Scene, fields: readonly (readonly [string, Shape])[]) {
  const { wanted, unfit } = fieldWishes(sketch.text, shape, spot.node);
  const rank = (name: string) => {
    if (shape?.required.has(name) === true || wanted.has(name)) return -metadataOrder.length - 1;
    if (unfit.has(name)) return 4;
    if (isDeprecated(shape?.properties.get(name)?.schema ?? {})) return 3;
    if (path.length === 0) return name === 'status' ? 2 : 0;
    if (path.at(-1) !== 'metadata') return 0;
    const place = metadataOrder.indexOf(name);
    return place >= 0 ? place - metadataOrder.length : served.has(name) ? 2 : 0;
  };
  return [...fields].sort(([a], [b]) => rank(a) - rank(b));
}

function keyDraft(scene: Scene, name: string, field: Shape): Draft {
  const isRequired = scene.shape?.required.has(name) === true;
  return {
    label: name,
    type: 'field',
    detail: shortType(field, isRequired),
    doc: () => describeShape(field, { name, isRequired, header: scene.known.header }),
    ...writeKey(scene, name, field),
    ...(isDeprecated(field.schema) ? { isDeprecated: true as const } : {}),
  };
}

/** The key with what belongs below it; the key alone where its colon is there. */
function writeKey(scene: Scene, name: string, field: Shape): Pick<Draft, 'insert' | 'asksAgain'> {
  const { spot, style, path } = scene;
  if (spot.own !== undefined) return { insert: escapeSnippet(scalarText(name, { isFlow: spot.isFlow })) };
  const at = formOf(field) === 'list' ? [...path, name, 0] : [...path, name];
  const offers = hasReferenceValues(scene, at) || isHeadField(at);
  const { lead, column } = keyPlace(scene);
  const optionsAt = (below: Path) => fieldOptions(scene.head, [...path, ...below]);
  const place = { ...style, column, isFlow: spot.isFlow, optionsAt };
  const { text, asksAgain } = fieldSnippet(name, field, place, offers);
  return { insert: lead + text, ...(asksAgain ? { asksAgain } : {}) };
}

/** Fields whose values come from the catalogue or the workspace, whatever the kind. */
function isHeadField(path: Path): boolean {
  if (path.length === 1) return path[0] === 'kind' || path[0] === 'apiVersion';
  return path.length === 2 && path[0] === 'metadata' && path[1] === 'namespace';
}

/** Behind a colon a map begins on a line of its own. */
export function keyPlace({ spot, style }: Scene): { readonly lead: string; readonly column: number } {
  if (spot.role !== 'value' || spot.behind !== 'colon') return { lead: '', column: spot.column };
  const column = spot.column + style.step;
  return { lead: `\n${' '.repeat(column)}`, column };
}

/** Labels that are in use in the workspace, for maps of labels. */
function labelDrafts(scene: Scene, present: ReadonlySet<unknown>): readonly Draft[] {
  const { lead } = keyPlace(scene);
  return [...knownLabels(scene)].flatMap(([key, values]) => {
    if (present.has(key)) return [];
    const [first = ''] = values;
    const name = escapeSnippet(scalarText(key, { isFlow: scene.spot.isFlow }));
    const value = values.size === 1 ? escapeSnippet(scalarText(first)) : '$0';
    return {
      label: key,
      type: 'reference' as const,
      detail: values.size === 1 ? first : `${values.size} values in use`,
      insert: scene.spot.own === undefined ? `${lead}${name}: ${value}` : name,
      ...(values.size === 1 || scene.spot.own !== undefined ? {} : { asksAgain: true as const }),
    };
  });
}
