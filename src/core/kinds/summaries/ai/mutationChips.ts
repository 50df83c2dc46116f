import { isSet, readText } from '../../reading.ts';
import type { Chip } from '../../types.ts';
import { chip, listing } from '../rows.ts';

/** What is changed of requests on the way to these backends, which may be told apart by their names. */
export function mutationChips(holders: readonly unknown[]): readonly (Chip | undefined)[] {
  return [
    mutationChip(holders, 'headerMutation', 'headers', 'changes headers'),
    mutationChip(holders, 'bodyMutation', 'body', 'changes fields of the body'),
  ];
}

function mutationChip(
  holders: readonly unknown[],
  field: string,
  text: string,
  what: string,
): Chip | undefined {
  const changed = holders.filter((each) => isSet(each, field));
  if (changed.length === 0) return undefined;
  const names = listing(changed.flatMap((each) => readText(each, 'name') ?? []));
  return chip(text, names === undefined ? what : `${what} for ${names}`);
}
