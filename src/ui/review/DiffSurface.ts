import type { editor } from 'monaco-editor/editor';
import type { LineHunk } from '../../core/text/lineDiff.ts';
import { diffAsEdit } from '../../core/text/textEdit.ts';
import { createYamlModel } from '../kit/monaco/createYamlModel.ts';
import type { Monaco } from '../kit/monaco/MonacoApi.ts';
import { shownText } from '../kit/monaco/textMapping.ts';
import type { ChangedFile } from './changedFiles.ts';
import { diffOptions } from './diffOptions.ts';
import { HunkButtons } from './HunkButtons.ts';

/** Width from which the two texts stand side by side; below it they are one. */
const sideBySideFrom = 720;
/** Monaco's worker may still be comparing models that are no longer shown; it must find them. */
const afterlife = 5000;

/**
 * Monaco's diff view of one file: its baseline beside what it is now, read-only. A file that changes while it is
 * in view changes by the smallest edits, so the scroll position stays.
 */
export class DiffSurface {
  readonly #monaco: Monaco;
  readonly #diff: editor.IStandaloneDiffEditor;
  readonly #buttons: HunkButtons;
  #file: ChangedFile | undefined;
  readonly #resizes: ResizeObserver;
  #isSideBySide = false;
  /** The hunk to show as soon as the difference is there. */
  #wanted: number | undefined;

  constructor(element: HTMLElement, monaco: Monaco, onRevert: (file: ChangedFile, hunk: LineHunk) => void) {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#monaco = monaco;
    this.#diff = monaco.editor.createDiffEditor(element, diffOptions(isStill));
    this.#buttons = new HunkButtons(monaco, this.#diff.getModifiedEditor(), (hunk) => {
      if (this.#file !== undefined) onRevert(this.#file, hunk);
    });
    this.#diff.onDidUpdateDiff(() => this.#showWanted());
    this.#resizes = new ResizeObserver(() => {
      this.#isSideBySide = element.clientWidth >= sideBySideFrom;
      this.#adapt();
    });
    this.#resizes.observe(element);
  }

  /** Shows a file, or the new state of the one that is shown. */
  show(file: ChangedFile): void {
    const models = this.#diff.getModel();
    if (this.#file?.path === file.path && models !== null) {
      change(this.#monaco, models.original, shownText(file.was));
      change(this.#monaco, models.modified, shownText(file.now));
    } else {
      this.#diff.setModel({
        original: createYamlModel(this.#monaco, file.was),
        modified: createYamlModel(this.#monaco, file.now),
      });
      letGo(models);
    }
    this.#file = file;
    this.#adapt();
    this.#buttons.set(file.path, file.hunks);
  }

  /** Brings a hunk into view, now or when the difference is there. */
  goTo(hunk: number): void {
    this.#wanted = hunk;
    if (this.#diff.getLineChanges() !== null) this.#showWanted();
  }

  dispose(): void {
    const models = this.#diff.getModel();
    this.#resizes.disconnect();
    this.#buttons.set('', []);
    this.#diff.dispose();
    letGo(models);
  }

  /** Sets what depends on width and file. Monaco forgets the labels whenever options change without them. */
  #adapt(): void {
    const options: editor.IDiffEditorConstructionOptions = {
      renderSideBySide: this.#isSideBySide,
      originalAriaLabel: `${this.#file?.wasPath ?? this.#file?.path ?? 'The file'} in the baseline`,
      modifiedAriaLabel: `${this.#file?.path ?? 'The file'} now`,
    };
    this.#diff.updateOptions(options);
  }

  #showWanted(): void {
    const index = this.#wanted ?? -1;
    const hunk = this.#file?.hunks[index];
    if (hunk === undefined) return;
    this.#wanted = undefined;
    this.#buttons.mark(index);
    const modified = this.#diff.getModifiedEditor();
    // Lines that have gone are only in the left text, or drawn between the lines of the one there is.
    const isLeft = hunk.now.start === hunk.now.end && this.#isSideBySide;
    const shown = isLeft ? this.#diff.getOriginalEditor() : modified;
    const { start, end } = isLeft ? hunk.was : hunk.now;
    const last = shown.getModel()?.getLineCount() ?? 1;
    shown.revealLinesInCenterIfOutsideViewport(
      Math.min(start, last),
      Math.min(Math.max(start, end - 1), last),
    );
    modified.setPosition({ lineNumber: Math.max(1, hunk.now.start), column: 1 });
  }
}

function change(monaco: Monaco, model: editor.ITextModel, text: string): void {
  const edits = diffAsEdit(model.getValue(), text).map((edit) => ({
    range: monaco.Range.fromPositions(model.getPositionAt(edit.start), model.getPositionAt(edit.end)),
    text: edit.text,
  }));
  if (edits.length > 0) model.applyEdits(edits);
}

function letGo(models: editor.IDiffEditorModel | null): void {
  setTimeout(() => {
    models?.original.dispose();
    models?.modified.dispose();
  }, afterlife);
}
