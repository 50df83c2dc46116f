import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { AnalysisState, Studio, ViewState, WorkspaceState } from './types.ts';

const StudioContext = createContext<Studio | null>(null);

/** Makes one studio known to everything below. */
export function StudioProvider({
  studio,
  children,
}: {
  readonly studio: Studio;
  readonly children: ReactNode;
}) {
  return <StudioContext.Provider value={studio}>{children}</StudioContext.Provider>;
}

/** The studio's commands. Does not cause renders. */
export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (studio === null) throw new Error('useStudio needs a StudioProvider above it');
  return studio;
}

/** A value of the workspace; renders again only when the selected value changes. */
export function useWorkspace<T>(selector: (state: WorkspaceState) => T): T {
  return useStore(useStudio().workspace, selector);
}

/** A value of the latest analysis. */
export function useAnalysis<T>(selector: (state: AnalysisState) => T): T {
  return useStore(useStudio().analysis, selector);
}

/** A value of the view. */
export function useView<T>(selector: (state: ViewState) => T): T {
  return useStore(useStudio().view, selector);
}
