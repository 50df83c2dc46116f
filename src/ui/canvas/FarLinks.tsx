import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { ResourceId } from '../../core/workspace/types.ts';
import { anchorId } from '../../state/canvas/cardSize.ts';
import { linkSides } from '../../state/canvas/linkSides.ts';
import type { Rect } from '../../state/canvas/spatial.ts';
import type { CanvasModel, LinkTone } from '../../state/canvas/types.ts';
import { useHighlight } from './canvasContext.ts';
import styles from './Link.module.css';
import { type LinkEnd, linkPath } from './linkPath.ts';

interface FarLinksProps {
  readonly model: CanvasModel;
  readonly rects: ReadonlyMap<ResourceId, Rect>;
}

/**
 * All lines of a large canvas as one shape for each tone. From far away single lines cannot be pointed at,
 * and thousands of them as elements of their own would hold up every frame.
 */
export const FarLinks = memo(function FarLinks({ model, rects }: FarLinksProps) {
  const lit = useHighlight((state) => state.focus?.links ?? state.lit?.links);
  const lines = useMemo(() => linesOf(model, rects), [model, rects]);
  const shapes = useMemo(() => shapesOf(model, lines), [model, lines]);
  const path = useMemo(() => [...(lit ?? [])].map((id) => lines.get(id) ?? '').join(''), [lit, lines]);
  return (
    <ViewportPortal>
      <svg className={styles.batch} aria-hidden="true" data-faded={path !== '' || undefined}>
        {shapes.map(({ tone, d }) => (
          <path key={d} data-tone={tone} d={d} />
        ))}
        {path === '' ? null : <path data-lit d={path} />}
      </svg>
    </ViewportPortal>
  );
});

interface Shape {
  readonly tone: LinkTone;
  readonly d: string;
}

function linesOf(model: CanvasModel, rects: ReadonlyMap<ResourceId, Rect>): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const link of model.links.values()) {
    const [source, target] = [rects.get(link.source), rects.get(link.target)];
    if (source === undefined || target === undefined) continue;
    const [leave, enter] = linkSides(link, source, target);
    const start = endOf(model, link.source, source, leave, link.sourceRow);
    const end = endOf(model, link.target, target, enter, link.targetRow);
    lines.set(link.id, linkPath(start, end).path);
  }
  return lines;
}

function endOf(
  model: CanvasModel,
  id: ResourceId,
  rect: Rect,
  side: 'left' | 'right',
  row: string | undefined,
): LinkEnd {
  const anchors = model.cards.get(id)?.size.anchors ?? [];
  const anchor = anchors.find((each) => each.id === anchorId(side, row));
  return {
    x: side === 'left' ? rect.x : rect.x + rect.width,
    y: rect.y + (anchor?.y ?? rect.height / 2),
    direction: side === 'left' ? -1 : 1,
  };
}

/** Lines in one shape; shapes that are out of view cost nothing, so they must not span the whole canvas. */
const linesPerShape = 24;

/** Lines of one tone that begin near each other, together. */
function shapesOf(model: CanvasModel, lines: ReadonlyMap<string, string>): readonly Shape[] {
  const open = new Map<LinkTone, { tone: LinkTone; d: string; count: number }>();
  const shapes: Shape[] = [];
  for (const [id, line] of lines) {
    const tone = model.links.get(id)?.tone ?? 'normal';
    const shape = open.get(tone);
    if (shape !== undefined && shape.count < linesPerShape) {
      shape.d += line;
      shape.count++;
    } else {
      const fresh = { tone, d: line, count: 1 };
      open.set(tone, fresh);
      shapes.push(fresh);
    }
  }
  return shapes;
}
