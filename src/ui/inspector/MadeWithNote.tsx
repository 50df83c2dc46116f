import { Blocks, Compass } from 'lucide-react';
import { useMemo } from 'react';
import type { AnalysedResource } from '../../core/analysis.ts';
import { madeWith } from '../../core/templates/madeWith.ts';
import { useAnalysis, useStudio, useWorkspace } from '../../state/react.tsx';
import { usePatternTitles } from '../kit/usePatternTitles.ts';
import styles from './inspector.module.css';

/** The patterns and guides that a resource's document says it was made with: each opens again. */
export function MadeWithNote({ resource }: { readonly resource: AnalysedResource }) {
  const studio = useStudio();
  const text = useDocumentText(resource);
  const marks = useMemo(() => madeWith(text), [text]);
  const titles = usePatternTitles(marks.length > 0);
  if (marks.length === 0 || titles === undefined) return null;
  return (
    <div className={styles.relations}>
      <span className={styles.relationLabel}>Made with</span>
      <ul className={styles.links}>
        {marks.map(({ pattern, guide, answers = [] }) => (
          <li key={`${pattern} ${guide ?? ''}`}>
            <button
              type="button"
              className={styles.link}
              onClick={() =>
                studio.setView({ leftPanel: 'patterns', pattern: { type: 'pattern', id: pattern } })
              }
            >
              <Blocks size={13} strokeWidth={1.5} aria-hidden="true" />
              <span className={styles.linkName}>{titles.patterns.get(pattern) ?? pattern}</span>
            </button>
            {guide === undefined ? null : (
              <button
                type="button"
                className={styles.link}
                onClick={() =>
                  studio.setView({ leftPanel: 'patterns', pattern: { type: 'guide', id: guide, answers } })
                }
              >
                <Compass size={13} strokeWidth={1.5} aria-hidden="true" />
                <span className={styles.linkName}>{titles.guides.get(guide) ?? guide}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The text of the document that a resource stands in. */
function useDocumentText({ place }: AnalysedResource): string {
  const files = useWorkspace((workspace) => workspace.files);
  const outline = useAnalysis((analysis) => analysis.files.find(({ path }) => path === place.file));
  const document = outline?.documents[place.document];
  return document === undefined ? '' : (files.get(place.file)?.slice(document.start, document.end) ?? '');
}
