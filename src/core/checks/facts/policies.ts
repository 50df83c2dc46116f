import type { AnalysedResource } from '../../analysis.ts';
import type { GroupKind, ResourceId } from '../../workspace/types.ts';
import type { Facts } from '../types.ts';
import { isOf } from './kinds.ts';

/** A policy with what it governs of its target. */
export interface Governing {
  readonly policy: AnalysedResource;
  /** The part it is for: a listener, a rule. Undefined: all of it. */
  readonly sectionName: string | undefined;
}

/** The policies of a kind that name a target, or select it. */
export function policiesOn(id: ResourceId, kind: GroupKind, facts: Facts): readonly Governing[] {
  return facts.edgesTo(id, 'governs').flatMap(({ from, target }) => {
    const policy = facts.resource(from);
    return policy === undefined || !isOf(policy, kind) ? [] : [{ policy, sectionName: target.sectionName }];
  });
}

/** Those that count for a part of the target: the ones for the part, else the ones for all of it. */
export function policiesFor(
  all: readonly Governing[],
  sectionName: string | undefined,
): readonly AnalysedResource[] {
  const own = all.filter((each) => each.sectionName !== undefined && each.sectionName === sectionName);
  const rest = own.length > 0 ? own : all.filter((each) => each.sectionName === undefined);
  return rest.map(({ policy }) => policy);
}
