import type { CatalogueKind } from '../catalogue/catalogue.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import type { Fault, FaultDetail, Repair } from './fault.ts';
import { nodeAt } from './nodeAt.ts';
import { repairDuplicate } from './repairs/repairDuplicate.ts';
import { repairRule } from './repairs/repairRule.ts';
import {
  removal,
  repairEnum,
  repairRange,
  repairRequired,
  repairSize,
  repairText,
  repairType,
  repairUnknown,
  type Scene,
} from './repairs/repairStructure.ts';
import { removeStep, renameStep, repair, setStep } from './repairs/step.ts';
import { sayValue } from './words/sayValue.ts';

/**
 * Ways out of a fault, the best first; none when only a person can know. `value` is the whole resource as it is written.
 * Without the kind, only those that need no schema.
 */
export function repairsOf(fault: Fault, value: unknown, kind?: CatalogueKind): readonly Repair[] {
  const { path } = fault;
  const scene: Scene = {
    path,
    mark: fault.mark,
    resource: value,
    value: valueAt(value, path),
    node: nodeAt(kind, path),
    parent: path.length === 0 ? undefined : nodeAt(kind, path.slice(0, -1)),
  };
  switch (fault.fault) {
    case 'unknown-field':
      return repairUnknown(fault, scene);
    case 'type':
      return repairType(fault, scene);
    case 'required':
      return repairRequired(fault, scene);
    case 'enum':
      return repairEnum(fault, scene);
    case 'size':
      return repairSize(fault, scene);
    case 'range':
      return repairRange(fault, scene);
    case 'pattern':
    case 'format':
      return repairText(scene);
    case 'duplicate':
      return repairDuplicate(fault, scene);
    case 'rule':
      return repairRule(fault, scene, (at) => nodeAt(kind, at));
    case 'combination':
      return [...repairText(scene), ...removal(path, scene.parent)].slice(0, 2);
    case 'rule-error':
      return [];
    case 'immutable':
      return repairImmutable(fault, path, value);
    case 'metadata':
      return repairMetadata(fault, path, value);
    case 'scope':
      return [repair('Remove namespace', [removeStep(path)], true)];
    case 'no-such-kind':
      return repairKind(fault);
  }
}

function repairImmutable(
  { before, rule }: Extract<FaultDetail, { fault: 'immutable' }>,
  path: Path,
  resource: unknown,
): readonly Repair[] {
  if (before === undefined) return [repair('Remove it again', [removeStep(path)])];
  const after = valueAt(resource, path);
  const field = rule?.rule === 'immutable' ? rule.field.split('.').at(-1) : undefined;
  const isGone = field !== undefined && field !== '' && path.at(-1) !== field;
  const target = isGone ? [...path, field] : path;
  if (isGone && (typeof after !== 'object' || after === null)) return [];
  return [repair(`Set it back to ${sayValue(before)}`, [setStep(target, before)])];
}

function repairMetadata(
  { of, suggestion }: Extract<FaultDetail, { fault: 'metadata' }>,
  path: Path,
  resource: unknown,
): readonly Repair[] {
  const isKey = of === 'label-key' || of === 'annotation-key';
  const holder = valueAt(resource, path.slice(0, -1));
  const isTaken =
    isKey &&
    suggestion !== undefined &&
    typeof holder === 'object' &&
    holder !== null &&
    Object.hasOwn(holder, suggestion);
  const repairs: Repair[] = [];
  if (suggestion !== undefined && !isTaken) {
    const step = isKey ? renameStep(path, suggestion) : setStep(path, suggestion);
    repairs.push(repair(isKey ? `Rename to ${suggestion}` : `Change to ${suggestion}`, [step]));
  }
  if (of === 'name' || of === 'namespace' || of === 'annotations-size') return repairs;
  return [...repairs, repair(`Remove ${sayValue(path.at(-1))}`, [removeStep(path)])];
}

function repairKind({
  apiVersion,
  kind,
  suggestions,
  why,
}: Extract<FaultDetail, { fault: 'no-such-kind' }>): readonly Repair[] {
  return suggestions.flatMap((each, i) => {
    const steps = [
      ...(each.apiVersion === apiVersion ? [] : [setStep(['apiVersion'], each.apiVersion)]),
      ...(each.kind === kind ? [] : [setStep(['kind'], each.kind)]),
    ];
    if (steps.length === 0) return [];
    const label =
      each.kind === kind
        ? `Change apiVersion to ${each.apiVersion}`
        : `Change to ${each.kind} (${each.apiVersion})`;
    return [repair(label, steps, i === 0 && why !== 'wrong-channel')];
  });
}
