import { isMac } from './isMac.ts';
import styles from './Keys.module.css';
import { keyCaps } from './shortcuts.ts';

/** One key combination as caps: `Mod+Shift+Z`. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keyCaps(keys, isMac).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
