import { useMemo } from 'react';
import { isRefusal } from '../../core/actions/types.ts';
import type { AnalysedResource } from '../../core/analysis.ts';
import { kindOf } from '../../core/kinds/registry.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import type { Studio } from '../../state/types.ts';
import { FieldList } from './FieldList.tsx';
import { FindingNotes } from './FindingNotes.tsx';
import { type Form, FormContext } from './FormContext.ts';
import { findingsByField } from './findingsByField.ts';
import { GenericSummary } from './GenericSummary.tsx';
import { IdentityFields } from './IdentityFields.tsx';
import styles from './inspector.module.css';
import { isAboutSharing, offerInlining } from './offerInlining.ts';
import { ResourceHeading, showYaml } from './ResourceHeading.tsx';
import { relationsOf } from './relationsOf.ts';

/** The form of one resource, from its kind's declared fields. Disabled while its document does not parse. */
export function ResourceForm({ resource }: { readonly resource: AnalysedResource }) {
  const studio = useStudio();
  const findings = useAnalysis((analysis) => analysis.findings);
  const edges = useAnalysis((analysis) => analysis.edges);
  const resources = useAnalysis((analysis) => analysis.resources);
  const definition = kindOf(resource.group, resource.kind);
  const relations = useMemo(
    () => relationsOf({ edges, resources }, resource.id),
    [edges, resources, resource.id],
  );
  const sorted = useMemo(
    () => findingsByField(resource, findings, [...identity, ...(definition?.fields ?? [])]),
    [resource, findings, definition],
  );
  const form = useMemo(
    (): Form => ({
      resource,
      definition,
      findings: sorted.byField,
      edges: relations.held,
      isDisabled: resource.stale !== undefined,
      run: (name, args) => runFromForm(studio, name, args),
      reveal: (path) => {
        showYaml(studio);
        void studio.revealPlace({ ...resource.place, path: [...resource.place.path, ...path] });
      },
    }),
    [studio, resource, definition, sorted, relations],
  );
  return (
    <FormContext value={form}>
      <ResourceHeading resource={resource} relations={relations} />
      {resource.stale === undefined ? null : (
        <p className={styles.stale} role="status">
          {resource.stale} The form shows the last good state and can be used again once the text parses.
        </p>
      )}
      <FindingNotes findings={sorted.rest} />
      <div className={styles.section}>
        <IdentityFields />
      </div>
      <div className={styles.section}>
        {definition === undefined ? <GenericSummary /> : <FieldList fields={definition.fields} base={[]} />}
      </div>
    </FormContext>
  );
}

/** The fields that every form has, so that findings about them stand beside them. */
const identity = [
  { type: 'text', path: 'metadata.name', label: 'Name' },
  { type: 'text', path: 'metadata.namespace', label: 'Namespace' },
  { type: 'map', path: 'metadata.labels', label: 'Labels' },
] as const;

/** One action as one undo step; done when the form shows its result. */
async function runFromForm(studio: Studio, ...[name, args]: Parameters<Form['run']>): Promise<string | null> {
  const result = await studio.run(name, args, { origin: 'form', quiet: true });
  if (isRefusal(result)) {
    if (isAboutSharing(result.refused) && 'id' in args && 'path' in args) {
      void offerInlining(studio, args.id, args.path, result.refused);
    }
    return result.refused;
  }
  await studio.settled();
  return null;
}
