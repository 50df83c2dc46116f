import type { TextEdit } from '../../text/textEdit.ts';
import { scalarText } from '../../yaml/scalarText.ts';
import { describeResource } from '../describeResource.ts';
import { escapeMarkdown } from '../describeShape.ts';
import { endOfLine } from '../place/scanLine.ts';
import { entryOf } from '../place/sketchNodes.ts';
import { isRoomFor } from './proposeValues.ts';
import type { ReferenceSlot } from './referenceSlot.ts';
import { type Candidate, candidatesFor, portsOf } from './referenceTargets.ts';
import type { Draft, Scene } from './scene.ts';
import { escapeSnippet } from './snippet.ts';
import { replaced, typeEdits, typeFields } from './typeEdits.ts';
import { valueSnippet } from './valueSnippet.ts';

/**
 * Names of resources for a reference, with what else the reference needs to reach them. `isNewItem`: it is one more of
 * a list, and its dash is not there yet.
 */
export function proposeNames(scene: Scene, slot: ReferenceSlot, isNewItem: boolean): readonly Draft[] {
  const { declaration } = slot;
  if (declaration.form === 'pod-selector' || declaration.form === 'target-selector') return [];
  const isWhole = slot.field === 'whole' && declaration.form === 'object';
  if (isWhole ? !canBegin(scene) : !isNameRoom(scene)) return [];
  return inOrder(scene, slot).map((candidate) => ({
    label: candidate.name,
    type: 'reference' as const,
    detail: detailOf(scene, candidate),
    doc: () => describeCandidate(candidate),
    ...(isWhole ? wholeReference(scene, slot, candidate, isNewItem) : nameOnly(scene, slot, candidate)),
  }));
}

function isNameRoom(scene: Scene): boolean {
  return scene.spot.role === 'item' || isRoomFor(scene);
}

/** True where a whole reference can be written: nothing of it is there. */
function canBegin({ spot }: Scene): boolean {
  return spot.role === 'item' || spot.node.type === 'open';
}

/** Of the written kind and namespace first. */
function inOrder({ context, head }: Scene, { declaration, written }: ReferenceSlot): readonly Candidate[] {
  const misfits = ({ kind, namespace }: Candidate) =>
    (typeof written.kind === 'string' && written.kind !== kind ? 2 : 0) +
    (typeof written.namespace === 'string' && written.namespace !== namespace ? 1 : 0);
  return [...candidatesFor(context.analysis, head, declaration)].sort((a, b) => misfits(a) - misfits(b));
}

function detailOf({ head }: Scene, { kind, namespace, madeBy }: Candidate): string {
  const where = namespace === '' || namespace === head.namespace ? kind : `${kind} in ${namespace}`;
  return madeBy === undefined ? where : `${where}, made by ${madeBy}`;
}

function describeCandidate({ resource, kind, name, madeBy }: Candidate): string {
  if (resource !== undefined) return describeResource(resource);
  return `**${escapeMarkdown(`${kind} ${name}`)}**\n\n${escapeMarkdown(`Made by ${madeBy ?? 'a controller'}`)}`;
}

type Written = Pick<Draft, 'insert' | 'edits'>;

/** The whole reference, one field a line (or within brackets), as an item of a list where it is one. */
function wholeReference(
  scene: Scene,
  slot: ReferenceSlot,
  candidate: Candidate,
  isNewItem: boolean,
): Written {
  const { spot, style } = scene;
  const fields = [
    ...Object.entries(typeFields(scene, slot, candidate)).map(
      ([key, value]) => `${key}: ${text(scene, value)}`,
    ),
    `name: ${text(scene, candidate.name)}`,
    ...partsBehind(scene, slot, candidate),
  ];
  if (spot.isFlow) return { insert: `{${fields.join(', ')}}` };
  const below = spot.role === 'value' && spot.behind === 'colon';
  const dashColumn = below ? spot.column + style.listOffset : spot.column;
  const column = isNewItem ? dashColumn + 2 : below ? spot.column + style.step : spot.column;
  const head = below ? `\n${' '.repeat(isNewItem ? dashColumn : column)}` : '';
  return { insert: head + (isNewItem ? '- ' : '') + fields.join(`\n${' '.repeat(column)}`) };
}

/** The name where `name` stands, or as the whole value; the rest of the reference goes around it. */
function nameOnly(scene: Scene, slot: ReferenceSlot, candidate: Candidate): Written {
  const { spot, document } = scene;
  const name = valueSnippet(scene, candidate.name);
  if (slot.field === 'whole') return { insert: spot.role === 'item' ? `- ${name}` : name };
  const { edits } = typeEdits(scene, slot, candidate);
  const behind = partsBehind(scene, slot, candidate);
  const isLast =
    spot.isFlow ||
    document.text.slice(spot.range.end, endOfLine(document.text, spot.range.end)).trim() === '';
  const column = slot.node?.column ?? spot.column;
  const joint = spot.isFlow ? ', ' : `\n${' '.repeat(Math.max(0, column))}`;
  const more = isLast ? behind.map((each) => joint + each).join('') : '';
  return { insert: name + more, edits: [...edits, ...namespaceEdits(scene, slot, candidate)].sort(byStart) };
}

/** Fields behind the name that are needed and not there: another namespace, a Service's port. */
function partsBehind(scene: Scene, slot: ReferenceSlot, candidate: Candidate): readonly string[] {
  const { declaration, node } = slot;
  const has = (field: string) => node !== undefined && entryOf(node, field) !== undefined;
  const parts: string[] = [];
  const isFar = candidate.namespace !== '' && candidate.namespace !== scene.head.namespace;
  if (isFar && declaration.namespace === 'field' && !has('namespace'))
    parts.push(`namespace: ${text(scene, candidate.namespace)}`);
  const needsPort =
    declaration.form === 'object' && declaration.portRequired === true && candidate.kind === 'Service';
  const ports =
    needsPort && !has('port') ? portsOf(candidate.resource).map(({ value }) => String(value)) : [];
  const [only] = ports;
  if (ports.length === 1) parts.push(`port: ${only}`);
  else if (ports.length > 1) parts.push(`port: \${1|${ports.join(',')}|}`);
  return parts;
}

/** A namespace that is written and is not the candidate's gives way. */
function namespaceEdits(
  { head }: Scene,
  { declaration, node, written }: ReferenceSlot,
  { namespace }: Candidate,
): readonly TextEdit[] {
  const entry = node === undefined ? undefined : entryOf(node, 'namespace');
  if (entry === undefined || declaration.namespace !== 'field' || namespace === '') return [];
  const effective = typeof written.namespace === 'string' ? written.namespace : head.namespace;
  return effective === namespace ? [] : [replaced(entry, namespace)];
}

function text({ spot }: Scene, value: string): string {
  return escapeSnippet(scalarText(value, { isFlow: spot.isFlow }));
}

function byStart(a: TextEdit, b: TextEdit): number {
  return a.start - b.start;
}
