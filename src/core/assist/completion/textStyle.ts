import type { Sketch, SketchNode } from '../place/sketchNodes.ts';

/** How a document is indented. */
export interface TextStyle {
  /** Columns from a key to the keys below it. */
  readonly step: number;
  /** Columns from a key to the dashes below it: 0, or the step. */
  readonly listOffset: number;
}

/** The indentation that most of a document has; two columns, with dashes further in, where there is none yet. */
export function textStyle({ root }: Sketch): TextStyle {
  const steps = new Map<number, number>();
  const lists = new Map<number, number>();
  const look = [root];
  for (let node = look.pop(); node !== undefined; node = look.pop()) {
    count(node, steps, lists);
    for (const { node: held } of node.entries) if (!held.isFlow) look.push(held);
  }
  const step = commonest(steps) ?? 2;
  const listOffset = commonest(lists) ?? step;
  return {
    step: step > 0 && step <= 8 ? step : 2,
    listOffset: listOffset >= 0 && listOffset <= 8 ? listOffset : 2,
  };
}

function count(node: SketchNode, steps: Map<number, number>, lists: Map<number, number>): void {
  const { holder, column } = node;
  if (holder === undefined || column < 0 || typeof holder.step === 'number') return;
  const counts = node.type === 'list' ? lists : steps;
  const offset = column - holder.column;
  counts.set(offset, (counts.get(offset) ?? 0) + 1);
}

function commonest(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
