import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveWeight, percentShares, typeWeight, weightTotal } from './splitWeights.ts';

const sumOf = (weights: readonly number[]) => weights.reduce((all, each) => all + each, 0);

describe('moveWeight', () => {
  it('keeps the sum of a fine split and its other proportions', () => {
    expect(moveWeight([60, 30, 10], 0, 20)).toEqual([20, 60, 20]);
    expect(moveWeight([900, 100], 1, 250)).toEqual([750, 250]);
  });
  it('turns a coarse split into parts of a hundred', () => {
    expect(moveWeight([1, 1], 0, 90)).toEqual([90, 10]);
    expect(moveWeight([9, 1], 1, 20)).toEqual([80, 20]);
  });
  it('gives everything, and shares evenly when nothing was left', () => {
    expect(moveWeight([50, 50, 0], 0, 100)).toEqual([100, 0, 0]);
    expect(moveWeight([100, 0, 0], 0, 50)).toEqual([50, 25, 25]);
  });
  it('always keeps the total in whole numbers that are not negative', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1000 }), { minLength: 2, maxLength: 8 }),
        fc.nat({ max: 2000 }),
        fc.nat({ max: 7 }),
        (weights, part, at) => {
          const moved = moveWeight(weights, at % weights.length, part);
          expect(sumOf(moved)).toBe(weightTotal(weights));
          expect(moved.every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe('typeWeight', () => {
  it('keeps the sum within it', () => {
    expect(typeWeight([90, 10], 1, 25)).toEqual([75, 25]);
    expect(typeWeight([3, 1], 1, 2)).toEqual([2, 2]);
  });
  it('takes larger numbers as written', () => {
    expect(typeWeight([1, 1], 0, 3)).toEqual([3, 1]);
    expect(typeWeight([90, 10], 0, 900)).toEqual([900, 10]);
  });
  it('understands a percentage of a coarse split', () => {
    expect(typeWeight([1, 1], 0, 90)).toEqual([90, 10]);
  });
  it('leaves a single backend its number', () => {
    expect(typeWeight([1], 0, 0)).toEqual([0]);
  });
});

describe('percentShares', () => {
  it('adds up to a hundred', () => {
    expect(percentShares([1, 1, 1])).toEqual([34, 33, 33]);
    expect(percentShares([0, 0])).toEqual([0, 0]);
  });
});
