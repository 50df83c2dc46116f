import { stepsOf } from '../graph/extractReferences.ts';
import type { Edge } from '../graph/types.ts';
import { kindOf } from '../kinds/registry.ts';
import type { ReferenceDeclaration } from '../kinds/types.ts';
import type { ResourceId } from '../workspace/types.ts';
import { formatPath, type Path, pathStartsWith, samePath } from '../yaml/path.ts';
import type { Draft } from './draft.ts';
import { pruneEmpty } from './pruneEmpty.ts';
import { nameOf } from './words.ts';

/** A reference that stays, and why. */
export interface KeptReference {
  readonly edge: Edge;
  readonly reason: string;
}

/** Lists whose items exist for one reference: without it the item goes. */
const wrappingLists: ReadonlySet<string> = new Set(['filters', 'envFrom']);
/** Single references that their holder can do without. */
const optionalKeys: ReadonlySet<string> = new Set([
  'parametersRef',
  'authenticationRef',
  'clientCertificateRef',
  'endpointPickerRef',
  'pullSecretRef',
]);

/** The same for those that are a bare name. */
const optionalNames: ReadonlySet<string> = new Set(['serviceAccountName', 'ingressClassName']);

/** A place that goes. Its last step is an item's position or a key. */
interface Cut {
  readonly holder: ResourceId;
  readonly path: Path;
}

/**
 * Takes references out of their holders: an item out of its list (the key goes with the last one), a mirror's
 * whole filter, an optional field. What a holder cannot do without stays and is answered with the reason.
 */
export function removeReferences(
  draft: Draft,
  edges: readonly Edge[],
): { readonly removed: number; readonly kept: readonly KeptReference[] } {
  const kept: KeptReference[] = [];
  const cuts: Cut[] = [];
  for (const edge of edges) {
    const path = cutOf(draft, edge);
    if ('refused' in path) kept.push({ edge, reason: path.refused });
    else cuts.push({ holder: edge.from, path: path.cut });
  }
  const outer = cuts.filter((cut, i) => !cuts.some((other, j) => i !== j && covers(other, cut, j < i)));
  for (const cut of outer.toSorted(laterFirst)) makeCut(draft, cut);
  return { removed: edges.length - kept.length, kept };
}

function cutOf(draft: Draft, edge: Edge): { cut: Path } | { refused: string } {
  const { analysis } = draft.context;
  const holder = analysis.resources.get(edge.from);
  const declaration =
    holder === undefined
      ? undefined
      : kindOf(holder.group, holder.kind)?.references.find(({ name }) => name === edge.reference);
  if (holder === undefined || declaration === undefined)
    return { refused: 'This reference is not in the workspace any more.' };
  // Without its only selector a monitor would be refused, and with an empty one it would select everything.
  const isNeeded = declaration.form === 'target-selector' && stepsOf(declaration.path).at(-1) !== '*';
  if (!isNeeded && (declaration.form === 'pod-selector' || declaration.form === 'target-selector')) {
    return cutSelector(draft, edge, nameOf(holder));
  }
  if (declaration.form === 'address') {
    return {
      refused: `${nameOf(holder)} names it by an address in ${formatPath(edge.path)}. Write another one there.`,
    };
  }
  const cut = isNeeded ? undefined : cutObject(declaration, edge.path);
  if (cut !== undefined) return { cut };
  const field = formatPath(edge.path);
  return { refused: `${nameOf(holder)} needs ${field}. Connect it to something else instead, or delete it.` };
}

/** The place that goes for an object reference; undefined when its holder needs it. */
function cutObject(declaration: ReferenceDeclaration, path: Path): Path | undefined {
  const steps = stepsOf(declaration.path);
  if (steps.at(-1) === '*') return path;
  const wrapper = steps.findLastIndex((step, i) => step === '*' && wrappingLists.has(steps[i - 1] ?? ''));
  if (wrapper !== -1) return path.slice(0, wrapper + 1);
  const isAnnotation = steps[0] === 'metadata' && steps[1] === 'annotations';
  const isOptional = declaration.form === 'name' ? optionalNames : optionalKeys;
  return isAnnotation || isOptional.has(steps.at(-1) ?? '') ? path : undefined;
}

/** A selector may go only when it selects nothing else. */
function cutSelector(draft: Draft, edge: Edge, holder: string): { cut: Path } | { refused: string } {
  const { edges, resources } = draft.context.analysis;
  const other = [...edges.values()].find(
    (each) => each.from === edge.from && each.to !== edge.to && samePath(each.path, edge.path),
  );
  if (other === undefined) return { cut: edge.path };
  const also = resources.get(other.to);
  return {
    refused: `The labels in ${formatPath(edge.path)} of ${holder} also select ${also === undefined ? 'something else' : nameOf(also)}. Change the labels in the YAML.`,
  };
}

/** True when one cut takes the other with it; of two equal ones the first counts. */
function covers(outer: Cut, inner: Cut, isFirst: boolean): boolean {
  if (outer.holder !== inner.holder || !pathStartsWith(inner.path, outer.path)) return false;
  return outer.path.length < inner.path.length || isFirst;
}

/** Later places first, so that the positions of the earlier ones stay right. */
function laterFirst(a: Cut, b: Cut): number {
  if (a.holder !== b.holder) return a.holder < b.holder ? -1 : 1;
  for (let i = 0; i < Math.min(a.path.length, b.path.length); i++) {
    const [left, right] = [a.path[i] ?? 0, b.path[i] ?? 0];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return right - left;
    return String(left) < String(right) ? 1 : -1;
  }
  return b.path.length - a.path.length;
}

function makeCut(draft: Draft, { holder, path }: Cut): void {
  const resource = draft.resource(holder);
  if (resource === undefined) return;
  const spot = draft.spotOf(resource);
  const last = path.at(-1);
  const parent = path.slice(0, -1);
  if (typeof last === 'number') draft.removeItem(spot, parent, last);
  else draft.removeKey(spot, parent, String(last));
  pruneEmpty(draft, spot, typeof last === 'number' ? parent.slice(0, -1) : parent, { items: true });
}
