import type { AnalysedResource, Analysis } from '../analysis.ts';
import { kindOf } from '../kinds/registry.ts';
import type { CardRow } from '../kinds/types.ts';
import type { GroupKind, ResourceId } from '../workspace/types.ts';
import type { Point } from './args.ts';

/** One end of a connection: a card or a row of it, a ghost, or a resource that is about to be made. */
export interface ConnectionEnd extends GroupKind {
  readonly id: ResourceId;
  readonly apiVersion: string;
  readonly namespace: string;
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly rows: readonly CardRow[];
  /** The row that was chosen; absent for the card as a whole. */
  readonly row?: CardRow;
  /** `ghost`: not in the workspace. `planned`: will be made from its template, so its value is not known. */
  readonly state: 'present' | 'ghost' | 'planned';
  /** The file whose text does not parse right now. */
  readonly staleFile?: string;
}

/** What a point stands for; undefined when it is gone. A row that is gone counts as the card. */
export function endAt(analysis: Analysis, point: Point): ConnectionEnd | undefined {
  const resource = analysis.resources.get(point.id);
  if (resource !== undefined) return endOf(resource, point.row);
  const ghost = analysis.ghosts.get(point.id);
  return ghost === undefined ? undefined : { ...bareEnd(ghost, point.id), state: 'ghost' };
}

/** A resource as an end. */
export function endOf(resource: AnalysedResource, rowId?: string): ConnectionEnd {
  const { id, group, kind, apiVersion, namespace, name, value, summary, stale, place } = resource;
  const row = rowId === undefined ? undefined : summary.rows.find((each) => each.id === rowId);
  return {
    ...{ id, group, kind, apiVersion, namespace, name, value, rows: summary.rows, state: 'present' },
    ...(row === undefined ? {} : { row }),
    ...(stale === undefined ? {} : { staleFile: place.file }),
  };
}

/** A resource that a template will make. */
export function plannedEnd(kind: GroupKind, namespace: string, id: ResourceId): ConnectionEnd {
  const name = kindOf(kind.group, kind.kind)?.baseName ?? '';
  return { ...bareEnd({ ...kind, namespace, name }, id), state: 'planned' };
}

function bareEnd(
  { group, kind, namespace, name }: GroupKind & { readonly namespace: string; readonly name: string },
  id: ResourceId,
): Omit<ConnectionEnd, 'state'> {
  const version = kindOf(group, kind)?.versions[0] ?? 'v1';
  const apiVersion = group === '' ? version : `${group}/${version}`;
  return { id, group, kind, apiVersion, namespace, name, value: {}, rows: [] };
}
