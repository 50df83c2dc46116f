/**
 * What each key does. Everything the mouse can do on the canvas has its key here or in the menu that Shift-F10
 * opens; what changed is announced.
 */
import type { ResourceId } from '../../core/workspace/types.ts';
import { otherEnd } from '../../state/canvas/buildLink.ts';
import { countWords } from '../../state/canvas/health.ts';
import { indexLinks } from '../../state/canvas/paths.ts';
import { placeOf } from '../../state/canvas/reconcileLayout.ts';
import { type Direction, nextInDirection } from '../../state/canvas/spatial.ts';
import type { CanvasLink, Position } from '../../state/canvas/types.ts';
import { createGhost } from '../kit/createGhost.ts';
import type { CanvasTools } from './canvasContext.ts';
import { cardRects, currentCard, focusCard, nextStop } from './cardFocus.ts';
import type { KeyCommand } from './keyCommand.ts';
import { createAt } from './offers.ts';
import type { ViewportMoves } from './useViewportWishes.ts';

export interface KeyWorld {
  readonly tools: CanvasTools;
  readonly root: HTMLElement;
  readonly moves: ViewportMoves;
  /** The middle of what is in view, in canvas units. */
  middle(): Position;
}

/** Runs a command; false when there was nothing to do and the browser may have the key. */
export function runKeyCommand(world: KeyWorld, command: KeyCommand): boolean {
  const { tools, moves } = world;
  const { studio, gestures } = tools;
  switch (command.type) {
    case 'step':
      return gestures.getState().isMoving ? nudge(world, command.direction) : step(world, command.direction);
    case 'nudge':
      return nudge(world, command.direction);
    case 'follow':
      return follow(world, command.direction);
    case 'stop':
      return stop(world, command.back);
    case 'link':
      return nextLink(world, command.back);
    case 'zoom':
      moves.zoomBy(command.factor);
      return true;
    case 'zoom-level':
      moves.zoomToLevel(1);
      return true;
    case 'fit':
      moves.fitAll();
      return true;
    case 'zoom-selection':
      moves.zoomTo(targets(world));
      return true;
    case 'tool':
      studio.setView({ tool: command.tool });
      studio.announce(command.tool === 'hand' ? 'Hand tool' : 'Select tool');
      return true;
    case 'find':
      studio.setView({ find: studio.view.getState().find ?? '' });
      return true;
    case 'new':
      studio.setView({ dialog: createAt(tools, world.middle()) });
      return true;
    case 'patterns':
      studio.setView({ leftPanel: 'patterns', pattern: null });
      return true;
    case 'back-out':
      return backOut(world);
    case 'open':
      return open(world);
    case 'move-mode':
      return toggleMoving(world);
    case 'select-all':
      studio.select([...tools.scene.store.getState().model.cards.keys()], { quiet: true });
      studio.announce(`${countWords(tools.scene.store.getState().model.cards.size, 'card')} selected`);
      return true;
    default:
      return edit(world, command.type);
  }
}

/** The selection when it holds the card in focus, else that card. Ghosts are left out unless `withGhosts`. */
function targets({ tools }: KeyWorld, withGhosts = true): readonly ResourceId[] {
  const { selection } = tools.studio.view.getState();
  const current = currentCard(tools);
  const isInFocus = document.activeElement?.closest('.react-flow__node') != null;
  const ids =
    isInFocus && current !== undefined && !selection.includes(current) && !isOnChip(selection)
      ? [current]
      : selection;
  return withGhosts ? ids : ids.filter((id) => tools.studio.analysis.getState().resources.has(id));
}

/** A selected policy whose chip has the focus counts more than the card it is on. */
function isOnChip(selection: readonly ResourceId[]): boolean {
  const policy = document.activeElement?.closest<HTMLElement>('[data-policy]')?.dataset.policy;
  return policy !== undefined && selection.includes(policy as ResourceId);
}

function edit(world: KeyWorld, type: 'connect' | 'delete' | 'duplicate' | 'rename' | 'focus'): boolean {
  const { studio } = world.tools;
  const { selectedEdges, focus } = studio.view.getState();
  if (type === 'delete' && selectedEdges.length > 0) {
    void studio.run('disconnect', { edges: selectedEdges });
    return true;
  }
  const ids = targets(world, type === 'connect' || type === 'focus');
  const [first] = ids;
  if (first === undefined) {
    if (type === 'focus' && focus !== null) studio.setView({ focus: null });
    else studio.announce('Select a card first');
    return true;
  }
  if (type === 'delete') studio.setView({ dialog: { type: 'delete', ids } });
  if (type === 'duplicate') void studio.run('duplicate', { ids });
  if (type === 'rename') studio.setView({ dialog: { type: 'rename', id: first } });
  if (type === 'connect') studio.setView({ dialog: { type: 'connect', from: { id: first } } });
  if (type === 'focus') toggleFocus(world.tools, first);
  return true;
}

/** Shows only what lies on a path through a card, or everything again. */
export function toggleFocus({ studio }: CanvasTools, id: ResourceId): void {
  const isOn = studio.view.getState().focus !== id;
  studio.setView({ focus: isOn ? id : null });
  studio.announce(isOn ? 'Focus on the path through this card' : 'Focus ended');
}

function step(world: KeyWorld, direction: Direction): boolean {
  const { tools, root, moves } = world;
  const current = currentCard(tools);
  const isHere = current !== undefined && document.activeElement?.closest('.react-flow__node') != null;
  const next = isHere ? nextInDirection(cardRects(tools), current, direction) : (current ?? firstCard(tools));
  if (next !== undefined) focusCard(tools, root, moves, next);
  return true;
}

function firstCard(tools: CanvasTools): ResourceId | undefined {
  return tools.scene.store.getState().model.cards.keys().next().value;
}

function stop({ tools, root, moves }: KeyWorld, back: boolean): boolean {
  const next = nextStop(tools, root, back);
  if (next === undefined) return false;
  if (typeof next === 'string') focusCard(tools, root, moves, next);
  else next.focus({ preventScroll: true });
  const card =
    typeof next === 'string' ? undefined : next.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (card !== undefined) tools.gestures.setState({ current: card as ResourceId });
  return true;
}

/** Along the first connection in a direction, so a route leads to its backend and back to its gateway. */
function follow(world: KeyWorld, direction: 'left' | 'right'): boolean {
  const { tools, root, moves } = world;
  const current = currentCard(tools);
  if (current === undefined) return true;
  const index = indexLinks(tools.scene.store.getState().model.links);
  const link = (direction === 'right' ? index.leaving : index.entering).get(current)?.[0];
  if (link === undefined)
    tools.studio.announce(direction === 'right' ? 'Nothing behind this card' : 'Nothing before this card');
  else focusCard(tools, root, moves, otherEnd(link, current));
  return true;
}

function linksOf(tools: CanvasTools, id: ResourceId): readonly CanvasLink[] {
  const index = indexLinks(tools.scene.store.getState().model.links);
  return [...(index.entering.get(id) ?? []), ...(index.leaving.get(id) ?? [])];
}

/** Selects the next connection of the card; Delete removes it, Enter goes to its other end. */
function nextLink({ tools }: KeyWorld, back: boolean): boolean {
  const { studio } = tools;
  const current = currentCard(tools);
  const links = current === undefined ? [] : linksOf(tools, current);
  if (links.length === 0) {
    studio.announce('This card has no connections');
    return true;
  }
  const [selected] = studio.view.getState().selectedEdges;
  const at = links.findIndex((link) => link.id === selected);
  const position =
    at === -1 ? (back ? links.length - 1 : 0) : (at + (back ? -1 : 1) + links.length) % links.length;
  const link = links[position];
  if (link === undefined) return true;
  studio.selectEdges([link.id]);
  studio.announce(`Connection ${position + 1} of ${links.length}: ${link.label}`);
  return true;
}

function open(world: KeyWorld): boolean {
  const { tools, root, moves } = world;
  const { studio, gestures } = tools;
  const current = currentCard(tools);
  if (gestures.getState().isMoving) return toggleMoving(world);
  if (current === undefined) return false;
  const [edge] = studio.view.getState().selectedEdges;
  const link = edge === undefined ? undefined : tools.scene.store.getState().model.links.get(edge);
  if (link !== undefined && (link.source === current || link.target === current)) {
    focusCard(tools, root, moves, otherEnd(link, current));
    return true;
  }
  const card = tools.scene.store.getState().model.cards.get(current);
  if (card?.isGhost === true && card.madeBy === undefined && card.isExternal !== true) {
    createGhost(studio, current);
    return true;
  }
  studio.select([current]);
  studio.announce(`${card?.label ?? ''}, selected`);
  return true;
}

function toggleMoving({ tools }: KeyWorld): boolean {
  const isMoving = !tools.gestures.getState().isMoving;
  if (isMoving && currentCard(tools) === undefined) return true;
  tools.gestures.setState({ isMoving });
  tools.studio.announce(
    isMoving ? 'Arrows move the card. Enter or Escape ends.' : 'Arrows go from card to card',
  );
  return true;
}

/** Canvas units of one step. */
const grid = 16;

/** Moves the cards as long as the key is held; letting go makes it one step of undo. */
function nudge(world: KeyWorld, direction: Direction): boolean {
  const { tools } = world;
  const { gestures, scene, studio } = tools;
  const dragged = new Map(gestures.getState().dragged);
  const x = direction === 'left' ? -grid : direction === 'right' ? grid : 0;
  const y = direction === 'up' ? -grid : direction === 'down' ? grid : 0;
  for (const id of targets(world)) {
    const place =
      dragged.get(id) ?? placeOf(scene.store.getState().layout, studio.workspace.getState().layout, id);
    if (place !== undefined) dragged.set(id, { x: place.x + x, y: place.y + y });
  }
  gestures.setState({ dragged });
  return true;
}

/** One step out at a time: move mode, search, selection, focus, and at last the canvas itself. */
function backOut({ tools, root }: KeyWorld): boolean {
  const { studio, gestures } = tools;
  const { find, selection, selectedEdges, focus } = studio.view.getState();
  if (gestures.getState().isMoving) {
    gestures.setState({ isMoving: false, dragged: null });
    studio.announce('Arrows go from card to card');
  } else if (find !== null) studio.setView({ find: null });
  else if (selection.length + selectedEdges.length > 0) {
    studio.select([], { quiet: true });
    studio.announce('Nothing selected');
  } else if (focus !== null) {
    studio.setView({ focus: null });
    studio.announce('Focus ended');
  } else if (document.activeElement !== root) root.focus({ preventScroll: true });
  else return false;
  return true;
}
