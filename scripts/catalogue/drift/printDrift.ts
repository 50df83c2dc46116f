import type { VerdictDrift } from './driftOfVerdicts.ts';
import { type DriftReport, type KindDrift, nameOf } from './driftReport.ts';
import type { DriftLine } from './groupLines.ts';

/** What the issue asks for: at least this share of limits and defaults is equal. */
const bar = 0.995;

export interface Totals {
  readonly fields: number;
  readonly missing: number;
  readonly extra: number;
  readonly limits: number;
  readonly limitsEqual: number;
  readonly defaults: number;
  readonly defaultsEqual: number;
  readonly ruledPlaces: number;
  readonly unruled: number;
}

/** The counts of one or several kinds. */
export function totalsOf(kinds: readonly KindDrift[]): Totals {
  const differences = kinds.flatMap(({ comparison }) => comparison.differences);
  const count = (kind: string) => differences.filter((each) => each.kind === kind).length;
  const sum = (part: 'fields' | 'limits' | 'defaults' | 'ruledPlaces') =>
    kinds.reduce((total, { comparison }) => total + comparison[part], 0);
  return {
    fields: sum('fields'),
    missing: count('missing'),
    extra: count('extra'),
    limits: sum('limits'),
    limitsEqual: sum('limits') - count('limit'),
    defaults: sum('defaults'),
    defaultsEqual: sum('defaults') - count('default'),
    ruledPlaces: sum('ruledPlaces'),
    unruled: count('rules'),
  };
}

/** The share of limits and defaults that are equal, from 0 to 1. */
export function shareEqual({ limits, limitsEqual, defaults, defaultsEqual }: Totals): number {
  const all = limits + defaults;
  return all === 0 ? 1 : (limitsEqual + defaultsEqual) / all;
}

/**
 * What keeps the report from being good, in sentences; empty when it is. Fields must be the same in stored versions, the
 * share of equal limits and defaults at least 99.5 %, and what is left must have its reason.
 */
export function failuresOf(report: DriftReport): string[] {
  const isField = ({ difference }: DriftLine) => difference.kind === 'missing' || difference.kind === 'extra';
  const open = report.lines.filter(({ reason }) => reason === undefined);
  const fields = open.filter((line) => isField(line) && line.inStorage).length;
  const others = open.filter(
    ({ difference }) => difference.kind === 'limit' || difference.kind === 'default',
  ).length;
  const share = shareEqual(totalsOf(report.kinds));
  return [
    ...(report.kinds.length === 0 ? ['Nothing was compared.'] : []),
    ...(fields > 0 ? [`${fields} fields of stored versions are missing or extra without a reason.`] : []),
    ...(share < bar
      ? [`${percent(share)} of limits and defaults are equal; the aim is ${percent(bar)}.`]
      : []),
    ...(others > 0 ? [`${others} limits or defaults differ without a reason.`] : []),
    ...(report.header.length > 0
      ? [`${report.header.length} kinds differ in plural, scope or versions.`]
      : []),
  ];
}

/** The whole report as text for a terminal; on demand with the places that have fewer rules than the CRD. */
export function printDrift(report: DriftReport, withRules = false): string {
  const known = report.lines.filter(({ reason }) => reason !== undefined);
  const open = report.lines.filter(({ reason }) => reason === undefined);
  return [
    ...section('Kinds that differ in plural, scope or versions', report.header),
    ...section('Fields that the CRDs have and we lack', linesOf(open, 'missing')),
    ...section('Fields that we have and the CRDs lack', linesOf(open, 'extra')),
    ...section('Limits that differ', linesOf(open, 'limit')),
    ...section('Defaults that differ', linesOf(open, 'default')),
    ...section('Cross-field rules without any of ours at or above', linesOf(open, 'rules')),
    ...section(
      'Known differences',
      known.map((line) => `${describeLine(line)}\n    because ${line.reason}`),
    ),
    ...section(
      'Reasons that explain nothing any more',
      report.unusedReasons.map(({ place, reason }) => `${place}: ${reason}`),
    ),
    ...(withRules ? section('Places with fewer rules than in the CRD', fewerRulesOf(report)) : []),
    ...section('Not in the catalogue', report.unknown),
    '',
    ...tableOf(report.kinds),
    '',
    ...failuresOf(report),
  ].join('\n');
}

/** What the comparison of verdicts comes to, and whether it is good enough. */
export function printVerdicts({ judged, agreed, lines }: VerdictDrift): { text: string; isGood: boolean } {
  const share = judged === 0 ? 0 : agreed / judged;
  const head = `Verdicts: ${judged} changed resources judged, ${percent(share)} of the verdicts agree.`;
  return { text: ['', head, ...lines].join('\n'), isGood: share >= bar };
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)];
}

function linesOf(lines: readonly DriftLine[], kind: string): string[] {
  return lines
    .filter(({ difference }) => difference.kind === kind)
    .map(describeLine)
    .sort();
}

function describeLine({ difference, places, kinds }: DriftLine): string {
  const { place, keyword, ours, theirs, kind, path } = difference;
  const what = {
    missing: '',
    extra: '',
    limit: `: ${keyword} is ${show(theirs)}, ours ${show(ours)}`,
    default: `: default is ${show(theirs)}, ours ${show(ours)}`,
    rules: `: ${String(theirs)} rules`,
  }[kind];
  const often = places > 1 ? ` (${places} places, first ${path})` : ` (${path})`;
  const where =
    kinds.length > 3 ? `${kinds.slice(0, 2).join(', ')} and ${kinds.length - 2} more` : kinds.join(', ');
  return `${place}${what}${often} [${where}]`;
}

function show(value: unknown): string {
  if (value === undefined) return 'none';
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function fewerRulesOf({ kinds }: DriftReport): readonly string[] {
  const places = kinds.flatMap(({ comparison }) =>
    comparison.fewerRules.map(({ place, ours, theirs }) => `${place}: ${ours} for ${theirs}`),
  );
  return [...new Set(places)].sort();
}

function tableOf(kinds: readonly KindDrift[]): string[] {
  const rows = kinds.map((each) =>
    rowOf(`${nameOf(each)}${each.definition.storage ? '' : ' (not stored)'}`, totalsOf([each])),
  );
  return [
    rowText([
      '',
      'fields',
      'missing',
      'extra',
      'limits',
      'equal',
      'defaults',
      'equal',
      'ruled',
      'of them open',
    ]),
    ...rows.map(rowText),
    rowText(rowOf('in all', totalsOf(kinds))),
    `Limits and defaults together: ${percent(shareEqual(totalsOf(kinds)))} equal.`,
  ];
}

function rowOf(name: string, totals: Totals): string[] {
  const { fields, missing, extra, limits, limitsEqual, defaults, defaultsEqual, ruledPlaces, unruled } =
    totals;
  const share = (part: number, whole: number) => (whole === 0 ? '-' : percent(part / whole));
  return [
    name,
    ...[fields, missing, extra, limits].map(String),
    share(limitsEqual, limits),
    String(defaults),
    share(defaultsEqual, defaults),
    String(ruledPlaces),
    String(unruled),
  ];
}

function rowText([name = '', ...cells]: readonly string[]): string {
  return name.padEnd(48) + cells.map((cell) => cell.padStart(9)).join('');
}

function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`;
}
