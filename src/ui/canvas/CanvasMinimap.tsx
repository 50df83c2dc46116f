import { MiniMap } from '@xyflow/react';
import { memo } from 'react';
import styles from './CanvasMinimap.module.css';
import { useScene } from './canvasContext.ts';
import type { FlowNode } from './flowElements.ts';

/** The whole in small, in the colours of the families. */
export const CanvasMinimap = memo(function CanvasMinimap() {
  const isEmpty = useScene((state) => state.model.cards.size < 2 || state.phase !== 'ready');
  if (isEmpty) return null;
  return (
    <MiniMap<FlowNode>
      className={styles.map ?? ''}
      style={size}
      nodeColor={colourOf}
      nodeStrokeWidth={0}
      nodeBorderRadius={16}
      maskColor="color-mix(in srgb, var(--canvas) 72%, transparent)"
      maskStrokeColor="var(--border-strong)"
      maskStrokeWidth={2}
      offsetScale={3}
      pannable
      zoomable
      ariaLabel="Overview"
    />
  );
});

/** React Flow computes with these. */
const size = { width: 168, height: 112 };

function colourOf(node: FlowNode): string {
  if (node.type === 'frame') return 'color-mix(in srgb, var(--border) 45%, transparent)';
  return node.data.card.isGhost ? 'var(--border-strong)' : `var(--family-${node.data.card.family})`;
}
