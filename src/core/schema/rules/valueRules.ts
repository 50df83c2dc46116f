import type {
  AssertRule,
  CompareRule,
  Condition,
  ImmutableRule,
  PatternRule,
  ValueRule,
} from '../../catalogue/rule.ts';
import { compilePattern } from '../../text/pattern.ts';
import type { Path } from '../../yaml/path.ts';
import { isMap, isSame } from '../plain.ts';
import { sayPattern } from '../words/sayPattern.ts';
import { listOf, sayValue } from '../words/sayValue.ts';
import { compareValues, sizeOf } from './compareValues.ts';
import { failRule, type Ground, oldValueOf } from './ground.ts';
import { holds, matches } from './holds.ts';
import { hasWildcard, spotsAt, stepsOf, valueAtPath, wordsOfPath } from './rulePath.ts';
import { sayOrder, whenWords } from './sayCondition.ts';

/** If it is there, it is one of these. */
export function checkOneOfValues(ground: Ground, rule: ValueRule): void {
  const value = valueAtPath(ground.value, rule.field);
  if (value === undefined || rule.values.some((each) => isSame(each, value))) return;
  const [only] = rule.values;
  failRule(ground, rule, {
    steps: stepsOf(rule.field),
    message: `${wordsOfPath(rule.field)} must be ${listOf(rule.values.map(sayValue), 'or')}${whenWords(rule.when)}; it is ${sayValue(value)}.`,
    more: {
      compared: [{ path: [...ground.path, ...stepsOf(rule.field)], value }],
      ...(rule.values.length === 1 ? { expected: only } : { alternatives: rule.values.map(sayValue) }),
    },
    value,
  });
}

/** If it is there, it is a text that matches (or does not). A pattern that RE2 does not read is no reason to refuse. */
export function checkPattern(ground: Ground, rule: PatternRule): void {
  const value = valueAtPath(ground.value, rule.field);
  if (typeof value !== 'string' || 'error' in compilePattern(rule.pattern)) return;
  if (matches(value, rule.pattern) !== (rule.not === true)) return;
  const { words, example } = sayPattern(rule.pattern);
  const field = wordsOfPath(rule.field);
  const such = example === undefined ? '' : `, such as ${example}`;
  failRule(ground, rule, {
    steps: stepsOf(rule.field),
    message:
      rule.not === true
        ? `${field} may not match ${rule.pattern}; it is ${sayValue(value)}. Write it otherwise.`
        : `${field} must be ${words}${such}; it is ${sayValue(value)}.`,
    value,
  });
}

/** Both there: ordered so. With `perKey`, of two maps, key by key; with `[]` in the field, each of its items. */
export function checkCompare(ground: Ground, rule: CompareRule): void {
  const { field, to } = rule;
  const value = valueAtPath(ground.value, field);
  const other = typeof to === 'string' ? valueAtPath(ground.value, to) : to.value;
  if (rule.perKey === undefined) {
    const there = typeof to === 'string' ? stepsOf(to) : undefined;
    if (!hasWildcard(field)) compareOne(ground, rule, stepsOf(field), value, there, other);
    else
      for (const spot of spotsAt(ground.value, field))
        compareOne(ground, rule, spot.steps, spot.value, there, other);
    return;
  }
  if (!isMap(value) || !isMap(other)) return;
  for (const [key, entry] of Object.entries(value)) {
    if (!Object.hasOwn(other, key) || !matches(key, rule.perKey)) continue;
    const there = typeof to === 'string' ? [...stepsOf(to), key] : undefined;
    compareOne(ground, rule, [...stepsOf(field), key], entry, there, other[key]);
  }
}

function compareOne(
  ground: Ground,
  rule: CompareRule,
  steps: Path,
  value: unknown,
  otherSteps: readonly string[] | undefined,
  other: unknown,
): void {
  if (compareValues(value, rule.by, other, rule.as) !== false) return;
  const measured = rule.as === 'size' ? ` (${sizeOf(value)})` : ` (${sayValue(value)})`;
  const limit = rule.as === 'size' && typeof other !== 'number' ? sizeOf(other) : other;
  const name = otherSteps === undefined ? sayValue(limit) : `${otherSteps.join('.')} (${sayValue(limit)})`;
  const compared = [{ path: [...ground.path, ...steps], value }];
  if (otherSteps !== undefined) compared.push({ path: [...ground.path, ...otherSteps], value: other });
  const isLimit = rule.by === '=' || rule.by === '<=' || rule.by === '>=';
  failRule(ground, rule, {
    steps,
    ...(otherSteps === undefined ? {} : { related: [otherSteps] }),
    message: `${steps.join('.') || 'The value'}${measured} must be ${sayOrder(rule.by, rule.as)} ${name}. Change one of them.`,
    more: { compared, ...(isLimit && rule.as !== 'size' && rule.as !== 'cidr' ? { expected: other } : {}) },
    value,
  });
}

/** Whatever no other form says. */
export function checkAssert(ground: Ground, rule: AssertRule): void {
  if (holds(rule.that, ground.value)) return;
  const at = rule.at ?? '';
  const value = valueAtPath(ground.value, at);
  const compared = comparedIn(rule.that).flatMap((path) => {
    const found = valueAtPath(ground.value, path);
    return found === undefined ? [] : [{ path: [...ground.path, ...stepsOf(path)], value: found }];
  });
  failRule(ground, rule, {
    steps: stepsOf(at),
    ...(rule.mark === undefined ? {} : { mark: rule.mark }),
    message: `${wordsOfPath(at)} does not fit the rest of this object${whenWords(rule.when)}.`,
    ...(compared.length === 0 ? {} : { more: { compared } }),
    value: value === undefined ? ground.value : value,
  });
}

/** The fields that a condition compares. */
function comparedIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(comparedIn);
  if ('any' in condition) return condition.any.flatMap(comparedIn);
  if ('not' in condition) return comparedIn(condition.not);
  if (!('compare' in condition)) return [];
  return typeof condition.to === 'string' ? [condition.compare, condition.to] : [condition.compare];
}

/** On update, the value is what it was. */
export function checkImmutable(ground: Ground, rule: ImmutableRule): void {
  const old = oldValueOf(ground);
  if (old === undefined || (rule.whenOld !== undefined && !holds(rule.whenOld, old))) return;
  const before = valueAtPath(old, rule.field);
  const after = valueAtPath(ground.value, rule.field);
  if (rule.once === true && (before === undefined || after === undefined)) return;
  if (before === after || isSame(before, after)) return;
  const steps = after === undefined ? stepsOf(rule.field).slice(0, -1) : stepsOf(rule.field);
  ground.judgement.addAt(
    [...ground.path, ...steps],
    after === undefined || typeof after === 'object' ? 'key' : 'value',
    {
      fault: 'immutable',
      before,
      after,
      rule,
      ...(rule.message === undefined ? {} : { message: rule.message }),
    },
    { isTransition: true },
  );
}
