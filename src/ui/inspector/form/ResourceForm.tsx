import { useMemo } from 'react';
import { isRefusal } from '../../../core/actions/types.ts';
import type { AnalysedResource } from '../../../core/analysis.ts';
import { type FieldDeclaration, fieldsOfForm } from '../../../core/kinds/form.ts';
import { kindOf } from '../../../core/kinds/registry.ts';
import type { Path } from '../../../core/yaml/path.ts';
import { useAnalysis, useStudio } from '../../../state/react.tsx';
import type { Studio } from '../../../state/types.ts';
import { useKindShape } from '../../../state/useKindShape.ts';
import { ExpansionView } from '../ExpansionView.tsx';
import { FindingNotes } from '../fields/FindingNotes.tsx';
import { type Form, FormContext } from '../fields/FormContext.ts';
import styles from '../inspector.module.css';
import { ResourceHeading, showYaml } from '../ResourceHeading.tsx';
import { relationsOf } from '../relationsOf.ts';
import { FieldList } from './FieldList.tsx';
import { FormBody } from './FormBody.tsx';
import { findingsByField } from './findingsByField.ts';
import { IdentityFields } from './IdentityFields.tsx';
import { isAboutSharing, offerInlining } from './offerInlining.ts';

/**
 * The form of one resource: the sections that its kind declares, and all the rest of it from the catalogue. Disabled
 * while its document does not parse.
 */
export function ResourceForm({ resource }: { readonly resource: AnalysedResource }) {
  const studio = useStudio();
  const findings = useAnalysis((analysis) => analysis.findings);
  const edges = useAnalysis((analysis) => analysis.edges);
  const resources = useAnalysis((analysis) => analysis.resources);
  const shape = useKindShape(resource);
  const definition = kindOf(resource.group, resource.kind);
  const relations = useMemo(
    () => relationsOf({ edges, resources }, resource.id),
    [edges, resources, resource.id],
  );
  const sorted = useMemo(
    () => findingsByField(resource, findings, [...identity, ...fieldsOfForm(definition?.form ?? [])]),
    [resource, findings, definition],
  );
  const form = useMemo(
    (): Form => ({
      resource,
      definition,
      shape,
      findings: sorted.byField,
      edges: relations.held,
      isDisabled: resource.stale !== undefined,
      run: (name, args) => runFromForm(studio, name, args),
      renderFields,
      reveal: (path) => {
        showYaml(studio);
        void studio.revealPlace({ ...resource.place, path: [...resource.place.path, ...path] });
      },
    }),
    [studio, resource, definition, shape, sorted, relations],
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
      <FormBody />
      <ExpansionView resource={resource} />
    </FormContext>
  );
}

const renderFields = (fields: readonly FieldDeclaration[], base: Path, hasRest: boolean) => (
  <FieldList fields={fields} base={base} hasRest={hasRest} />
);

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
