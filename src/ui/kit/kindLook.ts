import { kindOf } from '../../core/kinds/registry.ts';
import type { Family, IconName } from '../../core/kinds/types.ts';
import type { GroupKind } from '../../core/workspace/types.ts';

/** How a kind looks: its own icon and family, or a plain box for a kind that is not known. */
export interface KindLook {
  readonly icon: IconName;
  readonly family: Family;
}

const plain: KindLook = { icon: 'box', family: 'other' };

/** The look of a kind. */
export function lookOf({ group, kind }: GroupKind): KindLook {
  const definition = kindOf(group, kind);
  return definition === undefined ? plain : { icon: definition.icon, family: definition.family };
}
