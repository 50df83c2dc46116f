import type { languages } from 'monaco-editor/editor';
import { type AssistHost, askCore, cursorOf, shownRange } from './askCore.ts';

const nothingToRename = 'Put the cursor on the name of a resource, or on a reference to it.';

/**
 * Renames the resource under the cursor. The edits are not Monaco's: the studio's own action makes them, in every file
 * and as one step of undo, and says itself why it refuses a name.
 */
export function provideRename(host: AssistHost): languages.RenameProvider {
  return {
    async resolveRenameLocation(model, position, token) {
      const cursor = cursorOf(host, model, position);
      const target =
        cursor === undefined ? undefined : await askCore(host, { assist: 'rename-target', ...cursor }, token);
      const here = host.monaco.Range.fromPositions(position);
      if (cursor === undefined || target === undefined || target === null)
        return { range: here, text: '', rejectReason: nothingToRename };
      return { range: shownRange(host, cursor.file, model, target.range), text: target.name };
    },
    async provideRenameEdits(model, position, newName, token) {
      const cursor = cursorOf(host, model, position);
      if (cursor === undefined) return { edits: [] };
      const target = await askCore(host, { assist: 'rename-target', ...cursor }, token);
      if (target !== undefined && target !== null)
        await host.studio.run('rename', { id: target.id, name: newName }, { origin: 'form' });
      return { edits: [] };
    },
  };
}
