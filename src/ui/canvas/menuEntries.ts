/** What can be done with what was clicked, as data. Everything here has a key or a gesture as well. */
import {
  BadgeCheck,
  Cable,
  ClipboardCopy,
  Code,
  Copy,
  EyeOff,
  Frame,
  Maximize,
  Pencil,
  Plus,
  Route,
  SquareDashedMousePointer,
  Trash2,
  Unplug,
  WandSparkles,
} from 'lucide-react';
import { partsOfId, type ResourceId } from '../../core/workspace/types.ts';
import type { Position } from '../../state/canvas/types.ts';
import type { CanvasTools } from './canvasContext.ts';
import { cardEntries, copyYaml, type Entries, patternsEntry } from './cardMenu.ts';
import type { MenuSubject } from './gestures.ts';
import { createAt } from './offers.ts';
import type { ViewportMoves } from './useViewportWishes.ts';
import { waysOut } from './waysOut.ts';

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
    patternsEntry(tools, []),
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
