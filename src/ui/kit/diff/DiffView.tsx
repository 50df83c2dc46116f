import { useState } from 'react';
import styles from './DiffView.module.css';
import type { DiffLine, FileDiff, TextLine } from './diffOfChange.ts';

const signs = { removed: '−', added: '+', same: '' } as const;
const words = { removed: 'Removed', added: 'Added', same: 'Unchanged' } as const;
const fates = { edited: '', created: 'new file', deleted: 'file goes' } as const;

/** What an edit does to the text, as a reviewer reads it: small, file by file, with line numbers. */
export function DiffView({ diffs, label }: { readonly diffs: readonly FileDiff[]; readonly label: string }) {
  return (
    <section className={styles.diffs} aria-label={label} tabIndex={diffs.length > 0 ? 0 : -1}>
      {diffs.map((diff) => (
        <div key={diff.path} className={styles.file}>
          <div className={styles.head}>
            <span className={styles.path}>{diff.path}</span>
            {fates[diff.fate] === '' ? null : <span className={styles.fate}>{fates[diff.fate]}</span>}
            <span className={styles.counts}>
              {diff.added > 0 ? <span className={styles.added}>+{diff.added}</span> : null}
              {diff.removed > 0 ? <span className={styles.removed}>−{diff.removed}</span> : null}
            </span>
          </div>
          <div className={styles.lines}>
            {diff.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a diff is drawn whole
              <Line key={index} line={line} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function Line({ line }: { readonly line: DiffLine }) {
  const [isOpen, setOpen] = useState(false);
  if (line.type !== 'fold') return <Text line={line} />;
  if (isOpen) return line.lines.map((each) => <Text key={each.number} line={each} />);
  return (
    <div className={styles.line} data-type={line.of}>
      <span className={styles.number} />
      <button type="button" className={styles.fold} onClick={() => setOpen(true)}>
        Show {line.lines.length} more {line.of}
      </button>
    </div>
  );
}

function Text({ line }: { readonly line: TextLine }) {
  return (
    <div className={styles.line} data-type={line.type}>
      <span className={styles.number}>{line.number}</span>
      <span className={styles.sign} role="img" aria-label={words[line.type]}>
        {signs[line.type]}
      </span>
      <span className={styles.text}>{line.text}</span>
    </div>
  );
}
