import type { GroupKind } from '../../core/workspace/types.ts';
import { type KindLook, kindLook } from '../../state/canvas/kindLook.ts';

export type { KindLook };

/** The look of a kind, for whatever carries one. */
export function lookOf({ group, kind }: GroupKind): KindLook {
  return kindLook(group, kind);
}
