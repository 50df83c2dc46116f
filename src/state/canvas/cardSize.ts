/**
 * The size of a card and the places of its anchors, from what it holds. The stylesheet of the card uses the
 * same numbers (as custom properties), so nothing has to be measured and nothing jumps.
 */
import type { Anchor, CardSize } from './types.ts';

export const cardMetrics = {
  width: 280,
  ghostWidth: 240,
  border: 1,
  header: 54,
  row: 28,
  chipLine: 26,
  dockLine: 28,
  dockPadding: 4,
  action: 36,
  bottom: 6,
} as const;

/** Where links of docked policies touch their host. */
export const dockRow = 'dock';

/** Rows that a card shows before it folds. */
export const rowsShown = 6;

/** Chips of docked policies that stand beside each other. */
export const chipsPerLine = 2;

interface CardContent {
  readonly isGhost: boolean;
  /** True when the ghost has a button. */
  readonly hasAction: boolean;
  readonly hasChips: boolean;
  /** Ids of the visible rows, `fold` included. */
  readonly rows: readonly string[];
  readonly policies: number;
}

/** The size of a card with this content. */
export function sizeOfCard(content: CardContent): CardSize {
  const m = cardMetrics;
  let y = m.border + m.header;
  const anchors: Anchor[] = [...pair(undefined, m.border + m.header / 2)];
  if (content.hasChips) y += m.chipLine;
  for (const row of content.rows) {
    anchors.push(...pair(row, y + m.row / 2));
    y += m.row;
  }
  if (content.hasAction) y += m.action;
  else if (content.rows.length > 0 || content.hasChips) y += m.bottom;
  const dock = dockHeight(content.policies);
  if (dock > 0) {
    anchors.push(...pair(dockRow, y + dock / 2));
    y += dock;
  }
  return { width: content.isGhost ? m.ghostWidth : m.width, height: y + m.border, anchors };
}

/** The height of the strip that holds docked policies. */
export function dockHeight(policies: number): number {
  if (policies === 0) return 0;
  return Math.ceil(policies / chipsPerLine) * cardMetrics.dockLine + 2 * cardMetrics.dockPadding;
}

/** The id of an anchor: a side of the card, or of one row of it. */
export function anchorId(side: Anchor['side'], row?: string): string {
  return row === undefined ? side : `${side}:${row}`;
}

function pair(row: string | undefined, y: number): readonly Anchor[] {
  const at = row === undefined ? {} : { row };
  return [
    { id: anchorId('left', row), side: 'left', y, ...at },
    { id: anchorId('right', row), side: 'right', y, ...at },
  ];
}
