import { Cable, Code, Copy, Eye, EyeOff, FilePlus, Pencil, Plus, Route, Trash2 } from 'lucide-react';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { Studio } from '../../state/types.ts';
import type { MenuEntry } from '../kit/ContextMenu.tsx';
import { createGhost } from '../kit/createGhost.ts';
import type { TreeNode } from './treeNode.ts';

type Entries = readonly (MenuEntry | null)[];

/** What can be done with a row; empty when nothing. */
export function treeMenu(studio: Studio, node: TreeNode): Entries {
  const { subject } = node;
  switch (subject.type) {
    case 'resource':
      return resourceMenu(studio, subject.id, subject.isStale);
    case 'row':
      return [
        {
          label: 'Show in YAML',
          icon: Code,
          keys: 'Enter',
          run: () => void studio.revealPlace(subject.place, { focus: true }),
        },
        {
          label: 'Connect…',
          icon: Cable,
          run: () =>
            studio.setView({ dialog: { type: 'connect', from: { id: subject.id, row: subject.row } } }),
        },
      ];
    case 'kind':
      return [hideEntry(studio, 'hiddenKinds', `${subject.kind.group}/${subject.kind.kind}`, 'kind')];
    case 'namespace':
      return [hideEntry(studio, 'hiddenNamespaces', subject.namespace, 'namespace')];
    case 'ghost':
      return subject.isMade
        ? []
        : [
            {
              label: `Create ${node.label}`,
              icon: Plus,
              keys: 'Enter',
              run: () => createGhost(studio, subject.id),
            },
          ];
    case 'document':
      return [
        {
          label: 'Show in YAML',
          icon: Code,
          keys: 'Enter',
          run: () =>
            studio.revealRange(subject.file, subject.document, { start: 0, end: 0 }, { focus: true }),
        },
      ];
    case 'file':
      return [
        {
          label: 'Open file',
          icon: FilePlus,
          keys: 'Enter',
          run: () => studio.setView({ openFile: subject.path }),
        },
      ];
    default:
      return [];
  }
}

function resourceMenu(studio: Studio, id: ResourceId, isStale: boolean): Entries {
  const { selection, focus } = studio.view.getState();
  const ids = selection.includes(id) ? selection : [id];
  const isOne = ids.length === 1;
  return [
    {
      label: 'Show in YAML',
      icon: Code,
      keys: 'Enter',
      run: () => studio.select([id], { bring: true, focusEditor: true }),
    },
    {
      label: focus === id ? 'End focus on its path' : 'Focus on its path',
      icon: Route,
      run: () => studio.setView({ focus: focus === id ? null : id, bring: { ids: [id] } }),
    },
    null,
    {
      label: 'Connect…',
      icon: Cable,
      isDisabled: isStale || !isOne,
      run: () => studio.setView({ dialog: { type: 'connect', from: { id } } }),
    },
    {
      label: 'Rename…',
      icon: Pencil,
      keys: 'F2',
      isDisabled: isStale || !isOne,
      run: () => studio.setView({ dialog: { type: 'rename', id } }),
    },
    {
      label: isOne ? 'Duplicate' : `Duplicate ${ids.length}`,
      icon: Copy,
      keys: 'Mod+D',
      isDisabled: isStale,
      run: () => void studio.run('duplicate', { ids }, { origin: 'canvas' }),
    },
    null,
    {
      label: isOne ? 'Delete…' : `Delete ${ids.length}…`,
      icon: Trash2,
      keys: 'Delete',
      isDanger: true,
      run: () => studio.setView({ dialog: { type: 'delete', ids } }),
    },
  ];
}

/** Hides a kind or a namespace on the canvas, or shows it again. */
function hideEntry(
  studio: Studio,
  list: 'hiddenKinds' | 'hiddenNamespaces',
  value: string,
  word: string,
): MenuEntry {
  const hidden = studio.view.getState()[list];
  const isHidden = hidden.includes(value);
  return {
    label: isHidden ? `Show this ${word} on the canvas` : `Hide this ${word} on the canvas`,
    icon: isHidden ? Eye : EyeOff,
    run: () =>
      studio.setView({ [list]: isHidden ? hidden.filter((one) => one !== value) : [...hidden, value] }),
  };
}
