import type { AnalysedResource } from '../../core/analysis.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { CanvasModel } from './types.ts';

/**
 * The cards that match what is looked for, by name, kind, namespace or any host name or summary on them.
 * A docked policy matches as the card it is docked on. All words must be there, in any order.
 */
export function findCards(
  model: CanvasModel,
  resources: ReadonlyMap<ResourceId, AnalysedResource>,
  wanted: string | null,
): readonly ResourceId[] {
  const words = (wanted ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = new Set<ResourceId>();
  const isMatch = (text: string) => words.every((word) => text.includes(word));
  for (const card of model.cards.values()) {
    const resource = resources.get(card.id);
    const text = resource === undefined ? `${card.kind} ${card.name} ${card.namespace}` : textOf(resource);
    if (isMatch(text.toLowerCase())) found.add(card.id);
  }
  for (const [policy, hosts] of model.docked) {
    const resource = resources.get(policy);
    if (resource === undefined || !isMatch(textOf(resource).toLowerCase())) continue;
    for (const host of hosts) found.add(host);
  }
  return [...found];
}

function textOf(resource: AnalysedResource): string {
  const { spec } = resource.value;
  const names = isRecord(spec) && Array.isArray(spec.hostnames) ? spec.hostnames : [];
  const rows = resource.summary.rows.flatMap((row) => [row.label, ...row.parts]);
  return [
    resource.kind,
    resource.name,
    resource.namespace,
    resource.summary.subtitle ?? '',
    ...rows,
    ...names,
  ].join(' ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
