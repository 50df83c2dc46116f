import { type ClipboardEvent, type RefObject, useMemo } from 'react';
import { isRefusal } from '../../core/actions/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { documentsText } from '../../state/canvas/documentsText.ts';
import { countWords } from '../../state/canvas/health.ts';
import { type CanvasTools, useCanvasTools } from './canvasContext.ts';
import { currentCard } from './cardFocus.ts';

/** Copy, cut and paste of resources as YAML text, so that they work across windows and with any editor. */
export function useClipboard(root: RefObject<HTMLElement | null>) {
  const tools = useCanvasTools();
  return useMemo(() => {
    const isHere = (event: ClipboardEvent) =>
      root.current?.contains(event.target as Element) && !(event.target as Element).matches('input');
    return {
      onCopy(event: ClipboardEvent) {
        if (!isHere(event)) return;
        const ids = copy(tools, event);
        if (ids.length > 0) tools.studio.announce(`${countWords(ids.length, 'resource')} copied as YAML`);
      },
      onCut(event: ClipboardEvent) {
        if (!isHere(event)) return;
        const ids = copy(tools, event);
        // References stay, so that pasting it back mends them.
        if (ids.length > 0) void tools.studio.run('delete', { ids, references: 'keep' });
      },
      onPaste(event: ClipboardEvent) {
        const text = event.clipboardData.getData('text/plain');
        if (!isHere(event) || event.clipboardData.files.length > 0 || text.trim() === '') return;
        event.preventDefault();
        void paste(tools, text);
      },
    };
  }, [root, tools]);
}

function copy(tools: CanvasTools, event: ClipboardEvent): readonly ResourceId[] {
  const { studio } = tools;
  const analysis = studio.analysis.getState();
  const { selection } = studio.view.getState();
  const current = currentCard(tools);
  const wanted = selection.length > 0 || current === undefined ? selection : [current];
  const ids = wanted.filter((id) => analysis.resources.has(id));
  if (ids.length === 0) return ids;
  event.preventDefault();
  event.clipboardData.setData('text/plain', documentsText(analysis, studio.workspace.getState().files, ids));
  return ids;
}

async function paste({ studio }: CanvasTools, text: string): Promise<void> {
  const result = await studio.run('paste', { text });
  if (!isRefusal(result) && result.select !== undefined) studio.setView({ bring: { ids: result.select } });
}
