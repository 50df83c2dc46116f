import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AnalysedResource } from '../../../core/analysis.ts';
import type { GroupKind } from '../../../core/workspace/types.ts';
import { rankByScore } from '../../kit/fuzzyScore.ts';
import { KindIcon } from '../../kit/icons.tsx';
import { lookOf } from '../../kit/kindLook.ts';
import fieldStyles from './fields.module.css';
import styles from './references.module.css';

const most = 40;

interface ReferenceSelectProps {
  readonly label: string;
  readonly id?: string;
  readonly describedBy?: string | undefined;
  /** The name that is written; empty when there is none. */
  readonly name: string;
  /** Of the target, where it is known; decides the icon. */
  readonly kind: GroupKind | undefined;
  /** The target's namespace when it is not the holder's. */
  readonly namespace?: string | undefined;
  readonly candidates: readonly AnalysedResource[];
  readonly holderNamespace: string;
  readonly isMissing?: boolean;
  readonly isDisabled: boolean;
  readonly placeholder?: string;
  readonly isQuiet?: boolean;
  readonly onPick: (target: AnalysedResource) => void;
  readonly onType: (name: string) => void;
}

/** A reference's target: one of the resources that fit, or any name. */
export function ReferenceSelect(props: ReferenceSelectProps) {
  const {
    label,
    name,
    kind,
    namespace,
    candidates,
    holderNamespace,
    isMissing = false,
    isDisabled,
    placeholder,
  } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({
    onDropdownClose: () => combobox.resetSelectedOption(),
    onDropdownOpen: () => combobox.selectActiveOption(),
  });
  const shown = namespace === undefined || name === '' ? name : `${namespace}/${name}`;
  const found = useMemo(
    () =>
      rankByScore(candidates, typed ?? '', (one) => [
        { text: one.name, weight: 1 },
        { text: one.kind, weight: 0.6 },
        { text: one.namespace, weight: 0.5 },
      ]).slice(0, most),
    [candidates, typed],
  );
  const free = (typed ?? '').trim();
  const offersFree = free !== '' && free !== shown && !found.some((one) => one.name === free);
  const close = () => {
    setTyped(null);
    combobox.closeDropdown();
  };
  const submit = (value: string) => {
    const target = candidates.find(({ id }) => id === value);
    close();
    if (target !== undefined) props.onPick(target);
    else if (free !== '') props.onType(free);
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={submit}
      transitionProps={{ duration: 0 }}
      keepMounted={false}
      width={280}
      position="bottom-start"
    >
      <Combobox.Target>
        <TextInput
          {...(props.id === undefined ? {} : { id: props.id })}
          {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
          size="xs"
          aria-label={label}
          classNames={{
            input: `${fieldStyles.input} ${isMissing ? styles.absent : ''} ${props.isQuiet === true ? styles.quiet : ''}`,
          }}
          leftSection={
            props.isQuiet === true ? (
              <Plus size={13} strokeWidth={1.5} aria-hidden="true" />
            ) : kind === undefined ? null : (
              <KindIcon {...lookOf(kind)} size={14} />
            )
          }
          value={typed ?? shown}
          placeholder={placeholder ?? 'Not set'}
          disabled={isDisabled}
          spellCheck={false}
          autoComplete="off"
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onBlur={close}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== null) {
              event.stopPropagation();
              close();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown className={styles.dropdown ?? ''}>
        <Combobox.Options mah={260} className={styles.options ?? ''} aria-label={label}>
          {found.map((one) => (
            <Combobox.Option
              key={one.id}
              value={one.id}
              active={one.name === name}
              className={styles.option ?? ''}
            >
              <KindIcon {...lookOf(one)} size={14} />
              <span className={styles.optionName}>{one.name}</span>
              <span className={styles.optionDetail}>
                {one.kind}
                {one.namespace === '' || one.namespace === holderNamespace ? '' : ` · ${one.namespace}`}
              </span>
            </Combobox.Option>
          ))}
          {offersFree ? (
            <Combobox.Option value="" className={styles.option ?? ''}>
              Use “{free}”, which is not in the workspace
            </Combobox.Option>
          ) : null}
          {found.length === 0 && !offersFree ? (
            <Combobox.Empty className={styles.none ?? ''}>
              Nothing in the workspace fits. Type a name.
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
