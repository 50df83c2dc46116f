import { type DragEvent, type RefObject, useEffect, useMemo } from 'react';
import { explainDrop, type TargetVerdict } from '../../core/actions/legality.ts';
import type { GroupKind, ResourceId } from '../../core/workspace/types.ts';
import { cardMetrics } from '../../state/canvas/cardSize.ts';
import type { CanvasTools } from './canvasContext.ts';
import { type DragSurface, placeHint } from './connectDrag.ts';
import { aimAt, completeDrop } from './offers.ts';
import { pointOf } from './pointUnder.ts';

/** What a palette item carries: `group/Kind`. */
const dragType = 'application/x-traffic-studio-kind';

interface DropHandlers {
  onDragOver(event: DragEvent): void;
  onDragLeave(event: DragEvent): void;
  onDrop(event: DragEvent): void;
}

/**
 * Takes kinds that are dragged from the palette. Browsers hide what is dragged until it is dropped, so the
 * kind is read when the drag starts. Files are left to the shell.
 */
export function usePaletteDrop(tools: CanvasTools, surface: RefObject<DragSurface | null>): DropHandlers {
  const drop = useMemo(() => new PaletteDrop(tools, surface), [tools, surface]);
  useEffect(() => drop.watch(), [drop]);
  return drop.handlers;
}

class PaletteDrop {
  readonly #tools: CanvasTools;
  readonly #surface: RefObject<DragSurface | null>;
  #kind: GroupKind | undefined;

  constructor(tools: CanvasTools, surface: RefObject<DragSurface | null>) {
    this.#tools = tools;
    this.#surface = surface;
  }

  readonly handlers: DropHandlers = {
    onDragOver: (event) => {
      if (!event.dataTransfer.types.includes(dragType)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
      this.#over(event);
    },
    onDragLeave: (event) => {
      if (event.currentTarget.contains(event.relatedTarget as Element | null)) return;
      this.#clear();
    },
    onDrop: (event) => {
      const kind = readKind(event.dataTransfer);
      const surface = this.#surface.current;
      if (kind === undefined || surface === null) return;
      event.preventDefault();
      event.stopPropagation();
      const over = this.#tools.gestures.getState().offer?.over ?? pointOf(event.target as Element);
      const at = surface.toCanvas({ x: event.clientX, y: event.clientY });
      this.#clear();
      completeDrop(this.#tools, kind, over, {
        x: Math.round(at.x - cardMetrics.width / 2),
        y: Math.round(at.y - 27),
      });
    },
  };

  watch(): () => void {
    const onStart = ({ dataTransfer }: globalThis.DragEvent) => {
      this.#kind = dataTransfer === null ? undefined : readKind(dataTransfer);
    };
    const onEnd = () => {
      this.#kind = undefined;
      this.#clear();
    };
    window.addEventListener('dragstart', onStart);
    window.addEventListener('dragend', onEnd);
    return () => {
      window.removeEventListener('dragstart', onStart);
      window.removeEventListener('dragend', onEnd);
    };
  }

  #over(event: DragEvent): void {
    const { gestures, studio } = this.#tools;
    const surface = this.#surface.current;
    if (this.#kind === undefined || surface === null) return;
    const offer = gestures.getState().offer ?? {
      type: 'kind' as const,
      kind: this.#kind,
      verdicts: this.#verdicts(this.#kind),
      over: null,
    };
    const over = aimAt(studio.analysis.getState(), offer, pointOf(event.target as Element));
    const isSame = offer.over?.id === over?.id && offer.over?.row === over?.row;
    if (!isSame || gestures.getState().offer === null) gestures.setState({ offer: { ...offer, over } });
    const box = surface.root.getBoundingClientRect();
    placeHint(surface.hint, surface.root, { x: event.clientX - box.left, y: event.clientY - box.top });
  }

  #verdicts(kind: GroupKind): ReadonlyMap<ResourceId, TargetVerdict> {
    const analysis = this.#tools.studio.analysis.getState();
    const verdicts = new Map<ResourceId, TargetVerdict>();
    for (const id of this.#tools.scene.store.getState().model.cards.keys()) {
      verdicts.set(id, { card: explainDrop(analysis, kind, { id }), rows: new Map() });
    }
    return verdicts;
  }

  #clear(): void {
    if (this.#tools.gestures.getState().offer?.type === 'kind')
      this.#tools.gestures.setState({ offer: null });
  }
}

function readKind(data: DataTransfer): GroupKind | undefined {
  const text = data.getData(dragType);
  const slash = text.lastIndexOf('/');
  return slash === -1 ? undefined : { group: text.slice(0, slash), kind: text.slice(slash + 1) };
}
