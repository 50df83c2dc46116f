import type { ConnectionOption, ConnectionVerdict } from '../../core/actions/legality.ts';
import { kindOf } from '../../core/kinds/registry.ts';
import { partsOfId } from '../../core/workspace/types.ts';
import type { Anchor } from '../../state/canvas/types.ts';
import type { CardPoint } from '../../state/types.ts';

/**
 * The meanings that fit the side a connection was drawn from: what leaves on the right runs on, what leaves
 * on the left comes from there. When none fits, all stay.
 */
export function likelyOptions(
  verdict: ConnectionVerdict,
  from: CardPoint,
  side: Anchor['side'] | undefined,
): ConnectionVerdict {
  if ('refused' in verdict || side === undefined) return verdict;
  const fitting = verdict.options.filter((option) => sideOf(option, from) === side);
  return fitting.length === 0 ? verdict : { options: fitting };
}

/** The side of the card at which the line of an option would leave. */
function sideOf(option: ConnectionOption, from: CardPoint): Anchor['side'] {
  const { group, kind } = partsOfId(option.holder);
  const declaration = kindOf(group, kind)?.references.find((each) => each.name === option.reference);
  const isForward = declaration?.flow !== 'backward';
  return (option.holder === from.id) === isForward ? 'right' : 'left';
}
