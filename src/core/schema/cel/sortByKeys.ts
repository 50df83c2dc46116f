import { compareValues } from './compareValues.ts';
import { type CelValue, Failure } from './value.ts';

/** The items in the order of their keys. Fails when the keys cannot be ordered. */
export function sortByKeys(items: readonly CelValue[], keys: readonly CelValue[]): CelValue {
  const order = items.map((_, index) => index);
  let failure: Failure | undefined;
  order.sort((a, b) => {
    const way = compareValues(keys[a], keys[b]);
    if (way !== undefined) return way;
    failure ??= new Failure('no such overload: these values have no order');
    return 0;
  });
  return failure ?? order.map((index) => items[index]);
}
