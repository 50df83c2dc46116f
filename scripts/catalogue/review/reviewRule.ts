import type { Condition, Rule, RulePath } from '../../../src/core/catalogue/rule.ts';
import { Shape } from '../../../src/core/catalogue/shape.ts';
import { compilePattern } from '../../../src/core/text/pattern.ts';
import { isOfType } from './isOfType.ts';

/** Takes one mistake in one place. */
export type Say = (mistake: string) => void;

/** Where a path leads; undefined where anything may be, or where the path was found wrong already. */
type Ground = Shape | undefined;

const keyShape = new Shape({ type: 'string' }, {}, 'standard');

/** Says what in a rule cannot be meant: paths that lead nowhere, and values that the field never has. */
export function reviewRule(rule: Rule, ground: Ground, say: Say): void {
  if (rule.when !== undefined) reviewCondition(rule.when, ground, say);
  const lead = (path: RulePath) => follow(ground, path, say);
  switch (rule.rule) {
    case 'union':
      Object.values(rule.members).forEach(lead);
      reviewValues(Object.keys(rule.members), lead(rule.tag), rule.tag, say);
      return;
    case 'oneOfValues':
      reviewValues(rule.values, lead(rule.field), rule.field, say);
      return;
    case 'pattern':
      reviewPattern(rule.pattern, say);
      lead(rule.field);
      return;
    case 'immutable':
      lead(rule.field);
      if (rule.whenOld !== undefined) reviewCondition(rule.whenOld, ground, say);
      return;
    case 'assert':
      reviewCondition(rule.that, ground, say);
      if (rule.at !== undefined) lead(rule.at);
      return;
    case 'unique':
    case 'alike':
    case 'count':
    case 'each':
      reviewMembersRule(rule, ground, say);
      return;
    default:
      pathsOf(rule).forEach(lead);
  }
}

type PathsRule = Exclude<
  Rule,
  {
    rule:
      | 'union'
      | 'oneOfValues'
      | 'pattern'
      | 'immutable'
      | 'assert'
      | 'unique'
      | 'alike'
      | 'count'
      | 'each';
  }
>;

/** The paths of rules that are nothing but paths. */
function pathsOf(rule: PathsRule): readonly RulePath[] {
  switch (rule.rule) {
    case 'bytes':
      return [...rule.fields, ...(rule.base64 ?? [])];
    case 'refers':
      return [...rule.from, ...rule.to];
    case 'compare':
      return typeof rule.to === 'string' ? [rule.field, rule.to] : [rule.field];
    case 'required':
    case 'forbidden':
      return [rule.field];
    case 'cel':
      return [];
    default:
      return rule.fields;
  }
}

type MembersRule = Extract<Rule, { rule: 'unique' | 'alike' | 'count' | 'each' }>;

function reviewMembersRule(rule: MembersRule, ground: Ground, say: Say): void {
  const inner = membersOf(ground, rule.list, rule.rule === 'each' && rule.keys === true, say);
  if (rule.rule === 'each') {
    for (const each of rule.rules) reviewRule(each, inner, say);
  } else if (rule.rule === 'count') {
    if (rule.of !== undefined) reviewCondition(rule.of, inner, say);
  } else {
    for (const path of rule.by ?? []) follow(inner, path, say);
    const condition = rule.rule === 'alike' ? rule.holds : rule.among;
    if (condition !== undefined) reviewCondition(condition, inner, say);
  }
}

function reviewCondition(condition: Condition, ground: Ground, say: Say): void {
  const lead = (path: RulePath) => follow(ground, path, say);
  if ('all' in condition) for (const each of condition.all) reviewCondition(each, ground, say);
  else if ('any' in condition) for (const each of condition.any) reviewCondition(each, ground, say);
  else if ('not' in condition) reviewCondition(condition.not, ground, say);
  else if ('has' in condition) lead(condition.has);
  else if ('filled' in condition) lead(condition.filled);
  else if ('is' in condition) reviewValues(condition.in, lead(condition.is), condition.is, say);
  else if ('matches' in condition) {
    reviewPattern(condition.pattern, say);
    lead(condition.matches);
  } else if ('size' in condition) lead(condition.size);
  else if ('compare' in condition) {
    lead(condition.compare);
    if (typeof condition.to === 'string') lead(condition.to);
  } else if ('selects' in condition) [condition.selects, condition.labels].forEach(lead);
  else if ('format' in condition) lead(condition.of);
  else if ('count' in condition)
    reviewCondition(condition.of, membersOf(ground, condition.count, false, say), say);
  else {
    const list = 'every' in condition ? condition.every : condition.some;
    reviewCondition(condition.holds, membersOf(ground, list, condition.keys === true, say), say);
  }
}

/** A value that the field's enum or type leaves out can never be there. */
function reviewValues(values: readonly unknown[], at: Ground, path: RulePath, say: Say): void {
  if (at === undefined) return;
  for (const value of values) {
    const { enum: choices } = at.schema;
    if (!isOfType(value, at.schema))
      say(`\`${path}\` is never ${JSON.stringify(value)}: that is not of its type.`);
    else if (value !== '' && choices !== undefined && !choices.includes(value)) {
      say(`\`${path}\` is never ${JSON.stringify(value)}: it is one of ${choices.join(', ')}.`);
    }
  }
}

function reviewPattern(pattern: string, say: Say): void {
  const compiled = compilePattern(pattern);
  if ('error' in compiled) say(`RE2 does not read the pattern ${pattern} (${compiled.error}).`);
}

function membersOf(ground: Ground, path: RulePath, isOfKeys: boolean, say: Say): Ground {
  const list = follow(ground, path, say);
  if (list === undefined || isOpen(list)) return undefined;
  const inner = list.items ?? list.values;
  if (inner === undefined) say(`\`${path}\` is no list and no map.`);
  return isOfKeys ? keyShape : inner;
}

function follow(ground: Ground, path: RulePath, say: Say): Ground {
  let current = ground;
  for (const [step, bracketed] of path.matchAll(/\[([^\]]*)\]|\{\}|[^.[\]{}]+/g)) {
    if (current === undefined || isOpen(current)) return undefined;
    const next: Ground =
      step === '[]'
        ? current.items
        : step === '{}'
          ? current.values
          : (current.properties.get(bracketed ?? step) ?? current.values);
    if (next === undefined) {
      say(
        `The path \`${path}\` leads nowhere: there is no ${bracketed === '' ? 'list' : `\`${bracketed ?? step}\``}.`,
      );
      return undefined;
    }
    current = next;
  }
  return current;
}

function isOpen({ schema }: Shape): boolean {
  return schema.keepsUnknown === true || schema.isResource === true;
}
