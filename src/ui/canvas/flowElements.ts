/**
 * Cards, links and frames as React Flow takes them. Whoever did not change keeps its object, so React Flow
 * renders only what did. Sizes and handles are given, so nothing waits for a measurement.
 */
import { type Edge, type Node, type NodeHandle, Position as Side } from '@xyflow/react';
import type { ResourceId } from '../../core/workspace/types.ts';
import { anchorId } from '../../state/canvas/cardSize.ts';
import type { Frame } from '../../state/canvas/frames.ts';
import { type LinkSide, linkSides } from '../../state/canvas/linkSides.ts';
import type { Rect } from '../../state/canvas/spatial.ts';
import type { CanvasCard, CanvasLink, CanvasModel, Position } from '../../state/canvas/types.ts';

export type CardNodeType = Node<{ card: CanvasCard; anchors: readonly string[] }, 'card' | 'ghost'>;
export type FrameNodeType = Node<{ frame: Frame }, 'frame'>;
export type FlowNode = CardNodeType | FrameNodeType;
/** `labelAt`: the share of the line's way at which its label stands. */
export type LinkEdgeType = Edge<{ link: CanvasLink; labelAt: number }, 'link'>;

interface NodeInput {
  readonly cards: CanvasModel['cards'];
  readonly rects: ReadonlyMap<ResourceId, Rect>;
  readonly selected: ReadonlySet<string>;
  readonly frames: readonly Frame[];
  /** The links that are shown; they say which anchors are in use. */
  readonly edges: readonly LinkEdgeType[];
}

/** A builder with a memory; one for each canvas. */
export function createFlowNodes(): (input: NodeInput) => FlowNode[] {
  let before = new Map<string, FlowNode>();
  return ({ cards, rects, selected, frames, edges }) => {
    const anchors = anchorsInUse(edges);
    const now = new Map<string, FlowNode>();
    for (const frame of frames) {
      const node = frameNode(frame, before.get(frameId(frame.namespace)));
      now.set(node.id, node);
    }
    for (const card of cards.values()) {
      const place = rects.get(card.id);
      if (place === undefined) continue;
      const old = before.get(card.id);
      now.set(card.id, cardNode(card, place, selected.has(card.id), anchors.get(card.id) ?? none, old));
    }
    before = now;
    return [...now.values()];
  };
}

const none: readonly string[] = [];

/** The id of the node of a frame. A resource's id always holds slashes; this one never begins with a group. */
export function frameId(namespace: string): string {
  return `frame ${namespace}`;
}

function cardNode(
  card: CanvasCard,
  { x, y }: Position,
  selected: boolean,
  anchors: readonly string[],
  old: FlowNode | undefined,
): CardNodeType {
  if (old !== undefined && old.type !== 'frame') {
    const isSame =
      old.data.card === card &&
      old.selected === selected &&
      old.position.x === x &&
      old.position.y === y &&
      sameItems(old.data.anchors, anchors);
    if (isSame) return old;
  }
  const { width, height } = card.size;
  return {
    id: card.id,
    type: card.isGhost ? 'ghost' : 'card',
    position: { x, y },
    selected,
    data: { card, anchors },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(card),
    ariaRole: 'group',
    ariaLabel: selected ? `${card.label}, selected` : card.label,
    domAttributes: cardAttributes,
  };
}

/** Focus moves by the canvas's own keys, in reading order. */
const cardAttributes = { tabIndex: -1, 'aria-roledescription': 'card' } as const;

const handles = new WeakMap<CanvasCard['size'], NodeHandle[]>();

/** All are sources: with loose connections a link may end at one too. */
function handlesOf({ size }: CanvasCard): NodeHandle[] {
  const known = handles.get(size);
  if (known !== undefined) return known;
  const made = size.anchors.map((anchor): NodeHandle => {
    const isLeft = anchor.side === 'left';
    return {
      id: anchor.id,
      type: 'source',
      position: isLeft ? Side.Left : Side.Right,
      x: isLeft ? 0 : size.width,
      y: anchor.y,
      width: 0,
      height: 0,
    };
  });
  handles.set(size, made);
  return made;
}

function frameNode(frame: Frame, old: FlowNode | undefined): FrameNodeType {
  if (old?.type === 'frame' && sameFrame(old.data.frame, frame)) return old;
  const { x, y, width, height } = frame.rect;
  return {
    id: frameId(frame.namespace),
    type: 'frame',
    position: { x, y },
    data: { frame },
    width,
    height,
    measured: { width, height },
    handles: [],
    zIndex: -1,
    selectable: false,
    dragHandle: '.frame-label',
    style: { pointerEvents: 'none' },
    ariaRole: 'group',
    ariaLabel: `Namespace ${frame.namespace}`,
    domAttributes: frameAttributes,
  };
}

const frameAttributes = { 'aria-roledescription': 'frame' } as const;

function sameFrame(a: Frame, b: Frame): boolean {
  const sameRect = (['x', 'y', 'width', 'height'] as const).every((key) => a.rect[key] === b.rect[key]);
  const sameHealth = (['errors', 'warnings', 'notes'] as const).every(
    (key) => a.health[key] === b.health[key],
  );
  return sameRect && sameHealth && sameItems(a.cards, b.cards);
}

/** Where links touch each card; sorted, so that equal lists are equal. */
function anchorsInUse(edges: readonly LinkEdgeType[]): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, Set<string>>();
  const add = (card: string, anchor: string | null | undefined) => {
    if (anchor != null) sets.set(card, (sets.get(card) ?? new Set()).add(anchor));
  };
  for (const edge of edges) {
    add(edge.source, edge.sourceHandle);
    add(edge.target, edge.targetHandle);
  }
  return new Map([...sets].map(([id, set]) => [id, [...set].sort()]));
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
}

/** A builder of edges with a memory; links whose ends have no place yet are left out. */
export function createFlowEdges(): (
  links: CanvasModel['links'],
  rects: ReadonlyMap<ResourceId, Rect>,
  selected: ReadonlySet<string>,
) => LinkEdgeType[] {
  let before: LinkEdgeType[] = [];
  let known = new Map<string, LinkEdgeType>();
  return (links, rects, selected) => {
    const now = new Map<string, LinkEdgeType>();
    const crowded = crowdedTargets(links);
    for (const link of links.values()) {
      const [source, target] = [rects.get(link.source), rects.get(link.target)];
      if (source === undefined || target === undefined) continue;
      const labelAt = crowded.has(targetKey(link)) ? 0.26 : 0.55;
      const sides = linkSides(link, source, target);
      const edge = linkEdge(link, sides, labelAt, selected.has(link.id), known.get(link.id));
      now.set(link.id, edge);
    }
    known = now;
    const after = [...now.values()];
    if (!sameItems(before, after)) before = after;
    return before;
  };
}

function linkEdge(
  link: CanvasLink,
  [leave, enter]: readonly [LinkSide, LinkSide],
  labelAt: number,
  selected: boolean,
  old: LinkEdgeType | undefined,
): LinkEdgeType {
  const sourceHandle = anchorId(leave, link.sourceRow);
  const targetHandle = anchorId(enter, link.targetRow);
  const isSame =
    old?.sourceHandle === sourceHandle && old.targetHandle === targetHandle && old.selected === selected;
  if (isSame && old.data?.link === link && old.data.labelAt === labelAt) return old;
  return {
    id: link.id,
    type: 'link',
    source: link.source,
    sourceHandle,
    target: link.target,
    targetHandle,
    selected,
    data: { link, labelAt },
    ariaLabel: link.label,
    interactionWidth: 16,
  };
}

/** Where several labelled lines meet, their labels stand near where the lines come from. */
function crowdedTargets(links: CanvasModel['links']): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const link of links.values()) {
    const isLabelled = link.edge.share !== undefined || link.trouble !== undefined;
    if (isLabelled) counts.set(targetKey(link), (counts.get(targetKey(link)) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([key, count]) => (count > 1 ? [key] : [])));
}

function targetKey(link: CanvasLink): string {
  return `${link.targetRow ?? ''} ${link.target}`;
}
