import type { Studio } from '../../../state/types.ts';
import type { Monaco } from './MonacoApi.ts';

/**
 * Gives Monaco's undo and redo (keys, menus, commands) to the studio's one history. Monaco's own stack is never
 * used. In Monaco's small fields (find, go to line, rename) the keys keep working on what was typed there.
 */
export function bindHistory(monaco: Monaco, studio: Studio): { dispose(): void } {
  const commands = [
    monaco.editor.registerCommand('undo', () => (isInField() ? document.execCommand('undo') : studio.undo())),
    monaco.editor.registerCommand('redo', () => (isInField() ? document.execCommand('redo') : studio.redo())),
  ];
  return { dispose: () => commands.forEach((command) => void command.dispose()) };
}

function isInField(): boolean {
  return document.activeElement?.closest('.find-widget, .quick-input-widget, .rename-box') != null;
}
