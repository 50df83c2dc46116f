import type { AlikeRule, BytesRule, CountRule, RefersRule, UniqueRule } from '../../catalogue/rule.ts';
import type { Path } from '../../yaml/path.ts';
import { canonicalText, isMap, utf8Length } from '../plain.ts';
import { listOf, sayValue } from '../words/sayValue.ts';
import { failRule, type Ground } from './ground.ts';
import { holds } from './holds.ts';
import { membersAt, type Spot, spotsAt, valueAtPath, wordsOfPath } from './rulePath.ts';
import { sayLimits } from './sayCondition.ts';

/** No two items agree in these paths. At fault: the later item, where it says so. */
export function checkUnique(ground: Ground, rule: UniqueRule): void {
  const { by, among } = rule;
  const firsts = new Map<string, Spot>();
  const own = membersAt(ground.value, rule.list);
  const others = rule.with?.flatMap((list) => membersAt(ground.value, list));
  const members = others === undefined ? own : [...own, ...others];
  if (members.length < 2) return;
  for (const spot of members) {
    if (among !== undefined && !holds(among, spot.value)) continue;
    const text = identityOf(spot.value, by, rule.absent === 'skip');
    if (text === undefined) continue;
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, spot);
    else failUnique(ground, rule, first, spot);
  }
}

function failUnique(ground: Ground, rule: UniqueRule, first: Spot, spot: Spot): void {
  const [only] = rule.by ?? [];
  const isOne = rule.by?.length === 1 && only !== undefined && valueAtPath(spot.value, only) !== undefined;
  const same =
    rule.by === undefined
      ? sayValue(spot.value)
      : listOf(
          rule.by.map((path) => `${wordsOfPath(path)} ${sayValue(valueAtPath(spot.value, path))}`),
          'and',
        );
  failRule(ground, rule, {
    steps: isOne ? [...spot.steps, ...stepsIn(only)] : spot.steps,
    mark: 'value',
    related: [first.steps],
    message: `${wordsOfPath(rule.list)} has two items with ${same}. Change or remove one of them.`,
    more: { surplus: [[...ground.path, ...spot.steps]] },
    value: isOne ? valueAtPath(spot.value, only) : spot.value,
  });
}

function identityOf(
  value: unknown,
  by: readonly string[] | undefined,
  skipsAbsent: boolean,
): string | undefined {
  if (by === undefined) return canonicalText(value);
  const parts = by.map((path) => valueAtPath(value, path));
  if (skipsAbsent && parts.some((part) => part === undefined)) return undefined;
  return parts.map((part) => (part === undefined ? '' : canonicalText(part))).join('\n');
}

function stepsIn(path: string): Path {
  return path === '' ? [] : path.split('.');
}

/** Items that agree in `by` agree in whether the condition holds. */
export function checkAlike(ground: Ground, rule: AlikeRule): void {
  const firsts = new Map<string, { readonly spot: Spot; readonly does: boolean }>();
  for (const spot of membersAt(ground.value, rule.list)) {
    const text = identityOf(spot.value, rule.by, false) ?? '';
    const does = holds(rule.holds, spot.value);
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, { spot, does });
    else if (first.does !== does) {
      failRule(ground, rule, {
        steps: spot.steps,
        mark: 'value',
        related: [first.spot.steps],
        message: `Items of ${wordsOfPath(rule.list)} with the same ${listOf(rule.by.map(wordsOfPath), 'and')} must be alike; this one differs from the first. Change one of them.`,
        value: spot.value,
      });
    }
  }
}

/** How many items there are for which the condition holds. At fault: the first one too many, or the list. */
export function checkCount(ground: Ground, rule: CountRule): void {
  const { min, max, of } = rule;
  const members = membersAt(ground.value, rule.list);
  const counted = of === undefined ? members : members.filter(({ value }) => holds(of, value));
  const has = `${wordsOfPath(rule.list)} may have ${sayLimits(rule)} of these; it has ${counted.length}.`;
  const surplus = max === undefined ? undefined : counted[max];
  if (surplus !== undefined) {
    failRule(ground, rule, {
      steps: surplus.steps,
      mark: 'value',
      related: counted.slice(0, Math.min(max ?? 0, 4)).map(({ steps }) => steps),
      message: `${has} Remove the rest.`,
      more: { surplus: counted.slice(max).map(({ steps }) => [...ground.path, ...steps]) },
      value: surplus.value,
    });
  } else if (min !== undefined && counted.length < min) {
    failRule(ground, rule, {
      steps: stepsIn(rule.list.replace(/\[\].*$|\{\}.*$/, '')),
      mark: 'key',
      message: `${wordsOfPath(rule.list)} must have ${sayLimits(rule)} of these; it has ${counted.length}. Add what is missing.`,
    });
  }
}

/** Each value at `from` is one of those at `to`. */
export function checkRefers(ground: Ground, rule: RefersRule): void {
  const known = rule.to.flatMap((path) => spotsAt(ground.value, path));
  const names = new Set(known.map(({ value }) => canonicalText(value)));
  for (const spot of rule.from.flatMap((path) => spotsAt(ground.value, path))) {
    if (names.has(canonicalText(spot.value))) continue;
    const offered = [...new Set(known.map(({ value }) => sayValue(value)))].slice(0, 8);
    const choice = offered.length === 0 ? 'there is none' : `there is ${listOf(offered, 'and')}`;
    failRule(ground, rule, {
      steps: spot.steps,
      mark: 'value',
      message: `${sayValue(spot.value)} is not one of ${listOf(rule.to.map(wordsOfPath), 'and')}: ${choice}. Use one of these, or add it there.`,
      more: {
        alternatives: offered,
        compared: [{ path: [...ground.path, ...spot.steps], value: spot.value }],
      },
      value: spot.value,
    });
  }
}

/** What map values weigh together, in bytes. At fault: the heaviest field. */
export function checkBytes(ground: Ground, rule: BytesRule): void {
  let total = 0;
  let heaviest: { readonly field: string; readonly bytes: number } | undefined;
  for (const field of [...rule.fields, ...(rule.base64 ?? [])]) {
    const bytes = weigh(valueAtPath(ground.value, field), rule.base64?.includes(field) === true);
    total += bytes;
    if (heaviest === undefined || bytes > heaviest.bytes) heaviest = { field, bytes };
  }
  if (total <= rule.max || heaviest === undefined) return;
  failRule(ground, rule, {
    steps: stepsIn(heaviest.field),
    mark: 'key',
    message: `All entries together may weigh ${rule.max} bytes; they weigh ${total}. Split them over several resources.`,
    more: { compared: [{ path: [...ground.path, ...stepsIn(heaviest.field)], value: total }] },
  });
}

function weigh(value: unknown, isBase64: boolean): number {
  if (!isMap(value)) return 0;
  let bytes = 0;
  for (const entry of Object.values(value)) {
    if (typeof entry !== 'string') continue;
    bytes += isBase64 ? Math.floor((entry.replace(/[\s=]/g, '').length * 3) / 4) : utf8Length(entry);
  }
  return bytes;
}
