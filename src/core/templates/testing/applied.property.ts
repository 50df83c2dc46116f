import { readCatalogue } from '../../../../scripts/catalogue/loadPacks.ts';
import { applyFileChanges } from '../../actions/applyChange.ts';
import { runAction } from '../../actions/registry.ts';
import { testContext } from '../../actions/testContext.ts';
import type { ActionContext, ActionResult } from '../../actions/types.ts';
import { Analyser } from '../../analyse.ts';
import type { Finding } from '../../analysis.ts';
import type { Judging } from '../../checks/schemaFindings.ts';
import type { ResourceId } from '../../workspace/types.ts';
import type { Answers, Pattern } from '../types.ts';

export type Roles = Readonly<Record<string, ResourceId>>;
export type Texts = Readonly<Record<string, string>>;

/** For tests: the built-in catalogue. */
export const builtIn: Judging = { catalogue: readCatalogue('experimental'), areWaysUntried: true };

/** For tests: the analyser of some files. */
export function analyserOf(texts: Texts, judging: Judging): Analyser {
  return new Analyser(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    { judging },
  );
}

const contexts = new Map<Texts, ActionContext>();

/** Actions only read, so the same files need be read once. */
function contextOf(texts: Texts): ActionContext {
  const context = contexts.get(texts) ?? testContext(texts);
  contexts.set(texts, context);
  return context;
}

/** For tests: what applying a pattern to some files answers. */
export function run(pattern: Pattern, texts: Texts, roles: Roles, answers: Answers = {}): ActionResult {
  return runAction('apply-pattern', contextOf(texts), { pattern: pattern.id, answers, roles });
}

/** For tests: the files after a pattern; undefined when it is refused. */
export function textsAfter(
  pattern: Pattern,
  texts: Texts,
  roles: Roles,
  answers: Answers = {},
): Texts | undefined {
  const result = run(pattern, texts, roles, answers);
  if ('refused' in result) return undefined;
  return Object.fromEntries(applyFileChanges(contextOf(texts).files, result.files).files);
}

/** For tests: a pattern applied, and what is known of the files then. Throws the reason of a refusal. */
export function done(pattern: Pattern, texts: Texts, roles: Roles, answers: Answers = {}, judging = builtIn) {
  const change = run(pattern, texts, roles, answers);
  if ('refused' in change) throw new Error(`${pattern.id} is refused: ${change.refused}`);
  const after = Object.fromEntries(applyFileChanges(contextOf(texts).files, change.files).files);
  return { after, change, analysis: analyserOf(after, judging).analysis };
}

/** For tests: errors and warnings, each as one line. */
export function complaints(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, resource, message }) => `${code} ${resource}: ${message}`);
}
