import { useMemo, useState } from 'react';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { Keys } from '../kit/Keys.tsx';
import { SearchField } from '../kit/SearchField.tsx';
import { shortcutGroups, shortcuts } from '../kit/shortcuts.ts';
import styles from './KeysDialog.module.css';

/** The sheet of keys, from the registry; typing narrows it. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState('');
  const groups = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return shortcutGroups
      .map((group) => ({
        group,
        items: shortcuts.filter((one) => {
          const text = `${one.label} ${one.group} ${one.where} ${one.keys.join(' ')}`.toLowerCase();
          return one.group === group && words.every((word) => text.includes(word));
        }),
      }))
      .filter(({ items }) => items.length > 0);
  }, [query]);
  return (
    <DialogFrame title="Keys" width={680} onClose={onClose}>
      <SearchField isFirst label="Find a key" value={query} onChange={setQuery} />
      <div className={styles.columns}>
        {groups.map(({ group, items }) => (
          <section key={group} className={styles.group} aria-label={group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl className={styles.list}>
              {items.map(({ label, keys, where }) => (
                <div key={label} className={styles.row}>
                  <dt title={`Works in: ${where}`}>{label}</dt>
                  <dd>
                    {keys.map((combination, index) => (
                      <span key={combination} className={styles.keys}>
                        {index === 0 ? null : <span className={styles.or}>or</span>}
                        <Keys keys={combination} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 ? <p className={styles.none}>No key for “{query.trim()}”.</p> : null}
      </div>
    </DialogFrame>
  );
}
