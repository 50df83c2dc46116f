import type { editor, IDisposable } from 'monaco-editor/editor';
import { applyEdits, diffAsEdit, type TextEdit } from '../../core/text/textEdit.ts';
import type { Studio, WorkspaceState } from '../../state/types.ts';
import { createYamlModel } from '../kit/monaco/createYamlModel.ts';
import type { Monaco } from '../kit/monaco/MonacoApi.ts';
import { shownText, TextMapping, toShownEdits, toTextEdits } from '../kit/monaco/textMapping.ts';
import { editsBetween, recordedEdits } from './editsBetween.ts';

/** A change of a model that did not come from typing in it. */
export interface ForeignChange {
  readonly path: string;
  readonly model: editor.ITextModel;
  /** In offsets of the shown text before the change. */
  readonly edits: readonly TextEdit[];
  /** True when it came from undo or redo. */
  readonly isHistory: boolean;
}

/** Makes a foreign change; wraps it when something must be kept steady around it. */
type ApplyAround = (change: ForeignChange, apply: () => void) => void;

let modelCount = 0;

interface OpenFile {
  path: string;
  readonly model: editor.ITextModel;
  readonly listener: IDisposable;
  /** The file's text that the model shows right now. */
  mapping: TextMapping;
}

/**
 * Monaco's models, one for each file that was opened, live both ways: what is typed is committed at once as edits
 * of the file's text; what changes elsewhere reaches the model as the smallest edits. A model is never set
 * anew, so cursor, selection, folds and marks survive. Lives as long as the studio, not as long as a view.
 */
export class FileModels {
  readonly #monaco: Monaco;
  readonly #studio: Studio;
  readonly #open = new Map<string, OpenFile>();
  readonly #viewStates = new WeakMap<editor.ITextModel, editor.ICodeEditorViewState>();
  #isApplying = false;
  #isCommitting = false;
  /** Set by the view that shows the models. */
  applyAround: ApplyAround = (_change, apply) => apply();

  constructor(monaco: Monaco, studio: Studio) {
    this.#monaco = monaco;
    this.#studio = studio;
    studio.workspace.subscribe((state, before) => {
      if (state.id !== before.id) this.#closeAll();
      else if (state.files !== before.files && !this.#isCommitting) this.#follow(state, before);
    });
  }

  /** The model of a file, made when it is first asked for; undefined when there is no such file. */
  modelOf(path: string): editor.ITextModel | undefined {
    const known = this.#open.get(path);
    if (known !== undefined) return known.model;
    const text = this.#studio.workspace.getState().files.get(path);
    if (text === undefined) return undefined;
    // The number keeps apart two files that have had the same path; the name is read out by Monaco's widgets.
    const uri = this.#monaco.Uri.from({ scheme: 'studio', path: `/${++modelCount}/${path}` });
    const model = createYamlModel(this.#monaco, text, uri);
    const listener = model.onDidChangeContent((event) => this.#typed(model, event));
    this.#open.set(path, { path, model, listener, mapping: new TextMapping(text) });
    return model;
  }

  /** The path of the file that a model shows. */
  pathOf(model: editor.ITextModel | null): string | undefined {
    for (const file of this.#open.values()) if (file.model === model) return file.path;
    return undefined;
  }

  /** Offsets of a file's text and of its model, both ways; only for files that are open. */
  mappingOf(path: string): TextMapping | undefined {
    return this.#open.get(path)?.mapping;
  }

  /** Cursor, folds and scroll of a file that is not in view. */
  viewStateOf(model: editor.ITextModel): editor.ICodeEditorViewState | undefined {
    return this.#viewStates.get(model);
  }

  keepViewState(model: editor.ITextModel, state: editor.ICodeEditorViewState | null): void {
    if (state !== null) this.#viewStates.set(model, state);
  }

  #typed(model: editor.ITextModel, event: editor.IModelContentChangedEvent): void {
    const path = this.pathOf(model);
    const file = path === undefined ? undefined : this.#open.get(path);
    if (this.#isApplying || file === undefined) return;
    // Monaco lists the changes of one event from bottom to top, all in offsets of the text before.
    const shown = event.changes
      .map((change) => ({
        start: change.rangeOffset,
        end: change.rangeOffset + change.rangeLength,
        text: change.text,
      }))
      .reverse();
    const { text } = file.mapping;
    const edits = toTextEdits(file.mapping, shown);
    const expected = applyEdits(text, edits);
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    file.mapping = new TextMapping(expected);
    this.#isCommitting = true;
    try {
      this.#studio.commit(
        { label: `Type in ${name}`, files: [{ type: 'edit', path: file.path, edits }] },
        'editor',
      );
    } finally {
      this.#isCommitting = false;
      this.#settle(file, expected);
    }
  }

  /** Mends the model in the rare cases in which what was typed is not what the text shows. */
  #settle(file: OpenFile, expected: string): void {
    const now = this.#studio.workspace.getState().files.get(file.path);
    const isOther = now !== undefined && now !== expected;
    // A zero width no-break space that has become the first character is a byte order mark now.
    const hasNewMark =
      expected.startsWith('\uFEFF') && file.model.getValueLength() !== shownText(expected).length;
    if (!isOther && !hasNewMark) return;
    queueMicrotask(() => {
      if (file.model.isDisposed()) return;
      const text = this.#studio.workspace.getState().files.get(file.path);
      if (text === undefined) return;
      file.mapping = new TextMapping(text);
      this.#change(file, diffAsEdit(file.model.getValue(), shownText(text)), false);
    });
  }

  /** Brings every model in step with files that were changed elsewhere. */
  #follow(state: WorkspaceState, before: WorkspaceState): void {
    const isHistory = isStepOfHistory(state, before);
    for (const file of [...this.#open.values()]) {
      const text = state.files.get(file.path) ?? this.#followRename(file, state, before);
      if (text === undefined) this.#close(file);
      else if (text !== file.mapping.text) {
        const edits = editsBetween(file.mapping.text, text, recordedEdits(state, file.path));
        const shown = toShownEdits(file.mapping, edits, text);
        file.mapping = new TextMapping(text);
        this.#change(file, shown, isHistory);
      }
    }
  }

  /** A file that has gone and whose text is now under a new path has been renamed: its model goes with it. */
  #followRename(file: OpenFile, state: WorkspaceState, before: WorkspaceState): string | undefined {
    for (const [path, text] of state.files) {
      if (text !== file.mapping.text || before.files.has(path)) continue;
      this.#open.delete(file.path);
      file.path = path;
      this.#open.set(path, file);
      return text;
    }
    return undefined;
  }

  #change(file: OpenFile, edits: readonly TextEdit[], isHistory: boolean): void {
    const { model, path } = file;
    if (edits.length === 0) return;
    const operations = edits.map((edit) => ({
      range: this.#monaco.Range.fromPositions(model.getPositionAt(edit.start), model.getPositionAt(edit.end)),
      text: edit.text,
    }));
    this.applyAround({ path, model, edits, isHistory }, () => {
      this.#isApplying = true;
      try {
        model.applyEdits(operations);
      } finally {
        this.#isApplying = false;
      }
    });
  }

  #close(file: OpenFile): void {
    this.#open.delete(file.path);
    file.listener.dispose();
    file.model.dispose();
  }

  #closeAll(): void {
    for (const file of [...this.#open.values()]) this.#close(file);
  }
}

/** True for undo and redo: the very entry has gone from the one list to the other. */
function isStepOfHistory(state: WorkspaceState, before: WorkspaceState): boolean {
  const undone = before.past.at(-1);
  const redone = before.future[0];
  return (
    (undone !== undefined && state.future[0] === undone) ||
    (redone !== undefined && state.past.at(-1) === redone)
  );
}

const modelsOfStudio = new WeakMap<Studio, FileModels>();

/** The models of a studio; the same ones for every view that is mounted. */
export function fileModels(monaco: Monaco, studio: Studio): FileModels {
  const known = modelsOfStudio.get(studio);
  if (known !== undefined) return known;
  const models = new FileModels(monaco, studio);
  modelsOfStudio.set(studio, models);
  return models;
}
