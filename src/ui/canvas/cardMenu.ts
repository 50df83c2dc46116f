/** What can be done with a card, or with several. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Blocks,
  Cable,
  ClipboardCopy,
  Code,
  Copy,
  EyeOff,
  type LucideIcon,
  Maximize,
  Minimize2,
  Pencil,
  Pin,
  Plus,
  Route,
  SquarePlus,
  Trash2,
} from 'lucide-react';
import { partsOfId, type ResourceId } from '../../core/workspace/types.ts';
import { type Alignment, alignCards, alignments } from '../../state/canvas/align.ts';
import { documentsText } from '../../state/canvas/documentsText.ts';
import { kindKey } from '../../state/canvas/kindLook.ts';
import type { MenuEntry } from '../kit/ContextMenu.tsx';
import { copyText } from '../kit/copyText.ts';
import { createGhost } from '../kit/createGhost.ts';
import type { CanvasTools } from './canvasContext.ts';
import { cardRects } from './cardFocus.ts';
import { toggleFocus } from './runKeyCommand.ts';
import type { ViewportMoves } from './useViewportWishes.ts';

export type Entries = readonly (MenuEntry | null)[];

/** The entries of one card, or of the selection when it is one of several. */
export function cardEntries(
  tools: CanvasTools,
  moves: ViewportMoves,
  id: ResourceId,
  row: string | undefined,
): Entries {
  const { studio, scene } = tools;
  const card = scene.store.getState().model.cards.get(id);
  const { selection } = studio.view.getState();
  if (card === undefined) return [];
  if (card.isGhost) return ghostEntries(tools, id);
  if (selection.includes(id) && selection.length > 1) return severalEntries(tools, moves, selection);
  const isStale = card.stale !== undefined;
  return [
    {
      label: 'Show in YAML',
      icon: Code,
      keys: 'Enter',
      run: () => studio.select([id], { focusEditor: true }),
    },
    ...focusEntries(tools, id),
    { label: 'Zoom to it', icon: Maximize, keys: 'Shift+2', run: () => moves.zoomTo([id]) },
    null,
    {
      label: row === undefined ? 'Connect…' : 'Connect from this row…',
      icon: Cable,
      keys: 'C',
      isDisabled: isStale,
      run: () =>
        studio.setView({ dialog: { type: 'connect', from: { id, ...(row === undefined ? {} : { row }) } } }),
    },
    {
      label: 'Add connected…',
      icon: SquarePlus,
      isDisabled: isStale,
      run: () =>
        studio.setView({
          dialog: { type: 'create', connectTo: { id, ...(row === undefined ? {} : { row }) } },
        }),
    },
    patternsEntry(tools, [id]),
    {
      label: 'Rename…',
      icon: Pencil,
      keys: 'F2',
      isDisabled: isStale,
      run: () => studio.setView({ dialog: { type: 'rename', id } }),
    },
    {
      label: 'Duplicate',
      icon: Copy,
      keys: 'Mod+D',
      isDisabled: isStale,
      run: () => void studio.run('duplicate', { ids: [id] }),
    },
    { label: 'Copy as YAML', icon: ClipboardCopy, keys: 'Mod+C', run: () => copyYaml(tools, [id]) },
    null,
    ...foldEntries(tools, id),
    ...placeEntries(tools, [id]),
    hideEntry(tools, id),
    null,
    {
      label: 'Delete…',
      icon: Trash2,
      keys: 'Delete',
      isDanger: true,
      run: () => studio.setView({ dialog: { type: 'delete', ids: [id] } }),
    },
  ];
}

function ghostEntries(tools: CanvasTools, id: ResourceId): Entries {
  const { studio, scene } = tools;
  const card = scene.store.getState().model.cards.get(id);
  const isMade = card?.madeBy !== undefined || card?.isExternal === true;
  return [
    {
      label: 'Create it',
      icon: Plus,
      keys: 'Enter',
      isDisabled: isMade,
      run: () => createGhost(studio, id),
    },
    ...focusEntries(tools, id),
    {
      label: 'Connect…',
      icon: Cable,
      keys: 'C',
      run: () => studio.setView({ dialog: { type: 'connect', from: { id } } }),
    },
    hideEntry(tools, id),
  ];
}

function severalEntries(tools: CanvasTools, moves: ViewportMoves, ids: readonly ResourceId[]): Entries {
  const { studio } = tools;
  const resources = ids.filter((id) => studio.analysis.getState().resources.has(id));
  return [
    { label: 'Zoom to the selection', icon: Maximize, keys: 'Shift+2', run: () => moves.zoomTo(ids) },
    null,
    ...alignments.map(({ name, label }) => ({
      label,
      icon: alignIcons[name],
      run: () => align(tools, ids, name),
    })),
    null,
    {
      label: `Duplicate ${resources.length}`,
      icon: Copy,
      keys: 'Mod+D',
      run: () => void studio.run('duplicate', { ids: resources }),
    },
    { label: 'Copy as YAML', icon: ClipboardCopy, keys: 'Mod+C', run: () => copyYaml(tools, resources) },
    ...placeEntries(tools, ids),
    null,
    {
      label: `Delete ${resources.length}…`,
      icon: Trash2,
      keys: 'Delete',
      isDanger: true,
      isDisabled: resources.length === 0,
      run: () => studio.setView({ dialog: { type: 'delete', ids: resources } }),
    },
  ];
}

function focusEntries(tools: CanvasTools, id: ResourceId): Entries {
  const isOn = tools.studio.view.getState().focus === id;
  return [
    {
      label: isOn ? 'End the focus' : 'Focus on its path',
      icon: Route,
      keys: 'F',
      run: () => toggleFocus(tools, id),
    },
  ];
}

function foldEntries({ scene, studio }: CanvasTools, id: ResourceId): Entries {
  const card = scene.store.getState().model.cards.get(id);
  const entries: MenuEntry[] = [];
  if (card !== undefined && card.foldable > 0) {
    const label = card.isUnfolded ? 'Show fewer rows' : `Show ${card.foldable} more rows`;
    entries.push({ label, icon: Minimize2, run: () => scene.toggleRows(id) });
  }
  const { expandedPolicies } = studio.view.getState();
  if (expandedPolicies.includes(id)) {
    const rest = expandedPolicies.filter((each) => each !== id);
    entries.push({
      label: 'Dock it on what it governs',
      icon: Minimize2,
      run: () => studio.setView({ expandedPolicies: rest }),
    });
  }
  return entries;
}

/** Gives cards that the user has moved back to the automatic layout. */
function placeEntries({ studio }: CanvasTools, ids: readonly ResourceId[]): Entries {
  const { layout } = studio.workspace.getState();
  const moved = ids.filter((id) => layout[id] !== undefined);
  if (moved.length === 0) return [];
  const back = Object.fromEntries(moved.map((id) => [id, null]));
  return [{ label: 'Place automatically', icon: Pin, run: () => studio.move(back, 'Place automatically') }];
}

function hideEntry({ studio }: CanvasTools, id: ResourceId): MenuEntry {
  const { group, kind } = partsOfId(id);
  return {
    label: `Hide all of kind ${kind}`,
    icon: EyeOff,
    run: () =>
      studio.setView({ hiddenKinds: [...studio.view.getState().hiddenKinds, kindKey({ group, kind })] }),
  };
}

const alignIcons: Readonly<Record<Alignment, LucideIcon>> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  across: AlignHorizontalDistributeCenter,
  down: AlignVerticalDistributeCenter,
};

function align(tools: CanvasTools, ids: readonly ResourceId[], how: Alignment): void {
  const all = cardRects(tools);
  const chosen = new Map(
    ids.flatMap((id) => {
      const rect = all.get(id);
      return rect === undefined ? [] : [[id, rect] as const];
    }),
  );
  const label = alignments.find((each) => each.name === how)?.label ?? 'Align';
  const moved = alignCards(chosen, how);
  if (moved.size > 0) tools.studio.move(Object.fromEntries(moved), label);
}

/** Puts the YAML of some resources on the clipboard. */
export function copyYaml({ studio }: CanvasTools, ids: readonly ResourceId[]): void {
  void copyText(studio, documentsText(studio.analysis.getState(), studio.workspace.getState().files, ids));
}

/** Opens the patterns, which then work with these cards; with none, they begin anew. */
export function patternsEntry({ studio }: CanvasTools, ids: readonly ResourceId[]): Entries[number] {
  return {
    label: 'Apply a pattern…',
    icon: Blocks,
    keys: 'P',
    run: () => {
      studio.select(ids, { quiet: true });
      studio.setView({ leftPanel: 'patterns', pattern: null });
    },
  };
}
