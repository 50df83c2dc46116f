import type { KindDefinition } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { resourceId } from '../workspace/types.ts';
import { valueAt } from '../yaml/path.ts';
import type { ConnectionEnd } from './connectionEnd.ts';
import type { Draft, Spot } from './draft.ts';
import { fitsBetween } from './fits.ts';
import { isSelecting, labelsPattern } from './selectorLabels.ts';

/**
 * Gives a new resource the ports by which others refer to it already: a Service made in the place of a ghost
 * listens where the routes knock.
 */
export function adaptToReferrers(
  draft: Draft,
  spot: Spot,
  definition: KindDefinition,
  { name, namespace }: { readonly name: string; readonly namespace: string },
): void {
  const id = resourceId(definition.group, definition.kind, namespace, name);
  const asked = new Set<number>();
  for (const edge of draft.context.analysis.edges.values()) {
    if (edge.to === id && edge.target.port !== undefined) asked.add(edge.target.port);
  }
  const value = draft.value(spot);
  if (asked.size === 0 || !isRecord(value)) return;
  const row = definition.summarise(value).rows.find((each) => each.port !== undefined);
  if (row === undefined || typeof row.path.at(-1) !== 'number') return;
  const [first, ...rest] = [...asked];
  if (first !== undefined) draft.setKey(spot, row.path, 'port', first);
  const list = row.path.slice(0, -1);
  for (const [index, port] of rest.entries()) {
    draft.insertItem(spot, list, index + 1, { name: `port-${port}`, port });
  }
}

/**
 * What is dropped on something that selects by label gets the labels that are selected: a workload on a Service, a
 * Service on a monitor. The selector, which others may rely on, stays as it is. False when that is not the case at hand.
 */
export function adaptToSelector(
  draft: Draft,
  spot: Spot,
  selected: ConnectionEnd,
  holder: ConnectionEnd,
): boolean {
  const declaration = fitsBetween(selected, holder)
    .filter((each) => each.holder === 'to')
    .map((each) => each.declaration)
    .find(isSelecting);
  const selector =
    declaration === undefined ? undefined : valueAt(holder.value, labelsPattern(declaration).split('.'));
  if (declaration === undefined || !isRecord(selector) || Object.keys(selector).length === 0) return false;
  if (holder.namespace !== selected.namespace) return false;
  const labels = Object.fromEntries(Object.entries(selector).map(([key, value]) => [key, String(value)]));
  if (declaration.form === 'target-selector') {
    for (const [key, value] of Object.entries(labels)) draft.setKey(spot, ['metadata', 'labels'], key, value);
    return true;
  }
  const places = [
    ['spec', 'selector', 'matchLabels'],
    ['spec', 'template', 'metadata', 'labels'],
  ];
  if (places.some((path) => draft.value(spot, path) === undefined)) return false;
  for (const path of places) draft.setValue(spot, path, labels);
  return true;
}
