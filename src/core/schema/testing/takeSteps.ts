import type { Path } from '../../yaml/path.ts';
import type { RepairStep } from '../fault.ts';
import { copyPlain } from './copyPlain.ts';

type Holder = Record<string | number, unknown>;

/** A plain value after the steps of a repair, as the text would read after the edits: the model for tests. */
export function takeSteps(resource: unknown, steps: readonly RepairStep[]): unknown {
  const copy = copyPlain(resource);
  for (const step of steps) takeStep(copy, step);
  return copy;
}

function takeStep(root: unknown, step: RepairStep): void {
  switch (step.step) {
    case 'set':
      put(root, step.path, step.value);
      break;
    case 'insert':
      if (step.index === undefined) put(root, step.path, step.value);
      else (at(root, step.path) as unknown[]).splice(step.index, 0, step.value);
      break;
    case 'remove':
      drop(root, step.path);
      break;
    case 'rename': {
      const value = at(root, step.path);
      drop(root, step.path);
      put(root, [...step.path.slice(0, -1), step.to], value);
      break;
    }
    case 'move': {
      const value = at(root, step.from);
      put(root, step.to, value);
      drop(root, step.from);
      break;
    }
  }
}

function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Holder)[step], root);
}

function put(root: unknown, path: Path, value: unknown): void {
  const holder = at(root, path.slice(0, -1)) as Holder;
  Object.defineProperty(holder, path.at(-1) ?? '', {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function drop(root: unknown, path: Path): void {
  const holder = at(root, path.slice(0, -1));
  const last = path.at(-1) ?? '';
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Holder)[last];
}
