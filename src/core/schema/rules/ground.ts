import type { Rule } from '../../catalogue/rule.ts';
import type { Path } from '../../yaml/path.ts';
import { oldValueAt } from '../correlate.ts';
import type { FaultDetail } from '../fault.ts';
import { type Judgement, markOf } from '../judgement.ts';
import { sayValue } from '../words/sayValue.ts';

type RuleFault = Extract<FaultDetail, { fault: 'rule' }>;

/** Where a rule stands: the value that it is about and how to say what is wrong with it. */
export interface Ground {
  readonly judgement: Judgement;
  /** Of the value, from the resource's root. */
  readonly path: Path;
  readonly value: unknown;
  /** Of the value on whose schema the rule stands: unchanged, it excuses what is wrong below. */
  readonly judgedAt: Path;
  /** The value is a key of a map, and it is the key that is at fault. */
  readonly isKey?: boolean;
}

export interface Failing {
  /** Of what is at fault, from the ground. */
  readonly steps: Path;
  readonly mark?: 'key' | 'value';
  readonly related?: readonly Path[];
  /** Said when the rule has no message of its own. */
  readonly message: string;
  readonly more?: Partial<Omit<RuleFault, 'fault' | 'rule' | 'message'>>;
  /** The value at fault, for a message that quotes it. */
  readonly value?: unknown;
}

/** Holds a broken rule against the resource. */
export function failRule(ground: Ground, rule: Rule, failing: Failing): void {
  const { steps, related, message, more, value } = failing;
  const { judgement, path, judgedAt, isKey } = ground;
  const mark = isKey === true ? 'key' : (failing.mark ?? markOf(value));
  const detail: FaultDetail = {
    fault: 'rule',
    rule,
    message: rule.message === undefined ? message : fillIn(rule.message, value ?? ground.value),
    ...more,
  };
  judgement.addAt(isKey === true ? path : [...path, ...steps], mark, detail, {
    judgedAt,
    ...(related === undefined ? {} : { related: related.map((each) => [...path, ...each]) }),
  });
}

/** The value that the ground had in the old object, when it had one and this is an update. */
export function oldValueOf({ judgement, path }: Ground): unknown {
  const { root, value, old, operation } = judgement.subject;
  return operation === 'create' || old === undefined ? undefined : oldValueAt(root, value, old, path);
}

/** The steps that all of these share: the object that would hold them. */
export function sharedSteps(paths: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...rest] = paths;
  let shared = first.length === 0 ? 0 : first.length - 1;
  for (const path of rest) {
    let same = 0;
    while (same < shared && same < path.length - 1 && path[same] === first[same]) same++;
    shared = same;
  }
  return first.slice(0, shared);
}

function fillIn(message: string, value: unknown): string {
  return message.includes('{value}') ? message.replaceAll('{value}', () => sayValue(value)) : message;
}
