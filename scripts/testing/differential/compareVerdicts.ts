import type { CelEngine } from '../../../src/core/schema/cel.ts';
import type { Fault, Verdict } from '../../../src/core/schema/fault.ts';
import { isAccepted, judge } from '../../../src/core/schema/judge.ts';
import { copyPlain } from '../../../src/core/schema/testing/copyPlain.ts';
import { type Mutation, mutateResource } from '../../../src/core/schema/testing/mutateResource.ts';
import type { Random } from '../../../src/core/schema/testing/random.ts';
import { formatPath } from '../../../src/core/yaml/path.ts';
import type { Contest, Resource } from './contests.ts';

/** A mutated resource that one side takes and the other does not. */
export interface Difference {
  readonly refusedBy: 'built-in only' | 'CRD only';
  readonly reason: string;
  readonly mutation: string;
}

/** How much of the resources is judged as a change of another. */
export interface Comparing {
  readonly count: number;
  /** From 0 to 1; those are new versions of valid resources, and of ones that were let in before the schema got stricter. */
  readonly updates?: number;
}

/** Judges so many mutated resources of a kind on both sides; answers those on which they disagree. */
export function compareVerdicts(
  contest: Contest,
  { count, updates = 0 }: Comparing,
  random: Random,
  cel: CelEngine,
): readonly Difference[] {
  const differences: Difference[] = [];
  let done = 0;
  for (let tries = 0; done < count && tries < 3 * count; tries++) {
    // Spread evenly, so that the number of updates does not hang on chance.
    const isUpdate = Math.floor((done + 1) * updates) > Math.floor(done * updates);
    const trial = isUpdate ? makeUpdate(contest, random) : makeCreation(contest, random);
    if (trial === undefined || trial.mutations.length === 0) continue;
    done++;
    const difference = differenceOf(contest, trial, cel);
    if (difference !== undefined) differences.push(difference);
  }
  return differences;
}

interface Trial {
  readonly resource: Resource;
  readonly old?: Resource;
  readonly mutations: readonly string[];
}

function makeCreation(contest: Contest, random: Random): Trial | undefined {
  const resource = copyPlain(random.pick(contest.samples));
  return resource && { resource, mutations: mutate(resource, contest, random) };
}

function makeUpdate(contest: Contest, random: Random): Trial | undefined {
  const old = copyPlain(random.pick(contest.samples));
  if (old === undefined) return undefined;
  const before = random.chance(0.5) ? [] : mutate(old, contest, random);
  const resource = copyPlain(old);
  const after = mutate(resource, contest, random);
  if (after.length === 0) return undefined;
  return { resource, old, mutations: [...before.map((each) => `before: ${each}`), ...after] };
}

function mutate(resource: Resource, contest: Contest, random: Random): readonly string[] {
  const mutations: Mutation[] = [];
  const wanted = random.pick([1, 1, 1, 1, 2, 2, 3]) ?? 1;
  for (let attempts = 0; mutations.length < wanted && attempts < 20; attempts++) {
    const mutation = mutateResource(resource, contest.crd.shape, random, contest.samples);
    if (mutation !== undefined) mutations.push(mutation);
  }
  return mutations.map(({ path, what }) => `${formatPath(path)} ${what}`);
}

function differenceOf(
  contest: Contest,
  { resource, old, mutations }: Trial,
  cel: CelEngine,
): Difference | undefined {
  const change = old === undefined ? {} : ({ operation: 'update', old } as const);
  const ours = judge(contest.builtIn, resource, change);
  const theirs = judge(contest.crd, resource, { cel, ...change });
  if (isAccepted(ours) === isAccepted(theirs)) return undefined;
  const refusing = isAccepted(ours) ? theirs : ours;
  return {
    refusedBy: isAccepted(ours) ? 'CRD only' : 'built-in only',
    reason: `${old === undefined ? '' : 'on update: '}${reasonsOf(refusing)}`,
    mutation: mutations.join('; '),
  };
}

function reasonsOf({ faults }: Verdict): string {
  return [...new Set(faults.filter((fault) => fault.isRatcheted !== true).map(sayFault))].join(' + ');
}

function sayFault(fault: Fault): string {
  const place = formatPath(fault.path).replace(/\[\d+\]/g, '[]');
  switch (fault.fault) {
    case 'rule':
      return `${place}: rule: ${fault.message.slice(0, 160)}`;
    case 'rule-error':
      return `${place}: rule cannot run: ${fault.error}: ${(fault.rule.message ?? fault.rule.source).slice(0, 120)}`;
    case 'required':
    case 'unknown-field':
      return `${place}: ${fault.fault} ${fault.field}`;
    case 'pattern':
      return `${place}: pattern ${fault.pattern} of ${JSON.stringify(fault.value).slice(0, 60)}`;
    case 'format':
      return `${place}: format ${fault.format} of ${JSON.stringify(fault.value)?.slice(0, 60)}`;
    case 'size':
      return `${place}: ${fault.of}, ${fault.min ?? 0} to ${fault.max ?? 'any'}`;
    case 'range':
      return `${place}: range ${fault.min ?? ''} to ${fault.max ?? ''}`;
    case 'enum':
      return `${place}: enum ${JSON.stringify(fault.allowed).slice(0, 100)} of ${JSON.stringify(fault.value)?.slice(0, 40)}`;
    case 'type':
      return `${place}: type ${fault.expected.join(' or ')}, is ${fault.actual}`;
    default:
      return `${place}: ${fault.fault}`;
  }
}
