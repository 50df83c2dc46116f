import { readDuration } from '../../schema/formats/duration.ts';
import { count } from './rows.ts';

const units: readonly (readonly [nanoseconds: bigint, name: string])[] = [
  [86_400_000_000_000n, 'day'],
  [3_600_000_000_000n, 'hour'],
  [60_000_000_000n, 'minute'],
  [1_000_000_000n, 'second'],
];

/** A duration in the largest unit that it is a whole number of: `720h` is `30 days`. Other texts stay as they are. */
export function durationWords(text: string): string {
  const nanoseconds = readDuration(text);
  if (nanoseconds === undefined || nanoseconds <= 0n) return text;
  const fitting = units.find(([size]) => nanoseconds % size === 0n);
  return fitting === undefined ? text : count(Number(nanoseconds / fitting[0]), fitting[1]);
}
