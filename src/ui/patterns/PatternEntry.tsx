import type { Pattern } from '../../core/templates/types.ts';
import { PatternPicture } from './PatternPicture.tsx';
import styles from './patterns.module.css';
import { usePicture } from './usePicture.ts';

interface PatternEntryProps {
  readonly pattern: Pattern;
  readonly onOpen: () => void;
}

/** A pattern in the gallery: its picture, its name, what one gets. */
export function PatternEntry({ pattern, onOpen }: PatternEntryProps) {
  const { picture, ref } = usePicture(pattern.id);
  return (
    <button ref={ref} type="button" className={styles.entry} data-pattern={pattern.id} onClick={onOpen}>
      <span className={styles.picture}>
        {picture === undefined ? null : <PatternPicture picture={picture} />}
      </span>
      <span className={styles.title}>{pattern.title}</span>
      <span className={styles.purpose}>{pattern.purpose}</span>
    </button>
  );
}
