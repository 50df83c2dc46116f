import { useMemo, useState } from 'react';
import { fieldsBelow, type IndexedField, placeField } from '../../../core/forms/fieldIndex.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { rankByScore } from '../../kit/fuzzyScore.ts';
import { SearchField } from '../../kit/SearchField.tsx';
import { useOptionList } from '../../kit/useOptionList.ts';
import { useForm, useShapeAt } from '../fields/FormContext.ts';
import styles from './addField.module.css';

interface AddFieldProps {
  readonly base: Path;
  /** Relative to the base. */
  readonly onPick: (path: Path) => void;
  readonly onClose: () => void;
}

const most = 40;

/** Search over every field of the schema below a place, by path and documentation. */
export function AddField({ base, onPick, onClose }: AddFieldProps) {
  const form = useForm();
  const shape = useShapeAt(base);
  const [query, setQuery] = useState('');
  const value = valueAt(form.resource.value, base);
  const found = useMemo(
    () => search(shape === undefined ? [] : fieldsBelow(shape), query, value),
    [shape, query, value],
  );
  const pick = (index: number) => {
    const field = found[index];
    if (field !== undefined) onPick(placeField(field.steps));
  };
  const list = useOptionList(found.length, pick);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Escape and the loss of focus of the field inside
    <div
      className={styles.add}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <SearchField
        label="Search all fields"
        value={query}
        onChange={(text) => {
          setQuery(text);
          list.setActive(0);
        }}
        onKeyDown={list.onKeyDown}
        listId={list.listId}
        activeId={list.activeId}
        isFirst
      />
      <div className={styles.list} id={list.listId} role="listbox" aria-label="Fields" tabIndex={-1}>
        {found.map((field, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          <div
            key={field.text}
            id={list.optionId(index)}
            className={styles.option}
            role="option"
            tabIndex={-1}
            aria-selected={index === list.active}
            onMouseMove={() => list.setActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(index)}
          >
            <span className={styles.path}>{field.text}</span>
            <span className={styles.type}>{field.type}</span>
            <span className={styles.doc}>{field.doc}</span>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className={styles.none}>No field of this kind is called so.</p> : null}
    </div>
  );
}

/** Fields that are not set, best match first; without a query those nearest. */
function search(index: readonly IndexedField[], query: string, value: unknown): readonly IndexedField[] {
  const isAbsent = (field: IndexedField) => valueAt(value, placeField(field.steps)) === undefined;
  const open = index.filter(isAbsent);
  const ranked = rankByScore(open, query, ({ key, text, doc }) => [
    { text: key, weight: 1.2 },
    { text, weight: 1 },
    { text: doc, weight: 0.5 },
  ]);
  return ranked.slice(0, most);
}
