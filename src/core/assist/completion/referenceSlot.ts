import { stepsOf } from '../../graph/extractReferences.ts';
import { kindOf } from '../../kinds/registry.ts';
import type { ReferenceDeclaration } from '../../kinds/types.ts';
import { isRecord } from '../../workspace/readDocument.ts';
import type { Path } from '../../yaml/path.ts';
import { sketchedValue } from '../place/sketchedValue.ts';
import { nodeAt, type SketchNode } from '../place/sketchNodes.ts';
import { inferReference } from './inferReference.ts';
import type { Scene } from './scene.ts';

const fields = ['name', 'namespace', 'kind', 'group', 'apiVersion', 'port', 'sectionName'] as const;
type Field = (typeof fields)[number];

/** A place that belongs to a reference: the whole of it, or one of its fields. */
export interface ReferenceSlot {
  readonly declaration: ReferenceDeclaration;
  readonly field: Field | 'whole';
  /** What is written of the reference; empty for one that is a bare name. */
  readonly written: Readonly<Record<string, unknown>>;
  /** The map that holds the reference's fields, if it is there. */
  readonly node: SketchNode | undefined;
}

/** The reference that a path of the resource belongs to: as the kind declares it, else as the field's shape suggests. */
export function referenceSlot(scene: Scene, path: Path): ReferenceSlot | undefined {
  const declared = kindOf(scene.head.group, scene.head.kind)?.references ?? [];
  const whole = declared.find((each) => fits(stepsOf(each.path), path));
  if (whole !== undefined) return slot(scene, whole, path, 'whole');
  const field = fields.find((each) => each === path.at(-1));
  const holder = path.slice(0, -1);
  const part = field === undefined ? undefined : declared.find((each) => fits(stepsOf(each.path), holder));
  if (field !== undefined && part !== undefined)
    return part.form === 'object' || part.form === 'target-selector'
      ? slot(scene, part, holder, field)
      : undefined;
  const guess = inferReference(scene.known.shape, path);
  if (guess !== undefined) return slot(scene, guess, path, 'whole');
  const partGuess = field === undefined ? undefined : inferReference(scene.known.shape, holder);
  return field === undefined || partGuess?.form !== 'object'
    ? undefined
    : slot(scene, partGuess, holder, field);
}

/** True where names or parts of resources can be chosen, whether there are any or not. */
export function hasReferenceValues(scene: Scene, path: Path): boolean {
  const found = referenceSlot(scene, path);
  if (found === undefined || found.declaration.form === 'pod-selector') return found !== undefined;
  return found.declaration.form === 'name' || found.field !== 'whole' || found.declaration.form === 'object';
}

function fits(steps: readonly string[], path: Path): boolean {
  return (
    steps.length === path.length &&
    steps.every((step, i) => (step === '*' ? typeof path[i] === 'number' : step === path[i]))
  );
}

function slot(
  { sketch, head }: Scene,
  declaration: ReferenceDeclaration,
  path: Path,
  field: ReferenceSlot['field'],
): ReferenceSlot {
  const node = nodeAt(head.node, path);
  const value = sketchedValue(sketch.text, node);
  return {
    declaration,
    field,
    written: isRecord(value) ? value : {},
    node: node?.type === 'map' ? node : undefined,
  };
}
