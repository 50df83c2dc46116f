import type { ActionArgs } from '../../../core/actions/registry.ts';
import type { Finding } from '../../../core/analysis.ts';
import { hasGuardrailCode } from '../../../core/checks/guardrailCode.ts';

/** How far it goes to live with a finding: this one, or whatever its check finds in the workspace. */
export type Scope = 'here' | 'everywhere';

/** What each scope is called, and what becomes of the reason. */
export const scopes: readonly { readonly scope: Scope; readonly label: string; readonly help: string }[] = [
  { scope: 'here', label: 'This one', help: 'It is written as a comment beside the line.' },
  {
    scope: 'everywhere',
    label: 'Everywhere in this workspace',
    help: 'It is written as a comment at the top of the first file.',
  },
];

/** The scopes that are offered: only guardrails can be switched off as a whole. */
export function scopesOf(finding: Finding): readonly Scope[] {
  return hasGuardrailCode(finding) ? ['here', 'everywhere'] : ['here'];
}

/** An action of the registry with its arguments. */
type Request =
  | { readonly name: 'suppress'; readonly args: ActionArgs<'suppress'> }
  | { readonly name: 'unsuppress'; readonly args: ActionArgs<'unsuppress'> }
  | { readonly name: 'switch-off-check'; readonly args: ActionArgs<'switch-off-check'> }
  | { readonly name: 'switch-on-check'; readonly args: ActionArgs<'switch-on-check'> };

/** What is run to live with a finding from now on. */
export function requestToLiveWith({ code, place }: Finding, scope: Scope, reason: string): Request {
  return scope === 'here'
    ? { name: 'suppress', args: { finding: { code, place }, reason } }
    : { name: 'switch-off-check', args: { code, reason } };
}

/** What is run to count a finding again, and what that is called. */
export function requestToCountAgain({
  code,
  place,
  suppressed,
}: Finding): Request & { readonly label: string } {
  return suppressed?.switchedOffIn === undefined
    ? { name: 'unsuppress', args: { finding: { code, place } }, label: 'Count it again' }
    : { name: 'switch-on-check', args: { code }, label: `Switch ${code} on again` };
}

/** Why it is not counted: `Suppressed: known`, `Switched off in this workspace (edge.yaml): inside only`. */
export function sayLivedWith({ suppressed }: Finding): string {
  if (suppressed === undefined) return '';
  const { reason, switchedOffIn } = suppressed;
  const what =
    switchedOffIn === undefined ? 'Suppressed' : `Switched off in this workspace (${switchedOffIn.file})`;
  return reason === '' ? what : `${what}: ${reason}`;
}
