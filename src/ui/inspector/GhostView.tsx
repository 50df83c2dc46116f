import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { isExternal } from '../../core/graph/linker.ts';
import type { Ghost } from '../../core/graph/types.ts';
import { kindOf } from '../../core/kinds/registry.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import { createAbsent } from '../kit/createAbsent.ts';
import { KindIcon } from '../kit/icons.tsx';
import { lookOf } from '../kit/kindLook.ts';
import styles from './inspector.module.css';
import { RelationLinks } from './RelationLinks.tsx';
import { relationsOf } from './relationsOf.ts';

/** Something that is referred to and is not there: who refers to it, and the way to make it. */
export function GhostView({ ghost }: { readonly ghost: Ghost }) {
  const studio = useStudio();
  const edges = useAnalysis((analysis) => analysis.edges);
  const resources = useAnalysis((analysis) => analysis.resources);
  const maker = useAnalysis((analysis) =>
    ghost.madeBy === undefined ? undefined : analysis.resources.get(ghost.madeBy),
  );
  const relations = useMemo(() => relationsOf({ edges, resources }, ghost.id), [edges, resources, ghost.id]);
  const { group, kind, namespace, name } = ghost;
  const isKnown = kindOf(group, kind) !== undefined;
  const look = lookOf(ghost);
  return (
    <>
      <header className={styles.heading}>
        <div className={styles.title}>
          <span className={styles.tile} data-ghost data-family={look.family}>
            <KindIcon {...look} size={18} />
          </span>
          <div className={styles.titleWords}>
            <h2 className={styles.name}>{name}</h2>
            <p className={styles.kind}>
              {kind}
              {namespace === '' ? '' : ` in ${namespace}`}
            </p>
          </div>
        </div>
        <RelationLinks label="Used by" relations={[...relations.governedBy, ...relations.usedBy]} />
      </header>
      <p className={styles.muted}>
        {isExternal(ghost)
          ? 'It is outside of the cluster and known by its address alone.'
          : maker === undefined
            ? 'It is referred to, and is not in this workspace. Create it here, or leave it if it is already in the cluster.'
            : `It is not in this workspace: the controller makes it from ${maker.kind} ${maker.name}.`}
      </p>
      {maker === undefined && isKnown ? (
        <Button
          size="xs"
          w="fit-content"
          leftSection={<Plus size={14} strokeWidth={1.5} />}
          onClick={() => void createAbsent(studio, { group, kind, namespace, name }, 'form')}
        >
          Create {kind} {name}
        </Button>
      ) : null}
    </>
  );
}
