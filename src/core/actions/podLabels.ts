import { isRecord } from '../workspace/readDocument.ts';
import type { GroupKind } from '../workspace/types.ts';
import { valueAt } from '../yaml/path.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * The labels of a workload's pods, and those of them by which a Service should select: the ones the workload
 * itself selects by, since the others (a version, a hash) change.
 */
export function podLabelsToSelect(workload: GroupKind & { readonly value: unknown }): {
  readonly all: Labels;
  readonly toSelect: Labels;
} {
  const isPod = workload.group === '' && workload.kind === 'Pod';
  const all = labelsAt(
    workload.value,
    isPod ? ['metadata', 'labels'] : ['spec', 'template', 'metadata', 'labels'],
  );
  const own = labelsAt(workload.value, ['spec', 'selector', 'matchLabels']);
  const toSelect = Object.fromEntries(Object.entries(own).filter(([key, value]) => all[key] === value));
  return { all, toSelect: Object.keys(toSelect).length > 0 ? toSelect : all };
}

function labelsAt(value: unknown, path: readonly string[]): Labels {
  const labels = valueAt(value, path);
  if (!isRecord(labels)) return {};
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, label]) =>
      label === null || typeof label === 'object' ? [] : [[key, String(label)]],
    ),
  );
}
