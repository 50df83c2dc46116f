/** True for codes of guardrails, by their form alone: for those who need not load the checks to know. */
export function hasGuardrailCode({ code }: { readonly code: string }): boolean {
  return /^TS2\d\d$/.test(code);
}
