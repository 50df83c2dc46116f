import type { ResourceId } from '../workspace/types.ts';
import type { PictureEdge } from './types.ts';

/**
 * Columns by traffic flow, and the order in each: every edge leads to the right where the edges let it, what nothing
 * leads to stands right before what it is for, and neighbours of one thing stand together.
 */
export function arrange(
  ids: readonly ResourceId[],
  edges: readonly PictureEdge[],
): readonly (readonly ResourceId[])[] {
  const forward = withoutCycles(ids, edges);
  const columnOf = assignColumns(ids, forward);
  const columns: ResourceId[][] = [];
  for (const id of ids) {
    const column = columnOf.get(id) ?? 0;
    while (columns.length <= column) columns.push([]);
    columns[column]?.push(id);
  }
  return orderRows(
    columns.filter((column) => column.length > 0),
    forward,
  );
}

/** The edges but for those that would close a circle, which are met last in the order of the text. */
function withoutCycles(ids: readonly ResourceId[], edges: readonly PictureEdge[]): readonly PictureEdge[] {
  const after = new Map<ResourceId, ResourceId[]>(ids.map((id) => [id, []]));
  const reaches = (from: ResourceId, to: ResourceId): boolean =>
    from === to || (after.get(from) ?? []).some((next) => reaches(next, to));
  return edges.filter(({ from, to }) => {
    if (reaches(to, from)) return false;
    after.get(from)?.push(to);
    return true;
  });
}

function assignColumns(
  ids: readonly ResourceId[],
  edges: readonly PictureEdge[],
): ReadonlyMap<ResourceId, number> {
  const column = new Map<ResourceId, number>(ids.map((id) => [id, 0]));
  const at = (id: ResourceId) => column.get(id) ?? 0;
  for (let round = 0; round < ids.length; round++) {
    for (const { from, to } of edges) if (at(to) <= at(from)) column.set(to, at(from) + 1);
  }
  // Sources move right, up to what they are for: a policy stands beside the route that it governs.
  for (const id of ids) {
    const next = edges.filter(({ from }) => from === id).map(({ to }) => at(to));
    const isSource = !edges.some(({ to }) => to === id);
    if (isSource && next.length > 0) column.set(id, Math.min(...next) - 1);
  }
  return column;
}

/** Each column in the order of the middle of its neighbours to the left, then of those to the right. */
function orderRows(
  columns: readonly (readonly ResourceId[])[],
  edges: readonly PictureEdge[],
): readonly (readonly ResourceId[])[] {
  const rows = new Map<ResourceId, number>();
  const note = (column: readonly ResourceId[]) => {
    for (const [row, id] of column.entries()) rows.set(id, row);
  };
  columns.forEach(note);
  const sorted = columns.map((column) => [...column]);
  const sort = (column: ResourceId[], side: 'from' | 'to') => {
    const other = side === 'from' ? 'to' : 'from';
    const middle = new Map(
      column.map((id) => {
        const near = edges.filter((edge) => edge[side] === id).map((edge) => rows.get(edge[other]) ?? 0);
        const own = rows.get(id) ?? 0;
        return [id, near.length === 0 ? own : near.reduce((sum, row) => sum + row, 0) / near.length];
      }),
    );
    column.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
    note(column);
  };
  for (const column of sorted) sort(column, 'to');
  for (const column of [...sorted].reverse()) sort(column, 'from');
  return sorted;
}
