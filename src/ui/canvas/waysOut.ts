import type { CanvasLink } from '../../state/canvas/types.ts';
import type { Studio } from '../../state/types.ts';
import { createGhost } from '../kit/createGhost.ts';

/** One way to mend a reference. */
export interface WayOut {
  readonly label: string;
  readonly isMain?: boolean;
  run(): void;
}

/** What can be done about a reference that does not work, the likeliest first. */
export function waysOut(studio: Studio, { edge }: CanvasLink): readonly WayOut[] {
  const ways: WayOut[] = [];
  if (edge.grant === 'missing') {
    ways.push({
      label: 'Add the grant',
      isMain: true,
      run: () => void studio.run('add-grant', { edge: edge.id }),
    });
  }
  if (edge.state === 'missing') {
    ways.push({ label: 'Create it', isMain: true, run: () => createGhost(studio, edge.to) });
  }
  ways.push({ label: 'Show in YAML', run: () => studio.selectEdges([edge.id]) });
  ways.push({ label: 'Remove', run: () => void studio.run('disconnect', { edges: [edge.id] }) });
  return ways;
}
