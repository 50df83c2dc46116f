/**
 * The studio: three stores and the commands that change them. Text is the only truth: every change of the
 * files goes through `commit`, and the analysis follows from the worker. Nothing here reads YAML.
 */
import { createStore } from 'zustand/vanilla';
import type { ActionArgs, ActionName } from '../core/actions/registry.ts';
import { type ActionResult, type Change, isRefusal, type LayoutChange } from '../core/actions/types.ts';
import { applyDelta, emptyAnalysis } from '../core/analysisDelta.ts';
import { shapeOfParcel } from '../core/catalogue/shape.ts';
import type { ResourceId, SourceFile } from '../core/workspace/types.ts';
import type { Round } from '../worker/coreHost.ts';
import { type CoreApi, CoreClient } from './coreClient.ts';
import { findRenames, renameLayout, renameView } from './followRenames.ts';
import { commitChange, redoChange, undoChange } from './history.ts';
import { initialView, openedState, unreadyAnalysis } from './initialState.ts';
import { overlayOf } from './overlayOf.ts';
import { createReveal } from './reveal.ts';
import type {
  AnalysisState,
  OpenedWorkspace,
  Origin,
  RunOptions,
  Studio,
  ViewState,
  WorkspaceState,
} from './types.ts';

const nothing: OpenedWorkspace = { id: '', name: '', files: new Map() };
/** How often an action is run again when the text changed under it. */
const MOST_TRIES = 5;

/** Makes a studio around a core (in a worker, or in the same thread for tests). */
export function createStudio(core: CoreApi, now: () => number = Date.now): Studio {
  const workspace = createStore<WorkspaceState>(() => openedState(nothing, 0));
  const analysis = createStore<AnalysisState>(() => unreadyAnalysis);
  const view = createStore<ViewState>(() => initialView);
  let noticeCount = 0;

  const client = new CoreClient(core, takeRound, (error) => {
    notify({
      tone: 'error',
      text: `The analysis failed: ${String(error)}. Your text is safe; the canvas is read anew.`,
      sticky: true,
    });
  });

  workspace.subscribe(({ id, baseline }, before) => {
    if (id === before.id && baseline !== before.baseline) void client.equip({ baseline: filesOf(baseline) });
  });

  function takeRound(round: Round, version: number, isFirst: boolean): void {
    const before = isFirst ? emptyAnalysis : analysis.getState();
    const after = applyDelta(before, round.delta);
    if (!isFirst) {
      const renamed = findRenames(before, after);
      const layout = renameLayout(workspace.getState().layout, renamed);
      if (layout !== workspace.getState().layout) workspace.setState({ layout });
      view.setState(renameView(view.getState(), renamed, after));
    }
    const { wants, library } = analysis.getState();
    analysis.setState({
      ...after,
      version,
      duration: round.duration,
      isReady: isFirst || analysis.getState().isReady,
      wants: sameTexts(wants, round.wants) ? wants : round.wants,
      library: round.library ?? library,
    });
  }

  function notify(notice: Parameters<Studio['notify']>[0]): number {
    const id = ++noticeCount;
    view.setState(({ notices }) => ({ notices: [...notices.slice(-3), { ...notice, id }] }));
    announce(notice.text);
    return id;
  }

  function announce(text: string): void {
    view.setState({ announcement: { text } });
  }

  /** Puts a new state of the files in place and tells the core of the way there. */
  function take(next: WorkspaceState, changes: readonly Change[]): void {
    workspace.setState(next, true);
    client.push(
      changes.flatMap((change) => change.files),
      next.version,
    );
    const { openFile } = view.getState();
    if (openFile === null || !next.files.has(openFile)) view.setState({ openFile: nextFile(changes, next) });
  }

  function commit(change: Change, origin: Origin): void {
    take(commitChange(workspace.getState(), change, origin, now()), [change]);
    if (origin !== 'editor') announce(change.label);
  }

  async function act<N extends ActionName>(
    name: N,
    args: ActionArgs<N>,
  ): Promise<{ result: ActionResult; version: number }> {
    for (let tries = 1; ; tries++) {
      const result = await client.run(name, args);
      const { version } = workspace.getState();
      if (analysis.getState().version === version || isRefusal(result) || tries === MOST_TRIES)
        return { result, version };
    }
  }

  const studio: Studio = {
    workspace,
    analysis,
    view,
    announce,
    notify,
    commit,
    ...createReveal(analysis, view, (place) => client.locate(place)),

    async run(name, args, options: RunOptions = {}) {
      const { result } = await act(name, args);
      if (isRefusal(result)) {
        if (options.quiet !== true) notify({ tone: 'warning', text: result.refused });
        return result;
      }
      const change = placed(result, options);
      const isNothing = change.files.length === 0 && change.layout === undefined;
      if (!isNothing) commit(change, options.origin ?? 'canvas');
      if (result.select !== undefined) await selectWhenThere(result.select);
      return result;
    },
    async preview(name, args) {
      return (await act(name, args)).result;
    },
    async foresee(change) {
      const before = analysis.getState();
      return overlayOf(before, applyDelta(before, await client.foresee(change.files)));
    },
    move(layout: LayoutChange, label = 'Move cards') {
      commit({ label, files: [], layout }, 'canvas');
    },
    undo() {
      step(undoChange(workspace.getState()), 'Undone', 'Nothing to undo', (entry) => entry.inverse);
    },
    redo() {
      step(redoChange(workspace.getState()), 'Redone', 'Nothing to redo', (entry) => entry.changes);
    },
    markReviewed() {
      workspace.setState(({ files }) => ({ baseline: files }));
      notify({ tone: 'success', text: 'Marked as reviewed. Changes are counted from here.' });
    },
    review: () => client.review(),
    assist: (request) => askWithPacks(() => client.assist(request)),
    picture: (pattern) => client.picture(pattern),
    async shapeOf(kind) {
      const { parcel } = await askWithPacks(() => client.describeKind(kind));
      return parcel === undefined ? undefined : shapeOfParcel(parcel);
    },
    explain: (finding) => client.explain(finding),
    learn: (parts) => client.learn(parts),
    async define(files) {
      const paths = new Set(files.map(({ path }) => path));
      const { definitions } = workspace.getState();
      const rest = definitions.filter(({ path }) => !paths.has(path));
      await studio.equip({ definitions: [...rest, ...files] });
    },
    async undefine(path) {
      const { definitions } = workspace.getState();
      await studio.equip({ definitions: definitions.filter((each) => each.path !== path) });
    },
    async equip({ definitions, channel }) {
      const equipment = {
        ...(definitions === undefined ? {} : { definitions }),
        ...(channel === undefined ? {} : { channel }),
      };
      workspace.setState(equipment);
      await client.equip(equipment);
    },
    settled: () => client.settled(),
    async open(opened) {
      const state = openedState(opened, workspace.getState().version + 1);
      workspace.setState(state, true);
      analysis.setState({ ...unreadyAnalysis, library: analysis.getState().library }, true);
      view.setState({
        selection: [],
        selectedEdges: [],
        focus: null,
        expandedPolicies: [],
        find: null,
        overlay: null,
        pattern: null,
        dialog: null,
        openFile: opened.files.keys().next().value ?? null,
        reveal: null,
        inEditor: null,
        bring: { ids: [] },
        // An empty workspace asks to be built.
        ...(opened.files.size === 0 ? { leftPanel: 'palette' as const } : {}),
      });
      const { definitions, channel } = state;
      const setup = { baseline: filesOf(state.baseline), definitions, channel };
      await client.open(filesOf(opened.files), setup, state.version);
    },
    setView: (patch) => view.setState(patch),
    dismiss: (id) => view.setState(({ notices }) => ({ notices: notices.filter((each) => each.id !== id) })),
  };

  /** Asks; when packs are missing for a good answer, waits for them and asks again. */
  async function askWithPacks<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const answer = await ask();
    const missing = packsMissing(answer);
    if (missing.length === 0) return answer;
    // Whoever brings packs follows `wants`; with them, the same question has a better answer.
    analysis.setState(({ wants }) => ({ wants: [...new Set([...wants, ...missing])] }));
    await untilKnown(analysis, missing);
    return ask();
  }

  async function selectWhenThere(ids: readonly ResourceId[]): Promise<void> {
    await client.settled();
    const { resources } = analysis.getState();
    const present = ids.filter((id) => resources.has(id));
    if (present.length > 0) studio.select(present, { quiet: true });
  }

  function step(
    done: ReturnType<typeof undoChange>,
    verb: string,
    nothingText: string,
    changesOf: (entry: NonNullable<ReturnType<typeof undoChange>>['entry']) => readonly Change[],
  ): void {
    if (done === undefined) {
      announce(nothingText);
      return;
    }
    take(done.state, changesOf(done.entry));
    announce(`${verb}: ${done.entry.label}`);
  }

  return studio;
}

/** The change with its first new resource put where the user dropped it. */
function placed(change: Change, { at }: RunOptions): Change {
  const [first] = change.select ?? [];
  return at === undefined || first === undefined
    ? change
    : { ...change, layout: { ...change.layout, [first]: at } };
}

/** The file to show when the open one is gone or none was: the last touched, else the first. */
function nextFile(changes: readonly Change[], { files }: WorkspaceState): string | null {
  const touched = changes
    .flatMap((change) => change.files)
    .map((each) => (each.type === 'rename' ? each.to : each.path));
  return touched.findLast((path) => files.has(path)) ?? files.keys().next().value ?? null;
}

function filesOf(texts: ReadonlyMap<string, string>): readonly SourceFile[] {
  return [...texts].map(([path, text]) => ({ path, text }));
}

function packsMissing(answer: unknown): readonly string[] {
  return (answer as { readonly wants?: readonly string[] } | null)?.wants ?? [];
}

/** How long help waits for packs; then it says what it knows without them. */
const LONGEST_WAIT = 3000;

/** Resolves when no pack of these is wanted any more, or has not come for long. */
function untilKnown(analysis: Studio['analysis'], packs: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const stop = analysis.subscribe(({ wants }) => {
      if (!packs.some((name) => wants.includes(name))) done();
    });
    const timer = setTimeout(done, LONGEST_WAIT);
  });
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
