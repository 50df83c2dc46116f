import { Compass, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { guides } from '../../core/guides/registry.ts';
import { patterns } from '../../core/templates/registry.ts';
import { useStudio } from '../../state/react.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Panel } from '../kit/Panel.tsx';
import { SearchField } from '../kit/SearchField.tsx';
import { groupPatterns } from './groupPatterns.ts';
import { PatternEntry } from './PatternEntry.tsx';
import styles from './patterns.module.css';

/** Every pattern by what it is for, each with its picture; above them the guides. */
export function PatternGallery() {
  const studio = useStudio();
  const [query, setQuery] = useState('');
  const sections = useMemo(() => groupPatterns(patterns, query), [query]);
  return (
    <Panel title="Patterns" head={<SearchField label="Search patterns" value={query} onChange={setQuery} />}>
      <div className={styles.gallery}>
        {query.trim() === '' ? (
          <section className={styles.guides} aria-label="Help me choose">
            <h3 className={styles.group}>Help me choose</h3>
            {guides.map((guide) => (
              <button
                key={guide.id}
                type="button"
                className={styles.guide}
                title={guide.purpose}
                onClick={() => studio.setView({ pattern: { type: 'guide', id: guide.id, answers: [] } })}
              >
                <Compass size={14} strokeWidth={1.5} aria-hidden="true" />
                {guide.title}
              </button>
            ))}
          </section>
        ) : null}
        {sections.length === 0 ? (
          <EmptyState icon={SearchX} title={`No pattern matches “${query.trim()}”`}>
            Search by what you want to have, or by a kind that it takes.
          </EmptyState>
        ) : (
          sections.map((section) => (
            <section key={section.group} aria-label={section.label}>
              <h3 className={styles.group}>{section.label}</h3>
              {section.patterns.map((pattern) => (
                <PatternEntry
                  key={pattern.id}
                  pattern={pattern}
                  onOpen={() => studio.setView({ pattern: { type: 'pattern', id: pattern.id } })}
                />
              ))}
            </section>
          ))
        )}
      </div>
    </Panel>
  );
}
