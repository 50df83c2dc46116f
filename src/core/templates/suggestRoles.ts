import type { AnalysedResource, Analysis } from '../analysis.ts';
import type { ResourceId } from '../workspace/types.ts';
import type { Pattern, PatternRole } from './types.ts';

/**
 * Who plays the roles of a pattern, going by what is selected: first what is selected itself, then what it is connected
 * to, the nearest first (of an HTTPRoute its Gateway and its first backend, of a Service the route before it). Where
 * several resources refer to what is selected, none is chosen: that is for the user to say. Roles that nothing fits are
 * absent; the pattern makes those.
 */
export function suggestRoles(
  pattern: Pattern,
  selection: readonly ResourceId[],
  analysis: Analysis,
): Readonly<Record<string, ResourceId>> {
  const roles: Record<string, ResourceId> = {};
  const taken = new Set<ResourceId>();
  const give = (role: PatternRole, id: ResourceId | undefined) => {
    if (id === undefined) return;
    roles[role.id] = id;
    taken.add(id);
  };
  for (const role of pattern.roles)
    give(
      role,
      selection.find((id) => !taken.has(id) && canPlay(role, analysis.resources.get(id))),
    );
  const walk = new Walk(analysis, selection);
  for (const role of pattern.roles) {
    if (roles[role.id] !== undefined || role.onlySelected === true) continue;
    give(
      role,
      walk.nearest((id) => !taken.has(id) && canPlay(role, analysis.resources.get(id))),
    );
  }
  return roles;
}

function canPlay({ kinds }: PatternRole, resource: AnalysedResource | undefined): boolean {
  return (
    resource !== undefined &&
    resource.stale === undefined &&
    kinds.some(({ group, kind }) => resource.group === group && resource.kind === kind)
  );
}

/** How a resource was come to: against references (it refers to what is selected), and whether along them after that. */
interface Step {
  readonly id: ResourceId;
  readonly isAlong: boolean;
}

/** The resources around a selection, by their distance. Once along references, the way does not turn back. */
class Walk {
  readonly #along = new Map<ResourceId, ResourceId[]>();
  readonly #against = new Map<ResourceId, ResourceId[]>();
  readonly #levels: readonly (readonly Step[])[];

  constructor(analysis: Analysis, selection: readonly ResourceId[]) {
    for (const { from, to } of analysis.edges.values()) {
      note(this.#along, from, to);
      note(this.#against, to, from);
    }
    this.#levels = this.#walk(selection);
  }

  /** The nearest that is wanted; undefined where several that are as near only have in common that they refer to it. */
  nearest(isWanted: (id: ResourceId) => boolean): ResourceId | undefined {
    for (const level of this.#levels) {
      const found = level.filter(({ id }) => isWanted(id));
      const [first] = found;
      if (first === undefined) continue;
      const along = found.find(({ isAlong }) => isAlong);
      return along === undefined && found.length > 1 ? undefined : (along ?? first).id;
    }
    return undefined;
  }

  #walk(selection: readonly ResourceId[]): readonly (readonly Step[])[] {
    const seen = new Set<string>(selection);
    const levels: Step[][] = [];
    let level: readonly Step[] = selection.map((id) => ({ id, isAlong: false }));
    while (level.length > 0) {
      const next: Step[] = [];
      const visit = (id: ResourceId, isAlong: boolean) => {
        if (seen.has(id)) return;
        seen.add(id);
        next.push({ id, isAlong });
      };
      for (const { id } of level) for (const to of this.#along.get(id) ?? []) visit(to, true);
      for (const { id, isAlong } of level)
        if (!isAlong) for (const from of this.#against.get(id) ?? []) visit(from, false);
      levels.push(next);
      level = next;
    }
    return levels;
  }
}

function note(map: Map<ResourceId, ResourceId[]>, key: ResourceId, value: ResourceId): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
