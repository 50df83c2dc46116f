import { useId, useMemo, useState } from 'react';
import type { ReferenceDeclaration } from '../../../core/kinds/types.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { useAnalysis } from '../../../state/react.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { useForm } from './FormContext.ts';
import { candidatesOf, pointAt, pointAtName, type ReferenceEdit } from './pointReference.ts';
import { ReferenceRow } from './ReferenceRow.tsx';
import { ReferenceSelect } from './ReferenceSelect.tsx';
import styles from './references.module.css';

interface ReferenceFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly declaration: ReferenceDeclaration;
}

/** A reference, or a list of them, to resources of the workspace or to anything by name. */
export function ReferenceField({ path, label, help, declaration }: ReferenceFieldProps) {
  const form = useForm();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  // The list around an item that is a reference itself adds, moves and removes it.
  const isItem = typeof path.at(-1) === 'number';
  const isList = declaration.path.endsWith('[*]') && !isItem;
  const value = valueAt(form.resource.value, path);
  const frame = { label, path, help, helpId: `${id}-help`, problem };
  if (!isList) {
    return (
      <FieldFrame {...frame} controlId={id}>
        <ReferenceRow
          id={id}
          label={label}
          describedBy={`${id}-help`}
          declaration={declaration}
          path={path}
          onProblem={setProblem}
          {...(isItem
            ? {}
            : {
                onRemove: () => void form.run('set-field', { id: form.resource.id, path }).then(setProblem),
              })}
        />
      </FieldFrame>
    );
  }
  const count = Array.isArray(value) ? value.length : 0;
  return (
    <FieldFrame {...frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a grid, not a fieldset */}
      <div className={styles.references} role="group" aria-label={label}>
        {Array.from({ length: count }, (_, index) => (
          <ReferenceRow
            // biome-ignore lint/suspicious/noArrayIndexKey: references have no identity but their place
            key={index}
            label={`${label} ${index + 1}`}
            declaration={declaration}
            path={[...path, index]}
            onProblem={setProblem}
            onRemove={() =>
              void form.run('remove-item', { id: form.resource.id, path, index }).then(setProblem)
            }
          />
        ))}
        <AddReference
          label={count === 0 ? label : `Add to ${label.toLowerCase()}`}
          placeholder={count === 0 ? 'Not set' : 'Add another'}
          isQuiet={count > 0}
          path={path}
          index={count}
          declaration={declaration}
          onProblem={setProblem}
        />
      </div>
    </FieldFrame>
  );
}

interface AddReferenceProps {
  readonly label: string;
  readonly placeholder: string;
  /** Without a border until it is used: the list above it is what counts. */
  readonly isQuiet?: boolean;
  /** Of the list. */
  readonly path: Path;
  readonly index: number;
  readonly declaration: ReferenceDeclaration;
  readonly onProblem: (problem: string | null) => void;
}

/** An empty field at the end of a list of references; what is chosen in it becomes the next item. */
export function AddReference(props: AddReferenceProps) {
  const { label, placeholder, isQuiet = false, path, index, declaration, onProblem } = props;
  const form = useForm();
  const { resource } = form;
  const resources = useAnalysis((analysis) => analysis.resources);
  const candidates = useMemo(
    () => candidatesOf(declaration, resource, resources),
    [declaration, resource, resources],
  );
  const add = ({ value }: ReferenceEdit) =>
    void form.run('insert-item', { id: resource.id, path, index, value }).then(onProblem);
  return (
    <ReferenceSelect
      label={label}
      placeholder={placeholder}
      isQuiet={isQuiet}
      name=""
      kind={undefined}
      candidates={candidates}
      holderNamespace={resource.namespace}
      isDisabled={form.isDisabled}
      onPick={(target) => add(pointAt(declaration, resource, undefined, target))}
      onType={(name) => add(pointAtName(declaration, undefined, name))}
    />
  );
}
