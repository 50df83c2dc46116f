import type { ActionArgs } from '../../../core/actions/registry.ts';
import type { ResourceId } from '../../../core/workspace/types.ts';
import type { Path } from '../../../core/yaml/path.ts';
import type { Plain } from '../../../core/yaml/types.ts';

/** A list of words in a resource. */
export interface TextsPlace {
  readonly id: ResourceId;
  readonly path: Path;
  readonly write?: (text: string) => Plain;
}

/** The action that leads from one list of words to another with the smallest edit. */
export type TextsChange =
  | { readonly name: 'insert-item'; readonly args: ActionArgs<'insert-item'> }
  | { readonly name: 'remove-item'; readonly args: ActionArgs<'remove-item'> }
  | { readonly name: 'set-field'; readonly args: ActionArgs<'set-field'> };

/**
 * One word more at the end or one word less are edits of one item; anything else writes the list anew. `write` makes the
 * value of a word, where it is not the word itself: a number.
 */
export function textsChange(
  { id, path, write = (text) => text }: TextsPlace,
  before: readonly string[],
  after: readonly string[],
): TextsChange {
  const added = after[before.length];
  if (
    after.length === before.length + 1 &&
    added !== undefined &&
    before.every((text, i) => text === after[i])
  ) {
    return { name: 'insert-item', args: { id, path, index: before.length, value: write(added) } };
  }
  if (after.length === before.length - 1) {
    const cut = before.findIndex((text, i) => text !== after[i]);
    if (before.every((_, i) => i === cut || before[i] === after[i < cut ? i : i - 1])) {
      return { name: 'remove-item', args: { id, path, index: cut } };
    }
  }
  return {
    name: 'set-field',
    args: { id, path, ...(after.length === 0 ? {} : { value: after.map(write) }) },
  };
}
