import { emptyAnalysis } from '../core/analysisDelta.ts';
import type { AnalysisState, OpenedWorkspace, ViewState, WorkspaceState } from './types.ts';

/** The state of a workspace that has just been opened. */
export function openedState(opened: OpenedWorkspace, version: number): WorkspaceState {
  return {
    id: opened.id,
    name: opened.name,
    files: opened.files,
    version,
    baseline: opened.baseline ?? opened.files,
    layout: opened.layout ?? {},
    definitions: opened.definitions ?? [],
    channel: opened.channel ?? 'standard',
    past: [],
    future: [],
    lastEdit: null,
  };
}

/** Nothing known yet. */
export const unreadyAnalysis: AnalysisState = {
  ...emptyAnalysis,
  version: -1,
  duration: 0,
  isReady: false,
  wants: [],
  library: null,
};

/** What a new user sees. */
export const initialView: ViewState = {
  selection: [],
  selectedEdges: [],
  leftPanel: null,
  rightTab: 'yaml',
  drawer: null,
  page: 'canvas',
  openFile: null,
  reveal: null,
  inEditor: null,
  bring: null,
  theme: 'auto',
  tool: 'select',
  frames: true,
  hiddenKinds: [],
  hiddenNamespaces: [],
  focus: null,
  expandedPolicies: [],
  isDrawn: false,
  find: null,
  overlay: null,
  pattern: null,
  dialog: null,
  announcement: null,
  notices: [],
};
