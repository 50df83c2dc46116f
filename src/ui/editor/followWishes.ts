import type { Studio, ViewState } from '../../state/types.ts';
import type { Release } from './EditorContext.ts';

/** Wishes that were granted; a view that is mounted anew must not grant them again. */
const granted = new WeakSet<object>();

/** Grants each wish of a field of the view once, the one that stands there included. */
export function followWishes<K extends 'reveal' | 'inEditor'>(
  studio: Studio,
  field: K,
  grant: (wish: NonNullable<ViewState[K]>) => void,
): Release {
  const look = (wish: ViewState[K]) => {
    if (wish === null || granted.has(wish)) return;
    granted.add(wish);
    grant(wish);
  };
  look(studio.view.getState()[field]);
  return studio.view.subscribe((state, before) => {
    if (state[field] !== before[field]) look(state[field]);
  });
}
