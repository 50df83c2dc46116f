import type { Finding } from '../../../core/analysis.ts';
import styles from './FindingDetail.module.css';
import { useExplanation } from './useExplanation.ts';

/** Why: the limit, the values compared, the alternatives, the rule and where it is stated. */
export function ExplanationView({ finding }: { readonly finding: Finding }) {
  const explanation = useExplanation(finding);
  if (explanation === null) return null;
  const { title, facts, alternatives = [], rule, doc, origin } = explanation;
  return (
    <section className={styles.section} aria-label="Why">
      <h4 className={styles.title}>Why: {title.toLowerCase()}</h4>
      {facts.length === 0 ? null : (
        <dl className={styles.facts}>
          {facts.map(({ label, value }) => (
            <div key={`${label}|${value}`} className={styles.fact}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {alternatives.length === 0 ? null : (
        <ul className={styles.alternatives} aria-label="What may stand here">
          {alternatives.map(({ name, isThere, doc: words }) => (
            <li key={name} title={words}>
              <code className={styles.word}>{name}</code>
              {isThere ? <span className={styles.there}>is there</span> : null}
            </li>
          ))}
        </ul>
      )}
      {rule === undefined ? null : (
        <p className={styles.rule}>
          {rule.words}
          {rule.source === undefined ? null : <code className={styles.source}>{rule.source}</code>}
          {rule.link === undefined ? null : (
            <a href={rule.link} target="_blank" rel="noreferrer">
              Where this is stated
            </a>
          )}
        </p>
      )}
      {origin === undefined ? null : <p className={styles.rule}>From {origin}</p>}
      {doc === undefined || doc === '' ? null : (
        <details className={styles.doc}>
          <summary>Documentation of the field</summary>
          <p>{doc}</p>
        </details>
      )}
    </section>
  );
}
