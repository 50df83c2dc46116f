import { kindOf } from '../../kinds/registry.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { GroupKind } from '../../workspace/types.ts';
import { scalarText } from '../../yaml/scalarText.ts';
import { apiVersionOf, bestHeaders } from '../place/shapeOfResource.ts';
import { entryOf, type SketchEntry } from '../place/sketchNodes.ts';
import type { ReferenceSlot } from './referenceSlot.ts';
import type { Scene } from './scene.ts';

type TypeField = 'group' | 'apiVersion' | 'kind';

/** The fields by which a reference says what its target is, as far as they must be written. */
export function typeFields(
  scene: Scene,
  { declaration }: ReferenceSlot,
  target: GroupKind,
): Partial<Record<TypeField, string>> {
  if (declaration.form !== 'object' || declaration.typedBy === 'none') return {};
  const [standard] = declaration.to;
  const isExplicit = declaration.explicitType === true;
  const shapeHasGroup = declaration.typedBy !== 'apiVersion';
  const needsGroup = isExplicit || target.group !== standard?.group;
  const needsKind = isExplicit || target.kind !== standard?.kind;
  return {
    ...(needsGroup && shapeHasGroup ? { group: target.group } : {}),
    ...((needsGroup || needsKind) && !shapeHasGroup ? { apiVersion: versionOf(scene, target) } : {}),
    ...(needsKind ? { kind: target.kind } : {}),
  };
}

/**
 * Edits that make a written reference speak of the target's kind: what is written and says something else is replaced,
 * what must be there is put before the field that is being filled in.
 */
export function typeEdits(
  scene: Scene,
  slot: ReferenceSlot,
  target: GroupKind,
  only: readonly TypeField[] = ['group', 'apiVersion', 'kind'],
): { readonly edits: readonly TextEdit[]; readonly missing: readonly string[] } {
  const { node } = slot;
  const needed = typeFields(scene, slot, target);
  const all: Record<TypeField, string> = {
    group: target.group,
    apiVersion: versionOf(scene, target),
    kind: target.kind,
  };
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  for (const field of only) {
    const entry = node === undefined ? undefined : entryOf(node, field);
    if (entry === undefined) {
      if (needed[field] !== undefined) missing.push(`${field}: ${scalarText(all[field])}`);
    } else if (slot.written[field] !== all[field]) edits.push(replaced(entry, all[field]));
  }
  const first = node?.entries.find(({ step }) => step === slot.field);
  if (missing.length === 0 || first === undefined || node === undefined) return { edits, missing };
  const joint = node.isFlow ? ', ' : `\n${' '.repeat(node.column)}`;
  edits.push({ start: first.start, end: first.start, text: missing.map((each) => each + joint).join('') });
  return { edits: edits.sort((a, b) => a.start - b.start), missing: [] };
}

/** A field's value replaced by another. */
export function replaced({ node, valueAt, keyEnd }: SketchEntry, value: string | number): TextEdit {
  const text = scalarText(value);
  if (node.type === 'scalar') return { start: node.start, end: node.end, text };
  return valueAt < 0
    ? { start: keyEnd, end: keyEnd, text: `: ${text}` }
    : { start: valueAt, end: valueAt, text: ` ${text}` };
}

/** The apiVersion by which a kind is best named. */
function versionOf({ context }: Scene, { group, kind }: GroupKind): string {
  const header = bestHeaders(context.catalogue).find((each) => each.group === group && each.kind === kind);
  if (header !== undefined) return apiVersionOf(header);
  const version = kindOf(group, kind)?.versions[0] ?? 'v1';
  return apiVersionOf({ group, version });
}
