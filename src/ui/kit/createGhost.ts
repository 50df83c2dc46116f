import type { ResourceId } from '../../core/workspace/types.ts';
import type { Studio } from '../../state/types.ts';
import { createAbsent } from './createAbsent.ts';

/** Makes the resource that a ghost stands for. */
export function createGhost(studio: Studio, id: ResourceId): void {
  const ghost = studio.analysis.getState().ghosts.get(id);
  if (ghost !== undefined) void createAbsent(studio, ghost, 'canvas');
}
