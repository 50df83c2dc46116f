import type { CSSProperties } from 'react';
import type { Picture, PictureEdge, PictureNode } from '../../core/picture/types.ts';
import { kindIcons } from '../kit/icons.tsx';
import styles from './picture.module.css';

/** The grid of a picture, in its own units. */
const step = { x: 74, y: 46 };
const tile = 24;
/** Small pictures are not blown up beyond this room. */
const least = { width: 300, height: 120 };

/** The picture of a pattern: who is in it, and how traffic runs, as small tiles with lines between them. */
export function PatternPicture({ picture }: { readonly picture: Picture }) {
  const rows = Math.max(1, ...picture.columns.map((column) => column.length));
  const width = Math.max(least.width, picture.columns.length * step.x);
  const height = Math.max(least.height, rows * step.y);
  const places = new Map(picture.nodes.map((node) => [node.id, placeOf(node, picture, { width, height })]));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={styles.picture}>
      {picture.edges.map((edge) => (
        <Line key={`${edge.from} ${edge.to} ${edge.role}`} edge={edge} places={places} />
      ))}
      {picture.nodes.map((node) => (
        <Tile key={node.id} node={node} at={places.get(node.id) ?? { x: 0, y: 0 }} />
      ))}
    </svg>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a node's tile; every column stands in the middle of the height. */
function placeOf(node: PictureNode, { columns }: Picture, size: { width: number; height: number }): Point {
  const count = columns[node.column]?.length ?? 1;
  const left = (size.width - columns.length * step.x) / 2;
  const top = (size.height - count * step.y) / 2;
  return { x: left + (node.column + 0.5) * step.x, y: top + (node.row + 0.5) * step.y - 6 };
}

function Tile({ node, at }: { readonly node: PictureNode; readonly at: Point }) {
  const Icon = kindIcons[node.icon];
  const style = { '--tint': `var(--family-${node.family})` } as CSSProperties;
  return (
    <g style={style}>
      <rect
        className={styles.tile}
        x={at.x - tile / 2}
        y={at.y - tile / 2}
        width={tile}
        height={tile}
        rx={6}
      />
      <Icon x={at.x - 7} y={at.y - 7} size={14} strokeWidth={1.5} className={styles.icon} />
      <text className={styles.kind} x={at.x} y={at.y + tile / 2 + 9}>
        {shorten(node.kind)}
      </text>
    </g>
  );
}

interface LineProps {
  readonly edge: PictureEdge;
  readonly places: ReadonlyMap<string, Point>;
}

function Line({ edge, places }: LineProps) {
  const from = places.get(edge.from);
  const to = places.get(edge.to);
  if (from === undefined || to === undefined) return null;
  const start = from.x + tile / 2 + 1;
  const end = to.x - tile / 2 - 1;
  const bend = Math.max(10, (end - start) / 2);
  const isTraffic = edge.role === 'sends-to' || edge.role === 'attaches-to' || edge.role === 'selects';
  return (
    <>
      <path
        className={styles.line}
        data-quiet={!isTraffic || undefined}
        d={`M${start},${from.y} C${start + bend},${from.y} ${end - bend},${to.y} ${end},${to.y}`}
      />
      {edge.label === undefined ? null : (
        <text className={styles.label} x={(start + end) / 2} y={(from.y + to.y) / 2 - 3}>
          {edge.label}
        </text>
      )}
    </>
  );
}

/** Long kinds keep their beginning: the icon and its colour say the rest. */
function shorten(kind: string): string {
  return kind.length > 16 ? `${kind.slice(0, 15)}…` : kind;
}
