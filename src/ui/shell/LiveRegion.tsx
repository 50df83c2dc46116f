import { useView } from '../../state/react.tsx';
import styles from './LiveRegion.module.css';

/** Says to a screen reader what changed. A new element each time, so that equal texts are said again. */
export function LiveRegion() {
  const announcement = useView((view) => view.announcement);
  return (
    <div className={styles.hidden} aria-live="polite" role="status" data-testid="announcement">
      {announcement === null ? null : <span key={keyOf(announcement)}>{announcement.text}</span>}
    </div>
  );
}

const keys = new WeakMap<object, number>();
let count = 0;

function keyOf(announcement: object): number {
  const known = keys.get(announcement) ?? ++count;
  keys.set(announcement, known);
  return known;
}
