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
const noNodes: FlowNode[] = [];

export interface FlowElements {
  readonly nodes: FlowNode[];
  readonly edges: LinkEdgeType[];
  /** Everything there is, with its places. */
  readonly picture: {
    readonly model: CanvasModel;
    readonly rects: ReadonlyMap<ResourceId, Rect>;
    readonly frames: readonly Frame[];
  };
  /** What is drawn as one picture instead of as nodes and edges. */
  readonly drawn: 'nothing' | 'links' | 'all';
}

/** What React Flow shows now. */
export function useFlowElements(): FlowElements {
  const [buildNodes] = useState(createFlowNodes);
  const [buildEdges] = useState(createFlowEdges);
  const { model, layout, phase } = useScene((state) => state);
  const manual = useWorkspace((workspace) => workspace.layout);
  const dragged = useGesture((state) => state.dragged);
  const selection = useView((view) => view.selection);
  const selectedEdges = useView((view) => view.selectedEdges);
  const hasFrames = useView((view) => view.frames);
  const isFar = useGesture((state) => state.isFar);
  const isOverview = useGesture((state) => state.isOverview);
  const isReady = phase === 'ready';
  const drawn = isOverview ? 'all' : isFar && model.links.size > mostFarLinks ? 'links' : 'nothing';

  const rects = useMemo(
    () => withDragged(rectsOf(layout, manual, model.cards), dragged),
    [layout, manual, model, dragged],
  );
  const frames = useMemo(
    () => (hasFrames ? framesOf(model.cards.values(), (id) => rects.get(id)) : noFrames),
    [hasFrames, model, rects],
  );
  const edges = useMemo(
    () => (isReady && drawn === 'nothing' ? buildEdges(model.links, rects, new Set(selectedEdges)) : noEdges),
    [isReady, drawn, buildEdges, model, rects, selectedEdges],
  );
  const nodes = useMemo(
    () =>
      drawn === 'all' || !isReady
        ? noNodes
        : buildNodes({ cards: model.cards, rects, selected: new Set(selection), frames, edges }),
    [isReady, drawn, buildNodes, model, rects, selection, frames, edges],
  );
  const picture = useMemo(() => ({ model, rects, frames }), [model, rects, frames]);
  return { nodes, edges, picture, drawn };
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
