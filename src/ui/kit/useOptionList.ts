import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

interface OptionList {
  readonly listId: string;
  readonly active: number;
  readonly activeId: string | undefined;
  readonly setActive: (index: number) => void;
  readonly optionId: (index: number) => string;
  /** For the field that drives the list. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The keys of a list that is driven from a text field: arrows move through the options, Enter picks. The
 * field keeps the focus (`aria-activedescendant`), so typing always works.
 */
export function useOptionList(count: number, onPick: (index: number) => void): OptionList {
  const listId = useId();
  const [wanted, setActive] = useState(0);
  const active = count === 0 ? -1 : Math.min(wanted, count - 1);
  const byKey = useRef(false);
  const optionId = (index: number) => `${listId}-${index}`;
  useEffect(() => {
    if (!byKey.current || active < 0) return;
    byKey.current = false;
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);
  const move = (to: number, event: KeyboardEvent) => {
    event.preventDefault();
    byKey.current = true;
    setActive((to + count) % count);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (count === 0 || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(active + 1, event);
    else if (event.key === 'ArrowUp') move(active - 1, event);
    else if (event.key === 'PageDown') move(Math.min(active + 8, count - 1), event);
    else if (event.key === 'PageUp') move(Math.max(active - 8, 0), event);
    else if (event.key === 'Enter') {
      event.preventDefault();
      onPick(active);
    }
  };
  return {
    listId,
    active,
    activeId: active < 0 ? undefined : optionId(active),
    setActive,
    optionId,
    onKeyDown,
  };
}
