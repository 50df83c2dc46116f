import { useMemo, useState } from 'react';
import type { ResourceId } from '../../core/workspace/types.ts';
import { type Frame, framesOf } from '../../state/canvas/frames.ts';
import { rectsOf } from '../../state/canvas/reconcileLayout.ts';
import type { Rect } from '../../state/canvas/spatial.ts';
import type { CanvasModel, Position } from '../../state/canvas/types.ts';
import { useView, useWorkspace } from '../../state/react.tsx';
import { useGesture, useScene } from './canvasContext.ts';
import { createFlowEdges, createFlowNodes, type FlowNode, type LinkEdgeType } from './flowElements.ts';

const noFrames: readonly Frame[] = [];

/** Above this many, lines are drawn together when the canvas is seen from far away. */
const mostFarLinks = 250;
const noEdges: LinkEdgeType[] = [];

export interface FlowElements {
  readonly nodes: FlowNode[];
  readonly edges: LinkEdgeType[];
  /** What `FarLinks` draws in the place of edges. */
  readonly far: { readonly model: CanvasModel; readonly rects: ReadonlyMap<ResourceId, Rect> } | null;
}

/** What React Flow shows now. */
export function useFlowElements(): FlowElements {
  const [buildNodes] = useState(createFlowNodes);
  const [buildEdges] = useState(createFlowEdges);
  const { model, layout } = useScene((state) => state);
  const manual = useWorkspace((workspace) => workspace.layout);
  const dragged = useGesture((state) => state.dragged);
  const selection = useView((view) => view.selection);
  const selectedEdges = useView((view) => view.selectedEdges);
  const hasFrames = useView((view) => view.frames);

  const rects = useMemo(
    () => withDragged(rectsOf(layout, manual, model.cards), dragged),
    [layout, manual, model, dragged],
  );
  const frames = useMemo(
    () => (hasFrames ? framesOf(model.cards.values(), (id) => rects.get(id)) : noFrames),
    [hasFrames, model, rects],
  );
  const isBatched = useGesture((state) => state.isFar) && model.links.size > mostFarLinks;
  const edges = useMemo(
    () => (isBatched ? noEdges : buildEdges(model.links, rects, new Set(selectedEdges))),
    [isBatched, buildEdges, model, rects, selectedEdges],
  );
  const nodes = useMemo(
    () => buildNodes({ cards: model.cards, rects, selected: new Set(selection), frames, edges }),
    [buildNodes, model, rects, selection, frames, edges],
  );
  const far = useMemo(() => (isBatched ? { model, rects } : null), [isBatched, model, rects]);
  return { nodes, edges, far };
}

/** Where cards are while they are being dragged. */
function withDragged(
  rects: ReadonlyMap<ResourceId, Rect>,
  dragged: ReadonlyMap<string, Position> | null,
): ReadonlyMap<ResourceId, Rect> {
  if (dragged === null) return rects;
  const now = new Map(rects);
  for (const [id, place] of dragged) {
    const rect = now.get(id as ResourceId);
    if (rect !== undefined) now.set(id as ResourceId, { ...rect, ...place });
  }
  return now;
}
