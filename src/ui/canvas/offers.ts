/**
 * What a connection or a palette item would do where it is held, and doing it. Legality is the core's; this
 * only asks, words the answer, and runs the one action at the end.
 */
import { type ConnectionVerdict, explainConnection, explainDrop } from '../../core/actions/legality.ts';
import { isRefusal } from '../../core/actions/types.ts';
import type { Analysis } from '../../core/analysis.ts';
import { kindOf } from '../../core/kinds/registry.ts';
import type { GroupKind } from '../../core/workspace/types.ts';
import { namespaceAt } from '../../state/canvas/namespaceAt.ts';
import type { Position } from '../../state/canvas/types.ts';
import type { CardPoint, Dialog } from '../../state/types.ts';
import type { CanvasTools } from './canvasContext.ts';
import { cardRects } from './cardFocus.ts';
import type { Offer, WindowPoint } from './gestures.ts';
import { likelyOptions } from './likelyOptions.ts';

/** What would happen at a point; undefined off the cards and at the start itself. */
export function verdictAt(
  analysis: Analysis,
  offer: Offer,
  point: CardPoint | null,
): ConnectionVerdict | undefined {
  if (point === null || point.id === offer.from?.id) return undefined;
  if (offer.from !== undefined) {
    return likelyOptions(explainConnection(analysis, offer.from, point), offer.from, offer.side);
  }
  return offer.kind === undefined ? undefined : explainDrop(analysis, offer.kind, point);
}

/** The row under the pointer counts where it decides something of its own, else the card does. */
export function aimAt(analysis: Analysis, offer: Offer, point: CardPoint | null): CardPoint | null {
  if (point?.row === undefined || point.id === offer.from?.id) return point;
  const card = { id: point.id };
  const atRow = verdictAt(analysis, offer, point);
  const known = offer.verdicts.get(point.id)?.rows;
  if (atRow === undefined || 'refused' in atRow) return card;
  if (known !== undefined && offer.type === 'connection') return known.has(point.row) ? point : card;
  const atCard = verdictAt(analysis, offer, card);
  return atCard !== undefined && 'options' in atCard && sameOptions(atRow, atCard) ? card : point;
}

function sameOptions(a: ConnectionVerdict, b: ConnectionVerdict): boolean {
  return 'options' in a && 'options' in b && a.options[0]?.label === b.options[0]?.label;
}

/** What a hint beside the pointer says. */
export interface Hint {
  readonly tone: 'plain' | 'legal' | 'illegal';
  readonly text: string;
}

/** The hint for what is under the pointer. */
export function hintFor(analysis: Analysis, offer: Offer): Hint {
  const verdict = verdictAt(analysis, offer, offer.over);
  if (verdict === undefined) return { tone: 'plain', text: hintOnCanvas(offer) };
  if ('refused' in verdict) return { tone: 'illegal', text: verdict.refused };
  const [first, ...more] = verdict.options;
  if (first === undefined) return { tone: 'illegal', text: 'Nothing to connect here.' };
  const grant = first.needsGrant ? ', with a ReferenceGrant' : '';
  return {
    tone: 'legal',
    text: more.length > 0 ? `${first.label}, or ${more.length} more` : `${first.label}${grant}`,
  };
}

function hintOnCanvas(offer: Offer): string {
  if (offer.kind !== undefined) return `Add ${withArticle(offer.kind.kind)} here`;
  return offer.over === null ? 'Let go to add something connected here' : 'Drag to what it should connect to';
}

function withArticle(kind: string): string {
  return `${/^[AEIO]|^HTTP/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** Ends a connection: connects, asks which meaning or for a grant, or offers something new to connect to. */
export function completeConnection(tools: CanvasTools, offer: Offer, at: WindowPoint, place: Position): void {
  const { studio, gestures } = tools;
  const { from, over } = offer;
  if (from === undefined || over?.id === from.id) return;
  if (over === null) {
    studio.setView({ dialog: { type: 'create', at: place, connectTo: from } });
    return;
  }
  const verdict = verdictAt(studio.analysis.getState(), offer, over);
  if (verdict === undefined) return;
  if ('refused' in verdict) {
    studio.notify({ tone: 'warning', text: verdict.refused });
    return;
  }
  const choices = verdict.options.map((option) => ({
    label: option.needsGrant ? `${option.label} (needs a grant)` : option.label,
    run: () => {
      if (option.needsGrant)
        studio.setView({ dialog: { type: 'grant', from, to: over, reference: option.reference } });
      else void studio.run('connect', { from, to: over, reference: option.reference });
    },
  }));
  const [only] = choices;
  if (choices.length === 1 && only !== undefined) only.run();
  else gestures.setState({ pick: { at, title: 'What should this connection mean?', options: choices } });
}

/** Ends a palette drag: a new resource at the place, connected to the card it was dropped on. */
export function completeDrop(
  tools: CanvasTools,
  kind: GroupKind,
  over: CardPoint | null,
  place: Position,
): void {
  const { studio } = tools;
  const verdict = over === null ? undefined : explainDrop(studio.analysis.getState(), kind, over);
  if (over === null || verdict === undefined) {
    const namespace =
      kindOf(kind.group, kind.kind)?.scope === 'cluster' ? undefined : namespaceOf(tools, place);
    void studio.run('create', { kind, ...(namespace === undefined ? {} : { namespace }) }, { at: place });
    return;
  }
  if ('refused' in verdict) {
    studio.notify({ tone: 'warning', text: verdict.refused });
    return;
  }
  // No place of its own: the layout finds one beside what it is connected to.
  void studio.run('create', { kind, connectTo: over }).then((result) => {
    if (!isRefusal(result) && result.select !== undefined) studio.setView({ bring: { ids: result.select } });
  });
}

/** The namespace in view at a place, for what is made there. */
export function namespaceOf(tools: CanvasTools, place: Position): string | undefined {
  return namespaceAt(tools.scene.store.getState().model.cards.values(), cardRects(tools), place);
}

/** The wish for something new at a place. */
export function createAt(tools: CanvasTools, at: Position): Dialog {
  const namespace = namespaceOf(tools, at);
  return { type: 'create', at, ...(namespace === undefined ? {} : { namespace }) };
}
