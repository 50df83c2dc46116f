import type { ActionResult } from '../../core/actions/types.ts';
import type { GroupKind } from '../../core/workspace/types.ts';
import type { Origin, Studio } from '../../state/types.ts';

/** What is referred to and not there: a ghost, or the target of an edge. */
interface Absent extends GroupKind {
  readonly namespace: string;
  readonly name: string;
}

/** Makes what is referred to and absent, with the very name and namespace that is asked for. */
export function createAbsent(studio: Studio, absent: Absent, origin: Origin): Promise<ActionResult> {
  const { group, kind, namespace, name } = absent;
  const args = { kind: { group, kind }, name, ...(namespace === '' ? {} : { namespace }) };
  return studio.run('create', args, { origin });
}
