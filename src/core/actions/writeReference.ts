import type { ObjectReference } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { Path } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import type { Draft, Spot } from './draft.ts';
import type { ConnectionPlan } from './planConnection.ts';
import { wrap } from './referenceSite.ts';
import { isSelecting, labelsToSelect } from './selectorLabels.ts';

/** The order in which people write the fields of a reference. */
const fieldOrder = ['apiVersion', 'group', 'kind', 'name', 'namespace', 'sectionName', 'port', 'weight'];

/** Writes the reference of a plan into its holder, with no field more than it needs. */
export function writeReference(draft: Draft, spot: Spot, plan: ConnectionPlan): void {
  const { site, declaration, target } = plan;
  if (site.type === 'narrow') {
    draft.setKey(spot, site.path, 'sectionName', plan.sectionName ?? '', keysBefore('sectionName'));
  } else if (site.type === 'replace') {
    if (isSelecting(declaration))
      replaceSelector(draft, spot, site.path, labelsToSelect(declaration, target).toSelect);
    else if (declaration.form === 'object') replaceObject(draft, spot, site.path, declaration, plan);
    else draft.setValue(spot, site.path, target.name);
    writePort(draft, spot, declaration.form === 'object' ? site.path : site.path.slice(0, -1), plan);
  } else if (site.type === 'append') {
    const items = draft.value(spot, site.path);
    const value = wrap(site.rest, referenceValue(plan));
    draft.insertItem(spot, site.path, Array.isArray(items) ? items.length : 0, value);
  } else {
    draft.setKey(spot, site.path, site.key, wrap(site.rest, referenceValue(plan)));
    if (declaration.form === 'name' && site.rest.length === 0) writePort(draft, spot, site.path, plan);
  }
  if (isSelecting(declaration)) dropExpressions(draft, spot, declaration.path.split('.'));
}

/** The port of a reference that keeps it elsewhere than in `port`; one that was written by its name goes. */
function writePort(draft: Draft, spot: Spot, holder: Path, { declaration, port }: ConnectionPlan): void {
  const { portAt } = declaration;
  if (portAt === undefined || port === undefined) return;
  const split = (path: string) => {
    const steps = path.split('.');
    return { parent: [...holder, ...steps.slice(0, -1)], key: steps.at(-1) ?? '' };
  };
  const [number, name] = [split(portAt.number), split(portAt.name)];
  if (draft.value(spot, [...name.parent, name.key]) !== undefined)
    draft.removeKey(spot, name.parent, name.key);
  draft.setKey(spot, number.parent, number.key, port);
}

/** What selects by these labels from now on shall not be narrowed by expressions that were meant for others. */
function dropExpressions(draft: Draft, spot: Spot, selector: Path): void {
  if (draft.value(spot, [...selector, 'matchExpressions']) !== undefined)
    draft.removeKey(spot, selector, 'matchExpressions');
}

/** The reference as data: only what differs from the defaults, or must be written all the same. */
function referenceValue(plan: ConnectionPlan): Plain {
  const { declaration, target } = plan;
  if (isSelecting(declaration)) return labelsToSelect(declaration, target).toSelect;
  if (declaration.form !== 'object') return target.name;
  const fields = neededFields(declaration, plan);
  const { portAt } = declaration;
  if (portAt === undefined || plan.port === undefined) return fields;
  const [first = '', ...rest] = portAt.number.split('.');
  return { ...fields, [first]: wrap(rest, plan.port) };
}

function neededFields(declaration: ObjectReference, plan: ConnectionPlan): Record<string, string | number> {
  const { holder, target, sectionName, port } = plan;
  const { typedBy = 'group', explicitType = false, namespace } = declaration;
  const [standard] = declaration.to;
  const isKindNeeded = typedBy !== 'none' && (explicitType || target.kind !== standard?.kind);
  const isGroupNeeded = typedBy !== 'none' && (explicitType || target.group !== standard?.group);
  const fields: Record<string, string | number> = {};
  if (isGroupNeeded) {
    if (typedBy === 'apiVersion') fields.apiVersion = target.apiVersion;
    else fields.group = target.group;
  }
  if (isKindNeeded) fields.kind = target.kind;
  fields.name = target.name;
  if (namespace === 'field' && target.namespace !== '' && target.namespace !== holder.namespace) {
    fields.namespace = target.namespace;
  }
  if (sectionName !== undefined) fields.sectionName = sectionName;
  if (port !== undefined && declaration.portAt === undefined) fields.port = port;
  return fields;
}

/** Turns a reference to another target, one line for each field that differs. */
function replaceObject(
  draft: Draft,
  spot: Spot,
  path: Path,
  declaration: ObjectReference,
  plan: ConnectionPlan,
): void {
  const { target } = plan;
  const needed = neededFields(declaration, plan);
  const typed: Record<string, string> =
    declaration.typedBy === 'apiVersion'
      ? { apiVersion: target.apiVersion, kind: target.kind }
      : { group: target.group, kind: target.kind };
  const whole: Record<string, string | number> = {
    ...(declaration.typedBy === 'none' ? {} : typed),
    name: target.name,
    ...(target.namespace === '' ? {} : { namespace: target.namespace }),
  };
  const owned = [
    'name',
    'namespace',
    ...Object.keys(whole),
    ...(declaration.has ?? []).filter((each) => each !== 'weight'),
  ];
  for (const field of fieldOrder.filter((each) => owned.includes(each))) {
    const now = draft.value(spot, path);
    const isWritten = isRecord(now) && Object.hasOwn(now, field);
    const value = needed[field] ?? (isWritten ? whole[field] : undefined);
    if (value !== undefined) draft.setKey(spot, path, field, value, keysBefore(field));
    else if (isWritten) draft.removeKey(spot, path, field);
  }
}

function replaceSelector(
  draft: Draft,
  spot: Spot,
  path: Path,
  labels: Readonly<Record<string, string>>,
): void {
  const now = draft.value(spot, path);
  if (!isRecord(now) || Object.keys(now).length === 0) {
    draft.setValue(spot, path, labels);
    return;
  }
  for (const [key, value] of Object.entries(labels)) draft.setKey(spot, path, key, value);
  for (const key of Object.keys(now)) if (!Object.hasOwn(labels, key)) draft.removeKey(spot, path, key);
}

/** The fields that a field of a reference stands behind. */
export function keysBefore(field: string): readonly string[] {
  return fieldOrder.slice(0, fieldOrder.indexOf(field));
}
