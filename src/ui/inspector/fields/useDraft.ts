import { type KeyboardEvent, useState } from 'react';
import { useStudio } from '../../../state/react.tsx';

interface Draft {
  readonly text: string;
  /** What the field showed when the typing began. */
  readonly base: string;
  readonly problem: string | null;
}

interface DraftControls {
  readonly text: string;
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * A text being typed: it stays here until Enter or until the field is left, then it is committed as one
 * action. A text that is refused stays with the reason, until it is mended, Escape is pressed, or the value
 * changes from elsewhere. `commit` answers what is wrong, or null.
 */
export function useDraft(shown: string, commit: (text: string) => Promise<string | null>): DraftControls {
  const studio = useStudio();
  const [draft, setDraft] = useState<Draft | null>(null);
  const isOutdated = draft !== null && draft.problem !== null && draft.base !== shown;
  const current = isOutdated ? null : draft;

  const send = async () => {
    if (current === null || current.problem !== null) return;
    if (current.text === shown) return setDraft(null);
    const problem = await commit(current.text);
    // The new value is on its way: show the typed text until it is there.
    if (problem === null) await studio.settled();
    setDraft((now) => (now !== current ? now : problem === null ? null : { ...current, problem }));
  };

  return {
    text: current?.text ?? shown,
    problem: current?.problem ?? null,
    onChange: (text) => setDraft({ text, base: shown, problem: null }),
    onBlur: () => void send(),
    onKeyDown: (event) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        void send();
      } else if (event.key === 'Escape' && current !== null) {
        event.preventDefault();
        event.stopPropagation();
        setDraft(null);
      }
    },
  };
}
