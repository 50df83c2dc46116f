import type { GroupKind } from '../../workspace/types.ts';
import { gateway, httpRoute, service } from '../targets.ts';
import type { KindDefinition, PickedTarget, TemplateContext } from '../types.ts';

/** A template's context with nothing else in the workspace. */
export function emptyContext(definition: KindDefinition): TemplateContext {
  return contextWith(definition, []);
}

/** A context with one resource of every kind at hand, in the namespace of the new one. */
export function fullContext(definition: KindDefinition): TemplateContext {
  return {
    ...emptyContext(definition),
    pick: (first) =>
      first === undefined ? undefined : { ...first, namespace: 'shop', name: 'picked', ...partOf(first) },
  };
}

/** A context for a resource of this name. */
export function namedContext(definition: KindDefinition, name: string): TemplateContext {
  return { ...emptyContext(definition), name };
}

/** A context in namespace `shop` with these resources at hand. */
export function contextWith(definition: KindDefinition, atHand: readonly PickedTarget[]): TemplateContext {
  return {
    name: definition.baseName,
    namespace: definition.scope === 'cluster' ? '' : 'shop',
    pick: (...kinds) =>
      atHand.find((each) => kinds.some(({ group, kind }) => each.group === group && each.kind === kind)),
  };
}

function partOf({ group, kind }: GroupKind): Partial<PickedTarget> {
  const is = (each: GroupKind) => each.group === group && each.kind === kind;
  if (is(gateway)) return { sectionName: 'https' };
  if (is(service)) return { port: 8080 };
  return is(httpRoute) ? { sectionName: 'orders' } : {};
}
