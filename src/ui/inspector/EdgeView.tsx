import { Button } from '@mantine/core';
import { Code, Unlink } from 'lucide-react';
import type { Edge, EdgeState } from '../../core/graph/types.ts';
import { partsOfId, type ResourceId } from '../../core/workspace/types.ts';
import { formatPath } from '../../core/yaml/path.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import { KindIcon } from '../kit/icons.tsx';
import { lookOf } from '../kit/kindLook.ts';
import styles from './inspector.module.css';
import { showYaml } from './ResourceHeading.tsx';

const states: Readonly<Record<EdgeState, string>> = {
  resolved: 'It resolves.',
  'no-such-section': 'The target has no such section.',
  'no-such-port': 'The target has no such port.',
  made: 'A controller makes the target.',
  external: 'The target is outside of the cluster.',
  missing: 'The target is not in this workspace.',
  'wrong-kind': 'The target may not be of that kind.',
};

/** One reference: from where to where, as what, and the way to its text. */
export function EdgeView({ edge }: { readonly edge: Edge }) {
  const studio = useStudio();
  const place = useAnalysis(({ resources }) => resources.get(edge.from)?.place);
  const part = edge.target.sectionName ?? edge.target.port;
  return (
    <>
      <header className={styles.heading}>
        <h2 className={styles.name}>{edge.reference}</h2>
        <div className={styles.ends}>
          <End id={edge.from} />
          <span className={styles.arrow} aria-hidden="true">
            →
          </span>
          <span className={styles.srOnly}>to</span>
          <End id={edge.to} />
          {part === undefined ? null : <span className={styles.version}>{part}</span>}
        </div>
      </header>
      <p className={styles.muted}>
        {states[edge.state]}{' '}
        {edge.share === undefined
          ? ''
          : `It gets ${Math.round(edge.share * 100)} % of the traffic of its rule. `}
        {edge.grant === 'missing' ? 'It needs a ReferenceGrant in the namespace of its target.' : ''}
      </p>
      <p className={styles.code}>{formatPath(edge.path)}</p>
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Code size={14} strokeWidth={1.5} />}
          onClick={() => {
            if (place === undefined) return;
            showYaml(studio);
            void studio.revealPlace({ ...place, path: [...place.path, ...edge.path] }, { focus: true });
          }}
        >
          Show in YAML
        </Button>
        {edge.grant === 'missing' ? (
          <Button
            size="xs"
            variant="default"
            onClick={() => void studio.run('add-grant', { edge: edge.id }, { origin: 'form' })}
          >
            Add the grant
          </Button>
        ) : null}
        <Button
          size="xs"
          variant="default"
          leftSection={<Unlink size={14} strokeWidth={1.5} />}
          onClick={() => void studio.run('disconnect', { edges: [edge.id] }, { origin: 'form' })}
        >
          Remove the reference
        </Button>
      </div>
    </>
  );
}

function End({ id }: { readonly id: ResourceId }) {
  const studio = useStudio();
  const parts = partsOfId(id);
  return (
    <button type="button" className={styles.link} onClick={() => studio.select([id], { bring: true })}>
      <KindIcon {...lookOf(parts)} size={13} />
      <span className={styles.linkName}>
        {parts.kind} {parts.name}
      </span>
    </button>
  );
}
