import type { OneOfRule, PresenceRule, UnionRule } from '../../catalogue/rule.ts';
import { listOf, sayValue } from '../words/sayValue.ts';
import { failRule, type Ground, sharedSteps } from './ground.ts';
import { isFilled, stepsOf, valueAtPath } from './rulePath.ts';
import { whenWords } from './sayCondition.ts';

const isPresent = (value: unknown) => value !== undefined;

/** Exactly, at most, at least one of the fields. At fault: the second one, or the object that has none. */
export function checkOneOf(ground: Ground, rule: OneOfRule): void {
  const { fields } = rule;
  const counts = rule.filled === true ? isFilled : isPresent;
  const present = fields.filter((field) => counts(valueAtPath(ground.value, field)));
  const steps = (field: string) => stepsOf(field);
  const more = { alternatives: fields, present };
  if (present.length > 1 && rule.rule !== 'atLeastOneOf') {
    const [first = '', second = ''] = present;
    const both = present.length === 2 ? 'both are' : 'are all set';
    failRule(ground, rule, {
      steps: steps(second),
      mark: 'key',
      related: [steps(first)],
      message: `Only one of ${listOf(fields, 'and')} may be set; ${listOf(present, 'and')} ${both}. Keep the one you mean.`,
      more: { ...more, surplus: present.map((field) => [...ground.path, ...steps(field)]) },
      value: valueAtPath(ground.value, second),
    });
  }
  if (present.length === 0 && rule.rule !== 'atMostOneOf') {
    const exactly = rule.rule === 'exactlyOneOf' ? 'Exactly one' : 'At least one';
    const [only] = fields;
    failRule(ground, rule, {
      steps: sharedSteps(fields.map(steps)),
      mark: 'key',
      message: `${exactly} of ${listOf(fields, 'and')} must be set. Add one of them.`,
      more: only === undefined ? more : { ...more, missing: [...ground.path, ...steps(only)] },
    });
  }
}

/** The tag says which member goes with it. At fault: the member that does not, or the object that lacks it. */
export function checkUnion(ground: Ground, rule: UnionRule): void {
  const { value, path } = ground;
  const tag = valueAtPath(value, rule.tag);
  const members = Object.entries(rule.members);
  const wanted = typeof tag === 'string' && Object.hasOwn(rule.members, tag) ? rule.members[tag] : undefined;
  const present = [...new Set(members.map(([, field]) => field))].filter(
    (field) => valueAtPath(value, field) !== undefined,
  );
  const more = { alternatives: members.map(([, field]) => field), present };
  const tagged = { path: [...path, ...stepsOf(rule.tag)], value: tag };
  if (wanted !== undefined && !present.includes(wanted) && rule.optional?.includes(String(tag)) !== true) {
    const steps = stepsOf(wanted);
    failRule(ground, rule, {
      steps: steps.slice(0, -1),
      mark: 'key',
      related: [stepsOf(rule.tag)],
      message: `${rule.tag} is ${sayValue(tag)}, so ${wanted} must be set. Add it, or choose another ${rule.tag}.`,
      more: { ...more, missing: [...path, ...steps], compared: [tagged] },
    });
  }
  for (const field of present) {
    if (field === wanted || rule.shared?.includes(field) === true) continue;
    const tags = members.filter(([, member]) => member === field).map(([name]) => name);
    const says = tag === undefined ? `${rule.tag} is not set` : `${rule.tag} is ${sayValue(tag)}`;
    failRule(ground, rule, {
      steps: stepsOf(field),
      mark: 'key',
      related: tag === undefined ? [] : [stepsOf(rule.tag)],
      message: `${field} goes with ${rule.tag} ${listOf(tags, 'or')}, but ${says}. Remove ${field}, or set ${rule.tag} to ${listOf(tags, 'or')}.`,
      more: {
        ...more,
        surplus: [[...path, ...stepsOf(field)]],
        compared: [tagged],
        ...(tags.length === 1 ? { expected: tags[0] } : {}),
      },
      value: valueAtPath(value, field),
    });
  }
}

/** A field that must be there, or must not. */
export function checkPresence(ground: Ground, rule: PresenceRule): void {
  const found = valueAtPath(ground.value, rule.field);
  const counts = rule.filled === true ? isFilled : isPresent;
  if (counts(found) === (rule.rule === 'required')) return;
  const steps = stepsOf(rule.field);
  const path = [...ground.path, ...steps];
  const when = whenWords(rule.when);
  if (rule.rule === 'forbidden') {
    failRule(ground, rule, {
      steps,
      mark: 'key',
      message: `${rule.field} may not be set${when === '' ? ' here' : when}. Remove it.`,
      more: { surplus: [path] },
      value: found,
    });
  } else {
    const isEmpty = found !== undefined;
    failRule(ground, rule, {
      steps: isEmpty ? steps : steps.slice(0, -1),
      mark: isEmpty ? 'value' : 'key',
      message: isEmpty
        ? `${rule.field} may not be empty${when}. Fill it in.`
        : `${rule.field} must be set${when === '' ? ' here' : when}. Add it.`,
      more: { missing: path },
      value: found,
    });
  }
}
