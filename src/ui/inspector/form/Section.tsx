import { BookOpen, ChevronRight, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { FormSection } from '../../../core/kinds/form.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { SectionTitle, useForm } from '../fields/FormContext.ts';
import styles from './section.module.css';
import { setPaths } from './sectionState.ts';

interface SectionProps {
  readonly section: FormSection;
  readonly children: ReactNode;
  /** Its fields are gone, or it was opened and stays unused. */
  readonly onRemoved: () => void;
}

/** A part of a form that opens and closes, with what it says in one sentence. */
export function Section({ section, children, onRemoved }: SectionProps) {
  const form = useForm();
  const [isOpen, setOpen] = useState(true);
  const { title, help, docs, isMain = false } = section;
  const said = section.say?.(form.resource.value);
  const remove = async () => {
    const paths = setPaths(section, form.resource.value);
    const refused = await form.run('clear-fields', {
      id: form.resource.id,
      paths,
      label: title.toLowerCase(),
    });
    if (refused === null) onRemoved();
  };
  return (
    <section className={styles.section} aria-label={title} data-section={title}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight className={styles.chevron} size={14} strokeWidth={1.5} aria-hidden="true" />
          <span className={styles.name}>{title}</span>
        </button>
        <span className={styles.actions}>
          {docs === undefined ? null : (
            <IconButton
              label={`Documentation of ${title.toLowerCase()}`}
              icon={BookOpen}
              size={20}
              onClick={() => window.open(docs, '_blank', 'noopener')}
            />
          )}
          {isMain ? null : (
            <IconButton
              label={`Remove ${title.toLowerCase()}`}
              icon={Trash2}
              size={20}
              isDisabled={form.isDisabled}
              onClick={() => void remove()}
            />
          )}
        </span>
      </div>
      {said === undefined && help === undefined ? null : (
        <p className={styles.said} data-quiet={said === undefined || undefined}>
          {said ?? help}
        </p>
      )}
      {isOpen ? (
        <SectionTitle value={title}>
          <div className={styles.body}>{children}</div>
        </SectionTitle>
      ) : null}
    </section>
  );
}
