import { formatPath, type Path, valueAt } from '../../yaml/path.ts';
import type { Plain } from '../../yaml/types.ts';
import type { FaultDetail, Repair } from '../fault.ts';
import { minimalValue } from '../minimalValue.ts';
import { matches } from '../rules/holds.ts';
import { isFilled } from '../rules/rulePath.ts';
import type { SchemaNode } from '../schemaNode.ts';
import { sayValue } from '../words/sayValue.ts';
import type { Scene } from './repairStructure.ts';
import { respell, respellKey } from './respell.ts';
import { putSteps, removeStep, renameStep, repair, setStep } from './step.ts';

type RuleFault = Extract<FaultDetail, { fault: 'rule' }>;

const mostChoices = 6;

/** Insert what a rule asks for, remove what it forbids, set what would do. `nodeOf` answers the schema at a path. */
export function repairRule(
  fault: RuleFault,
  scene: Scene,
  nodeOf: (path: Path) => SchemaNode | undefined,
): readonly Repair[] {
  const { rule, missing, surplus = [], expected, compared = [], alternatives = [] } = fault;
  if (rule.rule === 'exactlyOneOf' || rule.rule === 'atMostOneOf' || rule.rule === 'atLeastOneOf') {
    return repairOneOf(fault, scene, nodeOf);
  }
  const repairs: Repair[] = [];
  if (missing !== undefined) repairs.push(...insertion(missing, scene, nodeOf, countsWhenFilled(rule)));
  const [first] = compared;
  const isWritable = first !== undefined && nodeOf(first.path) !== undefined;
  if (expected !== undefined && first !== undefined && isWritable) {
    const name = String(first.path.at(-1) ?? 'it');
    const steps =
      valueAt(scene.resource, first.path) === undefined
        ? putSteps(scene.resource, first.path, expected as Plain)
        : [setStep(first.path, expected)];
    if (steps !== undefined) repairs.push(repair(`Set ${name} to ${sayValue(expected)}`, steps));
  }
  const removable = surplus.filter((path) => valueAt(scene.resource, path) !== undefined);
  // From the last on: items behind one that is removed move up.
  const gone = rule.rule === 'count' ? [...removable].reverse() : removable.slice(0, 1);
  const [last] = gone;
  if (last !== undefined) {
    const label = gone.length === 1 ? labelOfRemoval(last) : `Remove the ${gone.length} that are too many`;
    repairs.push(repair(label, gone.map(removeStep), isOnly(fault)));
  }
  if (rule.rule === 'oneOfValues' || rule.rule === 'refers')
    repairs.push(...choices(rule, alternatives, scene));
  if (rule.rule === 'pattern' && rule.not !== true) repairs.push(...respelled(scene, rule.pattern));
  return repairs;
}

/** Keep one of those that are there, or add one of those that may be. */
function repairOneOf(
  { alternatives = [], present = [], surplus = [], rule, missing }: RuleFault,
  scene: Scene,
  nodeOf: (path: Path) => SchemaNode | undefined,
): readonly Repair[] {
  const there = surplus.filter((path) => valueAt(scene.resource, path) !== undefined);
  if (there.length > 1) {
    return there
      .slice(0, mostChoices)
      .map((kept, i) =>
        repair(
          `Keep only ${present[i] ?? formatPath(kept)}`,
          there.filter((path) => path !== kept).map(removeStep),
        ),
      );
  }
  if (missing === undefined || !('fields' in rule)) return [];
  const [first = ''] = alternatives;
  const base = missing.slice(0, missing.length - first.split('.').length);
  return alternatives
    .slice(0, mostChoices)
    .flatMap((field) => insertion([...base, ...field.split('.')], scene, nodeOf, countsWhenFilled(rule)));
}

function insertion(
  path: Path,
  { resource }: Scene,
  nodeOf: (path: Path) => SchemaNode | undefined,
  mustBeFilled: boolean,
): readonly Repair[] {
  const name = String(path.at(-1) ?? '');
  const node = nodeOf(path);
  if (node === undefined) return [];
  const value = minimalValue(node, name);
  // What counts only when it is filled is not settled by an empty map.
  if (mustBeFilled && !isFilled(value)) return [];
  const isThere = valueAt(resource, path) !== undefined;
  const steps = isThere ? [setStep(path, value)] : putSteps(resource, path, value);
  return steps === undefined ? [] : [repair(isThere ? `Fill in ${name}` : `Add ${name}`, steps)];
}

/** Empty counts as absent. */
function countsWhenFilled(rule: RuleFault['rule']): boolean {
  return 'filled' in rule && rule.filled === true;
}

function isOnly({ surplus = [], missing, expected, rule }: RuleFault): boolean {
  return rule.rule === 'forbidden' && surplus.length === 1 && missing === undefined && expected === undefined;
}

function labelOfRemoval(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `Remove ${formatPath(path)}` : `Remove ${last ?? ''}`;
}

function choices(
  rule: RuleFault['rule'],
  alternatives: readonly string[],
  { path }: Scene,
): readonly Repair[] {
  const values: readonly unknown[] = rule.rule === 'oneOfValues' ? rule.values : alternatives;
  if (values.length < 2 && rule.rule === 'oneOfValues') return [];
  return values
    .slice(0, mostChoices)
    .map((each) => repair(`Change to ${sayValue(each)}`, [setStep(path, each)]));
}

function respelled({ path, node, value, mark, resource }: Scene, pattern: string): readonly Repair[] {
  if (mark === 'key') return renamed(path, resource, pattern);
  if (node === undefined) return [];
  return respell(node, value)
    .filter((each) => matches(each, pattern))
    .slice(0, 1)
    .map((each) => repair(`Change to ${sayValue(each)}`, [setStep(path, each)]));
}

/** The key is at fault: another one, if there is none of that name yet. */
function renamed(path: Path, resource: unknown, pattern: string): readonly Repair[] {
  const key = String(path.at(-1) ?? '');
  const isGood = (each: string) =>
    matches(each, pattern) && valueAt(resource, [...path.slice(0, -1), each]) === undefined;
  return respellKey(key, isGood)
    .slice(0, 1)
    .map((each) => repair(`Rename to ${each}`, [renameStep(path, each)]));
}
