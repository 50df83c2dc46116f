import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useMemo } from 'react';
import type { ResourceId } from '../../core/workspace/types.ts';
import { countWords } from '../../state/canvas/health.ts';
import { placeOf } from '../../state/canvas/reconcileLayout.ts';
import type { Position } from '../../state/canvas/types.ts';
import { type CanvasTools, useCanvasTools } from './canvasContext.ts';
import type { FlowNode, LinkEdgeType } from './flowElements.ts';
import { commitDragged } from './moveCards.ts';

/** What React Flow reports of drags and selections, as moves and selections of the studio. */
export function useFlowChanges(): FlowChanges {
  const tools = useCanvasTools();
  return useMemo(() => new FlowChanges(tools), [tools]);
}

class FlowChanges {
  readonly #tools: CanvasTools;
  /** Where the cards of a frame, and the frame itself, were when its label was taken. */
  #frame: { readonly start: Position; readonly cards: ReadonlyMap<string, Position> } | undefined;
  #isMarquee = false;

  constructor(tools: CanvasTools) {
    this.#tools = tools;
  }

  readonly onNodesChange = (changes: NodeChange<FlowNode>[]): void => {
    this.#follow(changes);
    const selects = changes.filter((change) => change.type === 'select');
    if (selects.length > 0) this.#select(selects);
  };

  readonly onEdgesChange = (changes: EdgeChange<LinkEdgeType>[]): void => {
    if (this.#isMarquee) return;
    const { studio } = this.#tools;
    const before = studio.view.getState().selectedEdges;
    const now = new Set(before);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected) now.add(change.id);
      else now.delete(change.id);
    }
    if (sameMembers(before, now)) return;
    studio.selectEdges([...now]);
    const [only] = now;
    const link =
      now.size === 1 && only !== undefined
        ? this.#tools.scene.store.getState().model.links.get(only)
        : undefined;
    if (link !== undefined) studio.announce(link.label);
  };

  readonly onNodeDragStart = (_event: unknown, node: FlowNode): void => {
    this.#tools.gestures.setState({ hovered: null });
    if (node.type !== 'frame') return;
    const cards = new Map(node.data.frame.cards.flatMap((id) => this.#entry(id)));
    this.#frame = { start: node.position, cards };
  };

  readonly onDragStop = (): void => {
    this.#frame = undefined;
    commitDragged(this.#tools);
  };

  readonly onSelectionStart = (): void => {
    this.#isMarquee = true;
  };

  readonly onSelectionEnd = (): void => {
    this.#isMarquee = false;
    const { studio } = this.#tools;
    const { selection } = studio.view.getState();
    studio.select(selection);
    studio.announce(
      selection.length === 0 ? 'Nothing selected' : `${countWords(selection.length, 'card')} selected`,
    );
  };

  /** Clears what React Flow does not know to be selected: docked policies, and cards of the overview. */
  readonly onPaneClick = (): void => {
    const { studio } = this.#tools;
    const { selection, selectedEdges } = studio.view.getState();
    if (selection.length + selectedEdges.length > 0) studio.select([], { quiet: true });
  };

  #follow(changes: readonly NodeChange<FlowNode>[]): void {
    const { gestures } = this.#tools;
    const moved = changes.filter((change) => change.type === 'position' && change.dragging === true);
    if (moved.length === 0) return;
    const dragged = new Map(gestures.getState().dragged);
    for (const change of moved) {
      if (change.type !== 'position' || change.position === undefined) continue;
      if (!change.id.startsWith('frame ')) {
        dragged.set(change.id, rounded(change.position));
        continue;
      }
      const { start, cards } = this.#frame ?? {};
      if (start === undefined || cards === undefined) continue;
      for (const [id, place] of cards) {
        const [x, y] = [place.x + change.position.x - start.x, place.y + change.position.y - start.y];
        dragged.set(id, rounded({ x, y }));
      }
    }
    gestures.setState({ dragged });
  }

  #select(changes: readonly { readonly id: string; readonly selected: boolean }[]): void {
    const { studio, scene, gestures } = this.#tools;
    const { cards } = scene.store.getState().model;
    const before = studio.view.getState().selection;
    const now = new Set<ResourceId>(before.filter((id) => cards.has(id)));
    for (const { id, selected } of changes) {
      if (selected) now.add(id as ResourceId);
      else now.delete(id as ResourceId);
    }
    if (sameMembers(before, now)) return;
    const [only] = now;
    studio.select([...now], { quiet: this.#isMarquee });
    if (this.#isMarquee) return;
    if (now.size === 1 && only !== undefined) {
      gestures.setState({ current: only });
      studio.announce(`${cards.get(only)?.label ?? ''}, selected`);
    } else studio.announce(now.size === 0 ? 'Nothing selected' : `${countWords(now.size, 'card')} selected`);
  }

  #entry(id: ResourceId): readonly (readonly [string, Position])[] {
    const { scene, studio } = this.#tools;
    const place = placeOf(scene.store.getState().layout, studio.workspace.getState().layout, id);
    return place === undefined ? [] : [[id, place]];
  }
}

function rounded({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}

function sameMembers<T>(list: readonly T[], set: ReadonlySet<T>): boolean {
  return list.length === set.size && list.every((item) => set.has(item));
}
