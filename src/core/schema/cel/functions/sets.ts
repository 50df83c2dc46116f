import { func, type Overload } from '../overload.ts';
import type { Run } from '../steps.ts';
import { type CelValue, isEqual } from '../value.ts';

/** Lists as sets. https://pkg.go.dev/github.com/google/cel-go/ext#Sets */
export const sets: readonly Overload[] = [
  func('sets.contains', ['list', 'list'], containsAll),
  func('sets.equivalent', ['list', 'list'], (a, b, run) => containsAll(a, b, run) && containsAll(b, a, run)),
  func('sets.intersects', ['list', 'list'], (a, b, run) => {
    run.spend(a.length * b.length);
    return a.some((each) => b.some((other) => isEqual(each, other)));
  }),
];

function containsAll(all: readonly CelValue[], part: readonly CelValue[], run: Run): boolean {
  run.spend(all.length * part.length);
  return part.every((each) => all.some((other) => isEqual(each, other)));
}
