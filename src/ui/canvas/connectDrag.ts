import { legalTargets } from '../../core/actions/legality.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { Position } from '../../state/canvas/types.ts';
import type { CardPoint } from '../../state/types.ts';
import type { CanvasTools } from './canvasContext.ts';
import type { WindowPoint } from './gestures.ts';
import { linkPath } from './linkPath.ts';
import { aimAt, completeConnection } from './offers.ts';
import { pointUnder } from './pointUnder.ts';

/** What a drag needs of the canvas: its box, its coordinates, and the elements it draws in. */
export interface DragSurface {
  readonly root: HTMLElement;
  readonly line: SVGPathElement;
  readonly hint: HTMLElement;
  toCanvas(point: WindowPoint): Position;
  panBy(delta: WindowPoint): void;
}

/** Pixels before a press on a handle becomes a drag. */
const threshold = 4;
/** How near to the border the canvas begins to run, and how fast at most. */
const border = { width: 48, speed: 14 } as const;

/** Follows a press on a handle until it is let go; Escape gives it up. */
export function startConnectDrag(tools: CanvasTools, surface: DragSurface, event: PointerEvent): void {
  const handle = (event.target as Element).closest<HTMLElement>('[data-handle]');
  if (handle === null || event.button !== 0) return;
  event.preventDefault();
  const drag = new ConnectDrag(tools, surface, handle, event);
  drag.listen();
}

class ConnectDrag {
  readonly #tools: CanvasTools;
  readonly #surface: DragSurface;
  readonly #handle: HTMLElement;
  readonly #from: CardPoint;
  readonly #start: WindowPoint;
  readonly #stop = new AbortController();
  readonly #side: 'left' | 'right';
  #pointer: WindowPoint;
  #hasStarted = false;
  #frame = 0;

  constructor(tools: CanvasTools, surface: DragSurface, handle: HTMLElement, event: PointerEvent) {
    this.#tools = tools;
    this.#surface = surface;
    this.#handle = handle;
    const { handle: id, handleRow: row } = handle.dataset;
    this.#from = { id: id as ResourceId, ...(row === undefined ? {} : { row }) };
    this.#side = handle.dataset.handleSide === 'left' ? 'left' : 'right';
    this.#start = { x: event.clientX, y: event.clientY };
    this.#pointer = this.#start;
  }

  listen(): void {
    const { signal } = this.#stop;
    window.addEventListener('pointermove', (event) => this.#move(event), { signal });
    window.addEventListener('pointerup', (event) => this.#end(event), { signal });
    window.addEventListener('pointercancel', () => this.#clear(), { signal });
    window.addEventListener('blur', () => this.#clear(), { signal });
    window.addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#clear();
  }

  #move(event: PointerEvent): void {
    this.#pointer = { x: event.clientX, y: event.clientY };
    const distance = Math.hypot(this.#pointer.x - this.#start.x, this.#pointer.y - this.#start.y);
    if (!this.#hasStarted && distance < threshold) return;
    if (!this.#hasStarted) this.#begin();
    this.#aim();
    this.#draw();
  }

  #begin(): void {
    this.#hasStarted = true;
    const analysis = this.#tools.studio.analysis.getState();
    const verdicts = legalTargets(analysis, this.#from);
    this.#tools.gestures.setState({
      hovered: null,
      offer: { type: 'connection', from: this.#from, side: this.#side, verdicts, over: null },
    });
    this.#frame = requestAnimationFrame(() => this.#runAtBorder());
  }

  #aim(): void {
    const { offer } = this.#tools.gestures.getState();
    if (offer === null) return;
    const under = pointUnder(this.#pointer.x, this.#pointer.y);
    const over = aimAt(this.#tools.studio.analysis.getState(), offer, under);
    if (offer.over?.id === over?.id && offer.over?.row === over?.row) return;
    this.#tools.gestures.setState({ offer: { ...offer, over } });
  }

  #draw(): void {
    const { root, line, hint } = this.#surface;
    const box = root.getBoundingClientRect();
    const dot = this.#handle.getBoundingClientRect();
    const source = { x: dot.left + dot.width / 2 - box.left, y: dot.top + dot.height / 2 - box.top };
    const target = { x: this.#pointer.x - box.left, y: this.#pointer.y - box.top };
    const direction = this.#side === 'left' ? -1 : 1;
    const { path } = linkPath({ ...source, direction }, { ...target, direction: direction === 1 ? -1 : 1 });
    line.setAttribute('d', path);
    placeHint(hint, root, target);
  }

  #runAtBorder(): void {
    const box = this.#surface.root.getBoundingClientRect();
    const x = speedAt(this.#pointer.x, box.left, box.right);
    const y = speedAt(this.#pointer.y, box.top, box.bottom);
    if (x !== 0 || y !== 0) {
      this.#surface.panBy({ x, y });
      this.#aim();
      this.#draw();
    }
    this.#frame = requestAnimationFrame(() => this.#runAtBorder());
  }

  #end(event: PointerEvent): void {
    const { offer } = this.#tools.gestures.getState();
    const box = this.#surface.root.getBoundingClientRect();
    const isInside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    this.#clear();
    if (!this.#hasStarted || offer === null || !isInside) return;
    const at = { x: event.clientX, y: event.clientY };
    completeConnection(this.#tools, offer, at, this.#surface.toCanvas(at));
  }

  #clear(): void {
    this.#stop.abort();
    cancelAnimationFrame(this.#frame);
    this.#surface.line.setAttribute('d', '');
    this.#tools.gestures.setState({ offer: null });
  }
}

/** Puts the hint beside a point of the canvas, inside its borders. */
export function placeHint(hint: HTMLElement, root: HTMLElement, at: WindowPoint): void {
  const x = Math.max(8, Math.min(at.x + 14, root.clientWidth - hint.offsetWidth - 8));
  const isLow = at.y + 22 + hint.offsetHeight > root.clientHeight - 8;
  hint.style.transform = `translate(${x}px, ${isLow ? at.y - hint.offsetHeight - 14 : at.y + 22}px)`;
}

function speedAt(value: number, low: number, high: number): number {
  const into = Math.max(low + border.width - value, 0) - Math.max(value - (high - border.width), 0);
  const share = Math.max(-1, Math.min(1, into / border.width));
  return share * border.speed;
}
