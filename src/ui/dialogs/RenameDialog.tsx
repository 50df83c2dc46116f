import { Autocomplete, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { isRefusal } from '../../core/actions/types.ts';
import type { AnalysedResource } from '../../core/analysis.ts';
import { type ResourceId, resourceId } from '../../core/workspace/types.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import { checkName, checkNamespace } from '../kit/checkName.ts';
import { countOf } from '../kit/countOf.ts';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { DiffView } from '../kit/diff/DiffView.tsx';
import { notifyUndo } from '../kit/notifyUndo.ts';
import { type Preview, usePreview } from '../kit/usePreview.ts';
import styles from './dialogs.module.css';
import { referencesTo } from './referencesTo.ts';

/** A new name or namespace for a resource; says beforehand which references follow. */
export function RenameDialog({ id, onClose }: { readonly id: ResourceId; readonly onClose: () => void }) {
  const resource = useAnalysis((analysis) => analysis.resources.get(id));
  return resource === undefined ? null : <RenameForm resource={resource} onClose={onClose} />;
}

function RenameForm({
  resource,
  onClose,
}: {
  readonly resource: AnalysedResource;
  readonly onClose: () => void;
}) {
  const studio = useStudio();
  const formId = useId();
  const [name, setName] = useState(resource.name);
  const [namespace, setNamespace] = useState(resource.namespace);
  const resources = useAnalysis((analysis) => analysis.resources);
  const isNamespaced = resource.namespace !== '';
  const namespaces = useMemo(() => namespacesOf(resources.values()), [resources]);
  const target = resourceId(resource.group, resource.kind, namespace, name);
  const isSame = target === resourceId(resource.group, resource.kind, resource.namespace, resource.name);
  const taken = !isSame && resources.has(target);
  const nameProblem = name === resource.name ? null : checkName(name);
  const namespaceProblem =
    isNamespaced && namespace !== resource.namespace ? checkNamespace(namespace) : null;
  const isReady = !isSame && !taken && nameProblem === null && namespaceProblem === null;
  const args = useMemo(() => renameArgs(resource, name, namespace), [resource, name, namespace]);
  const preview = usePreview('rename', isReady ? args : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSame) return onClose();
    if (!isReady) return;
    onClose();
    const done = await studio.run('rename', args, { origin: 'form' });
    if (!isRefusal(done)) notifyUndo(studio, `${done.label}.`);
  };

  return (
    <DialogFrame
      title={`Rename ${resource.kind}`}
      onClose={onClose}
      foot={
        <>
          <Button size="xs" variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button size="xs" type="submit" form={formId} disabled={!isReady}>
            Rename
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)}>
        <Stack gap={12}>
          <div className={isNamespaced ? styles.pair : undefined}>
            <TextInput
              size="xs"
              label="Name"
              labelProps={{ className: styles.label }}
              value={name}
              spellCheck={false}
              data-autofocus
              autoFocus
              error={
                nameProblem ?? (taken ? `There is a ${resource.kind} ${name} in that place already.` : null)
              }
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {isNamespaced ? (
              <Autocomplete
                size="xs"
                label="Namespace"
                labelProps={{ className: styles.label }}
                value={namespace}
                data={[...namespaces]}
                error={namespaceProblem}
                onChange={setNamespace}
              />
            ) : null}
          </div>
          <Consequences id={resource.id} preview={isReady ? preview : null} />
        </Stack>
      </form>
    </DialogFrame>
  );
}

/** `4 references in 3 files follow`, and the edit itself. */
function Consequences({ id, preview }: { readonly id: ResourceId; readonly preview: Preview | null }) {
  const edges = useAnalysis((analysis) => analysis.edges);
  const resources = useAnalysis((analysis) => analysis.resources);
  const incoming = useMemo(() => referencesTo({ edges, resources }, [id]), [edges, resources, id]);
  const diffs = preview?.diffs ?? [];
  if (preview?.refused !== undefined) {
    return (
      <p className={styles.problem} role="alert">
        {preview.refused}
      </p>
    );
  }
  const inFiles = new Set(incoming.map(({ file }) => file)).size;
  return (
    <>
      <p className={styles.muted}>
        {incoming.length === 0
          ? 'Nothing refers to it.'
          : `${countOf(incoming.length, 'reference')} in ${countOf(inFiles, 'file')} ${incoming.length === 1 ? 'follows' : 'follow'}.`}
      </p>
      {diffs.length === 0 ? null : <DiffView diffs={diffs} label="The edit" />}
    </>
  );
}

function renameArgs(resource: AnalysedResource, name: string, namespace: string) {
  return {
    id: resource.id,
    ...(name === resource.name ? {} : { name }),
    ...(namespace === resource.namespace ? {} : { namespace }),
  };
}

function namespacesOf(resources: Iterable<AnalysedResource>): readonly string[] {
  const names = new Set<string>();
  for (const { namespace, kind, name } of resources) names.add(kind === 'Namespace' ? name : namespace);
  names.delete('');
  return [...names].sort();
}
