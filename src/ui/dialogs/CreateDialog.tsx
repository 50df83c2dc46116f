import { useMemo, useState } from 'react';
import { kinds } from '../../core/kinds/registry.ts';
import { namespaceInView } from '../../state/namespaceInView.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import type { CardPoint, Dialog } from '../../state/types.ts';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { KindIcon } from '../kit/icons.tsx';
import { Keys } from '../kit/Keys.tsx';
import { SearchField } from '../kit/SearchField.tsx';
import { useOptionList } from '../kit/useOptionList.ts';
import styles from './picker.module.css';
import { type KindChoice, rankKinds } from './rankKinds.ts';

interface CreateDialogProps extends Omit<Extract<Dialog, { type: 'create' }>, 'type'> {
  readonly onClose: () => void;
}

/** Type, arrow, Enter: a new resource where the pointer was, connected to the card it was asked from. */
export function CreateDialog({ at, connectTo, namespace, onClose }: CreateDialogProps) {
  const studio = useStudio();
  const [query, setQuery] = useState('');
  const analysis = useAnalysis((state) => state);
  const choices = useMemo(() => rankKinds(kinds, query, analysis, connectTo), [query, analysis, connectTo]);
  const pick = (index: number) => {
    const choice = choices[index];
    if (choice === undefined) return;
    const { group, kind } = choice.definition;
    const connected = connectTo !== undefined && choice.connectsAs !== undefined ? { connectTo } : {};
    const where = namespace ?? namespaceInView(studio.analysis.getState(), studio.view.getState());
    // What it is connected to says where it belongs.
    const own = 'connectTo' in connected || where === undefined ? {} : { namespace: where };
    onClose();
    void studio.run(
      'create',
      { kind: { group, kind }, ...connected, ...own },
      { origin: 'canvas', ...(at === undefined ? {} : { at }) },
    );
  };
  const options = useOptionList(choices.length, pick);
  const parts = [
    { heading: 'Connected', members: choices.filter((choice) => choice.connectsAs !== undefined) },
    {
      heading: connectTo === undefined ? 'Kinds' : 'Without a connection',
      members: choices.filter((choice) => choice.connectsAs === undefined),
    },
  ].filter(({ members }) => members.length > 0);
  return (
    <DialogFrame title="New resource" isPicker width={480} onClose={onClose}>
      <div className={styles.field}>
        <SearchField
          isBare
          label={useFieldLabel(connectTo)}
          value={query}
          listId={options.listId}
          activeId={options.activeId}
          onChange={(value) => {
            setQuery(value);
            options.setActive(0);
          }}
          onKeyDown={options.onKeyDown}
        />
      </div>
      <div className={styles.list} id={options.listId} role="listbox" aria-label="Kinds">
        {parts.map(({ heading, members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox, not of fields
          <div key={heading} role="group" aria-label={heading}>
            {connectTo === undefined ? null : (
              <div className={styles.heading} aria-hidden="true">
                {heading}
              </div>
            )}
            {members.map((choice) => {
              const index = choices.indexOf(choice);
              return (
                <KindOption
                  key={`${choice.definition.group}/${choice.definition.kind}`}
                  id={options.optionId(index)}
                  choice={choice}
                  isActive={index === options.active}
                  onActive={() => options.setActive(index)}
                  onPick={() => pick(index)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {choices.length === 0 ? <p className={styles.none}>No kind matches “{query.trim()}”.</p> : null}
      <div className={styles.foot} aria-hidden="true">
        <Keys keys="Up" /> <Keys keys="Down" /> choose <Keys keys="Enter" /> create <Keys keys="Escape" />{' '}
        close
      </div>
    </DialogFrame>
  );
}

function useFieldLabel(connectTo: CardPoint | undefined): string {
  const resource = useAnalysis(({ resources }) =>
    connectTo === undefined ? undefined : resources.get(connectTo.id),
  );
  const row = resource?.summary.rows.find(({ id }) => id === connectTo?.row);
  if (resource === undefined) return 'New resource';
  return `New resource connected to ${row === undefined ? '' : `${row.label} of `}${resource.kind} ${resource.name}`;
}

interface KindOptionProps {
  readonly id: string;
  readonly choice: KindChoice;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly onPick: () => void;
}

function KindOption({ id, choice, isActive, onActive, onPick }: KindOptionProps) {
  const { definition, connectsAs, reason } = choice;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: active through aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field picks the active option
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      title={reason}
      onPointerMove={isActive ? undefined : onActive}
      onClick={onPick}
    >
      <KindIcon icon={definition.icon} family={definition.family} />
      <span className={styles.name}>{definition.kind}</span>
      <span className={styles.detail}>{definition.purpose}</span>
      {connectsAs === undefined ? null : <span className={styles.hint}>Connects as {connectsAs}</span>}
    </div>
  );
}
