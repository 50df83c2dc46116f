import { removeStep, renameStep, repair, setStep } from '../schema/repairs/step.ts';
import type { GroupKind } from '../workspace/types.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { endsWith } from './endsWith.ts';
import type { Mistake } from './types.ts';

interface MovedField extends Pick<Mistake, 'code' | 'name' | 'reason'> {
  readonly kinds?: readonly GroupKind[];
  /** The keys that the wrong path ends with: `['retry', 'perRetryTimeout']`. */
  readonly from: readonly string[];
  /** Where it belongs, from the parent of the wrong field: `['perRetry', 'timeout']`. */
  readonly to: readonly string[];
  /** The value in its new form, where that is another; undefined when it says nothing that can be kept. */
  readonly convert?: (value: unknown) => Plain | undefined;
}

/** A mistake that is one field in the wrong place or under another tool's name: what it says is right. */
export function movedField({ from, to, convert, kinds = [], ...about }: MovedField): Mistake {
  const wrong = from.at(-1) ?? '';
  const right = to.join('.');
  return {
    ...about,
    kinds: kinds.length === 0 ? 'any' : kinds,
    recognise(fault, resource) {
      const { path } = fault;
      if (fault.fault !== 'unknown-field' || !endsWith(path, ...from)) return undefined;
      const parent = path.slice(0, -1);
      const target = [...parent, ...to];
      if (valueAt(resource, target) !== undefined) {
        return {
          message: `${wrong} is called ${right} here, and that is set already. Remove ${wrong}.`,
          repairs: [repair(`Remove ${wrong}`, [removeStep(path)])],
        };
      }
      const label = to.length === 1 ? `Rename to ${right}` : `Move to ${right}`;
      const steps = stepsTo(path, to, valueAt(resource, path), convert);
      return {
        message: `There is no ${wrong} under ${from.at(-2) ?? parent.at(-1) ?? 'this'}: it is called ${right} here.`,
        repairs:
          steps === undefined
            ? [repair(`Remove ${wrong}`, [removeStep(path)])]
            : [repair(label, steps, true)],
      };
    },
  };
}

/** From where it stands to where it belongs; undefined when nothing of the value can be kept. */
function stepsTo(path: Path, to: readonly string[], value: unknown, convert: MovedField['convert']) {
  const target = [...path.slice(0, -1), ...to];
  const kept = convert === undefined ? (value as Plain) : convert(value);
  if (kept === undefined) return undefined;
  const isSame = kept === value;
  const [only] = to;
  if (to.length === 1 && only !== undefined) {
    return [renameStep(path, only), ...(isSame ? [] : [setStep(target, kept)])];
  }
  return isSame
    ? [{ step: 'move', from: path, to: target } as const]
    : [setStep(target, kept), removeStep(path)];
}
