import { cardMetrics } from '../../state/canvas/cardSize.ts';
import type { CanvasRow } from '../../state/canvas/types.ts';

/** Widths in pixels, a little above what Inter takes at these sizes. */
const width = {
  labelLetter: 6.9,
  partLetter: 6.3,
  chipLetter: 5.9,
  chipFrame: 18,
  policy: 42,
  mark: 19,
  sides: 28,
} as const;
/** Room that the muted words keep even where chips would like it. */
const leastParts = 72;

/** How many chips of a row leave its words readable; the others are counted. */
export function chipsThatFit(row: CanvasRow): number {
  const parts = row.parts.join('  ').length * width.partLetter;
  let room =
    cardMetrics.width -
    width.sides -
    row.label.length * width.labelLetter -
    Math.min(parts, leastParts) -
    row.policies.length * width.policy -
    (row.severity === undefined ? 0 : width.mark);
  for (const [index, chip] of row.chips.entries()) {
    const isLast = index === row.chips.length - 1;
    room -= Math.min(126, chip.text.length * width.chipLetter + width.chipFrame);
    // The count of the others needs room as well.
    if (room < (isLast ? 0 : 30)) return index;
  }
  return row.chips.length;
}
