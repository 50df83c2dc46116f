import type { Path } from '../../yaml/path.ts';
import type { Plain } from '../../yaml/types.ts';
import type { Repair, RepairStep } from '../fault.ts';

export const setStep = (path: Path, value: unknown): RepairStep => ({
  step: 'set',
  path,
  value: value as Plain,
});
export const insertStep = (path: Path, value: Plain): RepairStep => ({ step: 'insert', path, value });
export const removeStep = (path: Path): RepairStep => ({ step: 'remove', path });
export const renameStep = (path: Path, to: string): RepairStep => ({ step: 'rename', path, to });
export const moveStep = (from: Path, to: Path): RepairStep => ({ step: 'move', from, to });

/** A repair; `isPreferred` when it is the one to take without asking. */
export function repair(label: string, steps: readonly RepairStep[], isPreferred = false): Repair {
  return { label, steps, ...(isPreferred ? { isPreferred } : {}) };
}

/** Steps that put a value at a path, with the maps on the way that are not there yet. Undefined when a list is missing. */
export function putSteps(resource: unknown, path: Path, value: Plain): readonly RepairStep[] | undefined {
  let current = resource;
  for (const [i, step] of path.entries()) {
    if (i === path.length - 1) return [insertStep(path, value)];
    if (typeof current !== 'object' || current === null) return undefined;
    if (!Object.hasOwn(current, step)) {
      const rest = path.slice(i + 1);
      if (rest.some((each) => typeof each === 'number') || typeof step === 'number') return undefined;
      return [insertStep(path.slice(0, i + 1), nest(rest as string[], value))];
    }
    current = (current as Record<string | number, unknown>)[step];
  }
  return undefined;
}

function nest(keys: readonly string[], value: Plain): Plain {
  return keys.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
}
