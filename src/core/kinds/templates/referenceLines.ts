import type { GroupKind } from '../../workspace/types.ts';
import { backend, gateway, listenerSet, service } from '../targets.ts';
import type { PickedTarget, TemplateContext } from '../types.ts';
import { indent, item, type Lines, scalar } from './manifest.ts';

interface ReferenceStyle {
  /** Group and kind are left out where they are these. */
  readonly unless?: GroupKind;
  /** True where the reference has no `namespace` field. */
  readonly local?: boolean;
}

/** The fields of a reference, in the order of the API: group, kind, name, namespace, sectionName, port. */
export function referenceLines(
  target: PickedTarget,
  context: TemplateContext,
  style: ReferenceStyle = {},
): Lines {
  const isDefault = style.unless?.group === target.group && style.unless.kind === target.kind;
  const isFar = style.local !== true && target.namespace !== '' && target.namespace !== homeOf(context);
  return [
    ...(isDefault
      ? []
      : [`group: ${target.group === '' ? "''" : scalar(target.group)}`, `kind: ${target.kind}`]),
    `name: ${scalar(target.name)}`,
    ...(isFar ? [`namespace: ${scalar(target.namespace)}`] : []),
    ...(target.sectionName === undefined ? [] : [`sectionName: ${scalar(target.sectionName)}`]),
    ...(target.port === undefined ? [] : [`port: ${target.port}`]),
  ];
}

/** Where the new resource will be: kubectl puts what names no namespace into `default`. */
function homeOf({ namespace }: TemplateContext): string {
  return namespace === '' ? 'default' : namespace;
}

/** The `parentRefs` of a route; nothing when there is no parent at hand, since the API lets them be absent. */
export function parentRefLines(
  context: TemplateContext,
  parents: readonly GroupKind[] = [gateway, listenerSet],
): Lines {
  const parent = context.pick(...parents);
  return parent === undefined ? [] : parentList(parent, context);
}

/** The same for routes whose API wants a parent, in their own namespace: a name to fill in when none is at hand. */
export function requiredParentRefLines(context: TemplateContext, name: string): Lines {
  return parentList(targetOf(context, [gateway], name), context);
}

function parentList({ port: _, ...named }: PickedTarget, context: TemplateContext): Lines {
  return ['parentRefs:', ...indent(2, item(referenceLines(named, context, { unless: gateway })))];
}

/** The `backendRefs` of a rule with what is at hand; nothing when there is no backend. */
export function backendRefLines(context: TemplateContext): Lines {
  const picked = context.pick(service, backend);
  return picked === undefined ? [] : backendList(picked, context, 80);
}

/** The same for routes whose API wants a backend: a name to fill in when none is at hand. */
export function requiredBackendRefLines(context: TemplateContext, name: string, port: number): Lines {
  const picked = context.pick(service, backend) ?? { ...service, namespace: '', name };
  return backendList(picked, context, port);
}

function backendList(picked: PickedTarget, context: TemplateContext, port: number): Lines {
  const { sectionName: _, port: written, ...target } = picked;
  const withPort = isService(picked) ? { ...target, port: written ?? port } : target;
  return ['backendRefs:', ...indent(2, item(referenceLines(withPort, context, { unless: service })))];
}

function isService({ group, kind }: GroupKind): boolean {
  return group === service.group && kind === service.kind;
}

/**
 * The `targetRefs` of a policy, which govern something always: what is at hand in the policy's own namespace,
 * else the fallback. `targetRefs` cannot reach into another namespace.
 */
export function targetOf(
  context: TemplateContext,
  kinds: readonly GroupKind[],
  fallback: string,
): PickedTarget {
  const picked = context.pick(...kinds);
  if (picked !== undefined && picked.namespace === homeOf(context)) return picked;
  const [first] = kinds;
  return { ...(first ?? service), namespace: '', name: fallback };
}

/** `targetRefs` with one target. */
export function targetRefLines(target: PickedTarget, context: TemplateContext): Lines {
  const { port: _, ...named } = target;
  return ['targetRefs:', ...indent(2, item(referenceLines(named, context, { local: true })))];
}
