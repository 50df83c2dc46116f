import type { RepairStep } from '../schema/fault.ts';
import { removeStep, renameStep, repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { GroupKind } from '../workspace/types.ts';
import { lastKey, type Path, valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { endsWith } from './endsWith.ts';
import type { Mistake } from './types.ts';

interface MovedField extends Pick<Mistake, 'code' | 'name' | 'reason'> {
  readonly kinds: readonly GroupKind[];
  /** The keys that the wrong path ends with: `['retry', 'perRetryTimeout']`. */
  readonly from: readonly string[];
  /** Where it belongs, from the parent of the wrong field: `['perRetry', 'timeout']`. */
  readonly to: readonly string[];
  /** The value in its new form, where that is another; undefined when it says nothing that can be kept. */
  readonly convert?: (value: unknown) => Plain | undefined;
}

/** A mistake that is one field in the wrong place or under another tool's name: what it says is right. */
export function movedField({ from, to, convert, ...about }: MovedField): Mistake {
  const wrong = from.at(-1) ?? '';
  const right = to.join('.');
  return {
    ...about,
    recognise(fault, resource) {
      const { path } = fault;
      if (fault.fault !== 'unknown-field' || !endsWith(path, ...from)) return undefined;
      const removal = repair(`Remove ${wrong}`, [removeStep(path)]);
      if (isSet(valueAt(resource, [...path.slice(0, -1), ...to]))) {
        return {
          message: `${wrong} is called ${right} here, and that is set already. Remove ${wrong}.`,
          repairs: [removal],
        };
      }
      const label = to.length === 1 ? `Rename to ${right}` : `Move to ${right}`;
      const steps = stepsTo(resource, path, to, convert);
      return {
        message: `There is no ${wrong} under ${holderOf(path)}: it is called ${right} here.`,
        repairs: steps === undefined ? [removal] : [repair(label, steps, true)],
      };
    },
  };
}

function holderOf(path: Path): string {
  return lastKey(path.slice(0, -1)) ?? 'this';
}

/**
 * From where it stands to where it belongs: at its own place where nothing of that name is there yet, so that its
 * comments stay. Undefined when nothing of the value can be kept, or something else stands in the way.
 */
function stepsTo(
  resource: unknown,
  path: Path,
  to: readonly string[],
  convert: MovedField['convert'],
): readonly RepairStep[] | undefined {
  const parent = path.slice(0, -1);
  const value = valueAt(resource, path);
  const kept = convert === undefined ? (value as Plain) : convert(value);
  const holder = valueAt(resource, parent);
  const isFree = isRecord(holder) && !Object.hasOwn(holder, to[0] ?? '');
  const depth = to.findIndex((_, i) => !isRecord(valueAt(resource, [...parent, ...to.slice(0, i + 1)])));
  const target = [...parent, ...to.slice(0, depth + 1)];
  if (kept === undefined || isSet(valueAt(resource, target))) return undefined;
  const shaped = to.slice(depth + 1).reduceRight<Plain>((inner, key) => ({ [key]: inner }), kept);
  if (!isFree) return [setStep(target, shaped), removeStep(path)];
  return [renameStep(path, to[0] ?? ''), ...(shaped === value ? [] : [setStep(target, shaped)])];
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
