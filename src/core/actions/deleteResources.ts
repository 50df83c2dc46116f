import type { AnalysedResource } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { ResourceId } from '../workspace/types.ts';
import { valueAt } from '../yaml/path.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { DraftDocument } from './draftFile.ts';
import { type KeptReference, removeReferences } from './removeReferences.ts';
import { renumber } from './renumber.ts';
import type { Action } from './types.ts';
import { count, listWords, nameOf } from './words.ts';

/** Deletes resources with their documents; the references to them go too, or stay and dangle. */
export const deleteResources: Action<'delete', ActionArgTable['delete']> = {
  name: 'delete',
  run(context, { ids, references }) {
    const draft = new Draft(context);
    const going = new Map(ids.flatMap((id) => pair(id, draft.resource(id))));
    let removed = 0;
    let kept: readonly KeptReference[] = [];
    if (references === 'remove') {
      const lost = lostIds(draft, going);
      const result = removeReferences(draft, edgesInto(draft, going, lost));
      kept = result.kept;
      removed = result.removed + removeFromGrants(draft, going, lost);
    }
    removeAll(draft, [...going.values()]);
    const renamed = renumber(context.analysis, new Set(going.keys()));
    return draft.finish({
      label: labelOf(
        ids.map((id) => going.get(id)),
        removed,
        kept,
      ),
      select: [],
      ...(renamed.length === 0 ? {} : { renamed }),
    });
  },
};

type Going = Map<ResourceId, AnalysedResource>;

function pair(id: ResourceId, resource: AnalysedResource | undefined): [ResourceId, AnalysedResource][] {
  return resource === undefined ? [] : [[id, resource]];
}

/** What is nowhere afterwards: neither a second resource of its identity stays, nor does a controller make it. */
function lostIds(draft: Draft, going: Going): ReadonlySet<ResourceId> {
  const { edges, resources } = draft.context.analysis;
  const first = (id: ResourceId) => id.replace(/#\d+$/, '');
  const made = [...edges.values()].flatMap((edge) =>
    edge.role === 'makes' && !going.has(edge.from) ? [edge.to] : [],
  );
  const staying = new Set(
    [...[...resources.keys()].filter((id) => !going.has(id)), ...made].map((id) => first(id)),
  );
  return new Set([...going.keys()].filter((id) => !staying.has(first(id))));
}

/** The references that lose their target and go with it. Label selectors select whatever there is, so they stay. */
function edgesInto(draft: Draft, going: Going, lost: ReadonlySet<ResourceId>): readonly Edge[] {
  return [...draft.context.analysis.edges.values()].filter(
    (edge) =>
      lost.has(edge.to) &&
      !going.has(edge.from) &&
      edge.role !== 'makes' &&
      !isSelector(edge) &&
      draft.context.analysis.resources.get(edge.from)?.kind !== 'ReferenceGrant',
  );
}

/** Edges of selectors carry their target in their id, since one selector may reach several. */
function isSelector(edge: Edge): boolean {
  return edge.id.endsWith(`|${edge.to}`);
}

/** Takes what goes out of the grants that name it; a grant that allows nothing else goes too. */
function removeFromGrants(draft: Draft, going: Going, lost: ReadonlySet<ResourceId>): number {
  let removed = 0;
  const gone = [...going.values()].filter((each) => lost.has(each.id));
  for (const grant of draft.context.analysis.resources.values()) {
    if (grant.kind !== 'ReferenceGrant' || going.has(grant.id)) continue;
    const items = valueAt(grant.value, ['spec', 'to']);
    if (!Array.isArray(items)) continue;
    const named = items.flatMap((item, i) => (gone.some((each) => names(item, each, grant)) ? [i] : []));
    removed += named.length;
    if (named.length === 0) continue;
    if (named.length === items.length) going.set(grant.id, grant);
    else for (const index of named.toReversed()) draft.removeItem(draft.spotOf(grant), ['spec', 'to'], index);
  }
  return removed;
}

function names(item: unknown, resource: AnalysedResource, grant: AnalysedResource): boolean {
  return (
    isRecord(item) &&
    item.name === resource.name &&
    item.kind === resource.kind &&
    (item.group ?? '') === resource.group &&
    grant.namespace === resource.namespace
  );
}

/** Documents go whole; of a `kind: List` only the items, unless all of them go. */
export function removeAll(draft: Draft, resources: readonly AnalysedResource[]): void {
  const groups = new Map<DraftDocument, AnalysedResource[]>();
  for (const resource of resources) {
    const { document } = draft.spotOf(resource);
    groups.set(document, [...(groups.get(document) ?? []), resource]);
  }
  for (const [document, group] of groups) {
    if (!draft.checkParses(document)) return;
    const items = group.filter((each) => each.place.path.length > 0);
    const [key = ''] = items[0]?.place.path ?? [];
    const list = draft.value({ document, path: [key] });
    if (items.length < group.length || !Array.isArray(list) || list.length === items.length) {
      draft.remove(document);
      continue;
    }
    const indexes = items.map((each) => Number(each.place.path[1])).sort((a, b) => b - a);
    for (const index of indexes) draft.removeItem({ document, path: [] }, [key], index);
  }
}

function labelOf(
  resources: readonly (AnalysedResource | undefined)[],
  removed: number,
  kept: readonly KeptReference[],
): string {
  const [only] = resources;
  const isOne = resources.length === 1 && only !== undefined;
  const what = isOne ? nameOf(only) : count(resources.length, 'resource');
  const pronoun = isOne ? 'it' : 'them';
  const references = removed === 0 ? '' : ` and ${count(removed, 'reference')} to ${pronoun}`;
  return `Delete ${what}${references}${keptWords(kept, pronoun)}`;
}

function keptWords(kept: readonly KeptReference[], pronoun: string): string {
  if (kept.length === 0) return '';
  const holders = [...new Set(kept.map(({ edge }) => edge.from))].map((id) => {
    const [, kind = '', , name = ''] = id.split('/');
    return nameOf({ kind, name: name.replace(/#\d+$/, '') });
  });
  return `; ${listWords(holders, 'and', 3)} still ${holders.length === 1 ? 'refers' : 'refer'} to ${pronoun}`;
}
