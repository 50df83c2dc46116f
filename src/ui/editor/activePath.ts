import { useView, useWorkspace } from '../../state/react.tsx';
import type { Studio } from '../../state/types.ts';

/** The file in view: the one the user opened, or the first there is; null in an empty workspace. */
export function activePath(files: ReadonlyMap<string, string>, openFile: string | null): string | null {
  if (openFile !== null && files.has(openFile)) return openFile;
  return files.keys().next().value ?? null;
}

/** The file in view right now, outside of React. */
export function activePathOf(studio: Studio): string | null {
  return activePath(studio.workspace.getState().files, studio.view.getState().openFile);
}

/** The file in view; renders again only when it is another one. */
export function useActivePath(): string | null {
  const openFile = useView((view) => view.openFile);
  return useWorkspace((workspace) => activePath(workspace.files, openFile));
}
