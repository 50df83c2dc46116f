import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useView } from '../../state/react.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { SearchField } from '../kit/SearchField.tsx';
import { useCanvasTools, useHighlight } from './canvasContext.ts';
import styles from './FindBar.module.css';

/** Finds cards by name, kind or host name; Enter goes from one to the next. */
export function FindBar() {
  const find = useView((view) => view.find);
  return find === null ? null : <OpenFindBar find={find} />;
}

function OpenFindBar({ find }: { readonly find: string }) {
  const { studio } = useCanvasTools();
  const found = useHighlight((state) => state.found);
  const [at, setAt] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const go = (step: 1 | -1) => {
    if (found.length === 0) return;
    const next = (at + step + found.length) % found.length;
    const id = found[at === -1 && step === -1 ? found.length - 1 : next];
    setAt(next);
    if (id !== undefined) studio.select([id], { bring: true });
  };
  const close = () => {
    studio.setView({ find: null });
    document.querySelector<HTMLElement>('[data-focus-home]')?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isSought = find.trim() !== '';
  return (
    <search className={styles.bar} data-canvas-controls>
      <div className={styles.field}>
        <SearchField
          label="Find on the canvas"
          value={find}
          inputRef={field}
          onChange={(text) => {
            setAt(-1);
            studio.setView({ find: text });
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <span className={styles.count} role="status">
        {!isSought ? '' : found.length === 0 ? 'None' : `${at === -1 ? '' : `${at + 1} of `}${found.length}`}
      </span>
      <IconButton
        label="Previous (Shift Enter)"
        icon={ChevronUp}
        isDisabled={found.length === 0}
        onClick={() => go(-1)}
      />
      <IconButton
        label="Next (Enter)"
        icon={ChevronDown}
        isDisabled={found.length === 0}
        onClick={() => go(1)}
      />
      <IconButton label="Close (Escape)" icon={X} onClick={close} />
    </search>
  );
}
