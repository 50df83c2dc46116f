import { families } from '../../core/kinds/families.ts';
import type { Family, KindDefinition } from '../../core/kinds/types.ts';
import { searchKinds } from '../kit/searchKinds.ts';

/** Kinds of one family, in the order in which they are shown. */
export interface PaletteSection {
  readonly family: Family;
  readonly label: string;
  readonly kinds: readonly KindDefinition[];
}

/**
 * The palette's sections for a query: families in their own order, or, while searching, the family of the
 * best match first and within a family the best match first.
 */
export function groupPalette(kinds: readonly KindDefinition[], query: string): readonly PaletteSection[] {
  const found = searchKinds(kinds, query);
  const byFamily = new Map<Family, KindDefinition[]>();
  if (query.trim() === '') for (const { family } of families) byFamily.set(family, []);
  for (const definition of found) {
    const section = byFamily.get(definition.family);
    if (section === undefined) byFamily.set(definition.family, [definition]);
    else section.push(definition);
  }
  return [...byFamily]
    .filter(([, members]) => members.length > 0)
    .map(([family, members]) => ({
      family,
      label: families.find((one) => one.family === family)?.label ?? family,
      kinds: members,
    }));
}
