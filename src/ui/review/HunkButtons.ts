import type { editor } from 'monaco-editor/editor';
import type { LineHunk } from '../../core/text/lineDiff.ts';
import type { Monaco } from '../kit/monaco/MonacoApi.ts';
import { hunkWords } from './changedFiles.ts';
import styles from './ReviewPanel.module.css';

/** More buttons than this would be slow and of no use; the commands above the text still reach every hunk. */
const most = 300;

/**
 * A revert button in the margin beside each hunk, for the mouse. Monaco hides its margin from assistive technology,
 * so these take no focus: by key, F7 walks to a change and "Revert this change" takes it back.
 */
export class HunkButtons {
  readonly #monaco: Monaco;
  readonly #editor: editor.ICodeEditor;
  readonly #onRevert: (hunk: LineHunk) => void;
  #widgets: readonly editor.IGlyphMarginWidget[] = [];
  #current: HTMLElement | undefined;

  constructor(monaco: Monaco, editor: editor.ICodeEditor, onRevert: (hunk: LineHunk) => void) {
    this.#monaco = monaco;
    this.#editor = editor;
    this.#onRevert = onRevert;
  }

  /** Replaces the buttons by those of these hunks. */
  set(path: string, hunks: readonly LineHunk[]): void {
    for (const widget of this.#widgets) this.#editor.removeGlyphMarginWidget(widget);
    this.#widgets = hunks.slice(0, most).map((hunk, index) => this.#widget(path, hunk, index));
    for (const widget of this.#widgets) this.#editor.addGlyphMarginWidget(widget);
  }

  /** Marks the button of one hunk as the one that was walked to. */
  mark(index: number): void {
    this.#current?.removeAttribute('data-current');
    this.#current = this.#widgets[index]?.getDomNode();
    this.#current?.setAttribute('data-current', '');
  }

  #widget(path: string, hunk: LineHunk, index: number): editor.IGlyphMarginWidget {
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.className = `${styles.hunkButton} codicon codicon-discard`;
    button.title = `Revert ${hunkWords(hunk)} of ${path}`;
    button.addEventListener('click', () => this.#onRevert(hunk));
    // Monaco takes the mouse for its selection otherwise.
    button.addEventListener('mousedown', (event) => event.stopPropagation());
    return {
      getId: () => `studio.hunk.${index}`,
      getDomNode: () => button,
      getPosition: () => this.#position(hunk),
    };
  }

  #position({ now }: LineHunk): editor.IGlyphMarginWidgetPosition {
    // Lines that have gone leave no line of their own: the button stands at the line before the gap.
    const wanted = now.start === now.end ? now.start - 1 : now.start;
    const line = Math.max(1, Math.min(wanted, this.#editor.getModel()?.getLineCount() ?? 1));
    return {
      lane: this.#monaco.editor.GlyphMarginLane.Center,
      zIndex: 10,
      range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    };
  }
}
