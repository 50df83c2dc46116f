import type { AnalysedResource } from '../analysis.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import type { Draft } from './draft.ts';
import type { Refusal } from './types.ts';
import { keysBefore } from './writeReference.ts';

/** https://gateway-api.sigs.k8s.io/reference/spec/#backendref */
const mostWeight = 1_000_000;

/** The weights of a list of references as written. */
export function readWeights(items: readonly unknown[]): readonly (number | undefined)[] {
  return items.map((item) => (isRecord(item) && typeof item.weight === 'number' ? item.weight : undefined));
}

/** Why a number is no weight, or undefined when it is one. */
export function refuseWeight(weight: number): Refusal | undefined {
  if (Number.isInteger(weight) && weight >= 0 && weight <= mostWeight) return undefined;
  return { refused: `A weight is a whole number from 0 to 1,000,000; ${weight} is not.` };
}

/** `total` in whole numbers, in the proportions of `shares`: largest remainders first, then the order. */
export function shareOut(total: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((all, each) => all + each, 0);
  const exact = shares.map((share) => (sum > 0 ? (total * share) / sum : total / shares.length));
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((all, each) => all + each, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of order) {
    if (left <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left--;
  }
  return whole;
}

/** Writes those weights that differ from what stands there; an absent weight of 1 stays absent. */
export function writeWeights(
  draft: Draft,
  holder: AnalysedResource,
  list: Path,
  weights: readonly number[],
): void {
  const items = valueAt(holder.value, list);
  if (!Array.isArray(items)) return;
  const before = readWeights(items);
  const spot = draft.spotOf(holder);
  for (const [index, weight] of weights.entries()) {
    if ((before[index] ?? 1) !== weight)
      draft.setKey(spot, [...list, index], 'weight', weight, keysBefore('weight'));
  }
}
