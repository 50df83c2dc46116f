import type { AnalysedResource } from '../analysis.ts';
import { isClusterScoped } from '../kinds/registry.ts';
import { type ResourceId, resourceId } from '../workspace/types.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { followMoves } from './followMoves.ts';
import { moveNamespace } from './moveNamespace.ts';
import { refuseName, refuseNamespace } from './names.ts';
import { renumber } from './renumber.ts';
import type { Action, ActionContext, ActionResult, Refusal } from './types.ts';
import { fullNameOf, nameOf } from './words.ts';

/** Gives a resource a new name or namespace; every reference to it follows. */
export const rename: Action<'rename', ActionArgTable['rename']> = {
  name: 'rename',
  run(context, args) {
    const draft = new Draft(context);
    const resource = draft.resource(args.id);
    if (resource === undefined) return draft.finish({ label: 'Rename' });
    const name = args.name ?? resource.name;
    const namespace = args.namespace ?? resource.namespace;
    if (name === resource.name && namespace === resource.namespace) {
      return { label: `Rename ${nameOf(resource)}`, files: [] };
    }
    const refusal = refuseRename(context, resource, name, namespace);
    if (refusal !== undefined) return refusal;
    const isNamespace = resource.group === '' && resource.kind === 'Namespace';
    return isNamespace ? renameNamespace(draft, resource, name) : move(draft, resource, name, namespace);
  },
};

function refuseRename(
  context: ActionContext,
  resource: AnalysedResource,
  name: string,
  namespace: string,
): Refusal | undefined {
  const reason = name === resource.name ? undefined : refuseName(resource, name);
  if (reason !== undefined) return reason;
  if (namespace !== resource.namespace) {
    if (isClusterScoped(resource.group, resource.kind) === true) {
      return { refused: `A ${resource.kind} is in no namespace, so it cannot be moved to one.` };
    }
    const bad = refuseNamespace(namespace);
    if (bad !== undefined) return bad;
  }
  const id = resourceId(resource.group, resource.kind, namespace, name);
  if (!context.analysis.resources.has(id)) return undefined;
  return {
    refused: `There is ${fullNameOf({ ...resource, name, namespace })} already. Choose another name.`,
  };
}

function move(draft: Draft, resource: AnalysedResource, name: string, namespace: string): ActionResult {
  const id = resourceId(resource.group, resource.kind, namespace, name);
  const spot = draft.spotOf(resource);
  if (name !== resource.name) draft.setKey(spot, ['metadata'], 'name', name);
  if (namespace !== resource.namespace) draft.setKey(spot, ['metadata'], 'namespace', namespace, ['name']);
  const followed = followMoves(draft, resource, { name, namespace });
  return draft.finish({
    label: labelOf(resource, name, namespace, followed),
    select: [id],
    renamed: [[resource.id, id], ...renumber(draft.context.analysis, new Set([resource.id]))],
  });
}

function renameNamespace(draft: Draft, resource: AnalysedResource, name: string): ActionResult {
  const id = resourceId('', 'Namespace', '', name);
  draft.setKey(draft.spotOf(resource), ['metadata'], 'name', name);
  const moved = moveNamespace(draft, resource.name, name);
  const renamed: [ResourceId, ResourceId][] = [[resource.id, id], ...moved];
  const label = `Rename ${nameOf(resource)} to ${name}`;
  const rest =
    moved.length === 0
      ? ''
      : moved.length === 1
        ? ', with what is in it'
        : `, with the ${moved.length} resources in it`;
  return draft.finish({ label: label + rest, select: [id], renamed });
}

function labelOf(resource: AnalysedResource, name: string, namespace: string, followed: number): string {
  const to = name === resource.name ? '' : ` to ${name}`;
  const verb = to === '' ? 'Move' : 'Rename';
  const where = namespace === resource.namespace ? '' : `${to === '' ? ' to' : ' in'} namespace ${namespace}`;
  const references =
    followed === 0 ? '' : followed === 1 ? '; 1 reference follows' : `; ${followed} references follow`;
  return `${verb} ${nameOf(resource)}${to}${where}${references}`;
}
