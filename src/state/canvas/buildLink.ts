import type { Finding } from '../../core/analysis.ts';
import type { Edge, EdgeState } from '../../core/graph/types.ts';
import type { ReferenceRole } from '../../core/kinds/types.ts';
import { partsOfId, type ResourceId } from '../../core/workspace/types.ts';
import { dockRow } from './cardSize.ts';
import type { CanvasCard, CanvasLink, LinkTone } from './types.ts';

export interface LinkInput {
  readonly edge: Edge;
  /** The card of the holder, or the card that its chip is docked on. */
  readonly holder: CanvasCard;
  readonly target: CanvasCard;
  readonly isHolderDocked: boolean;
  readonly findings: readonly Finding[];
}

/** The line of a reference, drawn the way traffic runs. */
export function buildLink(input: LinkInput): CanvasLink {
  const { edge, holder, target, isHolderDocked, findings } = input;
  const near = { card: holder.id, row: isHolderDocked ? dockRow : rowAnchor(holder, edge.fromRow) };
  const far = { card: target.id, row: rowAnchor(target, edge.toRow) };
  const [source, end] = edge.flow === 'forward' ? [near, far] : [far, near];
  const trouble = troubleOf(edge, findings);
  return {
    id: edge.id,
    edge,
    source: source.card,
    ...(source.row === undefined ? {} : { sourceRow: source.row }),
    target: end.card,
    ...(end.row === undefined ? {} : { targetRow: end.row }),
    tone: toneOf(edge, findings),
    ...(trouble === undefined ? {} : { trouble }),
    label: labelOf(edge, trouble),
  };
}

function rowAnchor(card: CanvasCard, row: string | undefined): string | undefined {
  return row === undefined ? undefined : card.rowAnchors.get(row);
}

const stateTrouble: Readonly<Partial<Record<EdgeState, (edge: Edge) => string>>> = {
  missing: ({ target }) => `${target.kind} ${target.name} is not in the workspace`,
  'no-such-section': ({ target }) =>
    `${target.kind} ${target.name} has no section ${target.sectionName ?? ''}`.trimEnd(),
  'no-such-port': ({ target }) =>
    `${target.kind} ${target.name} has no port ${target.port ?? target.portName ?? ''}`.trimEnd(),
  'wrong-kind': ({ target }) => `A ${target.kind} cannot stand here`,
};

function troubleOf(edge: Edge, findings: readonly Finding[]): string | undefined {
  const said = findings.find((finding) => finding.severity !== 'info')?.message;
  if (said !== undefined) return said;
  if (edge.grant === 'missing') return `Namespace ${edge.target.namespace} does not grant this reference`;
  if (edge.state === 'missing') return undefined;
  return stateTrouble[edge.state]?.(edge);
}

/** What the checks say decides; an absent target that no check minds is calm. */
function toneOf(edge: Edge, findings: readonly Finding[]): LinkTone {
  if (findings.some((finding) => finding.severity === 'error')) return 'error';
  if (findings.some((finding) => finding.severity === 'warning')) return 'warning';
  if (edge.grant === 'missing' || edge.state === 'wrong-kind') return 'error';
  if (edge.state === 'no-such-section' || edge.state === 'no-such-port') return 'error';
  return edge.state === 'missing' ? 'calm' : 'normal';
}

/** `HTTPRoute shop attaches to Gateway web, section https, 90 percent`. */
function labelOf(edge: Edge, trouble: string | undefined): string {
  const from = partsOfId(edge.from);
  const { target } = edge;
  const parts = [`${from.kind} ${from.name} ${roleWords[edge.role]} ${target.kind} ${target.name}`];
  if (target.sectionName !== undefined) parts.push(`section ${target.sectionName}`);
  if (target.port !== undefined) parts.push(`port ${target.port}`);
  if (edge.turn !== undefined) parts.push(turnWords(edge.turn));
  if (edge.share !== undefined) parts.push(`${sharePercent(edge.share)} percent`);
  if (trouble !== undefined) parts.push(trouble);
  return parts.join(', ');
}

/** When a backend has its turn: `first choice`, `fallback 2`. */
export function turnWords(turn: number): string {
  return turn === 1 ? 'first choice' : `fallback ${turn - 1}`;
}

/** A share of traffic as whole percent; a small share is never said to be none, nor a large one to be all. */
export function sharePercent(share: number): number {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return 1;
  return percent === 100 && share < 1 ? 99 : percent;
}

/** What a reference does, as a verb between its two ends. */
export const roleWords: Readonly<Record<ReferenceRole, string>> = {
  'attaches-to': 'attaches to',
  'sends-to': 'sends to',
  'mirrors-to': 'mirrors to',
  governs: 'governs',
  uses: 'uses',
  makes: 'makes',
  'issued-by': 'is issued by',
  scales: 'scales',
  selects: 'selects',
  'configured-by': 'is configured by',
};

/** The other end of a link, seen from one card. */
export function otherEnd(link: CanvasLink, id: ResourceId): ResourceId {
  return link.source === id ? link.target : link.source;
}
