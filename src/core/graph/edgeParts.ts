import { isClusterScoped, kindOf } from '../kinds/registry.ts';
import type { AnalysedResource } from '../kinds/summarise.ts';
import type { CardRow, ReferenceDeclaration } from '../kinds/types.ts';
import type { GroupKind, ResourceId } from '../workspace/types.ts';
import { type Path, pathStartsWith } from '../yaml/path.ts';
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
function startRow(holder: AnalysedResource, path: Path): CardRow | undefined {
  let best: CardRow | undefined;
  for (const row of holder.summary.rows) {
    if (pathStartsWith(path, row.path) && row.path.length >= (best?.path.length ?? 1)) best = row;
  }
  return best;
}

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
  if (target.port === undefined) return { state: 'resolved' };
  const row = rows.find((each) => each.port === target.port);
  if (row !== undefined) return { row, state: 'resolved' };
  return { state: rows.some((each) => each.port !== undefined) ? 'no-such-port' : 'resolved' };
}

function portState(row: CardRow, port: number | undefined): EdgeState {
  return port === undefined || row.port === undefined || row.port === port ? 'resolved' : 'no-such-port';
}

/** Share of the traffic among the references of the same list; absent weights count 1, as the spec has it. */
export function shareOf(
  reference: FoundReference & { type: 'object' },
  all: readonly FoundReference[],
): { share?: number } {
  const { declaration, path } = reference;
  if (declaration.form !== 'object' || declaration.has?.includes('weight') !== true) return {};
  const siblings = all.filter(
    (each): each is FoundReference & { type: 'object' } =>
      each.type === 'object' &&
      each.declaration === declaration &&
      each.path.length === path.length &&
      pathStartsWith(each.path, path.slice(0, -1)),
  );
  if (siblings.length < 2 && reference.weight === undefined) return {};
  const sum = siblings.reduce((total, each) => total + (each.weight ?? 1), 0);
  return { share: sum > 0 ? (reference.weight ?? 1) / sum : 0 };
}
