import { isMap, isSet, readList, readText } from '../../kinds/reading.ts';
import type { Path } from '../../yaml/path.ts';
import type { PatternDesk, PatternReference, PatternTarget } from '../types.ts';
import { together, type Yaml, yaml } from '../yaml.ts';
import { upstreamOf } from './ensureApp.ts';
import { backendRef, type Upstream } from './referTo.ts';

/** A rule for all below a path, with filters if there are any. */
export function pathRule(
  path: string,
  app: Upstream,
  namespace: string,
  filters: readonly Yaml[] = [],
): Yaml {
  return yaml`
    matches:
      - path:
          type: PathPrefix
          value: ${path}
    ${filters.length > 0 && filterList(filters)}
    backendRefs:
      - ${backendRef(app, namespace)}
  `;
}

function filterList(filters: readonly Yaml[]): Yaml {
  return yaml`
    filters:
      ${together(...filters.map((filter) => yaml`- ${filter}`))}
  `;
}

/** The position of the rule that is for all below just this path, or -1. */
export function ruleOfPath(desk: PatternDesk, route: PatternTarget, path: string): number {
  return rulesOf(desk, route).findIndex((rule) => {
    const [match, ...others] = readList(rule, 'matches');
    const type = readText(match, 'path', 'type') ?? 'PathPrefix';
    const keys = isMap(match) ? Object.keys(match) : [];
    return (
      others.length === 0 &&
      type === 'PathPrefix' &&
      keys.length === 1 &&
      readText(match, 'path', 'value') === path
    );
  });
}

/** The rules of a route as they are now. */
export function rulesOf(desk: PatternDesk, route: PatternTarget): readonly unknown[] {
  return readList(desk.read(route, ['spec']), 'rules');
}

/** Puts a filter behind those that a rule has; the first one stands above the backends, as people write it. */
export function addFilter(desk: PatternDesk, route: PatternTarget, rule: number, filter: Yaml): void {
  const at = ['spec', 'rules', rule, 'filters'];
  if (isSet(rulesOf(desk, route)[rule], 'filters')) desk.insert(route, at, filter);
  else desk.set(route, at, yaml`- ${filter}`, ['name', 'matches']);
}

/** The first backend that a route sends to; refuses where there is none in the workspace. */
export function firstBackend(desk: PatternDesk, route: PatternTarget): Upstream | undefined {
  const target = backendsOf(desk, route).find((each) => each.target !== undefined)?.target;
  if (target !== undefined) return upstreamOf(desk, target);
  desk.refuse(`${route.kind} ${route.name} sends to nothing in this workspace. Give it a backend first.`);
  return undefined;
}

/** Where a route names a backend: the rule, the list in it and the position there. */
export interface BackendPlace {
  readonly rule: number;
  /** `spec.rules[0].backendRefs` */
  readonly list: Path;
  readonly index: number;
}

/** Every place where a route sends to an upstream; refuses where there is none. */
export function rulesSendingTo(
  desk: PatternDesk,
  route: PatternTarget,
  { target }: Upstream,
): readonly BackendPlace[] {
  const places = backendsOf(desk, route).flatMap((each) => {
    const [, , rule] = each.path;
    const index = each.path.at(-1);
    const isIt = each.target?.id === target.id && typeof index === 'number' && typeof rule === 'number';
    return isIt ? [{ rule, list: each.path.slice(0, -1), index }] : [];
  });
  if (places.length === 0) {
    desk.refuse(
      `${route.kind} ${route.name} does not send to ${target.kind} ${target.name}. Choose one of its backends, or connect them first.`,
    );
  }
  return places;
}

/** The backends of the rules of a route. */
export function backendsOf(desk: PatternDesk, route: PatternTarget): readonly PatternReference[] {
  return desk.references(route).filter(({ reference }) => reference === 'backendRef');
}
