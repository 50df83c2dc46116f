import { formatPath, valueAt } from '../../yaml/path.ts';
import { samePlain } from '../../yaml/plainValue.ts';
import type { FaultDetail, Repair } from '../fault.ts';
import type { Scene } from './repairStructure.ts';
import { removeStep, repair, setStep } from './step.ts';

/** Two items of one key: the later one gets a name of its own, unless it says nothing that the first does not say. */
export function repairDuplicate(
  { first, keys }: Extract<FaultDetail, { fault: 'duplicate' }>,
  { path, resource, value }: Scene,
): readonly Repair[] {
  const remove = repair(`Remove ${formatPath(path)}`, [removeStep(path)]);
  const name = keys?.name;
  if (typeof name !== 'string' || samePlain(value, valueAt(resource, first))) return [remove];
  const items = valueAt(resource, path.slice(0, -1));
  const taken = new Set(
    (Array.isArray(items) ? items : []).map((item: { name?: unknown } | null) => item?.name),
  );
  let free = 2;
  while (taken.has(`${name}-${free}`)) free++;
  return [repair(`Call it ${name}-${free}`, [setStep([...path, 'name'], `${name}-${free}`)]), remove];
}
