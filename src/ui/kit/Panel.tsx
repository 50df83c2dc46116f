import type { ReactNode } from 'react';
import { findInPanel } from './findInPanel.ts';
import styles from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Small buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** What stays above the scrolled content: a filter, a switch. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
  /** What stays below it. */
  readonly foot?: ReactNode;
}

/** A side panel: a quiet title row, an optional head, content that fills the rest. */
export function Panel({ title, actions, head, children, foot }: PanelProps) {
  return (
    <section className={styles.panel} aria-label={title} onKeyDown={findInPanel}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        <div className={styles.actions}>{actions}</div>
      </header>
      {head === undefined ? null : <div className={styles.head}>{head}</div>}
      <div className={styles.content}>{children}</div>
      {foot === undefined ? null : <footer className={styles.foot}>{foot}</footer>}
    </section>
  );
}
