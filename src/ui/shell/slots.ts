import type { ReactNode } from 'react';

/**
 * What the shell puts where. The panes do not know each other and the shell does not know them: `main.tsx`
 * hands them over, and they meet in the state.
 */
export interface Slots {
  readonly palette: ReactNode;
  readonly patterns: ReactNode;
  readonly tree: ReactNode;
  readonly files: ReactNode;
  readonly canvas: ReactNode;
  readonly editor: ReactNode;
  readonly inspector: ReactNode;
  readonly problems: ReactNode;
  readonly changes: ReactNode;
  readonly dialogs: ReactNode;
}

/** What the shell cannot do itself. */
export interface ShellDeeds {
  /** Takes files, folders or archives that were dropped on the window. */
  importDropped(data: DataTransfer): Promise<void>;
  openSample(): Promise<void>;
}
