import type { ResourceId } from '../../core/workspace/types.ts';
import type { Studio } from '../../state/types.ts';

/** Creates the resource that a ghost stands for, with the very name and namespace that is referred to. */
export function createGhost(studio: Studio, id: ResourceId): void {
  const ghost = studio.analysis.getState().ghosts.get(id);
  if (ghost === undefined) return;
  const { group, kind, namespace, name } = ghost;
  void studio.run(
    'create',
    { kind: { group, kind }, name, ...(namespace === '' ? {} : { namespace }) },
    { origin: 'canvas' },
  );
}
