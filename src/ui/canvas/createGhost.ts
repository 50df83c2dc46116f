import type { ResourceId } from '../../core/workspace/types.ts';
import type { Studio } from '../../state/types.ts';

/** Makes the resource that a ghost stands for, with exactly the name and namespace that is referred to. */
export async function createGhost(studio: Studio, id: ResourceId): Promise<void> {
  const ghost = studio.analysis.getState().ghosts.get(id);
  if (ghost === undefined) return;
  const { group, kind, namespace, name } = ghost;
  await studio.run('create', { kind: { group, kind }, name, ...(namespace === '' ? {} : { namespace }) });
}
