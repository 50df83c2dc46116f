import type { LayoutCard, LayoutLink } from './types.ts';

/**
 * The layer of each card. Columns never mix; inside a column a card stands behind those it follows from.
 * The first column is pushed to the right, so that a class or a secret stands beside what uses it.
 */
export function assignLayers(
  cards: readonly LayoutCard[],
  links: readonly LayoutLink[],
): ReadonlyMap<string, number> {
  const columns = new Map<number, string[]>();
  const columnOf = new Map<string, number>();
  for (const card of cards) {
    columnOf.set(card.id, card.column);
    const column = columns.get(card.column);
    if (column === undefined) columns.set(card.column, [card.id]);
    else column.push(card.id);
  }
  const following = new Map<string, string[]>();
  const leading = new Map<string, string[]>();
  for (const { source, target } of links) {
    if (source === target || columnOf.get(source) !== columnOf.get(target)) continue;
    add(following, source, target);
    add(leading, target, source);
  }
  const layers = new Map<string, number>();
  let offset = 0;
  for (const [position, column] of [...columns.keys()].sort((a, b) => a - b).entries()) {
    const ids = columns.get(column) ?? [];
    const depths = depthsOf(ids, position === 0 ? following : leading);
    const deepest = Math.max(...depths.values());
    for (const [id, depth] of depths) layers.set(id, offset + (position === 0 ? deepest - depth : depth));
    offset += deepest + 1;
  }
  return layers;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The longest way that leads to each card; a cycle counts once. Without recursion: chains may be long. */
function depthsOf(
  ids: readonly string[],
  leading: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const open = new Set<string>();
  for (const root of ids) {
    const stack = [root];
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      if (depths.has(id)) {
        stack.pop();
        continue;
      }
      const before = leading.get(id) ?? [];
      const waiting = open.has(id) ? [] : before.filter((each) => !depths.has(each) && !open.has(each));
      open.add(id);
      if (waiting.length > 0) {
        stack.push(...waiting);
        continue;
      }
      depths.set(id, Math.max(-1, ...before.map((each) => depths.get(each) ?? -1)) + 1);
      open.delete(id);
      stack.pop();
    }
  }
  return depths;
}
