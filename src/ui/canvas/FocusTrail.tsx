import { ChevronRight, X } from 'lucide-react';
import { partsOfId } from '../../core/workspace/types.ts';
import { countWords } from '../../state/canvas/health.ts';
import { useView } from '../../state/react.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { KindIcon } from '../kit/icons.tsx';
import { lookOf } from '../kit/kindLook.ts';
import { useCanvasTools, useHighlight } from './canvasContext.ts';
import styles from './FocusTrail.module.css';

/** Where the focus is, and the way out of it. */
export function FocusTrail() {
  const { studio } = useCanvasTools();
  const focus = useView((view) => view.focus);
  const count = useHighlight((state) => state.focus?.cards.size ?? 0);
  if (focus === null) return null;
  const { group, kind, name } = partsOfId(focus);
  const end = () => studio.setView({ focus: null });
  return (
    <nav className={styles.trail} aria-label="Focus" data-canvas-controls>
      <button type="button" className={styles.all} onClick={end}>
        Everything
      </button>
      <ChevronRight size={14} strokeWidth={1.5} aria-hidden="true" />
      <span className={styles.here} aria-current="location">
        <KindIcon {...lookOf({ group, kind })} size={14} />
        <span className={styles.kind}>{kind}</span>
        <span className={styles.name}>{name}</span>
      </span>
      <span className={styles.count}>{countWords(count, 'card')} on its path</span>
      <IconButton label="End the focus (Escape)" icon={X} onClick={end} />
    </nav>
  );
}
