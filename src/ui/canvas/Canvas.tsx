/**
 * The canvas: the topology as cards and lines, and every gesture on it. The only room that knows React Flow,
 * which is controlled: what is shown comes from `state/canvas`, a gesture leaves at most one action or one
 * move behind, and nothing is ever kept twice. It never reads or writes YAML itself.
 */
import { ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo } from 'react';
import { createCanvasScene } from '../../state/canvas/createCanvasScene.ts';
import { createPlacesStorage } from '../../state/canvas/placesStorage.ts';
import { useStudio } from '../../state/react.tsx';
import type { Studio } from '../../state/types.ts';
import { createLayoutEngine } from '../../worker/layout/createLayoutEngine.ts';
import { createLayoutWorker } from '../../worker/layout/layoutWorker.ts';
import { CanvasContext, type CanvasTools } from './canvasContext.ts';
import { createHighlight } from './createHighlight.ts';
import { FlowSurface } from './FlowSurface.tsx';
import { createGestures } from './gestures.ts';

interface CanvasProps {
  /** Opens the sample; offered when the workspace is empty. */
  readonly onOpenSample: () => void;
}

/** The canvas of the studio around it. Fills its parent. */
export function Canvas({ onOpenSample }: CanvasProps) {
  const studio = useStudio();
  const tools = useMemo(() => toolsOf(studio), [studio]);
  useEffect(() => {
    const stops = [tools.scene.follow(), tools.highlight.follow()];
    return () => {
      for (const stop of stops) stop();
    };
  }, [tools]);
  return (
    <CanvasContext value={tools}>
      <ReactFlowProvider>
        <FlowSurface onOpenSample={onOpenSample} />
      </ReactFlowProvider>
    </CanvasContext>
  );
}

/** Starts what the canvas will need before the page is drawn, so that the first layout does not wait for it. */
export function prepareCanvas(studio: Studio): void {
  toolsOf(studio);
}

const known = new WeakMap<Studio, CanvasTools>();

/** One set for each studio: the places that were found outlive the component. */
function toolsOf(studio: Studio): CanvasTools {
  const old = known.get(studio);
  if (old !== undefined) return old;
  const engine = createLayoutEngine(createLayoutWorker);
  engine.warm();
  const scene = createCanvasScene(studio, engine, createPlacesStorage());
  const gestures = createGestures();
  const tools = { studio, scene, gestures, highlight: createHighlight(studio, scene, gestures) };
  known.set(studio, tools);
  return tools;
}
