import styles from '../fields.module.css';
import { checkPromql } from './checkPromql.ts';

/** Where a query stops being PromQL; nothing when it is. */
export function PromqlNote({ text }: { readonly text: string }) {
  const problem = checkPromql(text);
  return problem === null ? null : <p className={styles.missing}>{problem}</p>;
}
