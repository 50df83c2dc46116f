import { useMemo, useState } from 'react';
import type { Analysis } from '../../core/analysis.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import type { CardPoint } from '../../state/types.ts';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { type SearchField as Field, rankByScore } from '../kit/fuzzyScore.ts';
import { KindIcon } from '../kit/icons.tsx';
import { Keys } from '../kit/Keys.tsx';
import { lookOf } from '../kit/kindLook.ts';
import { SearchField } from '../kit/SearchField.tsx';
import { useOptionList } from '../kit/useOptionList.ts';
import { type IllegalTarget, type LegalTarget, listTargets, type Targets } from './listTargets.ts';
import styles from './picker.module.css';

type Target = LegalTarget | IllegalTarget;

/** Longer parts are cut; typing narrows them. */
const longest = { legal: 100, others: 40, illegal: 40 };

interface ConnectDialogProps {
  readonly from: CardPoint;
  readonly onClose: () => void;
}

/** The keyboard's way to drag a handle: every target with what will be written; those that cannot, and why. */
export function ConnectDialog({ from, onClose }: ConnectDialogProps) {
  const studio = useStudio();
  const analysis = useAnalysis((state) => state);
  const [query, setQuery] = useState('');
  const targets = useMemo(() => listTargets(analysis, from), [analysis, from]);
  const { sections, hidden } = useMemo(() => findTargets(targets, query), [targets, query]);
  const flat = useMemo(() => sections.flatMap((section) => section.targets), [sections]);
  const pick = (index: number) => {
    const target = flat[index];
    if (target === undefined || !('writes' in target)) return;
    const { to, reference } = target;
    if (target.needsGrant) studio.setView({ dialog: { type: 'grant', from, to, reference } });
    else {
      onClose();
      void studio.run('connect', { from, to, reference }, { origin: 'canvas' });
    }
  };
  const options = useOptionList(flat.length, pick);
  const what = describePoint(analysis, from);
  return (
    <DialogFrame title={`Connect ${what}`} isPicker width={600} onClose={onClose}>
      <div className={styles.field}>
        <SearchField
          isBare
          label={`Connect ${what} to…`}
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
      <div className={styles.list} id={options.listId} role="listbox" aria-label="Targets">
        {sections.map(({ heading, targets: members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox, not of fields
          <div key={heading} role="group" aria-label={heading}>
            <div className={styles.heading} aria-hidden="true">
              {heading}
            </div>
            {members.map((target) => {
              const index = flat.indexOf(target);
              return (
                <TargetOption
                  key={target.key}
                  id={options.optionId(index)}
                  target={target}
                  isActive={index === options.active}
                  onActive={() => options.setActive(index)}
                  onPick={() => pick(index)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {flat.length > 0 ? null : (
        <p className={styles.none}>
          {query.trim() === ''
            ? 'There is nothing else in the workspace yet.'
            : `Nothing matches “${query.trim()}”.`}
        </p>
      )}
      {hidden === 0 ? null : <p className={styles.more}>{hidden} more: type to narrow the list.</p>}
      <div className={styles.foot} aria-hidden="true">
        <Keys keys="Up" /> <Keys keys="Down" /> choose <Keys keys="Enter" /> connect <Keys keys="Escape" />{' '}
        close
      </div>
    </DialogFrame>
  );
}

interface Section {
  readonly heading: string;
  readonly targets: readonly Target[];
}

function findTargets(
  { legal, others, illegal }: Targets,
  query: string,
): { readonly sections: readonly Section[]; readonly hidden: number } {
  const parts = [
    { heading: 'Connect to', all: rankByScore<Target>(legal, query, fieldsOf), most: longest.legal },
    { heading: 'Other references', all: rankByScore<Target>(others, query, fieldsOf), most: longest.others },
    {
      heading: 'Cannot be connected',
      all: rankByScore<Target>(illegal, query, fieldsOf),
      most: longest.illegal,
    },
  ];
  return {
    sections: parts
      .filter(({ all }) => all.length > 0)
      .map(({ heading, all, most }) => ({ heading, targets: all.slice(0, most) })),
    hidden: parts.reduce((sum, { all, most }) => sum + Math.max(0, all.length - most), 0),
  };
}

function describePoint(analysis: Pick<Analysis, 'resources'>, { id, row }: CardPoint): string {
  const holder = analysis.resources.get(id);
  if (holder === undefined) return 'it';
  const part = holder.summary.rows.find((one) => one.id === row);
  return `${part === undefined ? '' : `${part.label} of `}${holder.kind} ${holder.name}`;
}

function fieldsOf({ name, kind, namespace, part }: Target): readonly Field[] {
  return [
    { text: name, weight: 1 },
    { text: kind, weight: 0.9 },
    { text: part ?? '', weight: 0.8 },
    { text: namespace, weight: 0.5 },
  ];
}

interface TargetOptionProps {
  readonly id: string;
  readonly target: Target;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly onPick: () => void;
}

function TargetOption({ id, target, isActive, onActive, onPick }: TargetOptionProps) {
  const isLegal = 'writes' in target;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: active through aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field picks the active option
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={!isLegal}
      className={styles.option}
      onPointerMove={isActive ? undefined : onActive}
      onClick={onPick}
    >
      <KindIcon {...lookOf(target)} />
      <span className={styles.name}>
        {target.name}
        {target.part === undefined ? null : <span className={styles.row}> › {target.part}</span>}
      </span>
      <span className={styles.detail} title={isLegal ? undefined : target.reason}>
        {isLegal ? [target.kind, target.namespace].filter(Boolean).join(' · ') : target.reason}
      </span>
      {isLegal ? <span className={styles.hint}>{target.writes}</span> : null}
    </div>
  );
}
