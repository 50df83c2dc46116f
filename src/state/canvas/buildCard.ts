import type { AnalysedResource, Finding, Severity } from '../../core/analysis.ts';
import { isExternal } from '../../core/graph/linker.ts';
import type { Ghost } from '../../core/graph/types.ts';
import type { CardRow } from '../../core/kinds/types.ts';
import { partsOfId } from '../../core/workspace/types.ts';
import { pathStartsWith } from '../../core/yaml/path.ts';
import { rowsShown, sizeOfCard } from './cardSize.ts';
import { countWords, healthOf, healthWords, wellHealth } from './health.ts';
import { kindLook } from './kindLook.ts';
import type { CanvasCard, CanvasRow, DockedPolicy } from './types.ts';

/** The row that stands for the folded ones. */
export const foldRow = 'fold';

/** A policy docked on a card, with the row it governs, if it is only that row. */
export interface PolicyOnCard {
  readonly policy: DockedPolicy;
  readonly row?: string;
}

export interface CardInput {
  readonly resource: AnalysedResource;
  readonly findings: readonly Finding[];
  readonly policies: readonly PolicyOnCard[];
  readonly showsNamespace: boolean;
  readonly isUnfolded: boolean;
}

/** The card of a resource. */
export function buildCard(input: CardInput): CanvasCard {
  const { resource, findings, policies, showsNamespace, isUnfolded } = input;
  const { summary } = resource;
  const shown = rowsToShow(summary.rows, isUnfolded);
  const rows = shown.map((row) => buildRow(row, findings, policies));
  const rowIds = rows.map((row) => row.id);
  const foldable =
    summary.rows.length - Math.min(summary.rows.length, visibleWhenFolded(summary.rows.length));
  const onCard = policies.filter((each) => each.row === undefined || !rowIds.includes(each.row));
  const base = {
    id: resource.id,
    isGhost: false,
    group: resource.group,
    kind: resource.kind,
    namespace: resource.namespace,
    name: resource.name,
    showsNamespace: showsNamespace && resource.namespace !== '',
    ...kindLook(resource.group, resource.kind),
    ...(summary.subtitle === undefined ? {} : { subtitle: summary.subtitle }),
    chips: summary.chips,
    rows,
    foldable,
    isUnfolded,
    rowAnchors: anchorsOfRows(summary.rows, rowIds),
    policies: onCard.map((each) => each.policy),
    health: healthOf(findings),
    ...(resource.stale === undefined ? {} : { stale: resource.stale }),
    size: sizeOfCard({
      isGhost: false,
      hasAction: false,
      hasChips: summary.chips.length > 0,
      rows: foldable > 0 ? [...rowIds, foldRow] : rowIds,
      policies: onCard.length,
    }),
  };
  return { ...base, label: labelOf(base, summary.rows.length, policies.length) };
}

/** The card of something that is referred to and not in the workspace. */
export function buildGhost(ghost: Ghost, showsNamespace: boolean): CanvasCard {
  const madeBy = ghost.madeBy === undefined ? undefined : partsOfId(ghost.madeBy);
  const base = {
    id: ghost.id,
    isGhost: true,
    group: ghost.group,
    kind: ghost.kind,
    namespace: ghost.namespace,
    name: ghost.name,
    showsNamespace: showsNamespace && ghost.namespace !== '',
    ...kindLook(ghost.group, ghost.kind),
    chips: [],
    rows: [],
    foldable: 0,
    isUnfolded: false,
    rowAnchors: new Map<string, string>(),
    policies: [],
    health: wellHealth,
    ...(madeBy === undefined ? {} : { madeBy: `${madeBy.kind} ${madeBy.name}` }),
    ...(isExternal(ghost) ? { isExternal: true as const } : {}),
    size: sizeOfCard({
      isGhost: true,
      hasAction: true,
      hasChips: false,
      rows: [],
      policies: 0,
    }),
  };
  return { ...base, label: labelOf(base, 0, 0) };
}

/** The policy as a chip. */
export function buildDockedPolicy(resource: AnalysedResource, findings: readonly Finding[]): DockedPolicy {
  return {
    id: resource.id,
    group: resource.group,
    kind: resource.kind,
    name: resource.name,
    features: resource.summary.chips,
    health: healthOf(findings),
    ...(resource.stale === undefined ? {} : { stale: resource.stale }),
  };
}

/** A fold that hides a single row would take as much room as the row. */
function visibleWhenFolded(rows: number): number {
  return rows <= rowsShown + 1 ? rows : rowsShown;
}

function rowsToShow(rows: readonly CardRow[], isUnfolded: boolean): readonly CardRow[] {
  return isUnfolded ? rows : rows.slice(0, visibleWhenFolded(rows.length));
}

function anchorsOfRows(rows: readonly CardRow[], shown: readonly string[]): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [row.id, shown.includes(row.id) ? row.id : foldRow]));
}

function buildRow(row: CardRow, findings: readonly Finding[], policies: readonly PolicyOnCard[]): CanvasRow {
  const severity = worstAt(row, findings);
  return {
    id: row.id,
    label: row.label,
    parts: row.parts,
    chips: row.chips,
    policies: policies.flatMap((each) => (each.row === row.id ? [each.policy] : [])),
    ...(severity === undefined ? {} : { severity }),
  };
}

const bySeverity: readonly Severity[] = ['error', 'warning', 'info'];

function worstAt(row: CardRow, findings: readonly Finding[]): Severity | undefined {
  const here = findings.filter((finding) => pathStartsWith(finding.place.path, row.path));
  return bySeverity.find((severity) => here.some((finding) => finding.severity === severity));
}

type Labelled = Omit<CanvasCard, 'label'>;

/** `Gateway web in namespace shop, 2 listeners, 1 error`. */
function labelOf(card: Labelled, rows: number, policies: number): string {
  const parts = [
    `${card.kind} ${card.name}${card.namespace === '' ? '' : ` in namespace ${card.namespace}`}`,
  ];
  if (card.isExternal === true) parts.push('outside of the cluster');
  else if (card.isGhost)
    parts.push(card.madeBy === undefined ? 'not in the workspace' : `made by ${card.madeBy}`);
  if (card.subtitle !== undefined) parts.push(card.subtitle);
  parts.push(rowWords(card, rows), countWords(policies, 'policy', 'policies'));
  if (card.stale !== undefined) parts.push('does not parse, showing what was last read');
  parts.push(healthWords(card.health));
  return parts.filter((part) => part !== '').join(', ');
}

/** What the rows of a card are called: the list they stand in, as their ids say (`listeners/https`). */
function rowWords(card: Labelled, rows: number): string {
  const lists = new Set(card.rows.map((row) => row.id.split('/')[0] ?? ''));
  const [list = ''] = lists;
  const one = lists.size === 1 && list.endsWith('s') ? list.slice(0, -1) : 'line';
  return countWords(rows, one);
}
