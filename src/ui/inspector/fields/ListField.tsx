import { Button } from '@mantine/core';
import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { ListFieldDeclaration } from '../../../core/kinds/form.ts';
import { type Path, pathStartsWith, samePath, valueAt } from '../../../core/yaml/path.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { SeverityMark, worseSeverity } from '../../kit/SeverityMark.tsx';
import { describeItem } from './describeItem.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { FindingNotes } from './FindingNotes.tsx';
import { useFindings, useForm } from './FormContext.ts';
import fieldStyles from './fields.module.css';
import styles from './lists.module.css';
import { SortableItem, SortableItems } from './SortableItems.tsx';

interface ListFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly field: ListFieldDeclaration;
  readonly isKey?: boolean;
}

/** Items that open and close; added, removed and moved one at a time, each as one edit of its own lines. */
export function ListField({ path, label, help, field, isKey = false }: ListFieldProps) {
  const form = useForm();
  const id = useId();
  const { resource } = form;
  const [problem, setProblem] = useState<string | null>(null);
  const value = valueAt(resource.value, path);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const [opened, setOpened] = useState<ReadonlySet<number>>(() => new Set(items.length === 1 ? [0] : []));
  const put = (index: number, isOpen: boolean) =>
    setOpened((old) => new Set(isOpen ? [...old, index] : [...old].filter((one) => one !== index)));
  const add = async () => {
    const index = items.length;
    const refused = await form.run('insert-item', {
      id: resource.id,
      path,
      index,
      value: field.newItem(items),
    });
    setProblem(refused);
    if (refused === null) put(index, true);
  };
  const remove = async (index: number) => {
    const refused = await form.run('remove-item', { id: resource.id, path, index });
    setProblem(refused);
    if (refused === null)
      setOpened(
        (old) => new Set([...old].filter((one) => one !== index).map((one) => (one > index ? one - 1 : one))),
      );
  };
  const move = async (index: number, to: number) => {
    if (to < 0 || to >= items.length) return;
    const refused = await form.run('move-item', { id: resource.id, path, index, to });
    setProblem(refused);
    if (refused !== null) return;
    setOpened((old) => new Set([...old].map((one) => placeAfterMove(one, index, to))));
    window.setTimeout(() => document.getElementById(`${id}-${to}`)?.focus());
  };
  return (
    <FieldFrame
      label={label}
      path={path}
      help={help}
      helpId={`${id}-help`}
      isWide={items.length > 0}
      isKey={isKey}
      problem={problem}
    >
      {items.length === 0 ? null : (
        <SortableItems
          label={label}
          count={items.length}
          isDisabled={form.isDisabled || items.length < 2}
          onMove={(from, to) => void move(from, to)}
        >
          {items.map((item, index) => (
            <ListItem
              // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
              key={index}
              headingId={`${id}-${index}`}
              item={item}
              said={field.say?.(item)}
              name={`${field.item} ${index + 1}`}
              path={[...path, index]}
              index={index}
              isOpen={opened.has(index)}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onToggle={() => put(index, !opened.has(index))}
              onRemove={() => void remove(index)}
              onMove={(by) => void move(index, index + by)}
            >
              {form.renderFields(field.fields, [...path, index], true)}
            </ListItem>
          ))}
        </SortableItems>
      )}
      <Button
        className={fieldStyles.add ?? ''}
        size="compact-xs"
        variant="subtle"
        color="gray"
        disabled={form.isDisabled}
        leftSection={<Plus size={13} strokeWidth={1.5} />}
        onClick={() => void add()}
      >
        Add {field.item}
      </Button>
    </FieldFrame>
  );
}

/** Where the item that was at `one` is once another went from `from` to `to`. */
function placeAfterMove(one: number, from: number, to: number): number {
  if (one === from) return to;
  if (from < to && one > from && one <= to) return one - 1;
  return to < from && one >= to && one < from ? one + 1 : one;
}

interface ListItemProps {
  readonly headingId: string;
  readonly item: unknown;
  /** What the kind says of the item, in a sentence. */
  readonly said: string | undefined;
  /** `rule 2`. */
  readonly name: string;
  readonly path: Path;
  readonly index: number;
  readonly children: ReactNode;
  readonly isOpen: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

function ListItem(props: ListItemProps) {
  const {
    headingId,
    item,
    said,
    name,
    path,
    index,
    children,
    isOpen,
    isFirst,
    isLast,
    onToggle,
    onRemove,
    onMove,
  } = props;
  const form = useForm();
  const own = useFindings(path);
  const row = form.resource.summary.rows.find((one) => samePath(one.path, path));
  const [title, ...details] = row === undefined ? [said ?? describeItem(item)] : [row.label, ...row.parts];
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || form.isDisabled) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <SortableItem index={index} isOpen={isOpen}>
      {(grip) => (
        <>
          <div className={styles.itemHead}>
            {grip}
            <button
              id={headingId}
              type="button"
              className={styles.itemTitle}
              aria-expanded={isOpen}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onClick={onToggle}
              onKeyDown={onKeyDown}
            >
              <ChevronRight className={styles.chevron} size={14} strokeWidth={1.5} aria-hidden="true" />
              <span className={styles.itemName}>{title === undefined || title === '' ? name : title}</span>
              <span className={styles.itemDetail}>{details.join(' · ')}</span>
              {isOpen ? null : <WorstBelow path={path} />}
            </button>
            <span className={styles.itemActions}>
              <IconButton
                label={`Move ${name} up`}
                icon={ArrowUp}
                size={20}
                isDisabled={isFirst || form.isDisabled}
                onClick={() => onMove(-1)}
              />
              <IconButton
                label={`Move ${name} down`}
                icon={ArrowDown}
                size={20}
                isDisabled={isLast || form.isDisabled}
                onClick={() => onMove(1)}
              />
              <IconButton
                label={`Remove ${name}`}
                icon={Trash2}
                size={20}
                isDisabled={form.isDisabled}
                onClick={onRemove}
              />
            </span>
          </div>
          {isOpen ? (
            <div className={styles.itemBody}>
              <FindingNotes findings={own} />
              {children}
            </div>
          ) : null}
        </>
      )}
    </SortableItem>
  );
}

/** The worst finding inside a closed item. */
function WorstBelow({ path }: { readonly path: Path }) {
  const { findings } = useForm();
  const severity = [...findings]
    .filter(([key]) => pathStartsWith(JSON.parse(key) as Path, path))
    .flatMap(([, all]) => all.map((one) => one.severity))
    .reduce(worseSeverity, undefined);
  return severity === undefined ? null : <SeverityMark severity={severity} size={13} />;
}
