import type { AnalysedResource } from '../analysis.ts';
import type { NewDocument, Repair, RepairStep } from '../schema/fault.ts';
import type { Path } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { removeAll } from './deleteResources.ts';
import type { Draft, Spot } from './draft.ts';
import { keepComments } from './keepComments.ts';
import type { TakenNames } from './names.ts';
import { placeNear } from './placeNew.ts';
import { pruneEmpty } from './pruneEmpty.ts';
import { renameIn } from './renameKey.ts';

/**
 * Takes a way out on a draft: its steps on the resource and on others, each as the smallest edit there is, and the
 * documents it adds. What is removed goes with its comments; what takes another form keeps them.
 */
export function applyRepair(
  draft: Draft,
  resource: AnalysedResource,
  repair: Repair,
  taken: TakenNames,
): void {
  const spot = draft.spotOf(resource);
  takeSteps(draft, spot, repair.steps);
  for (const { resource: id, steps } of repair.elsewhere ?? []) {
    const other = draft.resource(id);
    if (other !== undefined) takeSteps(draft, draft.spotOf(other), steps);
  }
  for (const document of repair.documents ?? []) addDocument(draft, spot, document, taken);
  if (repair.isRemoval === true) removeAll(draft, [resource]);
}

function takeSteps(draft: Draft, spot: Spot, steps: readonly RepairStep[]): void {
  const before = draft.tree(spot.document);
  for (const step of steps) takeStep(draft, spot, step);
  const form = steps.find((step) => step.step !== 'remove');
  if (form !== undefined) keepComments(draft, spot, before, placeOf(form));
}

/** A name that is taken by now gets a number; what is in the document keeps the names it refers by. */
function addDocument(draft: Draft, near: Spot, { text, ...identity }: NewDocument, taken: TakenNames): void {
  const { namespace } = identity;
  const name = taken.unique(identity, namespace, identity.name);
  taken.add(identity, namespace, name);
  const document = placeNear(draft, near, { ...identity, name }, text);
  if (name !== identity.name) draft.setKey({ document, path: [] }, ['metadata'], 'name', name);
}

/** Where the value that a step writes stands after it. */
function placeOf(step: Exclude<RepairStep, { readonly step: 'remove' }>): Path {
  switch (step.step) {
    case 'move':
      return step.to;
    case 'rename':
      return [...step.path.slice(0, -1), step.to];
    case 'insert':
      return step.index === undefined ? step.path : [...step.path, step.index];
    default:
      return step.path;
  }
}

function takeStep(draft: Draft, spot: Spot, step: RepairStep): void {
  switch (step.step) {
    case 'set':
      write(draft, spot, step.path, step.value);
      break;
    case 'insert':
      if (step.index === undefined) write(draft, spot, step.path, step.value);
      else draft.insertItem(spot, step.path, step.index, step.value);
      break;
    case 'remove':
      remove(draft, spot, step.path);
      break;
    case 'rename':
      renameKey(draft, spot, step.path, step.to);
      break;
    case 'move':
      move(draft, spot, step.from, step.to);
      break;
  }
}

function write(draft: Draft, spot: Spot, path: Path, value: Plain): void {
  const last = path.at(-1);
  const parent = path.slice(0, -1);
  if (typeof last === 'string') draft.setKey(spot, parent, last, value);
  else if (last === undefined) draft.setValue(spot, path, value);
  else if (draft.value(spot, path) === undefined) draft.insertItem(spot, parent, last, value);
  else draft.setValue(spot, path, value);
}

function remove(draft: Draft, spot: Spot, path: Path): void {
  const last = path.at(-1);
  const parent = path.slice(0, -1);
  if (last === undefined) return;
  if (typeof last === 'number') draft.removeItem(spot, parent, last);
  else draft.removeKey(spot, parent, last);
  // A list whose last item went is gone with it; a map left empty says nothing either.
  pruneEmpty(draft, spot, typeof last === 'number' ? parent.slice(0, -1) : parent, { items: false });
}

/** The value goes as it is read: its comments stay with the place it left. */
function move(draft: Draft, spot: Spot, from: Path, to: Path): void {
  const value = draft.value(spot, from) as Plain | undefined;
  if (value === undefined) return;
  write(draft, spot, to, value);
  remove(draft, spot, from);
}

function renameKey(draft: Draft, spot: Spot, path: Path, to: string): void {
  const key = String(path.at(-1));
  draft.edit(spot.document, (tree) => renameIn(tree, [...spot.path, ...path.slice(0, -1)], key, to));
}
