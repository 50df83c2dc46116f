import { CircleCheck, CircleSlash, TriangleAlert } from 'lucide-react';
import type { ImportedFile, ImportReport } from '../../core/exchange/types.ts';
import { countOf } from '../kit/countOf.ts';
import styles from './ImportDialog.module.css';

/** What comes in, file by file, and what does not and why. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { files, skipped, notes } = report;
  return (
    <section className={styles.report} aria-label="What is in it" aria-live="polite">
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file.path} className={styles.item}>
            {file.broken > 0 ? (
              <TriangleAlert
                size={14}
                strokeWidth={1.5}
                color="var(--warning)"
                role="img"
                aria-label="With problems"
              />
            ) : (
              <CircleCheck size={14} strokeWidth={1.5} color="var(--ok)" role="img" aria-label="Comes in" />
            )}
            <div className={styles.words}>
              <span className={styles.path}>
                {file.path}
                {file.exists ? <span className={styles.exists}>exists</span> : null}
              </span>
              <span className={styles.detail}>{describeFile(file)}</span>
              {file.notes.map((note) => (
                <span key={note} className={styles.detail}>
                  {note}
                </span>
              ))}
            </div>
          </li>
        ))}
        {skipped.map(({ path, reason }) => (
          <li key={`${path}|${reason}`} className={styles.item}>
            <CircleSlash
              size={14}
              strokeWidth={1.5}
              color="var(--text-faint)"
              role="img"
              aria-label="Left out"
            />
            <div className={styles.words}>
              <span className={styles.skipped}>{path}</span>
              <span className={styles.detail}>{reason}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `6 resources: 2 HTTPRoute, 2 Service, Gateway, Secret`. */
function describeFile({ resources, kinds, documents }: ImportedFile): string {
  if (resources === 0)
    return documents === 0 ? 'Nothing in it.' : `${countOf(documents, 'document')}, no resource`;
  const named = kinds.slice(0, 6).map(({ kind, count }) => (count === 1 ? kind : `${count} ${kind}`));
  const rest = kinds.length > 6 ? ` and ${countOf(kinds.length - 6, 'other kind')}` : '';
  return `${countOf(resources, 'resource')}: ${named.join(', ')}${rest}`;
}
