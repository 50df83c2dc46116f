import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { drawField } from '../../../core/forms/drawField.ts';
import { upToMissingItem } from '../../../core/forms/fieldIndex.ts';
import { restOf } from '../../../core/forms/restOf.ts';
import type { FieldDeclaration } from '../../../core/kinds/form.ts';
import { formatPath, type Path, pathStartsWith, samePath, valueAt } from '../../../core/yaml/path.ts';
import { useForm } from '../fields/FormContext.ts';
import styles from '../fields/fields.module.css';
import { AddField } from './AddField.tsx';
import { FieldView } from './FieldView.tsx';
import { focusField } from './focusField.ts';

interface RestFieldsProps {
  /** The fields that are drawn already. */
  readonly fields: readonly FieldDeclaration[];
  readonly base: Path;
  /** What is added that is drawn elsewhere: answers true when it took it. */
  readonly onElsewhere?: (path: Path) => boolean;
}

/** What is set and not declared, drawn from the schema, and the way to any field that the schema has. */
export function RestFields({ fields, base, onElsewhere }: RestFieldsProps) {
  const form = useForm();
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<readonly Path[]>([]);
  const value = valueAt(form.resource.value, base);
  const isResource = base.length === 0;
  const set = restOf(value, fields, { isResource });
  const waiting = added.filter((path) => !set.some((one) => pathStartsWith(path, one)));
  const add = (picked: Path) => {
    setAdding(false);
    const path = upToMissingItem(value, picked);
    const absolute = [...base, ...path];
    if (onElsewhere?.(path) !== true && !added.some((one) => samePath(one, path))) setAdded([...added, path]);
    focusField(absolute);
  };
  return (
    <>
      {[...set, ...waiting].map((path) => (
        <RestField key={formatPath(path)} path={path} base={base} />
      ))}
      {isAdding ? (
        <AddField base={base} onPick={add} onClose={() => setAdding(false)} />
      ) : (
        <Button
          className={styles.add ?? ''}
          size="compact-xs"
          variant="subtle"
          color="gray"
          disabled={form.isDisabled || form.shape === undefined}
          leftSection={<Plus size={13} strokeWidth={1.5} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          Add a field
        </Button>
      )}
    </>
  );
}

function RestField({ path, base }: { readonly path: Path; readonly base: Path }) {
  const form = useForm();
  let shape = form.shape;
  for (const step of [...base, ...path]) shape = shape?.step(step);
  const value = valueAt(form.resource.value, [...base, ...path]);
  const drawn = drawField(shape, String(path.at(-1) ?? ''), value);
  const label = formatPath(path[0] === 'spec' && path.length > 1 ? path.slice(1) : path);
  return <FieldView field={{ ...drawn, path: formatPath(path), label }} base={base} isKey />;
}
