import { isRecord } from '../workspace/readDocument.ts';
import { type Path, samePath } from '../yaml/path.ts';
import type { Draft, Spot } from './draft.ts';

/**
 * Takes out the map at `path` if it has become empty, and then the maps around it; `spec`, `metadata` and
 * their like at the top stay, and so does the map at `keep`. An empty item of a list goes only where `items` says so and
 * others are left.
 */
export function pruneEmpty(
  draft: Draft,
  spot: Spot,
  path: Path,
  options: { readonly items: boolean; readonly keep?: Path },
): void {
  const { keep } = options;
  let at = path;
  while (at.length > 1 && draft.refusal === undefined) {
    if (keep !== undefined && samePath(at, keep)) return;
    const value = draft.value(spot, at);
    if (!isRecord(value) || Object.keys(value).length > 0) return;
    const parent = at.slice(0, -1);
    const last = at.at(-1);
    if (typeof last === 'number') {
      const list = draft.value(spot, parent);
      if (options.items && Array.isArray(list) && list.length > 1) draft.removeItem(spot, parent, last);
      return;
    }
    draft.removeKey(spot, parent, String(last));
    at = parent;
  }
}
