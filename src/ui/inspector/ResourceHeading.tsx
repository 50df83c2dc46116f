import { Code, Copy, Trash2 } from 'lucide-react';
import type { AnalysedResource } from '../../core/analysis.ts';
import { useStudio } from '../../state/react.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { KindIcon } from '../kit/icons.tsx';
import { lookOf } from '../kit/kindLook.ts';
import styles from './inspector.module.css';
import { MadeWithNote } from './MadeWithNote.tsx';
import { RelationLinks } from './RelationLinks.tsx';
import type { Relations } from './relationsOf.ts';

interface ResourceHeadingProps {
  readonly resource: AnalysedResource;
  readonly relations: Relations;
}

/** What the resource is, what can be done with the whole of it, and what has to do with it. */
export function ResourceHeading({ resource, relations }: ResourceHeadingProps) {
  const studio = useStudio();
  const { id, kind, name, namespace, apiVersion, stale } = resource;
  const look = lookOf(resource);
  return (
    <header className={styles.heading}>
      <div className={styles.title}>
        <span className={styles.tile} data-family={look.family}>
          <KindIcon {...look} size={18} />
        </span>
        <div className={styles.titleWords}>
          <h2 className={styles.name}>{name === '' ? '(no name)' : name}</h2>
          <p className={styles.kind}>
            {kind}
            {namespace === '' ? '' : ` in ${namespace}`} <span className={styles.version}>{apiVersion}</span>
          </p>
        </div>
        <div className={styles.actions}>
          <IconButton
            label="Show in YAML"
            icon={Code}
            onClick={() => {
              showYaml(studio);
              studio.select([id], { focusEditor: true });
            }}
          />
          <IconButton
            label="Duplicate"
            icon={Copy}
            isDisabled={stale !== undefined}
            onClick={() => void studio.run('duplicate', { ids: [id] }, { origin: 'form' })}
          />
          <IconButton
            label="Delete"
            icon={Trash2}
            onClick={() => studio.setView({ dialog: { type: 'delete', ids: [id] } })}
          />
        </div>
      </div>
      <RelationLinks label="Governed by" relations={relations.governedBy} />
      <RelationLinks label="Used by" relations={relations.usedBy} />
      <MadeWithNote resource={resource} />
    </header>
  );
}

/** Brings the YAML to the front beside the form when only the form is in view. */
export function showYaml(studio: ReturnType<typeof useStudio>): void {
  if (studio.view.getState().rightTab === 'inspector') studio.setView({ rightTab: 'split' });
}
