import { isExternal } from '../../core/graph/linker.ts';
import { kindOf } from '../../core/kinds/registry.ts';
import type { Family, IconName } from '../../core/kinds/types.ts';

/** How a kind looks: its colour and its icon. Kinds that the registry does not know look alike. */
export interface KindLook {
  readonly family: Family;
  readonly icon: IconName;
}

const unknownLook: KindLook = { family: 'other', icon: 'box' };
const outside: KindLook = { family: 'other', icon: 'backend' };

/** The look of a kind. */
export function kindLook(group: string, kind: string): KindLook {
  if (isExternal({ group, kind })) return outside;
  const definition = kindOf(group, kind);
  return definition === undefined ? unknownLook : { family: definition.family, icon: definition.icon };
}

/** The key by which the view hides a kind. */
export function kindKey(each: { readonly group: string; readonly kind: string }): string {
  return `${each.group}/${each.kind}`;
}
