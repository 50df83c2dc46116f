import type { Analysis } from '../analysis.ts';
import type { ResourceId } from '../workspace/types.ts';

/**
 * Resources that share an identity are numbered in the order of the text. When some of them go (or take
 * another name), those that stay move up: the old id and the new one of each.
 */
export function renumber(
  analysis: Analysis,
  going: ReadonlySet<ResourceId>,
): readonly [ResourceId, ResourceId][] {
  const moved: [ResourceId, ResourceId][] = [];
  const bases = new Set([...going].map((id) => id.replace(/#\d+$/, '')));
  for (const base of bases) {
    let number = 0;
    for (let old = 1; analysis.resources.has(numbered(base, old)); old++) {
      const id = numbered(base, old);
      if (going.has(id)) continue;
      number++;
      if (number !== old) moved.push([id, numbered(base, number)]);
    }
  }
  return moved;
}

function numbered(base: string, number: number): ResourceId {
  return (number === 1 ? base : `${base}#${number}`) as ResourceId;
}
