import type { Fault } from '../schema/fault.ts';
import { aiRouteGroup } from './aiRouteGroup.ts';
import { envoyNames } from './envoyNames.ts';
import { retryOnList } from './retryOnList.ts';
import type { Mistake, Recognised } from './types.ts';

/** Every mistake we know; the first that recognises a fault speaks for it. */
export const mistakes: readonly Mistake[] = [retryOnList, ...envoyNames, aiRouteGroup];

/** The mistake behind a fault of a resource, if it is a known one. */
export function recogniseMistake(
  fault: Fault,
  resource: {
    readonly group: string;
    readonly kind: string;
    readonly value: Readonly<Record<string, unknown>>;
  },
): (Recognised & { readonly mistake: Mistake }) | undefined {
  for (const mistake of mistakes) {
    const { kinds } = mistake;
    const isAbout =
      kinds === 'any' || kinds.some(({ group, kind }) => group === resource.group && kind === resource.kind);
    const recognised = isAbout ? mistake.recognise(fault, resource.value) : undefined;
    if (recognised !== undefined) return { ...recognised, mistake };
  }
  return undefined;
}
