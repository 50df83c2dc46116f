import type { Analysis, Finding } from '../../../core/analysis.ts';
import { hasGuardrailCode } from '../../../core/checks/guardrailCode.ts';
import type { Edge } from '../../../core/graph/types.ts';
import type { Studio } from '../../../state/types.ts';
import { createAbsent } from '../createAbsent.ts';

/** What can be done about a finding with one click. */
export type FindingFix =
  | { readonly type: 'create'; readonly label: string; readonly edge: Edge }
  | { readonly type: 'grant'; readonly label: string; readonly edge: Edge };

/** The code of the check for absent grants; an edge may lack its target and its grant, with a finding each. */
const missingGrant = 'TS015';

/** The action that removes a finding, where there is one. */
export function fixOf(finding: Finding, edges: Analysis['edges']): FindingFix | null {
  const edge = finding.edge === undefined ? undefined : edges.get(finding.edge);
  // What a guardrail has to say of an edge is not that its target is absent.
  if (edge === undefined || hasGuardrailCode(finding)) return null;
  if (finding.code === missingGrant) return { type: 'grant', label: 'Add the grant', edge };
  if (edge.state === 'missing') return { type: 'create', label: `Create the ${edge.target.kind}`, edge };
  return null;
}

/** Does it, as one undo step. */
export function applyFix(studio: Studio, fix: FindingFix): void {
  if (fix.type === 'grant') void studio.run('add-grant', { edge: fix.edge.id }, { origin: 'form' });
  else void createAbsent(studio, fix.edge.target, 'form');
}
