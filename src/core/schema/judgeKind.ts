import type { Catalogue, KindHeader, Lookup } from '../catalogue/catalogue.ts';
import { closestOf, editDistance } from './closest.ts';
import type { Fault, FaultDetail } from './fault.ts';
import { completeGroups, nativeKinds } from './knownGroups.ts';

type NoSuchKind = Extract<FaultDetail, { fault: 'no-such-kind' }>;
type Suggestion = NoSuchKind['suggestions'][number];

const mostSuggestions = 4;

/**
 * What is wrong with an apiVersion and kind that the catalogue does not have: a version that is gone, a wrong group, a
 * misspelt kind, a channel. Undefined when nothing is: it is known, or its group belongs to a CRD that nobody loaded.
 */
export function judgeKind(
  lookup: Lookup,
  apiVersion: string,
  kind: string,
  catalogue: Catalogue,
): Fault | undefined {
  if (lookup.state === 'known' || lookup.state === 'unloaded') return undefined;
  if (lookup.state === 'not-served') {
    const why = lookup.header.servedIn === undefined ? 'version-gone' : 'wrong-channel';
    return faultAt('apiVersion', apiVersion, kind, why, lookup.served.map(suggestionOf));
  }
  return judgeUnknown(lookup, apiVersion, kind, catalogue);
}

function judgeUnknown(
  lookup: Extract<Lookup, { state: 'unknown' }>,
  apiVersion: string,
  kind: string,
  catalogue: Catalogue,
): Fault | undefined {
  const { versions, elsewhere } = lookup;
  if (versions.length > 0) {
    return faultAt('apiVersion', apiVersion, kind, 'wrong-version', suggestionsOf(versions));
  }
  const group = groupOf(apiVersion);
  const hidden = hiddenIn(catalogue, group, kind);
  if (hidden !== undefined) return faultAt('kind', apiVersion, kind, 'wrong-channel', [hidden]);
  const native = Object.hasOwn(nativeKinds, group) ? nativeKinds[group] : undefined;
  if (native?.includes(kind) === true) return undefined;
  if (native === undefined && !lookup.isGroupKnown)
    return judgeUnknownGroup(lookup, apiVersion, kind, catalogue);
  const isComplete = native !== undefined || completeGroups.has(group);
  if (elsewhere.length > 0) {
    if (!isComplete) return undefined;
    return faultAt('apiVersion', apiVersion, kind, 'wrong-group', suggestionsOf(elsewhere));
  }
  return judgeName(apiVersion, kind, catalogue, isComplete ? (native ?? []) : undefined);
}

/** A kind of a known group that has no such kind: misspelt, or none at all. `others`: kinds besides the catalogue's. */
function judgeName(
  apiVersion: string,
  kind: string,
  catalogue: Catalogue,
  others: readonly string[] | undefined,
): Fault | undefined {
  const own = catalogue.headers.filter((each) => each.group === groupOf(apiVersion) && each.served !== false);
  const names = new Set([...own.map((each) => each.kind), ...(others ?? [])]);
  const closest = closestOf(kind, names);
  const isTypo = closest !== undefined && (others !== undefined || editDistance(closest, kind) <= 2);
  if (isTypo) {
    const described = own.filter((each) => each.kind === closest);
    const meant = suggestionsOf(described, versionOf(apiVersion));
    return faultAt(
      'kind',
      apiVersion,
      kind,
      'misspelt',
      meant.length > 0 ? meant : [{ apiVersion, kind: closest }],
    );
  }
  return others === undefined ? undefined : faultAt('kind', apiVersion, kind, 'unknown-kind', []);
}

/** A group that nobody knows is somebody's own, unless it is nearly one that has this kind. */
function judgeUnknownGroup(
  { elsewhere }: Extract<Lookup, { state: 'unknown' }>,
  apiVersion: string,
  kind: string,
  catalogue: Catalogue,
): Fault | undefined {
  const group = groupOf(apiVersion);
  // No CRD is in the core group, and none has a group without a dot.
  const isImpossible = !group.includes('.');
  const groups = new Set(elsewhere.map((each) => each.group));
  const isNear = closestOf(group, groups) !== undefined && isTypo(group, groups);
  if (elsewhere.length > 0 && (isImpossible || isNear)) {
    return faultAt('apiVersion', apiVersion, kind, 'wrong-group', suggestionsOf(elsewhere));
  }
  if (!isImpossible) {
    const near = closestGroup(group, catalogue);
    const own = catalogue.headers.filter((each) => each.group === near && each.served !== false);
    const meant = near === undefined ? undefined : closestOf(kind, new Set(own.map((each) => each.kind)));
    if (meant === undefined) return undefined;
    const headers = own.filter((each) => each.kind === meant);
    return faultAt('apiVersion', apiVersion, kind, 'wrong-group', suggestionsOf(headers));
  }
  return undefined;
}

function closestGroup(group: string, catalogue: Catalogue): string | undefined {
  const groups = new Set(catalogue.headers.map((each) => each.group));
  return isTypo(group, groups) ? closestOf(group, groups) : undefined;
}

/** One or two letters off, or its end missing, or a `.k8s.io` too many: not just another name of the same domain. */
function isTypo(group: string, groups: ReadonlySet<string>): boolean {
  for (const each of groups) {
    if (each.startsWith(`${group}.`) || group === `${each}.k8s.io`) return true;
    const isSimilar = Math.abs(each.length - group.length) <= 2 && each.length > 6;
    if (isSimilar && closestOf(group, [each]) !== undefined && differsLittle(group, each)) return true;
  }
  return false;
}

function differsLittle(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 2;
}

/** The kind in the channel that is not chosen. */
function hiddenIn(catalogue: Catalogue, group: string, kind: string): Suggestion | undefined {
  const other = catalogue.hiddenKinds.find((each) => each.group === group && each.kind === kind);
  return other === undefined ? undefined : suggestionOf(other);
}

function suggestionsOf(headers: readonly KindHeader[], version?: string): readonly Suggestion[] {
  const rank = (each: KindHeader) => (each.version === version ? 0 : each.storage === true ? 1 : 2);
  return [...headers]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostSuggestions)
    .map(suggestionOf);
}

function suggestionOf({ group, version, kind }: Pick<KindHeader, 'group' | 'version' | 'kind'>): Suggestion {
  return { apiVersion: group === '' ? version : `${group}/${version}`, kind };
}

function faultAt(
  field: 'apiVersion' | 'kind',
  apiVersion: string,
  kind: string,
  why: NoSuchKind['why'],
  suggestions: readonly Suggestion[],
): Fault {
  return { path: [field], mark: 'value', fault: 'no-such-kind', apiVersion, kind, suggestions, why };
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function versionOf(apiVersion: string): string {
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}
