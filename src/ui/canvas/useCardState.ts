import type { TargetVerdict } from '../../core/actions/legality.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { useView } from '../../state/react.tsx';
import type { Overlay } from '../../state/types.ts';
import { useGesture, useHighlight } from './canvasContext.ts';
import type { Offer } from './gestures.ts';

type Flags = Readonly<Record<`data-${string}`, string | boolean | undefined>>;

/** How a card stands out, as data attributes for the stylesheet. Selectors answer primitives. */
export function useCardState(id: ResourceId): Flags {
  const isFaded = useHighlight(({ focus }) => focus !== null && !focus.cards.has(id));
  const isLit = useHighlight(({ lit }) => lit?.cards.has(id) === true);
  const isFound = useHighlight(({ found }) => found.includes(id));
  const preview = useView(({ overlay }) => previewOf(overlay, id));
  const isSought = useView((view) => view.find !== null && view.find.trim() !== '');
  const offer = useGesture((state) => cardOffer(state.offer, id));
  return {
    'data-faded': isFaded || (isSought && !isFound) || undefined,
    'data-lit': isLit || undefined,
    'data-found': (isSought && isFound) || undefined,
    'data-offer': offer,
    'data-preview': preview,
  };
}

/** What a change that is only shown would do to a card. */
function previewOf(overlay: Overlay | null, id: ResourceId): string | undefined {
  if (overlay === null) return undefined;
  if (overlay.added.has(id)) return 'added';
  return overlay.changed.has(id) ? 'changed' : undefined;
}

/** How a row answers to a connection that is being dragged. */
export function useRowState(card: ResourceId, row: string): Flags {
  return { 'data-offer': useGesture((state) => rowOffer(state.offer, card, row)) };
}

function cardOffer(offer: Offer | null, id: ResourceId): string | undefined {
  if (offer === null) return undefined;
  if (offer.from?.id === id) return 'source';
  const verdict = offer.verdicts.get(id);
  if (!isLegal(verdict)) return 'illegal';
  return offer.over?.id === id && offer.over.row === undefined ? 'over' : 'legal';
}

function rowOffer(offer: Offer | null, id: ResourceId, row: string): string | undefined {
  if (offer === null) return undefined;
  if (offer.over?.id === id && offer.over.row === row) return 'over';
  const verdict = offer.verdicts.get(id)?.rows.get(row);
  return verdict !== undefined && 'options' in verdict ? 'legal' : undefined;
}

/** True when the card, or one of its rows, can be the other end. */
export function isLegal(verdict: TargetVerdict | undefined): boolean {
  if (verdict === undefined) return false;
  if ('options' in verdict.card) return true;
  for (const row of verdict.rows.values()) if ('options' in row) return true;
  return false;
}
