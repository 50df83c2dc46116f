import type { AnalysedResource } from '../analysis.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { type Path, valueAt } from '../yaml/path.ts';

/** The path of one field of a reference where the reference is a map that has it; the reference itself otherwise. */
export function fieldOf(holder: AnalysedResource, reference: Path, field: string): Path {
  const value = valueAt(holder.value, reference);
  return isRecord(value) && Object.hasOwn(value, field) ? [...reference, field] : reference;
}
