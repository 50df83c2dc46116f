import type { CelRule, EachRule, Rule } from '../../catalogue/rule.ts';
import type { CelEngine } from '../cel.ts';
import type { Verdict } from '../fault.ts';
import type { Judgement } from '../judgement.ts';
import { checkInnerMetadata } from '../metadata.ts';
import { isMap } from '../plain.ts';
import { CelRules } from './celRules.ts';
import type { Ground } from './ground.ts';
import { holds } from './holds.ts';
import { checkAlike, checkBytes, checkCount, checkRefers, checkUnique } from './listRules.ts';
import { checkOneOf, checkPresence, checkUnion } from './presenceRules.ts';
import { membersAt } from './rulePath.ts';
import { checkAssert, checkCompare, checkImmutable, checkOneOfValues, checkPattern } from './valueRules.ts';

/**
 * Runs the cross-field rules of a resource whose structure is sound, each on the value it stands on, from the root down.
 * Answers those that could not be run.
 */
export function runRules(judgement: Judgement, engine: CelEngine | undefined): Verdict['notChecked'] {
  const cel = new CelRules(judgement, engine);
  const { isNative } = judgement.subject;
  for (const { node, value, path } of judgement.grounds) {
    const ground: Ground = { judgement, path, value, judgedAt: path };
    for (const rule of node.shape.rules) {
      if (rule.rule === 'cel') cel.run(node, rule, ground);
      else runRule(ground, rule);
    }
    if (isNative && node.isMetadata && isMap(value)) checkInnerMetadata(judgement, path, value);
  }
  return cel.notChecked;
}

type Declared = Exclude<Rule, CelRule>;

const checks: {
  readonly [Name in Declared['rule']]: (ground: Ground, rule: Extract<Declared, { rule: Name }>) => void;
} = {
  exactlyOneOf: checkOneOf,
  atMostOneOf: checkOneOf,
  atLeastOneOf: checkOneOf,
  union: checkUnion,
  required: checkPresence,
  forbidden: checkPresence,
  oneOfValues: checkOneOfValues,
  pattern: checkPattern,
  unique: checkUnique,
  alike: checkAlike,
  count: checkCount,
  compare: checkCompare,
  refers: checkRefers,
  bytes: checkBytes,
  assert: checkAssert,
  immutable: checkImmutable,
  each: checkEach,
};

function runRule(ground: Ground, rule: Declared): void {
  if (rule.when !== undefined && !holds(rule.when, ground.value)) return;
  // The table pairs each name with its own form, which the type of an index cannot say.
  const check = checks[rule.rule] as (ground: Ground, rule: Declared) => void;
  check(ground, rule);
}

function checkEach(ground: Ground, rule: EachRule): void {
  for (const { steps, value } of membersAt(ground.value, rule.list, rule.keys)) {
    const path = [...ground.path, ...steps];
    const below: Ground = { ...ground, path, value, ...(rule.keys === true ? { isKey: true } : {}) };
    for (const each of rule.rules) if (each.rule !== 'cel') runRule(below, each);
  }
}
