/** Cards as plain blocks of colour, for the overview of a large canvas and for the minimap. */
import type { Family } from '../../core/kinds/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { Frame } from '../../state/canvas/frames.ts';
import type { Rect } from '../../state/canvas/spatial.ts';
import type { CanvasModel } from '../../state/canvas/types.ts';

/** From canvas units to pixels of the drawing. */
export interface Projection {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface OverviewColours {
  readonly families: Readonly<Record<Family, string>>;
  readonly ghost: string;
  readonly error: string;
  readonly warning: string;
  readonly frame: string;
  readonly border: string;
  readonly text: string;
  readonly accent: string;
  readonly mask: string;
}

const families: readonly Family[] = [
  'config',
  'gateway',
  'route',
  'backend',
  'workload',
  'policy',
  'ai',
  'scaling',
  'tls',
  'grant',
  'other',
];

/** The tokens as they are now; a drawing cannot read them from the stylesheet. */
export function readColours(element: Element): OverviewColours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    families: Object.fromEntries(families.map((family) => [family, token(`family-${family}`)])) as Record<
      Family,
      string
    >,
    ghost: token('border-strong'),
    error: token('error'),
    warning: token('warning'),
    frame: token('surface'),
    border: token('border'),
    text: token('text-muted'),
    accent: token('accent'),
    mask: token('canvas'),
  };
}

/** Draws the blocks of all cards that fall into the drawing. */
export function drawCards(
  context: CanvasRenderingContext2D,
  { cards }: CanvasModel,
  rects: ReadonlyMap<ResourceId, Rect>,
  { x, y, zoom }: Projection,
  colours: OverviewColours,
): void {
  const { width, height } = context.canvas;
  for (const [id, rect] of rects) {
    const card = cards.get(id);
    const [left, top] = [rect.x * zoom + x, rect.y * zoom + y];
    const [wide, high] = [Math.max(1, rect.width * zoom), Math.max(1, rect.height * zoom)];
    if (card === undefined || left > width || top > height || left + wide < 0 || top + high < 0) continue;
    context.fillStyle = card.isGhost ? colours.ghost : colours.families[card.family];
    context.fillRect(left, top, wide, high);
    const { errors, warnings } = card.health;
    if (errors + warnings === 0 || wide < 6) continue;
    context.fillStyle = errors > 0 ? colours.error : colours.warning;
    context.fillRect(left + wide - high / 2, top, high / 2, high);
  }
}

/** Draws the regions of namespaces. */
export function drawFrames(
  context: CanvasRenderingContext2D,
  frames: readonly Frame[],
  { x, y, zoom }: Projection,
  colours: OverviewColours,
): void {
  context.fillStyle = colours.frame;
  context.strokeStyle = colours.border;
  context.lineWidth = 1;
  for (const { rect } of frames) {
    const box = [rect.x * zoom + x, rect.y * zoom + y, rect.width * zoom, rect.height * zoom] as const;
    context.fillRect(...box);
    context.strokeRect(...box);
  }
}

/** Writes the names of namespaces over their cards, as far as they have room. */
export function drawNames(
  context: CanvasRenderingContext2D,
  frames: readonly Frame[],
  { x, y, zoom }: Projection,
  colours: OverviewColours,
  ratio: number,
): void {
  const [size, padding] = [11 * ratio, 4 * ratio];
  context.font = `550 ${size}px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const { rect, namespace } of frames) {
    const width = context.measureText(namespace).width + 2 * padding;
    if (width > rect.width * zoom || size + 2 * padding > rect.height * zoom) continue;
    const at = { x: (rect.x + rect.width / 2) * zoom + x, y: (rect.y + rect.height / 2) * zoom + y };
    context.globalAlpha = 0.92;
    context.fillStyle = colours.frame;
    context.beginPath();
    context.roundRect(at.x - width / 2, at.y - size / 2 - padding, width, size + 2 * padding, padding);
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = colours.text;
    context.fillText(namespace, at.x, at.y + ratio / 2);
  }
}
