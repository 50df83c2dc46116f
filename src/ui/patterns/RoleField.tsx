import { Select } from '@mantine/core';
import { useId, useMemo } from 'react';
import type { AnalysedResource } from '../../core/analysis.ts';
import type { PatternRole } from '../../core/templates/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { useAnalysis } from '../../state/react.tsx';
import styles from './patterns.module.css';

interface RoleFieldProps {
  readonly role: PatternRole;
  readonly value: ResourceId | undefined;
  readonly onChange: (id: ResourceId | undefined) => void;
}

/** Which resource takes a role: one that is there, or a new one. */
export function RoleField({ role, value, onChange }: RoleFieldProps) {
  const id = useId();
  const resources = useAnalysis((analysis) => analysis.resources);
  const candidates = useMemo(
    () => [...resources.values()].filter((each) => fits(role, each)),
    [resources, role],
  );
  const kinds = role.kinds.map(({ kind }) => kind);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {role.label}
      </label>
      <Select
        id={id}
        size="xs"
        data={candidates.map((each) => ({ value: each.id, label: nameOf(each, role) }))}
        value={value ?? null}
        placeholder={role.needed === true ? `Choose one of kind ${kinds.join(' or ')}` : 'Make a new one'}
        clearable={role.needed !== true}
        clearButtonProps={{ 'aria-label': `Make a new ${role.label.toLowerCase()}` }}
        searchable={candidates.length > 8}
        allowDeselect={false}
        nothingFoundMessage="Nothing of this kind is in the workspace"
        comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 } }}
        onChange={(next) => onChange((next ?? undefined) as ResourceId | undefined)}
      />
      {role.help === undefined ? null : <p className={styles.help}>{role.help}</p>}
    </div>
  );
}

function fits({ kinds }: PatternRole, { group, kind, stale }: AnalysedResource): boolean {
  return stale === undefined && kinds.some((each) => each.group === group && each.kind === kind);
}

function nameOf({ kind, name, namespace }: AnalysedResource, { kinds }: PatternRole): string {
  const own = kinds.length > 1 ? `${kind} ${name}` : name;
  return namespace === '' ? own : `${own} (${namespace})`;
}
