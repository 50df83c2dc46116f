import { shareOut } from '../../../core/actions/weights.ts';

/** Splits with a smaller sum are too coarse for a slider: they become parts of a hundred when one is moved. */
const finest = 20;

/** What the weights add up to while one is moved. */
export function weightTotal(weights: readonly number[]): number {
  const sum = weights.reduce((all, each) => all + each, 0);
  return sum < finest ? 100 : sum;
}

/** The weights as parts of the total. */
export function scaleWeights(weights: readonly number[]): readonly number[] {
  return shareOut(weightTotal(weights), weights);
}

/** The weights with one moved to a part of the total; the others give or take in proportion. */
export function moveWeight(weights: readonly number[], index: number, part: number): readonly number[] {
  const total = weightTotal(weights);
  const own = Math.max(0, Math.min(total, Math.round(part)));
  if (weights.length === 1) return [own];
  return shareOut(total - own, scaleWeights(weights).toSpliced(index, 1)).toSpliced(index, 0, own);
}

/**
 * The weights with one typed: within the sum the others give or take; beyond it the number is taken as
 * written. A typed percentage of a coarse split (90 of 1 and 1) makes it parts of a hundred.
 */
export function typeWeight(weights: readonly number[], index: number, typed: number): readonly number[] {
  const sum = weights.reduce((all, each) => all + each, 0);
  if (weights.length > 1 && typed <= sum) {
    return shareOut(sum - typed, weights.toSpliced(index, 1)).toSpliced(index, 0, typed);
  }
  if (weights.length > 1 && sum < finest && typed >= finest && typed <= 100)
    return moveWeight(weights, index, typed);
  return weights.with(index, typed);
}

/** Each weight's share, in whole percent that add up to a hundred; all zero when nothing is sent. */
export function percentShares(weights: readonly number[]): readonly number[] {
  return weights.every((weight) => weight === 0) ? weights.map(() => 0) : shareOut(100, weights);
}
