import type { EditorDeed, Studio } from '../../state/types.ts';
import type { ShellDeeds } from './slots.ts';

/** Something the command palette offers. One object here is one command. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: 'Build' | 'Text' | 'View' | 'Workspace' | 'Review and export' | 'Help';
  /** As in `ui/kit/shortcuts.ts`. */
  readonly keys?: string;
  run(studio: Studio, deeds: ShellDeeds): void;
}

export const commands: readonly Command[] = [
  {
    id: 'new',
    label: 'New resource',
    group: 'Build',
    keys: 'N',
    run: (studio) => studio.setView({ dialog: { type: 'create' } }),
  },
  {
    id: 'connect',
    label: 'Connect the selected card',
    group: 'Build',
    keys: 'C',
    run: (studio) =>
      withSelected(studio, (id) => studio.setView({ dialog: { type: 'connect', from: { id } } })),
  },
  {
    id: 'rename',
    label: 'Rename the selected card',
    group: 'Build',
    keys: 'F2',
    run: (studio) => withSelected(studio, (id) => studio.setView({ dialog: { type: 'rename', id } })),
  },
  {
    id: 'duplicate',
    label: 'Duplicate the selection',
    group: 'Build',
    keys: 'Mod+D',
    run: (studio) => withSelected(studio, (_, ids) => void studio.run('duplicate', { ids })),
  },
  {
    id: 'delete',
    label: 'Delete the selection',
    group: 'Build',
    keys: 'Delete',
    run: (studio) => withSelected(studio, (_, ids) => studio.setView({ dialog: { type: 'delete', ids } })),
  },
  { id: 'undo', label: 'Undo', group: 'Build', keys: 'Mod+Z', run: (studio) => studio.undo() },
  { id: 'redo', label: 'Redo', group: 'Build', keys: 'Mod+Shift+Z', run: (studio) => studio.redo() },
  textCommand('complete', 'Complete at the cursor', 'Ctrl+Space'),
  textCommand('explain', 'What is this, at the cursor', 'Shift+F1'),
  textCommand('fix', 'Fix or explain the problem at the cursor', 'Mod+.'),
  textCommand('next-problem', 'Go to the next problem in the text', 'F8'),
  textCommand('definition', 'Go to what the cursor names', 'F12'),
  textCommand('references', 'Find references to what the cursor names', 'Shift+F12'),
  textCommand('outline', 'Go to a resource or field of the file', 'Mod+Shift+O'),
  textCommand('rename', 'Rename what the cursor is on', 'F2'),
  textCommand('format', 'Format the file', 'Shift+Alt+F'),
  {
    id: 'palette',
    label: 'Show the palette',
    group: 'View',
    run: (studio) => studio.setView({ leftPanel: 'palette' }),
  },
  {
    id: 'patterns',
    label: 'Show the patterns and guides',
    group: 'Build',
    keys: 'P',
    run: (studio) => studio.setView({ leftPanel: 'patterns', pattern: null }),
  },
  {
    id: 'tree',
    label: 'Show the tree',
    group: 'View',
    run: (studio) => studio.setView({ leftPanel: 'tree' }),
  },
  {
    id: 'files',
    label: 'Show the files',
    group: 'View',
    run: (studio) => studio.setView({ leftPanel: 'files' }),
  },
  {
    id: 'problems',
    label: 'Show problems',
    group: 'View',
    run: (studio) => studio.setView({ drawer: 'problems' }),
  },
  {
    id: 'definitions',
    label: 'API definitions: channel, CRDs of your own',
    group: 'Workspace',
    run: (studio) => studio.setView({ dialog: { type: 'definitions' } }),
  },
  {
    id: 'yaml',
    label: 'Show the YAML',
    group: 'View',
    run: (studio) => studio.setView({ rightTab: 'yaml', page: 'side' }),
  },
  {
    id: 'inspector',
    label: 'Show the inspector',
    group: 'View',
    run: (studio) => studio.setView({ rightTab: 'inspector', page: 'side' }),
  },
  {
    id: 'both',
    label: 'Show inspector and YAML',
    group: 'View',
    run: (studio) => studio.setView({ rightTab: 'split', page: 'side' }),
  },
  {
    id: 'canvas',
    label: 'Show the canvas',
    group: 'View',
    run: (studio) => studio.setView({ page: 'canvas' }),
  },
  {
    id: 'fit',
    label: 'Fit everything',
    group: 'View',
    keys: 'Shift+1',
    run: (studio) => studio.setView({ bring: { ids: [] } }),
  },
  {
    id: 'zoom-selection',
    label: 'Zoom to the selection',
    group: 'View',
    keys: 'Shift+2',
    run: (studio) => studio.setView({ bring: { ids: studio.view.getState().selection } }),
  },
  {
    id: 'focus',
    label: 'Focus on the path through the selection',
    group: 'View',
    keys: 'F',
    run: (studio) => withSelected(studio, (id) => studio.setView({ focus: id })),
  },
  {
    id: 'frames',
    label: 'Show or hide namespace frames',
    group: 'View',
    run: (studio) => studio.setView({ frames: !studio.view.getState().frames }),
  },
  { id: 'light', label: 'Light theme', group: 'View', run: (studio) => studio.setView({ theme: 'light' }) },
  { id: 'dark', label: 'Dark theme', group: 'View', run: (studio) => studio.setView({ theme: 'dark' }) },
  {
    id: 'auto',
    label: 'Theme of the system',
    group: 'View',
    run: (studio) => studio.setView({ theme: 'auto' }),
  },
  {
    id: 'workspaces',
    label: 'Workspaces',
    group: 'Workspace',
    run: (studio) => studio.setView({ dialog: { type: 'workspaces' } }),
  },
  {
    id: 'import',
    label: 'Import YAML',
    group: 'Workspace',
    run: (studio) => studio.setView({ dialog: { type: 'import' } }),
  },
  { id: 'sample', label: 'Open the sample', group: 'Workspace', run: (_, deeds) => void deeds.openSample() },
  {
    id: 'one-file',
    label: 'Put everything in one file',
    group: 'Workspace',
    run: (studio) => void studio.run('arrange', { as: 'one-file' }, { origin: 'form' }),
  },
  {
    id: 'file-per-resource',
    label: 'Give each resource a file of its own',
    group: 'Workspace',
    run: (studio) => void studio.run('arrange', { as: 'file-per-resource' }, { origin: 'form' }),
  },
  {
    id: 'changes',
    label: 'Review changes',
    group: 'Review and export',
    run: (studio) => studio.setView({ drawer: 'changes' }),
  },
  {
    id: 'reviewed',
    label: 'Mark as reviewed',
    group: 'Review and export',
    keys: 'Mod+S',
    run: (studio) => studio.markReviewed(),
  },
  {
    id: 'export',
    label: 'Export',
    group: 'Review and export',
    run: (studio) => studio.setView({ dialog: { type: 'export' } }),
  },
  {
    id: 'keys',
    label: 'Keyboard shortcuts',
    group: 'Help',
    keys: '?',
    run: (studio) => studio.setView({ dialog: { type: 'keys' } }),
  },
];

/** A command of the editor, at its cursor. */
function textCommand(deed: EditorDeed, label: string, keys: string): Command {
  const run = (studio: Studio) => {
    const { rightTab } = studio.view.getState();
    const tab = rightTab === 'inspector' ? { rightTab: 'yaml' as const } : {};
    studio.setView({ page: 'side', ...tab, inEditor: { deed } });
  };
  return { id: `text-${deed}`, label, group: 'Text', keys, run };
}

type Selected = Parameters<Studio['select']>[0];

function withSelected(studio: Studio, work: (id: Selected[number], ids: Selected) => void): void {
  const { selection } = studio.view.getState();
  const [first] = selection;
  if (first === undefined) studio.notify({ tone: 'info', text: 'Select a card first.' });
  else work(first, selection);
}
