import type { TreeRow } from './treeNode.ts';

/** What a key does in a tree: go to a row, or open and close some. */
export type TreeStep = { readonly to: number } | { readonly toggle: readonly string[] };

/** The step of a key at a row, as WAI-ARIA's tree pattern has it; null when the key means nothing. */
export function moveInTree(
  rows: readonly TreeRow[],
  index: number,
  key: string,
  page: number,
): TreeStep | null {
  const row = rows[index];
  if (row === undefined) return null;
  const clamp = (to: number): TreeStep => ({ to: Math.max(0, Math.min(rows.length - 1, to)) });
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1);
    case 'ArrowUp':
      return clamp(index - 1);
    case 'PageDown':
      return clamp(index + Math.max(page, 1));
    case 'PageUp':
      return clamp(index - Math.max(page, 1));
    case 'Home':
      return clamp(0);
    case 'End':
      return clamp(rows.length - 1);
    case 'ArrowRight':
      if (!row.node.hasChildren) return null;
      return row.isOpen ? clamp(index + 1) : { toggle: [row.node.key] };
    case 'ArrowLeft':
      if (row.isOpen) return { toggle: [row.node.key] };
      return row.parent < 0 ? null : { to: row.parent };
    case '*':
      return { toggle: closedSiblings(rows, row) };
    default:
      return null;
  }
}

function closedSiblings(rows: readonly TreeRow[], row: TreeRow): readonly string[] {
  return rows
    .filter((one) => one.parent === row.parent && one.node.hasChildren && !one.isOpen)
    .map((one) => one.node.key);
}

/** Letters typed within a short time; they join to one word. */
export interface TypeAhead {
  text: string;
  time: number;
}

const pause = 700;

/**
 * The row that typing leads to, or -1. One letter again and again walks through the rows that begin with
 * it; different letters quickly after each other spell the beginning of a name.
 */
export function findByTyping(
  rows: readonly TreeRow[],
  index: number,
  typed: TypeAhead,
  letter: string,
  time: number,
): number {
  const joins = time - typed.time < pause;
  typed.text = joins ? typed.text + letter.toLowerCase() : letter.toLowerCase();
  typed.time = time;
  const isRepeat = [...typed.text].every((one) => one === typed.text[0]);
  const wanted = isRepeat ? (typed.text[0] ?? '') : typed.text;
  const from = isRepeat ? index + 1 : Math.max(index, 0);
  for (let i = 0; i < rows.length; i++) {
    const at = (from + i) % rows.length;
    if (rows[at]?.node.label.toLowerCase().startsWith(wanted) === true) return at;
  }
  return -1;
}
