import type { PodSelectorReference, ReferenceDeclaration, SelectorReference } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { GroupKind } from '../workspace/types.ts';
import { valueAt } from '../yaml/path.ts';
import { podLabelsToSelect } from './podLabels.ts';

type Labels = Readonly<Record<string, string>>;
type Selecting = PodSelectorReference | SelectorReference;

/** The labels that tell what a resource is, and not which version of it; the first of them that it has is enough. */
const lasting: readonly string[] = ['app.kubernetes.io/name', 'app', 'k8s-app'];

/** True for references that select by label instead of naming. */
export function isSelecting(declaration: ReferenceDeclaration): declaration is Selecting {
  return declaration.form === 'pod-selector' || declaration.form === 'target-selector';
}

/** Where the map of labels stands that such a reference selects by: `spec.selector`, or `spec.selector.matchLabels`. */
export function labelsPattern(declaration: Selecting): string {
  const isMap = declaration.form === 'pod-selector' && declaration.style !== 'selector';
  return isMap ? declaration.path : `${declaration.path}.matchLabels`;
}

/** The labels that a reference looks at in a target, and those of them by which it should select. */
export function labelsToSelect(
  declaration: Selecting,
  target: GroupKind & { readonly value: unknown },
): { readonly all: Labels; readonly toSelect: Labels } {
  if (declaration.form === 'pod-selector') return podLabelsToSelect(target);
  const labels = valueAt(target.value, ['metadata', 'labels']);
  const all = Object.fromEntries(
    Object.entries(isRecord(labels) ? labels : {}).map(([key, value]) => [key, String(value)]),
  );
  const name = lasting.find((key) => Object.hasOwn(all, key));
  return { all, toSelect: name === undefined ? all : { [name]: all[name] ?? '' } };
}

/** Where labels have to be added before anything can select the target. */
export function labelsField(declaration: Selecting): string {
  return declaration.form === 'pod-selector' ? 'spec.template.metadata.labels' : 'metadata.labels';
}
