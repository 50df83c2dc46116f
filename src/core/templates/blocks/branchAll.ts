import { isMap, readList, readText } from '../../kinds/reading.ts';
import { renderYaml } from '../../yaml/scalars.ts';
import type { Plain } from '../../yaml/types.ts';
import { readCommented } from '../readCommented.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { linesOf, yaml } from '../yaml.ts';
import { backendRef, type Upstream } from './referTo.ts';
import { rulesOf } from './routeRules.ts';

/** What a request has to have besides, by a header or a query parameter; one of the values. */
export interface Condition {
  readonly by: 'headers' | 'queryParams';
  readonly name: string;
  readonly values: readonly string[];
}

/** The most matches that a rule of an HTTPRoute takes. */
const mostMatches = 64;

interface Branch {
  readonly condition: Condition;
  /** Above each new rule. */
  readonly comment: string;
}

/**
 * Beside every rule of an HTTPRoute that sends to the present version, one to the other version: it does what that rule
 * does (matches, filters, timeouts), but only for requests that meet a condition. Of two rules the one with more
 * conditions wins, so the order is free; the new one stands above to be read first.
 */
export function branchAll(
  desk: PatternDesk,
  {
    route,
    other,
    places,
  }: {
    readonly route: PatternTarget;
    readonly other: Upstream;
    readonly places: readonly { readonly rule: number }[];
  },
  branch: Branch,
): void {
  const rules = [...new Set(places.map(({ rule }) => rule))];
  // From the last to the first, since each new rule moves those below it.
  for (const rule of rules.reverse()) branchOff(desk, route, rule, other, branch);
}

function branchOff(
  desk: PatternDesk,
  route: PatternTarget,
  at: number,
  app: Upstream,
  { condition, comment }: Branch,
): void {
  const rule = rulesOf(desk, route)[at];
  const { name: _, ...rest } = (isMap(rule) ? rule : {}) as Readonly<Record<string, Plain>>;
  const matches = branchMatches(readList(rule, 'matches'), condition);
  const rank = `Rule ${at + 1} of HTTPRoute ${route.name}`;
  if (matches === undefined) {
    desk.refuse(`${rank} already looks at ${condition.name}. Choose another name, or change that rule.`);
    return;
  }
  if (matches.length > mostMatches) {
    desk.refuse(
      `${rank} would have ${matches.length} matches; ${mostMatches} are the most. Give fewer values.`,
    );
    return;
  }
  const backend = readCommented(backendRef(app, route.namespace)).value;
  const lines = linesOf(renderYaml(ordered({ ...rest, matches, backendRefs: [backend] })));
  const body = yaml`
    # ${comment}
    ${lines}
  `;
  desk.insert(route, ['spec', 'rules'], body, at);
}

/** The matches with each value as one more condition; undefined where one looks at the name already. */
function branchMatches(matches: readonly unknown[], condition: Condition): readonly Plain[] | undefined {
  const { by, name, values } = condition;
  const own = (matches.length === 0 ? [{}] : matches) as readonly Readonly<Record<string, Plain>>[];
  const looks = own.some((match) =>
    readList(match, by).some((each) => readText(each, 'name')?.toLowerCase() === name.toLowerCase()),
  );
  if (looks) return undefined;
  return own.flatMap((match) =>
    values.map((value) => ({
      ...match,
      [by]: [...(readList(match, by) as readonly Plain[]), { name, value }],
    })),
  );
}

/** In the order in which people write a rule. */
function ordered(rule: Readonly<Record<string, Plain>>): Plain {
  const { matches = [], filters, backendRefs = [], ...rest } = rule;
  return { matches, ...(filters === undefined ? {} : { filters }), backendRefs, ...rest };
}
