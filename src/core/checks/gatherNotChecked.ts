import type { Finding } from '../analysis.ts';
import { listOf } from '../schema/words/sayValue.ts';

interface Group {
  readonly first: number;
  readonly findings: Finding[];
}

interface Gathered {
  readonly from: readonly Finding[];
  readonly finding: Finding;
}

const gathered = new WeakMap<Finding, Gathered>();

/**
 * Of the findings that a rule of a definition could not be checked, one for each definition: at the first resource that
 * the rule is about, with the number of resources. All other findings stay as they are and in order.
 */
export function gatherNotChecked(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Group>();
  for (const [i, finding] of findings.entries()) {
    const { notChecked } = finding;
    if (notChecked === undefined) continue;
    const group = groups.get(notChecked.definition);
    if (group === undefined) groups.set(notChecked.definition, { first: i, findings: [finding] });
    else group.findings.push(finding);
  }
  if (groups.size === 0) return findings;
  const firsts = new Map([...groups.values()].map((group) => [group.first, group]));
  return findings.flatMap((finding, i) => {
    if (finding.notChecked === undefined) return [finding];
    const group = firsts.get(i);
    return group === undefined ? [] : [gather(finding, group.findings)];
  });
}

/** The same object as before while it is made from the same. */
function gather(first: Finding, all: readonly Finding[]): Finding {
  const kept = gathered.get(first);
  if (kept?.from.length === all.length && kept.from.every((each, i) => each === all[i])) return kept.finding;
  const rules = new Map(
    all.flatMap(({ notChecked }) => notChecked?.rules ?? []).map((rule) => [rule.source, rule]),
  );
  const finding = {
    ...first,
    message: sayNotChecked(first.notChecked?.definition ?? '', [...rules.values()], all.length),
  };
  gathered.set(first, { from: all, finding });
  return finding;
}

type Rules = NonNullable<Finding['notChecked']>['rules'];

/** What is not checked, why, and how many resources it is about. */
export function sayNotChecked(definition: string, rules: Rules, resources: number): string {
  const [first] = rules;
  const many = rules.length === 1 ? 'A rule' : `${rules.length} rules`;
  const names = rules.map(({ says }) => `"${says}"`);
  const about =
    resources === 1
      ? 'The API server may still refuse this resource'
      : `The API server may still refuse any of ${resources} resources`;
  return `${many} of the definition of ${definition} cannot be checked here (${first?.reason ?? ''}): ${listOf(names, 'and', 3)}. ${about}.`;
}
