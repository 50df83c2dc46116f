import { type EdgeProps, Position as Side } from '@xyflow/react';
import { memo } from 'react';
import { useView } from '../../state/react.tsx';
import { useGesture, useHighlight } from './canvasContext.ts';
import type { LinkEdgeType } from './flowElements.ts';
import styles from './Link.module.css';
import { LinkTrouble } from './LinkTrouble.tsx';
import { type LinkEnd, linkPath } from './linkPath.ts';
import { linkStyles, linkWidth } from './linkStyle.ts';
import { TurnPill } from './TurnPill.tsx';
import { WeightPill } from './WeightPill.tsx';

/** A reference as a line: dash and head say what it means, width and pill how much traffic it takes. */
export const LinkEdge = memo(function LinkEdge(props: EdgeProps<LinkEdgeType>) {
  const { id, data, selected, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  const state = useLinkState(id);
  const preview = useGesture(({ weights }) => weights?.get(id));
  const isNew = useView(({ overlay }) => overlay?.addedEdges.has(id) === true);
  const isFar = useGesture((gestures) => gestures.isFar);
  if (data === undefined) return null;
  const { link, labelAt } = data;
  const source: LinkEnd = { x: sourceX, y: sourceY, direction: sourcePosition === Side.Left ? -1 : 1 };
  const target: LinkEnd = { x: targetX, y: targetY, direction: targetPosition === Side.Left ? -1 : 1 };
  const { path, pointAt } = linkPath(source, target);
  const middle = pointAt(labelAt);
  const style = linkStyles[link.edge.role];
  const share = preview === undefined ? link.edge.share : preview / 100;
  return (
    <g
      className={styles.link}
      data-tone={link.tone}
      data-role={link.edge.role}
      data-state={state}
      data-selected={selected || undefined}
      data-preview={isNew || undefined}
    >
      <path className={styles.hit} d={path} />
      <path className={styles.line} d={path} strokeWidth={linkWidth(share)} strokeDasharray={style.dash} />
      <circle className={styles.start} cx={sourceX} cy={sourceY} r={2.5} />
      <Head head={style.head} at={target} />
      {isFar || share === undefined ? null : (
        <WeightPill link={link} at={middle} share={share} turn={link.edge.turn} state={state} />
      )}
      {isFar || link.edge.turn === undefined || share !== undefined ? null : (
        <TurnPill turn={link.edge.turn} at={middle} state={state} />
      )}
      {isFar || link.trouble === undefined ? null : (
        <LinkTrouble
          link={link}
          at={share === undefined ? middle : { x: middle.x, y: middle.y + 26 }}
          state={state}
        />
      )}
    </g>
  );
});

/** Alone on the canvas, on the path that stands out, beside it, or outside of what is in focus. */
function useLinkState(id: string): 'plain' | 'lit' | 'faded' {
  return useHighlight(({ lit, focus }) => {
    if (focus !== null && !focus.links.has(id)) return 'faded';
    if (lit === null || lit.links.size === 0) return 'plain';
    return lit.links.has(id) ? 'lit' : 'faded';
  });
}

function Head({ head, at }: { readonly head: 'full' | 'hollow' | 'open' | 'none'; readonly at: LinkEnd }) {
  if (head === 'none') return <circle className={styles.start} cx={at.x} cy={at.y} r={2.5} />;
  const [x, back] = [at.x, at.x + 7 * at.direction];
  const d = `M${back},${at.y - 4} L${x},${at.y} L${back},${at.y + 4}`;
  return <path className={styles.head} data-head={head} d={head === 'open' ? d : `${d} Z`} />;
}
