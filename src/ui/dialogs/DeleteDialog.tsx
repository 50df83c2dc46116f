import { Button, Radio, Stack } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { isRefusal } from '../../core/actions/types.ts';
import type { AnalysedResource } from '../../core/analysis.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import type { Studio } from '../../state/types.ts';
import { countOf } from '../kit/countOf.ts';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { DiffView } from '../kit/diff/DiffView.tsx';
import { notifyUndo } from '../kit/notifyUndo.ts';
import { usePreview } from '../kit/usePreview.ts';
import styles from './dialogs.module.css';
import { referencesTo } from './referencesTo.ts';

interface DeleteDialogProps {
  readonly ids: readonly ResourceId[];
  readonly onClose: () => void;
}

/** Asks what to do with the references to what is deleted. Nothing refers to it: deletes without asking. */
export function DeleteDialog({ ids, onClose }: DeleteDialogProps) {
  const studio = useStudio();
  const [isAsking] = useState(() => referencesTo(studio.analysis.getState(), ids).length > 0);
  useEffect(() => {
    if (isAsking || started.has(ids)) return;
    started.add(ids);
    void deleteAll(studio, ids, 'keep');
    onClose();
  }, [isAsking, ids, studio, onClose]);
  return isAsking ? <AskingDialog ids={ids} onClose={onClose} /> : null;
}

/** Requests that are under way: React may run an effect twice while developing. */
const started = new WeakSet<readonly ResourceId[]>();

function AskingDialog({ ids, onClose }: DeleteDialogProps) {
  const studio = useStudio();
  const [references, setReferences] = useState<'remove' | 'keep'>('remove');
  const edges = useAnalysis((analysis) => analysis.edges);
  const resources = useAnalysis((analysis) => analysis.resources);
  const incoming = useMemo(() => referencesTo({ edges, resources }, ids), [edges, resources, ids]);
  const preview = usePreview(
    'delete',
    useMemo(() => ({ ids, references }), [ids, references]),
  );
  const diffs = preview?.diffs ?? [];
  const gone = ids.flatMap((id) => resources.get(id) ?? []);
  return (
    <DialogFrame
      title={`Delete ${nameAll(gone)}?`}
      width={560}
      onClose={onClose}
      foot={
        <>
          <Button size="xs" variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            size="xs"
            className={styles.danger ?? ''}
            data-autofocus
            disabled={preview?.refused !== undefined}
            onClick={() => {
              onClose();
              void deleteAll(studio, ids, references);
            }}
          >
            Delete
          </Button>
        </>
      }
    >
      <Stack gap={12}>
        <p className={styles.text}>
          {countOf(incoming.length, 'reference')} {incoming.length === 1 ? 'points' : 'point'} at{' '}
          {gone.length === 1 ? 'it' : 'them'}:
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key. */}
        <ul className={styles.references} tabIndex={0} aria-label="References">
          {incoming.map(({ edge, holder, path }) => (
            <li key={edge.id}>
              <span>{holder}</span> <code>{path}</code>
            </li>
          ))}
        </ul>
        <Radio.Group
          aria-label="What to do with the references"
          value={references}
          onChange={(value) => setReferences(value as 'remove' | 'keep')}
        >
          <Stack gap={10}>
            <Radio size="xs" value="remove" label="Remove the references too" />
            <Radio
              size="xs"
              value="keep"
              label="Keep them: they will dangle until something takes the name"
            />
          </Stack>
        </Radio.Group>
        {preview?.refused !== undefined ? (
          <p className={styles.problem} role="alert">
            {preview.refused}
          </p>
        ) : (
          <DiffView diffs={diffs} label="The edit" />
        )}
      </Stack>
    </DialogFrame>
  );
}

async function deleteAll(
  studio: Studio,
  ids: readonly ResourceId[],
  references: 'remove' | 'keep',
): Promise<void> {
  const gone = ids.flatMap((id) => studio.analysis.getState().resources.get(id) ?? []);
  const result = await studio.run('delete', { ids, references }, { origin: 'canvas' });
  if (!isRefusal(result)) notifyUndo(studio, `Deleted ${nameAll(gone)}.`);
}

/** `HTTPRoute shop`, or `3 resources`. */
function nameAll(resources: readonly AnalysedResource[]): string {
  const [first] = resources;
  if (resources.length === 1 && first !== undefined) return `${first.kind} ${first.name}`;
  return countOf(resources.length, 'resource');
}
