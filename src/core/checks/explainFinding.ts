import type { Finding } from '../analysis.ts';
import type { CatalogueKind } from '../catalogue/catalogue.ts';
import { type Explanation, explainFault } from '../schema/explainFault.ts';
import { checks } from './registry.ts';

/**
 * Why a finding is one, for a panel beside it: what the API server goes by, or why its check looks for it and where that
 * is documented. `kind`: what the catalogue knows of the resource. Undefined for codes that no check has.
 */
export function explainFinding(finding: Finding, kind?: CatalogueKind): Explanation | undefined {
  if (finding.fault !== undefined) return explainFault(finding.fault, kind);
  const check = checks.find(({ code }) => code === finding.code);
  if (check === undefined) return undefined;
  return {
    title: check.name.replaceAll('-', ' '),
    summary: finding.message,
    facts: [],
    rule: { words: check.reason, ...(check.docs === undefined ? {} : { link: check.docs }) },
  };
}
