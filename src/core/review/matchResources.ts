import type { AnalysedResource, Analysis } from '../analysis.ts';
import { samePath } from '../yaml/path.ts';
import { likeness, type Pair, pairByScore, type Traits, traitsOf } from './likeness.ts';

/** A resource before and after; one of the two may be missing. */
export interface MatchedResource {
  readonly before?: AnalysedResource;
  readonly after?: AnalysedResource;
}

/** Two resources of a kind are one that was renamed when they stand in the same place and are this alike ... */
const alikeInPlace = 0.3;
/** ... or anywhere and this alike. */
const alikeAnywhere = 0.75;

const nameFields: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** Pairs the resources of two states: by identity, and what is left of each kind by place and likeness. */
export function matchResources(before: Analysis, after: Analysis): readonly MatchedResource[] {
  const gone = [...before.resources.values()].filter(({ id }) => !after.resources.has(id));
  const come = [...after.resources.values()].filter(({ id }) => !before.resources.has(id));
  const renamed = pairRenamed(gone, come);
  const renamedTo = new Map(renamed.map((pair) => [come[pair.now], gone[pair.was]]));
  const renamedFrom = new Set(renamed.map((pair) => gone[pair.was]));
  const matched: MatchedResource[] = [...after.resources.values()].map((resource) => {
    const old = before.resources.get(resource.id) ?? renamedTo.get(resource);
    return old === undefined ? { after: resource } : { before: old, after: resource };
  });
  const removed = gone.filter((resource) => !renamedFrom.has(resource));
  return [...matched, ...removed.map((resource) => ({ before: resource }))];
}

function pairRenamed(gone: readonly AnalysedResource[], come: readonly AnalysedResource[]): readonly Pair[] {
  const kinds = new Map<string, { was: number[]; now: number[] }>();
  const group = (resource: AnalysedResource) => {
    const key = `${resource.group}/${resource.kind}`;
    const found = kinds.get(key) ?? { was: [], now: [] };
    kinds.set(key, found);
    return found;
  };
  for (const [index, resource] of gone.entries()) group(resource).was.push(index);
  for (const [index, resource] of come.entries()) group(resource).now.push(index);
  const traits = new Map<AnalysedResource, Traits>();
  const read = (resource: AnalysedResource): Traits => {
    const known = traits.get(resource) ?? traitsOf(resource.value, nameFields);
    traits.set(resource, known);
    return known;
  };
  return [...kinds.values()].flatMap(({ was, now }) => {
    const score = (a: number, b: number): number => {
      const [old, young] = [gone[a], come[b]];
      return old === undefined || young === undefined ? 0 : scoreOf(old, young, read);
    };
    return pairByScore(was, now, score) ?? pairInPlace(was, now, gone, come, score);
  });
}

/** Where there is too much to compare everything with everything, only what stands in the same place is. */
function pairInPlace(
  was: readonly number[],
  now: readonly number[],
  gone: readonly AnalysedResource[],
  come: readonly AnalysedResource[],
  score: (was: number, now: number) => number,
): readonly Pair[] {
  const keyOf = (resource: AnalysedResource | undefined) => JSON.stringify(resource?.place);
  const places = new Map(was.map((index) => [keyOf(gone[index]), index]));
  return now.flatMap((index) => {
    const other = places.get(keyOf(come[index]));
    return other === undefined || score(other, index) === 0 ? [] : [{ was: other, now: index }];
  });
}

/** Being in the same place counts for more than any likeness elsewhere; so does keeping the name. */
function scoreOf(
  old: AnalysedResource,
  young: AnalysedResource,
  read: (resource: AnalysedResource) => Traits,
): number {
  const alike = likeness(read(old), read(young));
  const isInPlace =
    old.place.file === young.place.file &&
    old.place.document === young.place.document &&
    samePath(old.place.path, young.place.path);
  if (alike < (isInPlace ? alikeInPlace : alikeAnywhere)) return 0;
  return alike + (isInPlace ? 1 : 0) + (old.name === young.name ? 1 : 0);
}
