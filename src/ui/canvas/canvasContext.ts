import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CanvasScene, SceneState } from '../../state/canvas/createCanvasScene.ts';
import type { Studio } from '../../state/types.ts';
import type { Highlight, HighlightSource } from './createHighlight.ts';
import type { GestureStore, Gestures } from './gestures.ts';

/** What the parts of one canvas share. The object never changes, so reading it causes no renders. */
export interface CanvasTools {
  readonly studio: Studio;
  readonly scene: CanvasScene;
  readonly gestures: GestureStore;
  readonly highlight: HighlightSource;
}

export const CanvasContext = createContext<CanvasTools | null>(null);

/** The tools of the canvas around. */
export function useCanvasTools(): CanvasTools {
  const tools = useContext(CanvasContext);
  if (tools === null) throw new Error('useCanvasTools needs a Canvas above it');
  return tools;
}

/** A value of the scene. */
export function useScene<T>(selector: (state: SceneState) => T): T {
  return useStore(useCanvasTools().scene.store, selector);
}

/** A value of the gesture going on. */
export function useGesture<T>(selector: (state: Gestures) => T): T {
  return useStore(useCanvasTools().gestures, selector);
}

/** A value of what stands out. */
export function useHighlight<T>(selector: (state: Highlight) => T): T {
  return useStore(useCanvasTools().highlight.store, selector);
}
