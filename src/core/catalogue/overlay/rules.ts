/** Short words for rules and conditions, so that an overlay reads as a table. See `rule.ts` for what each means. */
import type { CompareRule, Condition, CountRule, Rule, RulePath, UnionRule } from '../rule.ts';

type More = Partial<Pick<Rule, 'message' | 'link' | 'channel' | 'when'>>;
/** Empty counts as absent. */
type Filled = { readonly filled?: boolean };

export const has = (path: RulePath): Condition => ({ has: path });
export const filled = (path: RulePath): Condition => ({ filled: path });
export const is = (path: RulePath, ...values: unknown[]): Condition => ({ is: path, in: values });
export const matches = (path: RulePath, pattern: string): Condition => ({ matches: path, pattern });
export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });
export const every = (path: RulePath, holds: Condition): Condition => ({ every: path, holds });
export const some = (path: RulePath, holds: Condition): Condition => ({ some: path, holds });

export const exactlyOneOf = (fields: readonly RulePath[], more: More & Filled = {}): Rule => ({
  rule: 'exactlyOneOf',
  fields,
  ...more,
});
export const atMostOneOf = (fields: readonly RulePath[], more: More & Filled = {}): Rule => ({
  rule: 'atMostOneOf',
  fields,
  ...more,
});
export const atLeastOneOf = (fields: readonly RulePath[], more: More & Filled = {}): Rule => ({
  rule: 'atLeastOneOf',
  fields,
  ...more,
});
export const union = (
  tag: RulePath,
  members: Readonly<Record<string, RulePath>>,
  more: More & Partial<Pick<UnionRule, 'optional' | 'shared'>> = {},
): Rule => ({ rule: 'union', tag, members, ...more });
export const requiredWhen = (field: RulePath, when: Condition, more: More & Filled = {}): Rule => ({
  rule: 'required',
  field,
  when,
  ...more,
});
export const forbiddenWhen = (field: RulePath, when: Condition, more: More & Filled = {}): Rule => ({
  rule: 'forbidden',
  field,
  when,
  ...more,
});
export const forbiddenWith = (field: RulePath, other: RulePath, more: More = {}): Rule =>
  forbiddenWhen(field, { has: other }, more);
export const forbidden = (field: RulePath, more: More & Filled = {}): Rule => ({
  rule: 'forbidden',
  field,
  ...more,
});
export const oneOfValues = (field: RulePath, values: readonly unknown[], more: More = {}): Rule => ({
  rule: 'oneOfValues',
  field,
  values,
  ...more,
});
export const uniqueBy = (
  list: RulePath,
  by: readonly RulePath[],
  more: More & { readonly among?: Condition; readonly absent?: 'equal' | 'skip' } = {},
): Rule => ({ rule: 'unique', list, by, ...more });
export const alike = (list: RulePath, by: readonly RulePath[], holds: Condition, more: More = {}): Rule => ({
  rule: 'alike',
  list,
  by,
  holds,
  ...more,
});
export const atMost = (max: number, list: RulePath, of: Condition, more: More = {}): Rule => ({
  rule: 'count',
  list,
  of,
  max,
  ...more,
});
export const compare = (
  field: RulePath,
  by: CompareRule['by'],
  to: CompareRule['to'],
  more: More & Pick<CompareRule, 'as'> = {},
): Rule => ({ rule: 'compare', field, by, to, ...more });
export const each = (
  list: RulePath,
  rules: readonly Rule[],
  more: More & { readonly keys?: true } = {},
): Rule => ({
  rule: 'each',
  list,
  rules,
  ...more,
});
export const mustMatch = (field: RulePath, pattern: string, more: More = {}): Rule => ({
  rule: 'pattern',
  field,
  pattern,
  ...more,
});
export const mustNotMatch = (field: RulePath, pattern: string, more: More = {}): Rule => ({
  rule: 'pattern',
  field,
  pattern,
  not: true,
  ...more,
});
export const assert = (that: Condition, at: RulePath, message: string, more: More = {}): Rule => ({
  rule: 'assert',
  that,
  at,
  message,
  ...more,
});
export const count = (
  list: RulePath,
  bounds: Pick<CountRule, 'min' | 'max' | 'of'>,
  more: More = {},
): Rule => ({ rule: 'count', list, ...bounds, ...more });
export const immutable = (field: RulePath, more: More = {}): Rule => ({ rule: 'immutable', field, ...more });
