import { explainDrop } from '../../core/actions/legality.ts';
import type { Analysis } from '../../core/analysis.ts';
import { kindOf } from '../../core/kinds/registry.ts';
import type { KindDefinition } from '../../core/kinds/types.ts';
import { formatPath } from '../../core/yaml/path.ts';
import type { CardPoint } from '../../state/types.ts';
import { searchKinds } from '../kit/searchKinds.ts';

/** A kind to choose, with what choosing it connects. */
export interface KindChoice {
  readonly definition: KindDefinition;
  /** The reference that would be written: `backendRef`; absent when it would stand alone. */
  readonly connectsAs?: string;
  /** Why it would stand alone, when something to connect to was given. */
  readonly reason?: string;
}

/** Kinds that match the query: those that connect to the point first, each part best match first. */
export function rankKinds(
  kinds: readonly KindDefinition[],
  query: string,
  analysis: Analysis,
  connectTo: CardPoint | undefined,
): readonly KindChoice[] {
  const found = searchKinds(kinds, query);
  if (connectTo === undefined) return found.map((definition) => ({ definition }));
  const ranked = found.map((definition) => rankKind(definition, analysis, connectTo));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice);
}

/** 0: written into the very row that was asked from, 1: connected otherwise, 2: not connected. */
function rankKind(
  definition: KindDefinition,
  analysis: Analysis,
  connectTo: CardPoint,
): { readonly choice: KindChoice; readonly rank: number } {
  const verdict = explainDrop(analysis, definition, connectTo);
  if ('refused' in verdict) return { choice: { definition, reason: verdict.refused }, rank: 2 };
  const [likeliest] = verdict.options;
  if (likeliest === undefined) return { choice: { definition }, rank: 2 };
  const { holder, reference } = likeliest;
  const isInRow = holder === connectTo.id && standsInRow(analysis, connectTo, reference);
  return { choice: { definition, connectsAs: reference }, rank: isInRow ? 0 : 1 };
}

/** True when references of this name stand inside the row. */
function standsInRow(analysis: Analysis, { id, row }: CardPoint, reference: string): boolean {
  const holder = analysis.resources.get(id);
  const path = holder?.summary.rows.find((one) => one.id === row)?.path;
  if (holder === undefined || path === undefined) return false;
  const declaration = kindOf(holder.group, holder.kind)?.references.find(({ name }) => name === reference);
  const pattern = formatPath(path).replace(/\[\d+\]/g, '[*]');
  return declaration?.path.startsWith(`${pattern}.`) === true;
}
