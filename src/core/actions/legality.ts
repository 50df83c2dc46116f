/**
 * What a drag may connect, before anything is written: the same decisions that `connect` makes, from the
 * analysis alone. Runs on the main thread, so it must be quick: what depends on two kinds only is remembered,
 * and `legalTargets` decides about a card when it is asked about it, so that a drag among 5,000 resources
 * costs what is on the screen.
 */
import type { Analysis } from '../analysis.ts';
import { stepsOf } from '../graph/extractReferences.ts';
import type { CardRow } from '../kinds/types.ts';
import { type GroupKind, type ResourceId, resourceId } from '../workspace/types.ts';
import type { Point } from './args.ts';
import { type ConnectionEnd, endAt, plannedEnd } from './connectionEnd.ts';
import { sentenceOf } from './connectionWords.ts';
import { explainMisfit, type Fit, fitsBetween } from './fits.ts';
import { type AlreadyThere, type ConnectionPlan, ConnectionWorld, planConnection } from './planConnection.ts';
import type { Refusal } from './types.ts';

/** One meaning that a connection can have. */
export interface ConnectionOption {
  /** Name of the declaration: pass it to `connect`. */
  readonly reference: string;
  /** The resource in which the reference is written. */
  readonly holder: ResourceId;
  readonly target: ResourceId;
  /** `HTTPRoute shop sends to Service cart`. */
  readonly label: string;
  /** True when a ReferenceGrant in the target's namespace is needed and absent. */
  readonly needsGrant: boolean;
}

/** What a connection can mean, the likeliest first, or why there can be none. */
export type ConnectionVerdict = { readonly options: readonly ConnectionOption[] } | Refusal;

/** What a card answers to a drag; `rows` has those rows that mean more than the card as a whole. */
export interface TargetVerdict {
  readonly card: ConnectionVerdict;
  readonly rows: ReadonlyMap<string, ConnectionVerdict>;
}

/** What connecting two points means, in whichever direction a reference is declared. */
export function explainConnection(analysis: Analysis, from: Point, to: Point): ConnectionVerdict {
  const plans = planBetween(analysis, from, to);
  return verdictOf(plans);
}

/** What a drag from a point may end at: every card, ghosts included, except the one it starts from. */
export function legalTargets(analysis: Analysis, from: Point): ReadonlyMap<ResourceId, TargetVerdict> {
  const verdicts = new Map<ResourceId, TargetVerdict>();
  const start = endAt(analysis, from);
  if (start === undefined) return verdicts;
  const world = new ConnectionWorld(analysis);
  const add = (id: ResourceId) => {
    if (id !== from.id) verdicts.set(id, new LazyVerdict(start, id, world));
  };
  for (const id of analysis.resources.keys()) add(id);
  for (const id of analysis.ghosts.keys()) add(id);
  return verdicts;
}

/** What dropping a new resource of a kind on a point means. The namespace is the point's. */
export function explainDrop(analysis: Analysis, kind: GroupKind, to: Point): ConnectionVerdict {
  const end = endAt(analysis, to);
  if (end === undefined) return gone;
  const id = resourceId(kind.group, kind.kind, end.namespace, '');
  const plans = planAll(plannedEnd(kind, end.namespace, id), end, new ConnectionWorld(analysis));
  return verdictOf(plans);
}

/** The plans for a connection, the likeliest first; never an empty list. */
export function planBetween(
  analysis: Analysis,
  from: Point,
  to: Point,
  reference?: string,
): readonly ConnectionPlan[] | Refusal {
  const [start, end] = [endAt(analysis, from), endAt(analysis, to)];
  if (start === undefined || end === undefined) return gone;
  if (start.id === end.id) return { refused: 'A card cannot be connected to itself.' };
  return planAll(start, end, new ConnectionWorld(analysis), reference);
}

/**
 * The same for ends that are known already. When the likeliest meaning is refused, so is the connection: a
 * less likely one must be asked for by the name of its reference.
 */
export function planAll(
  from: ConnectionEnd,
  to: ConnectionEnd,
  world: ConnectionWorld,
  reference?: string,
): readonly ConnectionPlan[] | Refusal | AlreadyThere {
  const all = fitsBetween(from, to);
  const fits =
    reference === undefined ? all : all.filter(({ declaration }) => declaration.name === reference);
  const plans: ConnectionPlan[] = [];
  for (const fit of sortByRows(fits, from, to)) {
    const plan = planConnection(fit, from, to, world);
    if (!('refused' in plan)) plans.push(plan);
    else if (plans.length === 0) return plan;
  }
  return plans.length > 0 ? plans : { refused: explainMisfit(from, to) };
}

const gone: Refusal = { refused: 'One end of this connection is not in the workspace any more.' };

/** Decides when it is first asked. */
class LazyVerdict implements TargetVerdict {
  readonly #from: ConnectionEnd;
  readonly #id: ResourceId;
  readonly #world: ConnectionWorld;
  #card: ConnectionVerdict | undefined;
  #rows: ReadonlyMap<string, ConnectionVerdict> | undefined;

  constructor(from: ConnectionEnd, id: ResourceId, world: ConnectionWorld) {
    this.#from = from;
    this.#id = id;
    this.#world = world;
  }

  get card(): ConnectionVerdict {
    this.#card ??= this.#decide();
    return this.#card;
  }

  get rows(): ReadonlyMap<string, ConnectionVerdict> {
    this.#rows ??= this.#decideRows();
    return this.#rows;
  }

  #decide(): ConnectionVerdict {
    const end = endAt(this.#world.analysis, { id: this.#id });
    return end === undefined ? gone : verdictBetween(this.#from, end, this.#world);
  }

  #decideRows(): ReadonlyMap<string, ConnectionVerdict> {
    const end = endAt(this.#world.analysis, { id: this.#id });
    const fits = end === undefined ? [] : fitsBetween(this.#from, end);
    const rows = new Map<string, ConnectionVerdict>();
    for (const row of end === undefined || fits.length === 0 ? [] : end.rows) {
      if (end === undefined || !fits.some((fit) => matters(fit, row))) continue;
      rows.set(row.id, verdictBetween(this.#from, { ...end, row }, this.#world));
    }
    return rows;
  }
}

function verdictBetween(from: ConnectionEnd, to: ConnectionEnd, world: ConnectionWorld): ConnectionVerdict {
  return verdictOf(planAll(from, to, world));
}

/** True when a row of the card that a drag ends at decides something that the card does not. */
function matters({ declaration, holder }: Fit, row: CardRow): boolean {
  if (holder === 'to') return runsThrough(declaration.path, row);
  if (declaration.form !== 'object') return false;
  return (
    (row.section !== undefined && declaration.has?.includes('sectionName') === true) ||
    (row.port !== undefined && declaration.has?.includes('port') === true)
  );
}

/** True when a reference of this declaration may stand inside the row. */
function runsThrough(pattern: string, { path }: CardRow): boolean {
  const steps = stepsOf(pattern);
  const isInside = path.every((step, i) => (typeof step === 'number' ? steps[i] === '*' : steps[i] === step));
  return isInside && path.some((step) => typeof step === 'number') && path.length < steps.length;
}

/** References that can stand in a chosen row come first; else the order of the declarations. */
function sortByRows(fits: readonly Fit[], from: ConnectionEnd, to: ConnectionEnd): readonly Fit[] {
  if (fits.length < 2 || (from.row === undefined && to.row === undefined)) return fits;
  const rank = ({ declaration, holder }: Fit) => {
    const { row } = holder === 'from' ? from : to;
    return row !== undefined && runsThrough(declaration.path, row) ? 0 : 1;
  };
  return fits.toSorted((a, b) => rank(a) - rank(b));
}

function verdictOf(plans: readonly ConnectionPlan[] | Refusal): ConnectionVerdict {
  if ('refused' in plans) return { refused: plans.refused };
  const sentences = plans.map(sentenceOf);
  return {
    options: plans.map((plan, i) => {
      const { declaration, holder, target, needsGrant } = plan;
      const sentence = sentences[i] ?? '';
      const isUnclear = sentences.indexOf(sentence) !== sentences.lastIndexOf(sentence);
      const label = isUnclear ? `${sentence} (${declaration.name})` : sentence;
      return { reference: declaration.name, holder: holder.id, target: target.id, label, needsGrant };
    }),
  };
}
