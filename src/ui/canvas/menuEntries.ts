/** What can be done with what was clicked, as data. Everything here has a key or a gesture as well. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  BadgeCheck,
  Cable,
  ClipboardCopy,
  Code,
  Copy,
  EyeOff,
  Frame,
  type LucideIcon,
  Maximize,
  Minimize2,
  Pencil,
  Pin,
  Plus,
  Route,
  SquareDashedMousePointer,
  SquarePlus,
  Trash2,
  Unplug,
  WandSparkles,
} from 'lucide-react';
import { partsOfId, type ResourceId } from '../../core/workspace/types.ts';
import { type Alignment, alignCards, alignments } from '../../state/canvas/align.ts';
import { documentsText } from '../../state/canvas/documentsText.ts';
import { kindKey } from '../../state/canvas/kindLook.ts';
import type { Position } from '../../state/canvas/types.ts';
import type { MenuEntry } from '../kit/ContextMenu.tsx';
import { copyText } from '../kit/copyText.ts';
import type { CanvasTools } from './canvasContext.ts';
import { cardRects } from './cardFocus.ts';
import { createGhost } from './createGhost.ts';
import type { MenuSubject } from './gestures.ts';
import { createAt } from './offers.ts';
import { toggleFocus } from './runKeyCommand.ts';
import type { ViewportMoves } from './useViewportWishes.ts';
import { waysOut } from './waysOut.ts';

type Entries = readonly (MenuEntry | null)[];

/** What the menu is called. */
export function menuLabel(subject: MenuSubject): string {
  if (subject.type === 'canvas') return 'Canvas';
  if (subject.type === 'link') return 'Connection';
  const { kind, name } = partsOfId(subject.type === 'policy' ? subject.id : subject.point.id);
  return `${kind} ${name}`;
}

/** The entries for what was clicked; `at` is where, in canvas units. */
export function menuEntries(
  tools: CanvasTools,
  moves: ViewportMoves,
  subject: MenuSubject,
  at: Position,
): Entries {
  switch (subject.type) {
    case 'canvas':
      return canvasEntries(tools, moves, at);
    case 'link':
      return linkEntries(tools, subject.id);
    case 'policy':
      return policyEntries(tools, subject.id);
    default:
      return cardEntries(tools, moves, subject.point.id, subject.point.row);
  }
}

function cardEntries(
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
  const isMade = scene.store.getState().model.cards.get(id)?.madeBy !== undefined;
  return [
    {
      label: 'Create it',
      icon: Plus,
      keys: 'Enter',
      isDisabled: isMade,
      run: () => void createGhost(studio, id),
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

function policyEntries(tools: CanvasTools, id: ResourceId): Entries {
  const { studio } = tools;
  const { expandedPolicies } = studio.view.getState();
  return [
    {
      label: 'Show in YAML',
      icon: Code,
      keys: 'Enter',
      run: () => studio.select([id], { focusEditor: true }),
    },
    {
      label: 'Show as a card',
      icon: SquareDashedMousePointer,
      run: () => {
        studio.setView({ expandedPolicies: [...expandedPolicies, id], bring: { ids: [id] } });
        studio.announce('Shown as a card');
      },
    },
    {
      label: 'Connect…',
      icon: Cable,
      run: () => studio.setView({ dialog: { type: 'connect', from: { id } } }),
    },
    {
      label: 'Rename…',
      icon: Pencil,
      keys: 'F2',
      run: () => studio.setView({ dialog: { type: 'rename', id } }),
    },
    { label: 'Duplicate', icon: Copy, keys: 'Mod+D', run: () => void studio.run('duplicate', { ids: [id] }) },
    { label: 'Copy as YAML', icon: ClipboardCopy, run: () => copyYaml(tools, [id]) },
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

function linkEntries(tools: CanvasTools, id: string): Entries {
  const { studio, scene } = tools;
  const link = scene.store.getState().model.links.get(id);
  if (link === undefined) return [];
  const { kind, name } = partsOfId(link.edge.from);
  const mends = link.trouble === undefined ? [] : waysOut(studio, link).filter((way) => way.isMain === true);
  return [
    ...mends.map((way) => ({ ...way, icon: BadgeCheck })),
    { label: 'Show in YAML', icon: Code, run: () => studio.selectEdges([id]) },
    {
      label: `Go to ${kind} ${name}`,
      icon: Route,
      run: () => studio.select([link.edge.from], { bring: true }),
    },
    {
      label: `Go to ${link.edge.target.kind} ${link.edge.target.name}`,
      icon: Route,
      run: () => studio.select([link.edge.to], { bring: true }),
    },
    null,
    {
      label: 'Remove this connection',
      icon: Unplug,
      keys: 'Delete',
      isDanger: true,
      run: () => void studio.run('disconnect', { edges: [id] }),
    },
  ];
}

function canvasEntries(tools: CanvasTools, moves: ViewportMoves, at: Position): Entries {
  const { studio, scene } = tools;
  const { frames, hiddenKinds, hiddenNamespaces } = studio.view.getState();
  const ids = [...scene.store.getState().model.cards.keys()];
  return [
    {
      label: 'New resource…',
      icon: Plus,
      keys: 'N',
      run: () => studio.setView({ dialog: createAt(tools, at) }),
    },
    { label: 'Import YAML…', icon: ClipboardCopy, run: () => studio.setView({ dialog: { type: 'import' } }) },
    null,
    {
      label: 'Select everything',
      icon: SquareDashedMousePointer,
      keys: 'Mod+A',
      run: () => studio.select(ids, { quiet: true }),
    },
    { label: 'Fit everything', icon: Maximize, keys: 'Shift+1', run: () => moves.fitAll() },
    { label: 'Tidy the layout', icon: WandSparkles, run: () => void scene.tidy().then(() => moves.fitAll()) },
    {
      label: frames ? 'Hide the frames' : 'Show frames',
      icon: Frame,
      run: () => studio.setView({ frames: !frames }),
    },
    ...(hiddenKinds.length + hiddenNamespaces.length === 0
      ? []
      : [
          {
            label: 'Show what is hidden',
            icon: EyeOff,
            run: () => studio.setView({ hiddenKinds: [], hiddenNamespaces: [] }),
          },
        ]),
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

function copyYaml({ studio }: CanvasTools, ids: readonly ResourceId[]): void {
  void copyText(studio, documentsText(studio.analysis.getState(), studio.workspace.getState().files, ids));
}
