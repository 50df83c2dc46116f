import type { Position } from '../../state/canvas/types.ts';

export interface LinkEnd extends Position {
  /** -1 when the line leaves (or enters) a left side. */
  readonly direction: 1 | -1;
}

/** How a line is drawn. */
export interface LinkShape {
  readonly path: string;
  /** The point of the line at a share of its way, where a label stands. */
  pointAt(share: number): Position;
}

/** A smooth line that leaves and enters level; one that has to run back swings out first. */
export function linkPath(source: LinkEnd, target: LinkEnd): LinkShape {
  const reach = reachOf(source, target);
  const a = { x: source.x + reach * source.direction, y: source.y };
  const b = { x: target.x + reach * target.direction, y: target.y };
  return {
    path: `M${source.x},${source.y} C${a.x},${a.y} ${b.x},${b.y} ${target.x},${target.y}`,
    pointAt: (share) => ({
      x: bezier(share, source.x, a.x, b.x, target.x),
      y: bezier(share, source.y, a.y, b.y, target.y),
    }),
  };
}

function bezier(t: number, start: number, a: number, b: number, end: number): number {
  const s = 1 - t;
  return s * s * s * start + 3 * s * s * t * a + 3 * s * t * t * b + t * t * t * end;
}

/** How far the line swings out at its ends: more the longer it is, and round the side for cards in one column. */
function reachOf(source: LinkEnd, target: LinkEnd): number {
  const ahead = (target.x - source.x) * source.direction;
  if (source.direction === target.direction) {
    return Math.abs(ahead) + Math.min(56, 24 + Math.abs(target.y - source.y) * 0.15);
  }
  return ahead >= 0 ? Math.max(24, ahead * 0.45) : 40 + Math.sqrt(-ahead) * 9;
}
