import { removeStep, repair } from '../schema/repairs/step.ts';
import type { GroupKind } from '../workspace/types.ts';
import { endsWith } from './endsWith.ts';
import type { Mistake } from './types.ts';

interface ForeignField extends Pick<Mistake, 'code' | 'name' | 'reason'> {
  readonly kinds: readonly GroupKind[];
  /** The keys that the path ends with. */
  readonly at: readonly string[];
  /** What is wrong with it here, and where the same is said instead. */
  readonly message: string;
}

/** A mistake that is a field of another resource: this one has no place for it, and the message says which one has. */
export function foreignField({ at, message, ...about }: ForeignField): Mistake {
  const field = at.at(-1) ?? '';
  return {
    ...about,
    recognise(fault) {
      if (fault.fault !== 'unknown-field' || !endsWith(fault.path, ...at)) return undefined;
      return { message, repairs: [repair(`Remove ${field}`, [removeStep(fault.path)])] };
    },
  };
}
