import { stepsOf } from '../../graph/extractReferences.ts';
import { kindOf } from '../../kinds/registry.ts';
import { isRecord } from '../../workspace/readDocument.ts';
import { type Path, valueAt } from '../../yaml/path.ts';
import type { Scene } from './scene.ts';

type Labels = ReadonlyMap<string, ReadonlySet<string>>;

const none: Labels = new Map();
/** Where pods, or what makes them, carry their labels. */
const podLabels: readonly Path[] = [
  ['spec', 'template', 'metadata', 'labels'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels'],
];
const ownLabels: Path = ['metadata', 'labels'];

/**
 * The labels in use in the workspace, with their values, for a map of labels: of pods of the same namespace where the
 * map selects pods, of resources where it labels or selects something else. Empty for all other maps.
 */
export function knownLabels(scene: Scene, path: Path = scene.path): Labels {
  const { context, head } = scene;
  const selectsPods = isPodSelector(scene, path);
  if (!selectsPods && !/^(?:labels|matchLabels)$/.test(String(path.at(-1)))) return none;
  const found = new Map<string, Set<string>>();
  for (const resource of context.analysis.resources.values()) {
    if (selectsPods && resource.namespace !== head.namespace) continue;
    for (const place of selectsPods ? podLabels : [ownLabels, ...podLabels]) {
      const labels = valueAt(resource.value, place);
      if (!isRecord(labels)) continue;
      for (const [key, value] of Object.entries(labels)) {
        if (typeof value !== 'string') continue;
        const values = found.get(key) ?? new Set();
        found.set(key, values.add(value));
      }
    }
  }
  return found;
}

function isPodSelector({ head }: Scene, path: Path): boolean {
  const references = kindOf(head.group, head.kind)?.references ?? [];
  return references.some((each) => {
    if (each.form !== 'pod-selector') return false;
    const steps = stepsOf(each.style === 'selector' ? `${each.path}.matchLabels` : each.path);
    return steps.length === path.length && steps.every((step, i) => step === path[i]);
  });
}
