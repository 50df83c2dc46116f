import type { ResourceId } from '../../core/workspace/types.ts';
import { countWords } from '../../state/canvas/health.ts';
import type { CanvasTools } from './canvasContext.ts';

/** Ends a drag: the cards stay where they were taken, as one step of undo. */
export function commitDragged({ studio, gestures, scene }: CanvasTools): void {
  const { dragged } = gestures.getState();
  if (dragged !== null && dragged.size > 0) {
    const [only] = dragged.keys();
    const card = dragged.size === 1 ? scene.store.getState().model.cards.get(only as ResourceId) : undefined;
    const what = card === undefined ? countWords(dragged.size, 'card') : `${card.kind} ${card.name}`;
    studio.move(Object.fromEntries(dragged), `Move ${what}`);
  }
  gestures.setState({ dragged: null });
}
