import type { GroupKind } from '../workspace/types.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import { endsWith } from './endsWith.ts';
import type { Mistake } from './types.ts';

interface MovedField extends Pick<Mistake, 'code' | 'name' | 'reason'> {
  readonly kinds?: readonly GroupKind[];
  /** The keys that the wrong path ends with: `['retry', 'perRetryTimeout']`. */
  readonly from: readonly string[];
  /** Where it belongs, from the parent of the wrong field: `['perRetry', 'timeout']`. */
  readonly to: Path;
}

/** A mistake that is one field in the wrong place or under another tool's name: the value is right. */
export function movedField({ from, to, kinds = [], ...about }: MovedField): Mistake {
  return {
    ...about,
    kinds: kinds.length === 0 ? 'any' : kinds,
    recognise(fault, resource) {
      if (fault.fault !== 'unknown-field' || !endsWith(fault.path, ...from)) return undefined;
      const parent = fault.path.slice(0, -1);
      const target = [...parent, ...to];
      const wrong = from.at(-1) ?? '';
      const right = to.join('.');
      if (valueAt(resource, target) !== undefined) {
        return {
          message: `${wrong} is called ${right} here, and that is set already.`,
          repairs: [{ label: `Remove ${wrong}`, steps: [{ step: 'remove', path: fault.path }] }],
        };
      }
      return {
        message: `There is no ${wrong} under ${from.at(-2) ?? 'this'}: it is called ${right} here.`,
        repairs: [
          to.length === 1
            ? {
                label: `Rename to ${right}`,
                steps: [{ step: 'rename', path: fault.path, to: String(to[0]) }],
                isPreferred: true,
              }
            : {
                label: `Move to ${right}`,
                steps: [{ step: 'move', from: fault.path, to: target }],
                isPreferred: true,
              },
        ],
      };
    },
  };
}
