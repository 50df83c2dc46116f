import { useState } from 'react';
import { useStudio } from '../../state/react.tsx';
import { KindIcon } from '../kit/icons.tsx';
import { lookOf } from '../kit/kindLook.ts';
import styles from './inspector.module.css';
import type { Relation } from './relationsOf.ts';

const fewest = 6;

/** Links to related resources; many of them fold. */
export function RelationLinks({
  label,
  relations,
}: {
  readonly label: string;
  readonly relations: readonly Relation[];
}) {
  const studio = useStudio();
  const [isOpen, setOpen] = useState(false);
  if (relations.length === 0) return null;
  const shown = isOpen || relations.length <= fewest + 1 ? relations : relations.slice(0, fewest);
  return (
    <div className={styles.relations}>
      <span className={styles.relationLabel}>{label}</span>
      <ul className={styles.links} aria-label={label}>
        {shown.map((relation) => (
          <li key={relation.id}>
            <button
              type="button"
              className={styles.link}
              title={`${relation.kind} ${relation.name}: ${relation.references.join(', ')}`}
              onClick={() => studio.select([relation.id], { bring: true })}
            >
              <KindIcon {...lookOf(relation)} size={13} />
              <span className={styles.linkName}>{relation.name}</span>
            </button>
          </li>
        ))}
        {shown.length === relations.length ? null : (
          <li>
            <button type="button" className={styles.link} onClick={() => setOpen(true)}>
              {relations.length - shown.length} more
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
