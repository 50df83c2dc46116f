import { Background, ConnectionMode, ReactFlow, useReactFlow, useStoreApi } from '@xyflow/react';
import { type CSSProperties, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { cardMetrics } from '../../state/canvas/cardSize.ts';
import { useView } from '../../state/react.tsx';
import styles from './Canvas.module.css';
import { CanvasMenu } from './CanvasMenu.tsx';
import { CanvasMinimap } from './CanvasMinimap.tsx';
import { CanvasToolbar } from './CanvasToolbar.tsx';
import { CardNode } from './CardNode.tsx';
import { useCanvasTools, useGesture, useScene } from './canvasContext.ts';
import { cardRects } from './cardFocus.ts';
import { type DragSurface, startConnectDrag } from './connectDrag.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { FarLinks } from './FarLinks.tsx';
import { FindBar } from './FindBar.tsx';
import { FocusTrail } from './FocusTrail.tsx';
import { FrameNode } from './FrameNode.tsx';
import type { FlowNode, LinkEdgeType } from './flowElements.ts';
import { GhostNode } from './GhostNode.tsx';
import { LinkEdge } from './LinkEdge.tsx';
import { menuPointOf } from './menuPoint.ts';
import { OfferOverlay } from './OfferOverlay.tsx';
import { OptionPicker } from './OptionPicker.tsx';
import { OverviewLayer } from './OverviewLayer.tsx';
import { createAt } from './offers.ts';
import { pointOf } from './pointUnder.ts';
import { TroubleCard } from './TroubleCard.tsx';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useClipboard } from './useClipboard.ts';
import { useFlowChanges } from './useFlowChanges.ts';
import { useFlowElements } from './useFlowElements.ts';
import { useFocusFollowsSelection } from './useFocusFollowsSelection.ts';
import { useHover } from './useHover.ts';
import { usePaletteDrop } from './usePaletteDrop.ts';
import { useViewportMoves, useViewportWishes, zoomRange } from './useViewportWishes.ts';

const nodeTypes = { card: CardNode, ghost: GhostNode, frame: FrameNode };
const edgeTypes = { link: LinkEdge };
const additiveKeys = ['Shift', 'Meta', 'Control'];
const zoomKeys = ['Meta', 'Control'];
/** Mouse buttons that pan: the middle one always, the left one with the hand. */
const panButtons = { select: [1], hand: [0, 1] };
/** Above this many cards only those in view are in the page. */
const renderAllUpTo = 120;

/** The numbers of `cardSize.ts` for the stylesheet. */
const metrics = {
  '--card-header': `${cardMetrics.header}px`,
  '--card-row': `${cardMetrics.row}px`,
  '--card-chip-line': `${cardMetrics.chipLine}px`,
  '--card-dock-line': `${cardMetrics.dockLine}px`,
  '--card-dock-padding': `${cardMetrics.dockPadding}px`,
  '--card-action': `${cardMetrics.action}px`,
} as CSSProperties;

/** React Flow with everything around it. */
export function FlowSurface({ onOpenSample }: { readonly onOpenSample: () => void }) {
  const tools = useCanvasTools();
  const root = useRef<HTMLElement>(null);
  const { surface, line, hint } = useDragSurface(root);
  const { nodes, edges, picture, drawn } = useFlowElements();
  const changes = useFlowChanges();
  const hover = useHover();
  const panning = usePanning(root);
  const tool = useView((view) => view.tool);
  const isFar = useGesture((state) => state.isFar);
  const isOffering = useGesture((state) => state.offer !== null);
  const phase = useScene((state) => state.phase);
  useViewportWishes();
  useFocusFollowsSelection(root);
  const keys = useCanvasKeys(root);
  const clipboard = useClipboard(root);
  const drop = usePaletteDrop(tools, surface);
  const doubleClicks = useDoubleClicks(surface);
  const menus = useMenus();
  const goToCard = useGoToCard(surface);
  return (
    <section
      ref={root}
      className={styles.canvas}
      style={metrics}
      aria-label="Topology"
      aria-describedby="canvas-keys"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one widget with keys of its own
      tabIndex={0}
      data-focus-home
      data-far={isFar || undefined}
      data-offering={isOffering || undefined}
      data-tool={tool}
      data-phase={phase}
      data-large={picture.rects.size > renderAllUpTo || undefined}
      onPointerDown={(event) =>
        surface.current && startConnectDrag(tools, surface.current, event.nativeEvent)
      }
      {...keys}
      {...clipboard}
      {...drop}
    >
      {drawn === 'all' ? <OverviewLayer {...picture} /> : null}
      <ReactFlow<FlowNode, LinkEdgeType>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={changes.onNodesChange}
        onEdgesChange={changes.onEdgesChange}
        onNodeDragStart={changes.onNodeDragStart}
        onNodeDragStop={changes.onDragStop}
        onSelectionDragStop={changes.onDragStop}
        onSelectionStart={changes.onSelectionStart}
        onSelectionEnd={changes.onSelectionEnd}
        onPaneClick={drawn === 'all' ? goToCard : changes.onPaneClick}
        {...hover}
        {...panning}
        {...menus}
        {...doubleClicks}
        connectionMode={ConnectionMode.Loose}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={additiveKeys}
        zoomActivationKeyCode={zoomKeys}
        panActivationKeyCode="Space"
        nodesDraggable={tool === 'select'}
        selectionOnDrag={tool === 'select'}
        panOnDrag={panButtons[tool]}
        panOnScroll
        zoomOnDoubleClick={false}
        selectNodesOnDrag={false}
        nodeDragThreshold={3}
        minZoom={zoomRange.min}
        maxZoom={zoomRange.max}
        onlyRenderVisibleElements={picture.rects.size > renderAllUpTo}
        attributionPosition="bottom-left"
      >
        {/* Seen from far away the dots would be noise, and thousands of them to paint. */}
        {isFar ? null : <Background className={styles.dots ?? ''} gap={24} size={1.4} />}
        {drawn === 'links' ? <FarLinks model={picture.model} rects={picture.rects} /> : null}
      </ReactFlow>
      <OfferOverlay line={line} hint={hint} />
      <FocusTrail />
      <FindBar />
      <EmptyCanvas onOpenSample={onOpenSample} />
      {phase === 'ready' ? <CanvasMinimap {...picture} /> : null}
      <CanvasToolbar />
      <CanvasMenu surface={surface} />
      <OptionPicker />
      <TroubleCard />
      <p id="canvas-keys" hidden>
        Tab and arrow keys go from card to card. Control with an arrow follows a connection, square brackets
        step through the connections of a card. Enter selects, M moves with the arrows, N adds, C connects,
        Delete removes. Question mark shows all keys.
      </p>
    </section>
  );
}

/** While the view moves nothing is pointed at, and a large canvas moves as one picture. */
function usePanning(root: React.RefObject<HTMLElement | null>) {
  const { gestures } = useCanvasTools();
  return useMemo(() => {
    const set = (isPanning: boolean) => {
      if (gestures.getState().isPanning !== isPanning) gestures.setState({ isPanning });
      root.current?.toggleAttribute('data-panning', isPanning);
    };
    return { onMoveStart: () => set(true), onMoveEnd: () => set(false) };
  }, [gestures, root]);
}

/** What a drag draws in, filled once the page is there. */
function useDragSurface(root: React.RefObject<HTMLElement | null>) {
  const surface = useRef<DragSurface | null>(null);
  const line = useRef<SVGPathElement>(null);
  const hint = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    if (root.current === null || line.current === null || hint.current === null) return;
    surface.current = {
      root: root.current,
      line: line.current,
      hint: hint.current,
      toCanvas: (point) => flow.screenToFlowPosition(point),
      panBy: (delta) => void store.getState().panBy(delta),
    };
  }, [root, flow, store]);
  return { surface, line, hint };
}

/** A double click on nothing adds something there; one on a card goes to its text. */
function useDoubleClicks(surface: React.RefObject<DragSurface | null>) {
  const tools = useCanvasTools();
  const { studio } = tools;
  return {
    onNodeDoubleClick: (event: MouseEvent, node: FlowNode) => {
      const point = pointOf(event.target as Element);
      if (node.type !== 'frame' && point !== null) studio.select([point.id], { focusEditor: true });
    },
    onDoubleClick: (event: MouseEvent) => {
      if (!(event.target as Element).classList.contains('react-flow__pane')) return;
      const at = surface.current?.toCanvas({ x: event.clientX, y: event.clientY });
      if (at !== undefined) {
        studio.setView({ dialog: createAt(tools, { x: Math.round(at.x), y: Math.round(at.y) }) });
      }
    },
  };
}

/** A click on the overview selects the card there and goes to it. */
function useGoToCard(surface: React.RefObject<DragSurface | null>) {
  const tools = useCanvasTools();
  const moves = useViewportMoves();
  return (event: MouseEvent) => {
    const at = surface.current?.toCanvas({ x: event.clientX, y: event.clientY });
    if (at === undefined) return;
    for (const [id, { x, y, width, height }] of cardRects(tools)) {
      if (at.x < x || at.y < y || at.x > x + width || at.y > y + height) continue;
      tools.studio.select([id]);
      moves.zoomTo([id]);
      return;
    }
    tools.studio.select([], { quiet: true });
  };
}

/** Right-clicks, and the menu key. */
function useMenus() {
  const { gestures } = useCanvasTools();
  return {
    onNodeContextMenu: (event: MouseEvent, node: FlowNode) => {
      event.preventDefault();
      const point = pointOf(event.target as Element);
      if (node.type !== 'frame' && point !== null) {
        gestures.setState({ menu: { at: menuPointOf(event), subject: { type: 'card', point } } });
      }
    },
    onEdgeContextMenu: (event: MouseEvent, edge: LinkEdgeType) => {
      event.preventDefault();
      gestures.setState({ menu: { at: menuPointOf(event), subject: { type: 'link', id: edge.id } } });
    },
    onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => {
      event.preventDefault();
      gestures.setState({ menu: { at: menuPointOf(event), subject: { type: 'canvas' } } });
    },
  };
}
