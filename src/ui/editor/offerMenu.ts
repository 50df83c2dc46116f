import {
  AlignLeft,
  BookOpen,
  ClipboardPaste,
  Copy,
  CornerDownRight,
  Lightbulb,
  Link,
  ListTree,
  MapPin,
  MessageSquareCode,
  Pencil,
  Redo2,
  Scissors,
  Search,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import type { MenuEntry } from '../kit/ContextMenu.tsx';
import type { EditorContext, Release } from './EditorContext.ts';
import { editorDeeds } from './editorDeeds.ts';

/** A menu to be shown, at a point of the window. */
export interface EditorMenu {
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly (MenuEntry | null)[];
}

/** Offers the menu of the text on a right click and on the menu key. */
export function offerMenu(context: EditorContext, offer: (menu: EditorMenu) => void): Release {
  const { editor } = context;
  const listener = editor.onContextMenu(({ event, target }) => {
    event.preventDefault();
    const selection = editor.getSelection();
    if (target.position !== null && selection?.containsPosition(target.position) !== true) {
      editor.setPosition(target.position, 'mouse');
    }
    offer({
      at: { x: event.browserEvent.clientX, y: event.browserEvent.clientY },
      entries: entriesFor(context),
    });
  });
  const onKey = editor.onKeyDown((event) => {
    const isMenuKey =
      event.browserEvent.key === 'ContextMenu' || (event.shiftKey && event.browserEvent.key === 'F10');
    if (!isMenuKey) return;
    event.preventDefault();
    event.stopPropagation();
    offer({ at: belowCursor(context), entries: entriesFor(context) });
  });
  return () => {
    listener.dispose();
    onKey.dispose();
  };
}

/** The point of the window under the cursor. */
function belowCursor({ editor }: EditorContext): EditorMenu['at'] {
  const box = editor.getDomNode()?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const position = editor.getPosition();
  const visible = position === null ? null : editor.getScrolledVisiblePosition(position);
  return { x: box.left + (visible?.left ?? 0), y: box.top + (visible?.top ?? 0) + (visible?.height ?? 0) };
}

function entriesFor(context: EditorContext): readonly (MenuEntry | null)[] {
  const { editor, studio, models } = context;
  const { past, future } = studio.workspace.getState();
  const command = (id: string) => () => {
    editor.focus();
    editor.trigger('menu', id, null);
  };
  const path = models.pathOf(editor.getModel());
  const position = editor.getPosition();
  const offset = position === null ? 0 : (editor.getModel()?.getOffsetAt(position) ?? 0);
  const id =
    path === undefined ? undefined : studio.resourceAt(path, models.mappingOf(path)?.toText(offset) ?? 0);
  return [
    {
      label: 'Show on the canvas',
      icon: MapPin,
      isDisabled: id === undefined,
      run: () => id !== undefined && studio.select([id], { quiet: true, bring: true }),
    },
    { label: 'What is this', icon: BookOpen, keys: 'Shift+F1', run: command(editorDeeds.explain) },
    {
      label: 'Fix or explain the problem',
      icon: Lightbulb,
      keys: 'Mod+.',
      run: command(editorDeeds.fix),
    },
    {
      label: 'Go to what it names',
      icon: CornerDownRight,
      keys: 'F12',
      run: command(editorDeeds.definition),
    },
    {
      label: 'Find references',
      icon: Link,
      keys: 'Shift+F12',
      run: command(editorDeeds.references),
    },
    {
      label: 'Go to a resource or field',
      icon: ListTree,
      keys: 'Mod+Shift+O',
      run: command(editorDeeds.outline),
    },
    { label: 'Rename', icon: Pencil, keys: 'F2', run: command(editorDeeds.rename) },
    null,
    { label: 'Undo', icon: Undo2, keys: 'Mod+Z', isDisabled: past.length === 0, run: () => studio.undo() },
    {
      label: 'Redo',
      icon: Redo2,
      keys: 'Mod+Shift+Z',
      isDisabled: future.length === 0,
      run: () => studio.redo(),
    },
    null,
    { label: 'Cut', icon: Scissors, keys: 'Mod+X', run: command('editor.action.clipboardCutAction') },
    { label: 'Copy', icon: Copy, keys: 'Mod+C', run: command('editor.action.clipboardCopyAction') },
    {
      label: 'Paste',
      icon: ClipboardPaste,
      keys: 'Mod+V',
      run: command('editor.action.clipboardPasteAction'),
    },
    null,
    {
      label: 'Find',
      icon: Search,
      keys: 'Mod+F',
      run: command('actions.find'),
    },
    {
      label: 'Format',
      icon: AlignLeft,
      keys: 'Shift+Alt+F',
      run: command(editorDeeds.format),
    },
    {
      label: 'Toggle comment',
      icon: MessageSquareCode,
      keys: 'Mod+/',
      run: command('editor.action.commentLine'),
    },
    {
      label: 'Next problem',
      icon: TriangleAlert,
      keys: 'F8',
      run: command(editorDeeds['next-problem']),
    },
  ];
}
