import { Background, ConnectionMode, ReactFlow, SelectionMode } from '@xyflow/react';
import { type CSSProperties, useRef } from 'react';
import { cardMetrics } from '../../state/canvas/cardSize.ts';
import styles from './Canvas.module.css';
import { CanvasMenu } from './CanvasMenu.tsx';
import { CanvasMinimap } from './CanvasMinimap.tsx';
import { CanvasToolbar } from './CanvasToolbar.tsx';
import { CardNode } from './CardNode.tsx';
import { useCanvasTools, useGesture, useScene } from './canvasContext.ts';
import { startConnectDrag } from './connectDrag.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { FarLinks } from './FarLinks.tsx';
import { FindBar } from './FindBar.tsx';
import { FocusTrail } from './FocusTrail.tsx';
import { FrameNode } from './FrameNode.tsx';
import type { FlowNode, LinkEdgeType } from './flowElements.ts';
import { GhostNode } from './GhostNode.tsx';
import { LinkEdge } from './LinkEdge.tsx';
import { OfferOverlay } from './OfferOverlay.tsx';
import { OptionPicker } from './OptionPicker.tsx';
import { OverviewLayer } from './OverviewLayer.tsx';
import { TroubleCard } from './TroubleCard.tsx';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useClipboard } from './useClipboard.ts';
import { useDragSurface } from './useDragSurface.ts';
import { useFlowChanges } from './useFlowChanges.ts';
import { useFlowElements } from './useFlowElements.ts';
import { useFocusFollowsSelection } from './useFocusFollowsSelection.ts';
import { useHover } from './useHover.ts';
import { usePaletteDrop } from './usePaletteDrop.ts';
import { useDoubleClicks, useGoToCard, useMenus, useRowReveal } from './usePointerDeeds.ts';
import { usePanning, useTool } from './useTool.ts';
import { useViewportWishes, zoomRange } from './useViewportWishes.ts';

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
  const tool = useTool();
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
  const revealRow = useRowReveal();
  const goToCard = useGoToCard(surface);
  return (
    <section
      ref={root}
      className={styles.canvas}
      style={metrics}
      role="application"
      aria-roledescription="canvas"
      aria-label="Topology"
      aria-describedby="canvas-keys"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one widget with keys of its own
      tabIndex={0}
      data-focus-home
      data-far={isFar || undefined}
      data-offering={isOffering || undefined}
      data-tool={tool}
      data-frames={picture.frames.length > 0 || undefined}
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
        onNodeClick={revealRow}
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
        panActivationKeyCode={null}
        selectionMode={SelectionMode.Partial}
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
