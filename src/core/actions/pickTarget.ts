import type { AnalysedResource, Analysis } from '../analysis.ts';
import type { KindDefinition, PickedTarget, ReferenceRole, TemplateContext } from '../kinds/types.ts';
import type { GroupKind } from '../workspace/types.ts';
import type { ConnectionEnd } from './connectionEnd.ts';

/** Roles in which a target has one holder of a kind: a second Service before the same pods is seldom meant. */
const soleRoles: ReadonlySet<ReferenceRole> = new Set(['selects', 'scales', 'governs']);

interface NewResource {
  readonly definition: KindDefinition;
  readonly name: string;
  readonly namespace: string;
  /** True when a person (or a reference) has asked for this name. */
  readonly isNamed: boolean;
}

/**
 * What the template of a new resource may point at: what it was dropped on, else a fitting resource of its own
 * namespace, else one of another namespace where no ReferenceGrant is needed for that. Of several the one with
 * the new resource's name is taken, else the first that nothing of the kind refers to yet. `picked` lists what
 * the template took of the workspace.
 */
export function picker(
  analysis: Analysis,
  resource: NewResource,
  end: ConnectionEnd | undefined,
): { readonly pick: TemplateContext['pick']; readonly picked: readonly AnalysedResource[] } {
  const picked: AnalysedResource[] = [];
  const pick = (...kinds: readonly GroupKind[]): PickedTarget | undefined => {
    if (end !== undefined && kinds.some((each) => isOf(end, each)) && isInReach(resource, end, true)) {
      return targetOfEnd(end);
    }
    const chosen = choose(analysis, resource, kinds);
    if (chosen === undefined) return undefined;
    picked.push(chosen);
    const { group, kind, name, namespace, summary } = chosen;
    const port = summary.rows.find((row) => row.port !== undefined)?.port;
    return { group, kind, namespace, name, ...(port === undefined ? {} : { port }) };
  };
  return { pick, picked };
}

function choose(
  analysis: Analysis,
  resource: NewResource,
  kinds: readonly GroupKind[],
): AnalysedResource | undefined {
  const all = [...analysis.resources.values()];
  const fitting = kinds.flatMap((kind) => all.filter((each) => isOf(each, kind)));
  const isNear = (each: AnalysedResource) => each.namespace === resource.namespace || each.namespace === '';
  const candidates = [
    ...fitting.filter(isNear),
    ...fitting.filter((each) => !isNear(each) && isInReach(resource, each, false)),
  ];
  const role = roleOf(resource.definition, kinds);
  if (role === undefined || !soleRoles.has(role)) return candidates[0];
  const namesake = candidates.find((each) => each.name === resource.name);
  if (namesake !== undefined || (role === 'selects' && resource.isNamed)) return namesake;
  const taken = takenIn(analysis, resource.definition, role);
  const free = candidates.find((each) => !taken.has(each.id));
  return free ?? (role === 'governs' ? candidates[0] : undefined);
}

function roleOf(definition: KindDefinition, kinds: readonly GroupKind[]): ReferenceRole | undefined {
  return definition.references.find(({ to }) => kinds.some((kind) => to.some((each) => isOf(each, kind))))
    ?.role;
}

/** What resources of a kind refer to in a role already. */
function takenIn(analysis: Analysis, { group, kind }: GroupKind, role: ReferenceRole): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const edge of analysis.edges.values()) {
    if (edge.role !== role) continue;
    const holder = analysis.resources.get(edge.from);
    if (holder !== undefined && isOf(holder, { group, kind })) taken.add(edge.to);
  }
  return taken;
}

function targetOfEnd({ group, kind, namespace, name, row, rows }: ConnectionEnd): PickedTarget {
  const port = row?.port ?? rows.find((each) => each.port !== undefined)?.port;
  return {
    ...{ group, kind, namespace, name },
    ...(row?.section === undefined ? {} : { sectionName: row.section }),
    ...(port === undefined ? {} : { port }),
  };
}

function isOf(resource: GroupKind, kind: GroupKind): boolean {
  return resource.group === kind.group && resource.kind === kind.kind;
}

/** True when a declared reference of the new resource can say the target's namespace. */
function isInReach(
  { definition, namespace }: NewResource,
  target: GroupKind & { readonly namespace: string },
  mayNeedGrant: boolean,
): boolean {
  if (target.namespace === namespace || target.namespace === '') return true;
  return definition.references.some(
    (each) =>
      each.namespace === 'field' &&
      (mayNeedGrant || each.needsGrant !== true) &&
      each.to.some((kind) => isOf(target, kind)),
  );
}
