import { isRefusal } from '../../../core/actions/types.ts';
import type { ResourceId } from '../../../core/workspace/types.ts';
import type { Path } from '../../../core/yaml/path.ts';
import type { Studio } from '../../../state/types.ts';

/**
 * A value that is shared through an alias or a merge key is not written to: others would change with it. The
 * way out is to write it out at this place; the notice offers that, where it can be done.
 */
export async function offerInlining(
  studio: Studio,
  id: ResourceId,
  path: Path,
  refused: string,
): Promise<void> {
  const at = await findAlias(studio, id, path);
  if (at === null) return;
  studio.notify({
    tone: 'warning',
    text: refused,
    action: {
      label: 'Write it out',
      run: () => void studio.run('inline-alias', { id, path: at }, { origin: 'form' }),
    },
  });
}

/** True for refusals that are about a shared value. */
export function isAboutSharing(refused: string): boolean {
  return /\b(alias|merge key)\b/.test(refused);
}

/** The innermost alias or merge key on the way to a path. */
async function findAlias(studio: Studio, id: ResourceId, path: Path): Promise<Path | null> {
  for (let length = path.length; length >= 0; length--) {
    const above = path.slice(0, length);
    for (const at of length === 0 ? [[...above, '<<']] : [above, [...above, '<<']]) {
      if (!isRefusal(await studio.preview('inline-alias', { id, path: at }))) return at;
    }
  }
  return null;
}
