import { Button } from '@mantine/core';
import { Copy, Trash2 } from 'lucide-react';
import type { ResourceId } from '../../core/workspace/types.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import { KindIcon } from '../kit/icons.tsx';
import { lookOf } from '../kit/kindLook.ts';
import styles from './inspector.module.css';

/** Several selected resources: which they are, and what can be done with all of them. */
export function SelectionList({ ids }: { readonly ids: readonly ResourceId[] }) {
  const studio = useStudio();
  const resources = useAnalysis((analysis) => analysis.resources);
  const selected = ids.flatMap((id) => resources.get(id) ?? []);
  return (
    <>
      <header className={styles.heading}>
        <h2 className={styles.name}>{ids.length} selected</h2>
        <div className={styles.buttons}>
          <Button
            size="xs"
            variant="default"
            disabled={selected.length === 0}
            leftSection={<Copy size={14} strokeWidth={1.5} />}
            onClick={() =>
              void studio.run('duplicate', { ids: selected.map(({ id }) => id) }, { origin: 'form' })
            }
          >
            Duplicate
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={selected.length === 0}
            leftSection={<Trash2 size={14} strokeWidth={1.5} />}
            onClick={() => studio.setView({ dialog: { type: 'delete', ids: selected.map(({ id }) => id) } })}
          >
            Delete…
          </Button>
        </div>
      </header>
      <ul className={styles.list} aria-label="Selected resources">
        {selected.map((resource) => (
          <li key={resource.id}>
            <button
              type="button"
              className={styles.listRow}
              onClick={() => studio.select([resource.id], { bring: true })}
            >
              <KindIcon {...lookOf(resource)} size={14} />
              <span className={styles.listName}>{resource.name}</span>
              <span className={styles.listDetail}>
                {resource.kind}
                {resource.namespace === '' ? '' : ` · ${resource.namespace}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
