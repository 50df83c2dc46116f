import { Slider } from '@mantine/core';
import { useId, useState } from 'react';
import { readWeights } from '../../../core/actions/weights.ts';
import type { ReferenceDeclaration } from '../../../core/kinds/types.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { DraftInput } from './DraftInput.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { useForm } from './FormContext.ts';
import { AddReference } from './ReferenceField.tsx';
import { ReferenceRow } from './ReferenceRow.tsx';
import referenceStyles from './references.module.css';
import { showScalar } from './scalarText.ts';
import { moveWeight, percentShares, scaleWeights, typeWeight, weightTotal } from './splitWeights.ts';
import styles from './weights.module.css';

interface WeightsFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly declaration: ReferenceDeclaration;
}

/** Backends that share traffic: a bar of the shares, and for each its target, a slider and its weight. */
export function WeightsField({ path, label, help, declaration }: WeightsFieldProps) {
  const form = useForm();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [moving, setMoving] = useState<readonly number[] | null>(null);
  const value = valueAt(form.resource.value, path);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const written = readWeights(items).map((weight) => weight ?? 1);
  const weights = moving ?? written;
  const shares = percentShares(weights);
  const isSplit = items.length > 1;
  const set = async (next: readonly number[]) => {
    if (next.every((weight, index) => weight === written[index])) return null;
    const refused = await form.run('set-weights', { id: form.resource.id, path, weights: next });
    setProblem(refused);
    return refused;
  };
  const typed = async (index: number, text: string): Promise<string | null> => {
    const number = Number(text.trim());
    if (text.trim() === '' || !Number.isInteger(number) || number < 0) return 'A whole number from 0 up.';
    return set(typeWeight(written, index, number));
  };
  const drop = async (index: number, part: number) => {
    await set(moveWeight(written, index, part));
    setMoving(null);
  };
  return (
    <FieldFrame label={label} path={path} help={help} helpId={`${id}-help`} isWide problem={problem}>
      {isSplit ? <ShareBar shares={shares} names={items.map(nameOfItem)} /> : null}
      {items.length === 2 ? (
        <CanarySteps
          share={shares[1] ?? 0}
          name={nameOfItem(items[1])}
          isDisabled={form.isDisabled}
          onSet={set}
        />
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a grid, not a fieldset */}
      <div className={referenceStyles.references} role="group" aria-label={label}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: references have no identity but their place
          <div key={index} className={styles.backend}>
            <ReferenceRow
              label={`${label} ${index + 1}`}
              declaration={declaration}
              path={[...path, index]}
              onProblem={setProblem}
              onRemove={() =>
                void form.run('remove-item', { id: form.resource.id, path, index }).then(setProblem)
              }
            />
            {isSplit ? (
              <div className={styles.weight}>
                <span className={styles.swatch} data-shade={index % 5} aria-hidden="true" />
                <Slider
                  className={styles.slider ?? ''}
                  size="xs"
                  label={null}
                  min={0}
                  max={weightTotal(written)}
                  value={(moving ?? scaleWeights(written))[index] ?? 0}
                  disabled={form.isDisabled}
                  thumbLabel={`Share of ${nameOfItem(item)}`}
                  onChange={(part) => setMoving(moveWeight(written, index, part))}
                  onChangeEnd={(part) => void drop(index, part)}
                />
                <span className={styles.share}>{shares[index]} %</span>
                <span className={styles.weightInput}>
                  <DraftInput
                    label={`Weight of ${nameOfItem(item)}`}
                    value={String(weights[index] ?? 1)}
                    isDisabled={form.isDisabled}
                    isNumber
                    onCommit={(text) => typed(index, text)}
                  />
                </span>
              </div>
            ) : null}
          </div>
        ))}
        <AddReference
          label={`Add to ${label.toLowerCase()}`}
          placeholder={items.length === 0 ? 'Choose a backend' : 'Add another backend'}
          isQuiet={items.length > 0}
          path={path}
          index={items.length}
          declaration={declaration}
          onProblem={setProblem}
        />
      </div>
    </FieldFrame>
  );
}

function nameOfItem(item: unknown): string {
  return showScalar(valueAt(item, ['name'])) || 'a backend';
}

/** How a new version takes over: a little, a quarter, half, all. */
const canarySteps = [5, 25, 50, 100];

interface CanaryStepsProps {
  /** Of the second backend, in %. */
  readonly share: number;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly onSet: (weights: readonly number[]) => Promise<string | null>;
}

/** The usual steps of a canary, for the second of two backends. */
function CanarySteps({ share, name, isDisabled, onSet }: CanaryStepsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons in a row, not a fieldset
    <div className={styles.steps} role="group" aria-label={`Share of ${name}`}>
      <span className={styles.stepsName}>{name}</span>
      {canarySteps.map((step) => (
        <button
          key={step}
          type="button"
          className={styles.step}
          aria-pressed={share === step}
          disabled={isDisabled}
          onClick={() => void onSet([100 - step, step])}
        >
          {step} %
        </button>
      ))}
    </div>
  );
}

/** The shares as one bar. */
function ShareBar({
  shares,
  names,
}: {
  readonly shares: readonly number[];
  readonly names: readonly string[];
}) {
  return (
    <div
      className={styles.bar}
      role="img"
      aria-label={shares.map((share, i) => `${names[i]} ${share} %`).join(', ')}
    >
      {shares.map((share, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place
          key={index}
          className={styles.segment}
          data-shade={index % 5}
          style={{ flexGrow: share }}
          title={`${names[index]}: ${share} %`}
        />
      ))}
    </div>
  );
}
