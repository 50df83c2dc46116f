import type { Finding, Severity } from '../../core/analysis.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { Health } from './types.ts';

/** Findings of each resource and of each edge; lists keep the order of the analysis. */
export interface FindingIndex {
  readonly byResource: ReadonlyMap<ResourceId, readonly Finding[]>;
  readonly byEdge: ReadonlyMap<string, readonly Finding[]>;
}

/** Files findings under what they are about. */
export function indexFindings(findings: readonly Finding[]): FindingIndex {
  const byResource = new Map<ResourceId, Finding[]>();
  const byEdge = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.resource !== undefined) pushTo(byResource, finding.resource, finding);
    if (finding.edge !== undefined) pushTo(byEdge, finding.edge, finding);
  }
  return { byResource, byEdge };
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export const wellHealth: Health = { errors: 0, warnings: 0, notes: 0 };

/** Counts by severity. */
export function healthOf(findings: readonly Finding[]): Health {
  if (findings.length === 0) return wellHealth;
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('info') };
}

/** The sum of several. */
export function sumHealth(parts: Iterable<Health>): Health {
  let [errors, warnings, notes] = [0, 0, 0];
  for (const part of parts) {
    errors += part.errors;
    warnings += part.warnings;
    notes += part.notes;
  }
  return { errors, warnings, notes };
}

/** The worst severity there is. */
export function worstOf(health: Health): Severity | undefined {
  if (health.errors > 0) return 'error';
  if (health.warnings > 0) return 'warning';
  return health.notes > 0 ? 'info' : undefined;
}

/** `2 errors, 1 warning`; empty when all is well. */
export function healthWords(health: Health): string {
  const parts = [
    countWords(health.errors, 'error'),
    countWords(health.warnings, 'warning'),
    countWords(health.notes, 'note'),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** `1 error`, `3 errors`; empty for none. */
export function countWords(count: number, word: string, plural = `${word}s`): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? word : plural}`;
}
