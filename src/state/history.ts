import { applyFileChanges } from '../core/actions/applyChange.ts';
import type { Change, FileChange, LayoutChange, Position } from '../core/actions/types.ts';
import { measureEdits } from '../core/text/textEdit.ts';
import type { EditReport, HistoryEntry, Origin, WorkspaceState } from './types.ts';

/** Typing within this many milliseconds of the last keystroke joins one step of undo. */
const TYPING_PAUSE = 500;
/** Steps of undo that are kept. */
const MOST_STEPS = 500;

type Layout = Readonly<Record<string, Position>>;

/** The state after a change, as one step of undo (typing joins the step before it). */
export function commitChange(
  state: WorkspaceState,
  change: Change,
  origin: Origin,
  time: number,
): WorkspaceState {
  const { next, inverse } = applyChange(state, change);
  const last = state.past.at(-1);
  const joined =
    last !== undefined && joins(last, change, origin, time)
      ? { ...last, changes: [...last.changes, change], inverse: [inverse, ...last.inverse], time }
      : undefined;
  const entry: HistoryEntry = joined ?? {
    label: change.label,
    changes: [change],
    inverse: [inverse],
    time,
    origin,
  };
  const past =
    joined === undefined
      ? [...state.past.slice(-(MOST_STEPS - 1)), entry]
      : [...state.past.slice(0, -1), entry];
  return { ...next, past, future: [], lastEdit: reportOf(state, change, origin) };
}

/** The state before the last step; undefined when there is none. */
export function undoChange(
  state: WorkspaceState,
): { state: WorkspaceState; entry: HistoryEntry } | undefined {
  const entry = state.past.at(-1);
  if (entry === undefined) return undefined;
  const next = entry.inverse.reduce((each, change) => applyChange(each, change).next, state);
  const lastEdit = reportOfMany(state, entry.inverse, `Undo ${entry.label}`);
  return {
    state: { ...next, past: state.past.slice(0, -1), future: [entry, ...state.future], lastEdit },
    entry,
  };
}

/** The state after the step that was undone last; undefined when there is none. */
export function redoChange(
  state: WorkspaceState,
): { state: WorkspaceState; entry: HistoryEntry } | undefined {
  const [entry, ...future] = state.future;
  if (entry === undefined) return undefined;
  const next = entry.changes.reduce((each, change) => applyChange(each, change).next, state);
  const lastEdit = reportOfMany(state, entry.changes, `Redo ${entry.label}`);
  return { state: { ...next, past: [...state.past, entry], future, lastEdit }, entry };
}

function joins(last: HistoryEntry, change: Change, origin: Origin, time: number): boolean {
  if (origin !== 'editor' || last.origin !== 'editor' || time - last.time > TYPING_PAUSE) return false;
  const files = [...last.changes.slice(-1), change].map((each) => each.files);
  return files.every(
    ([only, ...more]) => more.length === 0 && only?.type === 'edit' && only.path === files[0]?.[0]?.path,
  );
}

function applyChange(state: WorkspaceState, change: Change): { next: WorkspaceState; inverse: Change } {
  const { files, inverse } =
    change.files.length === 0
      ? { files: state.files, inverse: [] }
      : applyFileChanges(state.files, change.files);
  const { layout, back } = applyLayout(state.layout, change);
  return {
    next: { ...state, files, layout, version: change.files.length === 0 ? state.version : state.version + 1 },
    inverse: {
      label: change.label,
      files: inverse,
      ...(back === undefined ? {} : { layout: back }),
      ...(change.renamed === undefined
        ? {}
        : { renamed: change.renamed.map(([from, to]) => [to, from] as const) }),
    },
  };
}

function applyLayout(layout: Layout, change: Change): { layout: Layout; back?: LayoutChange } {
  const renamed = (change.renamed ?? []).flatMap(([from, to]): [string, Position | null][] => {
    const position = layout[from];
    return position === undefined
      ? []
      : [
          [from, null],
          [to, position],
        ];
  });
  const patch: LayoutChange = { ...Object.fromEntries(renamed), ...change.layout };
  const ids = Object.keys(patch);
  if (ids.length === 0) return { layout };
  const next = { ...layout };
  const back: Record<string, Position | null> = {};
  for (const id of ids) {
    back[id] = layout[id] ?? null;
    const position = patch[id];
    if (position === null || position === undefined) delete next[id];
    else next[id] = position;
  }
  return { layout: next, back };
}

function reportOf(state: WorkspaceState, change: Change, origin: Origin): EditReport | null {
  if (change.files.length === 0) return state.lastEdit;
  return { label: change.label, files: change.files.map((each) => measure(state.files, each)), origin };
}

function reportOfMany(state: WorkspaceState, changes: readonly Change[], label: string): EditReport | null {
  const touched = changes.flatMap((change) => change.files);
  if (touched.length === 0) return state.lastEdit;
  return {
    label,
    files: touched.length === 1 ? touched.map((each) => measure(state.files, each)) : [],
    origin: 'canvas',
  };
}

function measure(files: ReadonlyMap<string, string>, change: FileChange): EditReport['files'][number] {
  const text = files.get(change.path) ?? '';
  switch (change.type) {
    case 'edit':
      return { path: change.path, ...measureEdits(text, change.edits) };
    case 'create':
      return { path: change.path, added: change.text.split('\n').length, removed: 0 };
    case 'delete':
      return { path: change.path, added: 0, removed: text.split('\n').length };
    case 'rename':
      return { path: change.to, added: 0, removed: 0 };
  }
}
