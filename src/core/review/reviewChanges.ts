import type { AnalysedResource } from '../analysis.ts';
import type { Place } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';
import { describeChange } from './describeChange.ts';
import { diffValues, pathOf, type ValueChange } from './diffValues.ts';
import { DocumentTexts } from './documentTexts.ts';
import { type MatchedResource, matchResources } from './matchResources.ts';
import { reviewFiles } from './reviewFiles.ts';
import type { FieldChange, ResourceChange, Review, ReviewSide } from './types.ts';

export type { FieldChange, FileChangeSummary, ResourceChange, Review, ReviewSide } from './types.ts';

/** What changed from one state of a workspace to another, resource by resource and file by file. */
export function reviewChanges(before: ReviewSide, after: ReviewSide): Review {
  const was = new DocumentTexts(before.files, before.analysis);
  const now = new DocumentTexts(after.files, after.analysis);
  const resources = matchResources(before.analysis, after.analysis).flatMap(
    (matched) => reviewResource(matched, was, now) ?? [],
  );
  return { resources, files: reviewFiles(before.files, after.files, was, now) };
}

function reviewResource(
  matched: MatchedResource,
  was: DocumentTexts,
  now: DocumentTexts,
): ResourceChange | undefined {
  const { before, after } = matched;
  if (before === undefined || after === undefined) {
    const only = after ?? before;
    return only === undefined
      ? undefined
      : {
          ...identityOf(only),
          ...placesOf(matched),
          type: after === undefined ? 'removed' : 'added',
          fields: [],
        };
  }
  const isRenamed = before.id !== after.id;
  const fields = fieldsOf(before, after, was, now);
  if (!isRenamed && fields.length === 0) return undefined;
  return {
    ...identityOf(after),
    ...placesOf(matched),
    ...(isRenamed ? { was: before.id } : {}),
    type: isRenamed ? 'renamed' : 'changed',
    fields,
  };
}

function identityOf(resource: AnalysedResource) {
  const { id, group, kind, namespace, name } = resource;
  return { id, group, kind, namespace, name, title: `${kind} ${name}`.trim() };
}

function placesOf({ before, after }: MatchedResource): { readonly before?: Place; readonly after?: Place } {
  return {
    ...(before === undefined ? {} : { before: before.place }),
    ...(after === undefined ? {} : { after: after.place }),
  };
}

/** Everything to be said of a resource that is still there. */
function fieldsOf(
  before: AnalysedResource,
  after: AnalysedResource,
  was: DocumentTexts,
  now: DocumentTexts,
): readonly FieldChange[] {
  const isSameText =
    before.stale === after.stale &&
    before.place.path.length === after.place.path.length &&
    before.place.path[1] === after.place.path[1] &&
    was.documentAt(before.place) === now.documentAt(after.place);
  if (isSameText) return [];
  const broken: readonly FieldChange[] =
    after.stale === undefined
      ? []
      : [
          {
            type: 'broken',
            text: 'It does not parse right now; compared is its last good text',
            side: 'after',
            place: after.place,
          },
        ];
  const fields = diffValues(before.value, after.value).flatMap((change) => sayField(change, before, after));
  if (fields.length > 0 || broken.length > 0 || was.textOf(before.place) === now.textOf(after.place)) {
    return [...broken, ...fields];
  }
  return [{ type: 'layout', text: 'Only comments or layout changed', side: 'after', place: after.place }];
}

function sayField(change: ValueChange, before: AnalysedResource, after: AnalysedResource): FieldChange {
  const side = change.type === 'removed' ? 'before' : 'after';
  const holder = side === 'before' ? before : after;
  const path = pathOf(change.steps, side);
  const place = { ...holder.place, path: [...holder.place.path, ...path] };
  const renaming = nameWords(path, change);
  if (renaming !== undefined) return { type: 'renamed', text: renaming, side, place };
  return { type: change.type, text: describeChange(change, holder.summary.rows), side, place };
}

/** The resource's own name and namespace are more than fields. */
function nameWords(path: Path, change: ValueChange): string | undefined {
  const [parent, field, ...rest] = path;
  if (parent !== 'metadata' || rest.length > 0) return undefined;
  const [from, to] = [change.before, change.after].map((value) =>
    value === undefined ? undefined : String(value),
  );
  if (field === 'name' && from !== undefined && to !== undefined) return `Renamed from ${from} to ${to}`;
  if (field !== 'namespace') return undefined;
  if (from === undefined) return `Namespace ${to} is now written out`;
  return to === undefined
    ? `Namespace ${from} is no longer written out`
    : `Moved from namespace ${from} to ${to}`;
}
