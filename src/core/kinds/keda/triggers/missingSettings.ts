import { isSet } from '../../reading.ts';
import { nameTrigger, nameTriggerFirst } from './nameTrigger.ts';
import type { Alternatives, TriggerDefinition } from './triggerDefinition.ts';
import {
  fault,
  listing,
  type Metadata,
  type TriggerFault,
  type TriggerPlace,
  together,
} from './triggerFault.ts';

/** Settings without which KEDA does not start the trigger. */
export function missingFaults(
  definition: TriggerDefinition,
  trigger: unknown,
  metadata: Metadata,
  { isInFormula }: TriggerPlace,
): readonly TriggerFault[] {
  const needed = definition.fields
    .flatMap((field) =>
      'required' in field && field.required === true && field.path !== '' ? [field.path] : [],
    )
    .filter((key) => isInFormula !== true || key !== definition.optionalTarget);
  return needed
    .filter((key) => !isGiven(key, definition, trigger, metadata))
    .map((key) => missingFault(key, definition));
}

function missingFault(key: string, definition: TriggerDefinition): TriggerFault {
  return fault(
    ['metadata', key],
    `KEDA does not start ${nameTrigger(definition.type)} without ${key}. ${wayOut(key, definition)}`,
  );
}

function wayOut(key: string, { fromEnvironment, fromAuthentication }: TriggerDefinition): string {
  const ways = [
    'Add it',
    ...(fromEnvironment?.includes(key) === true
      ? [`name a variable of the workload that has it in ${key}FromEnv`]
      : []),
    ...(fromAuthentication?.includes(key) === true ? ['let a TriggerAuthentication give it'] : []),
  ];
  return `${listing(ways)}.`;
}

/** True when a setting is there, or may come from a variable or a TriggerAuthentication that is named. */
function isGiven(key: string, definition: TriggerDefinition, trigger: unknown, metadata: Metadata): boolean {
  if (isFilled(metadata, key)) return true;
  if (definition.fromEnvironment?.includes(key) === true && isFilled(metadata, `${key}FromEnv`)) return true;
  return definition.fromAuthentication?.includes(key) === true && isSet(trigger, 'authenticationRef');
}

/** True where a setting is written and not empty. */
export function isFilled(metadata: Metadata, key: string): boolean {
  return isSet(metadata, key) && metadata[key] !== '';
}

/** What is wrong with settings of which one group is needed. */
export function alternativeFaults(
  { oneOf, isExclusive, when }: Alternatives,
  definition: TriggerDefinition,
  trigger: unknown,
  metadata: Metadata,
): readonly TriggerFault[] {
  if (when !== undefined && !when(metadata)) return [];
  const started = oneOf.filter((set) =>
    set.some((key) => isFilled(metadata, key) || isFilled(metadata, `${key}FromEnv`)),
  );
  const [first, second] = started;
  if (isExclusive === true && first !== undefined && second !== undefined) {
    const key = second.find((each) => isFilled(metadata, each)) ?? `${second[0]}FromEnv`;
    return [
      fault(
        ['metadata', key],
        `${nameTriggerFirst(definition.type)} takes ${listing(oneOf.map(together))}, not both. Keep one and remove the other.`,
      ),
    ];
  }
  if (oneOf.some((set) => set.every((key) => isGiven(key, definition, trigger, metadata)))) return [];
  const missing = first?.filter((key) => !isGiven(key, definition, trigger, metadata)) ?? [];
  if (first !== undefined && missing.length > 0)
    return [
      fault(
        ['metadata', missing[0] ?? ''],
        `Beside ${together(first.filter((key) => !missing.includes(key)))} ${nameTrigger(definition.type)} needs ${together(missing)}. Add what is missing.`,
      ),
    ];
  const [only, ...others] = oneOf.flat();
  if (only !== undefined && others.length === 0) return [missingFault(only, definition)];
  return [
    fault(
      ['metadata'],
      `${nameTriggerFirst(definition.type)} needs ${listing(oneOf.map(together))}, and has neither. Add what it needs.`,
    ),
  ];
}
