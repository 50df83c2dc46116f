import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { explainConnection } from '../../core/actions/legality.ts';
import { isRefusal } from '../../core/actions/types.ts';
import { withArticle } from '../../core/actions/words.ts';
import { partsOfId } from '../../core/workspace/types.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import type { CardPoint } from '../../state/types.ts';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { notifyUndo } from '../kit/notifyUndo.ts';
import styles from './dialogs.module.css';

interface GrantDialogProps {
  readonly from: CardPoint;
  readonly to: CardPoint;
  readonly reference: string;
  readonly onClose: () => void;
}

/** Explains why a connection into another namespace needs a ReferenceGrant, and offers to write it too. */
export function GrantDialog({ from, to, reference, onClose }: GrantDialogProps) {
  const studio = useStudio();
  const analysis = useAnalysis((state) => state);
  const option = useMemo(() => {
    const verdict = explainConnection(analysis, from, to);
    return 'refused' in verdict ? undefined : verdict.options.find((one) => one.reference === reference);
  }, [analysis, from, to, reference]);
  if (option === undefined) return null;
  const holder = partsOfId(option.holder);
  const target = partsOfId(option.target);
  const connect = async (withGrant: boolean) => {
    onClose();
    const result = await studio.run('connect', { from, to, reference, withGrant }, { origin: 'canvas' });
    if (!isRefusal(result)) notifyUndo(studio, `${result.label}.`);
  };
  return (
    <DialogFrame
      title="This connection needs a ReferenceGrant"
      width={460}
      onClose={onClose}
      foot={
        <>
          <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button size="xs" variant="default" onClick={() => void connect(false)}>
            Connect without
          </Button>
          <Button size="xs" data-autofocus onClick={() => void connect(true)}>
            Connect and add the grant
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {holder.kind} <strong>{holder.name}</strong> is in namespace <strong>{holder.namespace}</strong> and
        would refer to {target.kind} <strong>{target.name}</strong> in <strong>{target.namespace}</strong>. A
        gateway follows such a reference only if a ReferenceGrant in {target.namespace} says that{' '}
        {withArticle(holder.kind)} of {holder.namespace} may refer to {withArticle(target.kind)} there.
      </p>
    </DialogFrame>
  );
}
