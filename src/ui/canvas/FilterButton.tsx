import { Checkbox, Popover } from '@mantine/core';
import { ListFilter } from 'lucide-react';
import { useMemo, useState } from 'react';
import { kindKey } from '../../state/canvas/kindLook.ts';
import { useAnalysis, useView } from '../../state/react.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { KindIcon } from '../kit/icons.tsx';
import { lookOf } from '../kit/kindLook.ts';
import styles from './CanvasToolbar.module.css';
import { useCanvasTools } from './canvasContext.ts';

/** Hides and shows kinds and namespaces. */
export function FilterButton() {
  const [isOpen, setOpen] = useState(false);
  const isFiltered = useView((view) => view.hiddenKinds.length + view.hiddenNamespaces.length > 0);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="top"
      width={280}
      shadow="md"
      withinPortal
      trapFocus
      withRoles={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span className={isFiltered ? styles.active : undefined}>
          <IconButton
            label={isFiltered ? 'Filter (something is hidden)' : 'Filter'}
            icon={ListFilter}
            size={32}
            isActive={isOpen}
            onClick={() => setOpen((open) => !open)}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter">
        <FilterChoices />
      </Popover.Dropdown>
    </Popover>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly group: string;
  readonly kind: string;
  readonly count: number;
}

function FilterChoices() {
  const { studio } = useCanvasTools();
  const resources = useAnalysis((analysis) => analysis.resources);
  const hiddenKinds = useView((view) => view.hiddenKinds);
  const hiddenNamespaces = useView((view) => view.hiddenNamespaces);
  const { kinds, namespaces } = useMemo(() => choicesOf(resources.values()), [resources]);
  return (
    <div className={styles.filter}>
      <Heading
        text="Kinds"
        hasHidden={hiddenKinds.length > 0}
        onShowAll={() => studio.setView({ hiddenKinds: [] })}
      />
      {kinds.map((choice) => (
        <ChoiceLine
          key={choice.value}
          choice={choice}
          hidden={hiddenKinds}
          onChange={(next) => studio.setView({ hiddenKinds: next })}
        />
      ))}
      {namespaces.length < 2 ? null : (
        <>
          <Heading
            text="Namespaces"
            hasHidden={hiddenNamespaces.length > 0}
            onShowAll={() => studio.setView({ hiddenNamespaces: [] })}
          />
          {namespaces.map((choice) => (
            <ChoiceLine
              key={choice.value}
              choice={choice}
              hidden={hiddenNamespaces}
              onChange={(next) => studio.setView({ hiddenNamespaces: next })}
            />
          ))}
        </>
      )}
    </div>
  );
}

function Heading({
  text,
  hasHidden,
  onShowAll,
}: {
  readonly text: string;
  readonly hasHidden: boolean;
  readonly onShowAll: () => void;
}) {
  return (
    <div className={styles.heading}>
      <span>{text}</span>
      {hasHidden ? (
        <button type="button" className={styles.level} onClick={onShowAll}>
          Show all
        </button>
      ) : null}
    </div>
  );
}

interface ChoiceLineProps {
  readonly choice: Choice;
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}

function ChoiceLine({ choice, hidden, onChange }: ChoiceLineProps) {
  const isShown = !hidden.includes(choice.value);
  return (
    <div className={styles.choice}>
      <Checkbox
        size="xs"
        checked={isShown}
        onChange={() =>
          onChange(isShown ? [...hidden, choice.value] : hidden.filter((each) => each !== choice.value))
        }
        label={
          <span className={styles.choiceLabel}>
            {choice.kind === '' ? null : <KindIcon {...lookOf(choice)} size={14} />}
            {choice.label}
          </span>
        }
      />
      <span className={styles.count}>{choice.count}</span>
    </div>
  );
}

/** Kinds and namespaces that are there, with how many of each. */
function choicesOf(
  resources: Iterable<{ readonly group: string; readonly kind: string; readonly namespace: string }>,
): { readonly kinds: readonly Choice[]; readonly namespaces: readonly Choice[] } {
  const kinds = new Map<string, Choice>();
  const namespaces = new Map<string, Choice>();
  for (const { group, kind, namespace } of resources) {
    const key = kindKey({ group, kind });
    kinds.set(key, { value: key, label: kind, group, kind, count: (kinds.get(key)?.count ?? 0) + 1 });
    if (namespace === '') continue;
    const count = (namespaces.get(namespace)?.count ?? 0) + 1;
    namespaces.set(namespace, { value: namespace, label: namespace, group: '', kind: '', count });
  }
  const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label);
  return { kinds: [...kinds.values()].sort(byLabel), namespaces: [...namespaces.values()].sort(byLabel) };
}
