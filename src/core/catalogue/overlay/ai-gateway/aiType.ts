import type { PackKind } from '../../pack.ts';
import type { TypeName } from '../../schema.ts';
import { conditions, record, resource } from '../fields.ts';
import type { TypeOverlay } from '../overlay.ts';

/** v1beta1 is stored; v1alpha1 is still served, and says at every use that it is not to be used any more. */
export type AiVersion = 'v1alpha1' | 'v1beta1';

export type TypeTable = Readonly<Record<TypeName, TypeOverlay>>;

const group = 'aigateway.envoyproxy.io';

/** The name of a type of AI Gateway. */
export const ai = (version: AiVersion, type: string): TypeName => `${group}/${version}.${type}`;

/** A table by short names -> by full names. */
export function aiTypes(version: AiVersion, types: Readonly<Record<string, TypeOverlay>>): TypeTable {
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [ai(version, name), type]));
}

/** The type of a whole resource and that of its status. Its spec is the type `<Kind>Spec`. */
export function aiResource(
  version: AiVersion,
  kind: string,
  sentence: string,
  more: { readonly deprecated?: boolean; readonly statusByType?: boolean } = {},
): Readonly<Record<string, TypeOverlay>> {
  const isOld = more.deprecated ?? version === 'v1alpha1';
  return {
    [kind]: resource(sentence, ai(version, `${kind}Spec`), ai(version, `${kind}Status`), {
      ...(isOld ? { deprecated: true } : {}),
    }),
    [`${kind}Status`]: record(`What was last seen of this ${kind}.`, {
      conditions: conditions(more.statusByType ? { listType: 'map', listKeys: ['type'] } : {}),
    }),
  };
}

/** The entry of a kind in the pack. */
export function aiKind(version: AiVersion, kind: string, plural: string, isStored: boolean): PackKind {
  return {
    group,
    version,
    kind,
    plural,
    scope: 'namespaced',
    type: ai(version, kind),
    ...(isStored ? { storage: true as const } : {}),
  };
}
