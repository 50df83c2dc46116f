import { Select } from '@mantine/core';
import { ArrowUpRight, X } from 'lucide-react';
import { useMemo } from 'react';
import type { AnalysedResource } from '../../../core/analysis.ts';
import { pathKey } from '../../../core/forms/fieldPath.ts';
import type { ReferenceDeclaration } from '../../../core/kinds/types.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { useAnalysis, useStudio } from '../../../state/react.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { useForm } from './FormContext.ts';
import fieldStyles from './fields.module.css';
import { candidatesOf, pointAt, pointAtName, type ReferenceEdit } from './pointReference.ts';
import { ReferenceSelect } from './ReferenceSelect.tsx';
import styles from './references.module.css';
import { showScalar } from './scalarText.ts';

interface ReferenceRowProps {
  readonly label: string;
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly declaration: ReferenceDeclaration;
  /** Of the reference itself. */
  readonly path: Path;
  readonly onProblem: (problem: string | null) => void;
  readonly onRemove?: () => void;
}

/** One reference: its target, the section or port of it, the way to it, and away with it. */
export function ReferenceRow({
  label,
  id,
  describedBy,
  declaration,
  path,
  onProblem,
  onRemove,
}: ReferenceRowProps) {
  const form = useForm();
  const studio = useStudio();
  const resources = useAnalysis((analysis) => analysis.resources);
  const { resource, isDisabled } = form;
  const value = valueAt(resource.value, path);
  const edge = form.edges.get(pathKey(path));
  const target = edge === undefined ? undefined : resources.get(edge.to);
  const candidates = useMemo(
    () => candidatesOf(declaration, resource, resources),
    [declaration, resource, resources],
  );
  const name = declaration.form === 'object' ? showScalar(valueAt(value, ['name'])) : showScalar(value);
  const isElsewhere =
    edge !== undefined && edge.target.namespace !== '' && edge.target.namespace !== resource.namespace;
  const write = (edit: ReferenceEdit) =>
    void form
      .run('set-field', { id: resource.id, path: [...path, ...edit.below], value: edit.value })
      .then(onProblem);
  return (
    <div className={styles.reference}>
      <ReferenceSelect
        label={label}
        {...(id === undefined ? {} : { id })}
        describedBy={describedBy}
        name={name ?? ''}
        kind={edge?.target ?? declaration.to[0]}
        namespace={isElsewhere ? edge.target.namespace : undefined}
        candidates={candidates}
        holderNamespace={resource.namespace}
        isMissing={edge?.state === 'missing'}
        isDisabled={isDisabled}
        onPick={(picked) => write(pointAt(declaration, resource, value, picked))}
        onType={(typed) => write(pointAtName(declaration, value, typed))}
      />
      <PartSelect declaration={declaration} path={path} target={target} onProblem={onProblem} />
      {target === undefined ? null : (
        <IconButton
          label={`Go to ${target.kind} ${target.name}`}
          icon={ArrowUpRight}
          size={20}
          onClick={() => studio.select([target.id], { bring: true })}
        />
      )}
      {onRemove === undefined || (name === '' && value === undefined) ? null : (
        <IconButton
          label={`Remove ${name === '' || name === null ? label.toLowerCase() : name}`}
          icon={X}
          size={20}
          isDisabled={isDisabled}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

interface PartSelectProps {
  readonly declaration: ReferenceDeclaration;
  readonly path: Path;
  readonly target: AnalysedResource | undefined;
  readonly onProblem: (problem: string | null) => void;
}

/** The listener, rule or port of the target that the reference names, where it can name one. */
function PartSelect({ declaration, path, target, onProblem }: PartSelectProps) {
  const form = useForm();
  const { id, value } = form.resource;
  const has = declaration.form === 'object' ? (declaration.has ?? []) : [];
  const sections = target?.summary.rows.flatMap((row) => row.section ?? []) ?? [];
  const ports = target?.summary.rows.flatMap((row) => row.port ?? []) ?? [];
  const written = (key: string) => showScalar(valueAt(value, [...path, key])) ?? '';
  const key =
    has.includes('sectionName') && (sections.length > 0 || written('sectionName') !== '')
      ? 'sectionName'
      : 'port';
  if (declaration.form !== 'object' || !has.includes(key)) return null;
  const shown = written(key);
  const offered = [...new Set(key === 'port' ? ports.map(String) : sections)];
  const isRequired = key === 'port' && declaration.portRequired === true;
  if (offered.length === 0 && shown === '') return null;
  return (
    <Select
      size="xs"
      w={104}
      flex="none"
      classNames={{ input: fieldStyles.input ?? '' }}
      aria-label={key === 'port' ? 'Port' : 'Section'}
      data={shown === '' || offered.includes(shown) ? offered : [shown, ...offered]}
      value={shown === '' ? null : shown}
      placeholder={key === 'port' ? 'Port' : 'All of it'}
      disabled={form.isDisabled}
      clearable={!isRequired && shown !== ''}
      clearButtonProps={{ 'aria-label': key === 'port' ? 'Clear the port' : 'Clear the section' }}
      allowDeselect={false}
      comboboxProps={{
        width: 'max-content',
        position: 'bottom-end',
        keepMounted: false,
        transitionProps: { duration: 0 },
      }}
      onChange={(next) => {
        const picked = next === null ? {} : { value: key === 'port' ? Number(next) : next };
        void form.run('set-field', { id, path: [...path, key], ...picked }).then(onProblem);
      }}
    />
  );
}
