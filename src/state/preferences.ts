import type { LeftPanel, Studio, ViewState } from './types.ts';

const KEY = 'traffic-studio-view';
const kept = ['theme', 'rightTab', 'leftPanel', 'frames'] as const satisfies readonly (keyof ViewState)[];

/** Remembers how a person likes the window, in this browser. Nothing of a workspace gets here. */
export function keepPreferences(studio: Studio, storage: Storage): () => void {
  studio.setView(readPreferences(storage));
  return studio.view.subscribe((view, before) => {
    if (kept.every((key) => view[key] === before[key])) return;
    try {
      storage.setItem(KEY, JSON.stringify(Object.fromEntries(kept.map((key) => [key, view[key]]))));
    } catch {
      // A full or forbidden storage costs only the preference.
    }
  });
}

function readPreferences(storage: Storage): Partial<ViewState> {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const { theme, rightTab, leftPanel, frames } = value as Record<string, unknown>;
    return {
      ...(theme === 'light' || theme === 'dark' || theme === 'auto' ? { theme } : {}),
      ...(rightTab === 'yaml' || rightTab === 'inspector' || rightTab === 'split' ? { rightTab } : {}),
      ...(leftPanel === null || isLeftPanel(leftPanel) ? { leftPanel } : {}),
      ...(typeof frames === 'boolean' ? { frames } : {}),
    };
  } catch {
    return {};
  }
}

const leftPanels: readonly unknown[] = ['palette', 'patterns', 'tree', 'files'] satisfies LeftPanel[];

function isLeftPanel(value: unknown): value is LeftPanel {
  return leftPanels.includes(value);
}
