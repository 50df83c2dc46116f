import { isClusterScoped, kindOf } from '../kinds/registry.ts';
import type { AnalysedResource } from '../kinds/summarise.ts';
import type { CardRow, ReferenceDeclaration } from '../kinds/types.ts';
import type { GroupKind, ResourceId } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';
import type { FoundReference } from './foundReference.ts';
import type { EdgeState, ReferenceTarget } from './types.ts';

/** What every edge of a reference has in common. */
export function edgeBase(
  holder: AnalysedResource,
  declaration: ReferenceDeclaration,
  path: Path,
  to: ResourceId,
  target: ReferenceTarget,
) {
  const row = startRow(holder, path);
  return {
    from: holder.id,
    to,
    reference: declaration.name,
    role: declaration.role,
    flow: declaration.flow,
    path,
    target,
    ...(row === undefined ? {} : { fromRow: row.id }),
  };
}

/** What a reference asks for, with the defaults filled in. */
export function targetOf(
  holder: { readonly namespace: string },
  reference: FoundReference & { type: 'object' },
): ReferenceTarget {
  const { to, declaration } = reference;
  return {
    group: to.group,
    kind: to.kind,
    namespace: namespaceOf(holder, declaration, to, reference.namespace),
    name: reference.name,
    ...(reference.sectionName === undefined ? {} : { sectionName: reference.sectionName }),
    ...(reference.port === undefined ? {} : { port: reference.port }),
    ...(reference.portName === undefined ? {} : { portName: reference.portName }),
  };
}

function namespaceOf(
  holder: { readonly namespace: string },
  declaration: ReferenceDeclaration,
  to: GroupKind,
  written: string | undefined,
): string {
  if (declaration.namespace === 'cluster' || isClusterScoped(to.group, to.kind) === true) return '';
  if (typeof declaration.namespace === 'object') return declaration.namespace.fixed;
  return declaration.namespace === 'field' ? (written ?? holder.namespace) : holder.namespace;
}

/** True when the declaration lets a reference point at that kind. */
export function isAllowed(declaration: ReferenceDeclaration, { group, kind }: GroupKind): boolean {
  return declaration.to.some(
    (each) => (each.group === '*' || each.group === group) && (each.kind === '*' || each.kind === kind),
  );
}

/** The row of the holder's card that a reference stands in: the deepest whose place encloses it. */
function startRow({ summary }: AnalysedResource, path: Path): CardRow | undefined {
  const rows = rowsByPath(summary.rows);
  for (let length = path.length; length > 0; length--) {
    const row = rows.get(textOf(path.slice(0, length)));
    if (row !== undefined) return row;
  }
  return undefined;
}

const rowIndexes = new WeakMap<readonly CardRow[], ReadonlyMap<string, CardRow>>();

/** Of rows at the same place the last one. */
function rowsByPath(rows: readonly CardRow[]): ReadonlyMap<string, CardRow> {
  let index = rowIndexes.get(rows);
  if (index === undefined) {
    index = new Map(rows.map((row) => [textOf(row.path), row]));
    rowIndexes.set(rows, index);
  }
  return index;
}

const textOf = (path: Path) => path.join('\n');

/** The row of the target that a section or port names, and whether it is there. */
export function endRow(
  resource: AnalysedResource,
  target: ReferenceTarget,
): { row?: CardRow; state: EdgeState } {
  const { rows } = resource.summary;
  if (target.sectionName !== undefined) {
    const row = rows.find((each) => each.section === target.sectionName);
    if (row !== undefined) return { row, state: portState(row, target.port) };
    return { state: kindOf(resource.group, resource.kind) === undefined ? 'resolved' : 'no-such-section' };
  }
  if (target.port === undefined && target.portName === undefined) return { state: 'resolved' };
  const row = rows.find((each) =>
    target.port === undefined
      ? each.port !== undefined && each.section === target.portName
      : each.port === target.port,
  );
  if (row !== undefined) return { row, state: 'resolved' };
  return { state: rows.some((each) => each.port !== undefined) ? 'no-such-port' : 'resolved' };
}

function portState(row: CardRow, port: number | undefined): EdgeState {
  return port === undefined || row.port === undefined || row.port === port ? 'resolved' : 'no-such-port';
}

/** Share of the traffic among the references of the same list and rank; absent weights count 1, as the spec has it. */
export function shareOf(
  reference: FoundReference & { type: 'object' },
  all: readonly FoundReference[],
): { share?: number } {
  const { declaration } = reference;
  if (declaration.form !== 'object' || declaration.has?.includes('weight') !== true) return {};
  const { count, sum } = listsOf(all).get(declaration)?.get(listOf(reference)) ?? nothing;
  if (count < 2 && reference.weight === undefined) return {};
  return { share: sum > 0 ? (reference.weight ?? 1) / sum : 0 };
}

/** When a reference has its turn among those of its list: all of the lowest rank first, then those of the next. */
export function turnOf(
  reference: FoundReference & { type: 'object' },
  all: readonly FoundReference[],
): { turn?: number } {
  const { declaration, path, rank } = reference;
  if (rank === undefined) return {};
  const list = textOf(path.slice(0, -1));
  const ranks = all.flatMap((each) =>
    each.type === 'object' && each.declaration === declaration && textOf(each.path.slice(0, -1)) === list
      ? [each.rank ?? 0]
      : [],
  );
  const order = [...new Set(ranks)].sort((a, b) => a - b);
  return order.length < 2 ? {} : { turn: order.indexOf(rank) + 1 };
}

interface WeighedList {
  readonly count: number;
  readonly sum: number;
}

type WeighedLists = ReadonlyMap<ReferenceDeclaration, ReadonlyMap<string, WeighedList>>;

const nothing: WeighedList = { count: 0, sum: 0 };
const weighedLists = new WeakMap<readonly FoundReference[], WeighedLists>();

/** What the references of each list weigh together. */
function listsOf(all: readonly FoundReference[]): WeighedLists {
  const kept = weighedLists.get(all);
  if (kept !== undefined) return kept;
  const lists = new Map<ReferenceDeclaration, Map<string, WeighedList>>();
  for (const each of all) {
    if (each.type !== 'object') continue;
    const own = lists.get(each.declaration) ?? new Map<string, WeighedList>();
    lists.set(each.declaration, own);
    const { count, sum } = own.get(listOf(each)) ?? nothing;
    own.set(listOf(each), { count: count + 1, sum: sum + (each.weight ?? 1) });
  }
  weighedLists.set(all, lists);
  return lists;
}

const listOf = ({ path, rank = 0 }: { readonly path: Path; readonly rank?: number }) =>
  `${textOf(path.slice(0, -1))}\n#${rank}`;
