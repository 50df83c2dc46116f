import { type ConnectionEnd, endAt } from '../../core/actions/connectionEnd.ts';
import { legalTargets, planAll, type TargetVerdict } from '../../core/actions/legality.ts';
import { type ConnectionPlan, ConnectionWorld } from '../../core/actions/planConnection.ts';
import type { Analysis } from '../../core/analysis.ts';
import type { GroupKind, ResourceId } from '../../core/workspace/types.ts';
import { pathStartsWith } from '../../core/yaml/path.ts';
import type { CardPoint } from '../../state/types.ts';

interface TargetBase extends GroupKind {
  /** Unique in the list. */
  readonly key: string;
  readonly to: CardPoint;
  readonly name: string;
  readonly namespace: string;
  /** The row's label, when the target is a part of a card. */
  readonly part?: string;
}

/** A target that can be connected, with what will be written. */
export interface LegalTarget extends TargetBase {
  readonly reference: string;
  /** `backendRef, port 80`. */
  readonly writes: string;
  readonly needsGrant: boolean;
}

/** A card that cannot be connected, and why. */
export interface IllegalTarget extends TargetBase {
  readonly reason: string;
}

export interface Targets {
  /** What a person most likely means, those that the chosen row would hold first. */
  readonly legal: readonly LegalTarget[];
  /** Other references between the same two cards. */
  readonly others: readonly LegalTarget[];
  readonly illegal: readonly IllegalTarget[];
}

/** Everything a connection from a point may end at, and everything it may not. */
export function listTargets(analysis: Analysis, from: CardPoint): Targets {
  const start = endAt(analysis, from);
  if (start === undefined) return { legal: [], others: [], illegal: [] };
  const world = new ConnectionWorld(analysis);
  const inRow: LegalTarget[] = [];
  const elsewhere: LegalTarget[] = [];
  const others: LegalTarget[] = [];
  const illegal: IllegalTarget[] = [];
  for (const [id, verdict] of legalTargets(analysis, from)) {
    const plans = plansOn(analysis, start, id, verdict, world);
    const likeliest = plans[0]?.plan.declaration;
    for (const { target, plan } of plans) {
      const isHeld =
        start.row !== undefined &&
        plan.holder.id === from.id &&
        pathStartsWith(plan.site.path, start.row.path);
      if (plan.declaration !== likeliest) others.push(target);
      else if (isHeld) inRow.push(target);
      else elsewhere.push(target);
    }
    if (plans.length === 0 && 'refused' in verdict.card) {
      illegal.push({ ...baseOf(analysis, id), reason: verdict.card.refused });
    }
  }
  return { legal: [...inRow, ...elsewhere], others, illegal };
}

interface PlannedTarget {
  readonly target: LegalTarget;
  readonly plan: ConnectionPlan;
}

/** What can be written for a card, and for those of its rows that make a difference. */
function plansOn(
  analysis: Analysis,
  start: ConnectionEnd,
  id: ResourceId,
  verdict: TargetVerdict,
  world: ConnectionWorld,
): readonly PlannedTarget[] {
  const plansTo = (to: CardPoint): readonly ConnectionPlan[] => {
    const end = endAt(analysis, to);
    const plans = end === undefined ? [] : planAll(start, end, world);
    return 'refused' in plans ? [] : plans;
  };
  const base = baseOf(analysis, id);
  const whole = 'refused' in verdict.card ? [] : plansTo({ id });
  const parts = [...verdict.rows].flatMap(([row, answer]) => {
    if ('refused' in answer) return [];
    const target = { ...base, key: `${id}|${row}`, to: { id, row }, part: partOf(analysis, id, row) };
    const better = plansTo({ id, row }).filter((plan) => !whole.some((one) => writesSame(one, plan)));
    return better.map((plan) => ({ plan, target: legalTarget(target, plan) }));
  });
  return [...whole.map((plan) => ({ plan, target: legalTarget(base, plan) })), ...parts];
}

function baseOf(analysis: Analysis, id: ResourceId): TargetBase {
  const { group, kind, name, namespace } = analysis.resources.get(id) ??
    analysis.ghosts.get(id) ?? { group: '', kind: '', name: id, namespace: '' };
  return { key: id, to: { id }, group, kind, name, namespace };
}

function partOf(analysis: Analysis, id: ResourceId, row: string): string {
  return analysis.resources.get(id)?.summary.rows.find((one) => one.id === row)?.label ?? row;
}

function legalTarget(base: TargetBase, plan: ConnectionPlan): LegalTarget {
  const { declaration, sectionName, port, needsGrant, instead } = plan;
  const writes = [
    declaration.name,
    ...(sectionName === undefined ? [] : [`section ${sectionName}`]),
    ...(port === undefined ? [] : [`port ${port}`]),
    ...(instead === undefined ? [] : [`instead of ${instead.name}`]),
    ...(needsGrant ? ['needs a grant'] : []),
  ].join(', ');
  return { ...base, key: `${base.key}|${declaration.name}`, reference: declaration.name, writes, needsGrant };
}

function writesSame(a: ConnectionPlan, b: ConnectionPlan): boolean {
  return a.declaration === b.declaration && a.sectionName === b.sectionName && a.port === b.port;
}
