import fc from 'fast-check';
import type { editor } from 'monaco-editor/editor';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { applyFileChanges } from '../../core/actions/applyChange.ts';
import type { Change } from '../../core/actions/types.ts';
import { applyEdits, type TextEdit } from '../../core/text/textEdit.ts';
import type { Origin, Studio, WorkspaceState } from '../../state/types.ts';
import type { Monaco } from '../kit/monaco/MonacoApi.ts';
import { shownText } from '../kit/monaco/textMapping.ts';
import { FileModels, type ForeignChange } from './FileModels.ts';

/** As much of a Monaco model as FileModels uses; positions are offsets on line 1. */
class FakeModel {
  text: string;
  isGone = false;
  #listener: (event: unknown) => void = () => undefined;
  constructor(text: string) {
    this.text = text;
  }
  setEOL() {}
  detectIndentation() {}
  updateOptions() {}
  getValue = () => this.text;
  getValueLength = () => this.text.length;
  getPositionAt = (offset: number) => offset;
  isDisposed = () => this.isGone;
  dispose() {
    this.isGone = true;
  }
  onDidChangeContent(listener: (event: unknown) => void) {
    this.#listener = listener;
    return { dispose: () => undefined };
  }
  applyEdits(operations: readonly { range: { start: number; end: number }; text: string }[]) {
    this.type(operations.map(({ range, text }) => ({ ...range, text })));
  }
  /** What a key does: the model changes, then its event tells the changes from bottom to top. */
  type(edits: readonly TextEdit[]) {
    this.text = applyEdits(this.text, edits);
    this.#listener({
      changes: edits
        .map((edit) => ({ rangeOffset: edit.start, rangeLength: edit.end - edit.start, text: edit.text }))
        .reverse(),
    });
  }
}

const monaco = {
  editor: { createModel: (text: string) => new FakeModel(text), EndOfLineSequence: { LF: 0 } },
  Range: { fromPositions: (start: number, end: number) => ({ start, end }) },
  Uri: { from: () => ({}) },
} as unknown as Monaco;

function setUp(files: Readonly<Record<string, string>>) {
  const origins: Origin[] = [];
  const workspace = createStore<WorkspaceState>(
    () =>
      ({
        id: 'w',
        version: 0,
        files: new Map(Object.entries(files)),
        past: [],
        future: [],
      }) as unknown as WorkspaceState,
  );
  const commit = (change: Change, origin: Origin) => {
    origins.push(origin);
    const state = workspace.getState();
    const { files: next, inverse } = applyFileChanges(state.files, change.files);
    const entry = { label: '', changes: [change], inverse: [{ label: '', files: inverse }], time: 0, origin };
    workspace.setState({ files: next, version: state.version + 1, past: [...state.past, entry], future: [] });
  };
  const undo = () => {
    const { past, files: now } = workspace.getState();
    const entry = past.at(-1);
    if (entry === undefined) return;
    const next = entry.inverse.reduce((each, change) => applyFileChanges(each, change.files).files, now);
    workspace.setState({ files: next, past: past.slice(0, -1), future: [entry] });
  };
  const models = new FileModels(monaco, { workspace, commit } as unknown as Studio);
  const modelOf = (path: string) => models.modelOf(path) as unknown as FakeModel;
  const textOf = (path: string) => workspace.getState().files.get(path);
  return { workspace, commit, undo, models, modelOf, textOf, origins };
}

const edit = (path: string, edits: readonly TextEdit[]): Change => ({
  label: 'x',
  files: [{ type: 'edit', path, edits }],
});

describe('FileModels', () => {
  it('commits what is typed at once, in offsets of the real text', () => {
    const { modelOf, textOf, origins } = setUp({ 'a.yaml': '\uFEFFa: 1\r\nb: 2\r\n' });
    modelOf('a.yaml').type([{ start: 4, end: 4, text: '\nc: 3' }]);
    expect(textOf('a.yaml')).toBe('\uFEFFa: 1\r\nc: 3\r\nb: 2\r\n');
    expect(origins).toEqual(['editor']);
  });

  it('keeps model and text in step, whoever changes what', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b: 2', '\n', '\r\n', '\r', ' '), { maxLength: 20 })
      .map((parts) => parts.join(''));
    const step = fc.record({
      isTyped: fc.boolean(),
      a: fc.nat(1000),
      b: fc.nat(1000),
      text,
      undoes: fc.nat(4),
    });
    fc.assert(
      fc.property(text, fc.array(step, { maxLength: 12 }), (start, steps) => {
        const { modelOf, textOf, commit, undo } = setUp({ 'a.yaml': start });
        const model = modelOf('a.yaml');
        for (const { isTyped, a, b, text: inserted, undoes } of steps) {
          const of = isTyped ? model.text : (textOf('a.yaml') ?? '');
          const [low = 0, high = 0] = [a % (of.length + 1), b % (of.length + 1)].sort((x, y) => x - y);
          if (isTyped) model.type([{ start: low, end: high, text: shownText(inserted) }]);
          else commit(edit('a.yaml', [{ start: low, end: high, text: inserted }]), 'form');
          if (undoes === 0) undo();
          expect(model.text).toBe(shownText(textOf('a.yaml') ?? ''));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells undo from a new change, and brings small edits', () => {
    const { modelOf, models, commit, undo } = setUp({ 'a.yaml': 'one two three' });
    modelOf('a.yaml');
    const seen: ForeignChange[] = [];
    models.applyAround = (change, apply) => {
      seen.push(change);
      apply();
    };
    commit(
      edit('a.yaml', [
        { start: 0, end: 3, text: '1' },
        { start: 8, end: 13, text: '3' },
      ]),
      'form',
    );
    undo();
    commit(edit('a.yaml', [{ start: 0, end: 0, text: '# ' }]), 'form');
    expect(seen.map(({ isHistory, edits }) => [isHistory, edits.length])).toEqual([
      [false, 2],
      [true, 2],
      [false, 1],
    ]);
  });

  it('lets a model go along with a renamed file and go with a deleted one', () => {
    const { modelOf, models, commit, textOf } = setUp({ 'a.yaml': 'x', 'b.yaml': 'x' });
    const model = modelOf('a.yaml');
    commit({ label: 'r', files: [{ type: 'rename', path: 'a.yaml', to: 'c.yaml' }] }, 'form');
    expect(models.pathOf(model as unknown as editor.ITextModel)).toBe('c.yaml');
    model.type([{ start: 1, end: 1, text: 'y' }]);
    expect(textOf('c.yaml')).toBe('xy');
    commit({ label: 'd', files: [{ type: 'delete', path: 'c.yaml' }] }, 'form');
    expect(model.isGone).toBe(true);
    expect(models.modelOf('c.yaml')).toBeUndefined();
  });

  it('mends the model when a zero width space becomes a byte order mark', async () => {
    const { modelOf, textOf } = setUp({ 'a.yaml': 'x\uFEFFy' });
    const model = modelOf('a.yaml');
    model.type([{ start: 0, end: 1, text: '' }]);
    await Promise.resolve();
    expect(textOf('a.yaml')).toBe('\uFEFFy');
    expect(model.text).toBe('y');
  });
});
