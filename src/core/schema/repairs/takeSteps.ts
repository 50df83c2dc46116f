import type { Path } from '../../yaml/path.ts';
import type { RepairStep } from '../fault.ts';
import { copyMap, isMap, putEntry } from '../plain.ts';

/**
 * A resource after the steps of a repair, as its text would read after the edits: what is left empty by a removal goes
 * too. Changes nothing in place; a step that leads nowhere changes nothing.
 */
export function takeSteps(resource: unknown, steps: readonly RepairStep[]): unknown {
  return steps.reduce(takeStep, resource);
}

function takeStep(root: unknown, step: RepairStep): unknown {
  switch (step.step) {
    case 'set':
      return put(root, step.path, step.value);
    case 'insert':
      return step.index === undefined
        ? put(root, step.path, step.value)
        : change(root, step.path, (list) =>
            Array.isArray(list) ? list.toSpliced(step.index ?? 0, 0, step.value) : list,
          );
    case 'remove':
      return remove(root, step.path);
    case 'rename':
      return change(root, step.path.slice(0, -1), (map) => rename(map, String(step.path.at(-1)), step.to));
    case 'move': {
      const value = at(root, step.from);
      return value === undefined ? root : remove(put(root, step.to, value), step.from);
    }
  }
}

function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => entryAt(value, step), root);
}

function entryAt(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The value with another one at a path; itself where the path leads nowhere. */
function change(value: unknown, path: Path, how: (before: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return how(value);
  const before = entryAt(value, step);
  const after = change(before, rest, how);
  if (after === before) return value;
  return withEntry(value, step, after);
}

function withEntry(value: unknown, step: string | number, entry: unknown): unknown {
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    copy[Number(step)] = entry;
    return copy;
  }
  if (!isMap(value)) return value;
  const copy = copyMap(value);
  putEntry(copy, String(step), entry);
  return copy;
}

function put(root: unknown, path: Path, value: unknown): unknown {
  const last = path.at(-1);
  if (last === undefined) return value;
  return change(root, path.slice(0, -1), (holder) => withEntry(holder, last, value));
}

function remove(root: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (last === undefined) return root;
  const parent = path.slice(0, -1);
  const without = change(root, parent, (holder) => withoutEntry(holder, last));
  const left = at(without, parent);
  if (Array.isArray(left)) return left.length === 0 ? remove(without, parent) : without;
  const isBare = isMap(left) && Object.keys(left).length === 0;
  return isBare && parent.length > 1 && typeof parent.at(-1) === 'string' ? remove(without, parent) : without;
}

function withoutEntry(holder: unknown, step: string | number): unknown {
  if (Array.isArray(holder)) return holder.toSpliced(Number(step), 1);
  if (!isMap(holder)) return holder;
  const copy = copyMap(holder);
  delete copy[step];
  return copy;
}

function rename(map: unknown, key: string, to: string): unknown {
  if (!isMap(map) || !Object.hasOwn(map, key)) return map;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(map)) putEntry(copy, name === key ? to : name, map[name]);
  return copy;
}
