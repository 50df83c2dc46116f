import type { FieldDeclaration } from '../../form.ts';
import { isMap, isSet, readMap, readText } from '../../reading.ts';
import { alternativeFaults, isFilled, missingFaults } from './missingSettings.ts';
import { nameTrigger, nameTriggerFirst } from './nameTrigger.ts';
import { triggerOf } from './registry.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { fault, listing, type Metadata, type TriggerFault, type TriggerPlace } from './triggerFault.ts';

/**
 * What is wrong with a trigger of a known type: settings that are missing, exclude each other, are no texts or say what
 * KEDA does not know, and authentication that is missing or of no use. Any value is accepted; of triggers of other
 * types only the values that are no texts are told.
 */
export function triggerProblems(trigger: unknown, place: TriggerPlace = {}): readonly TriggerFault[] {
  const metadata = readMap(trigger, 'metadata');
  const definition = triggerOf(trigger);
  const notTexts = textFaults(metadata);
  if (definition === undefined || !isMap(trigger)) return notTexts;
  return [
    ...placeFaults(definition, trigger, place),
    ...metricTypeFaults(definition, trigger, place),
    ...missingFaults(definition, trigger, metadata, place),
    ...(definition.alternatives ?? []).flatMap((each) =>
      alternativeFaults(each, definition, trigger, metadata),
    ),
    ...notTexts,
    ...wordFaults(definition, metadata),
    ...authenticationFaults(definition, trigger, metadata),
    ...(definition.problems?.(metadata) ?? []).map(({ key, message, severity = 'error' as const }) =>
      fault(['metadata', key], message, severity),
    ),
  ];
}

function placeFaults(
  { type, notForJobs, notCached }: TriggerDefinition,
  trigger: unknown,
  place: TriggerPlace,
): readonly TriggerFault[] {
  return [
    ...(place.isForJobs === true && notForJobs === true
      ? [
          fault(
            ['type'],
            `${nameTriggerFirst(type)} looks at pods that run, so it cannot start Jobs. Choose a trigger that knows what waits, such as a queue.`,
          ),
        ]
      : []),
    ...(notCached === true && isMap(trigger) && trigger.useCachedMetrics === true
      ? [
          fault(
            ['useCachedMetrics'],
            `KEDA keeps no metrics of ${nameTrigger(type)}, and refuses useCachedMetrics beside it. Remove it.`,
          ),
        ]
      : []),
  ];
}

const outsideMetrics = ['AverageValue', 'Value'];

function metricTypeFaults(
  { type, metricType: needed, metricTypes = outsideMetrics }: TriggerDefinition,
  trigger: unknown,
  { isForJobs }: TriggerPlace,
): readonly TriggerFault[] {
  if (isForJobs === true) return [];
  const written = readText(trigger, 'metricType');
  if (written !== undefined && !metricTypes.includes(written))
    return [
      fault(
        ['metricType'],
        `${nameTriggerFirst(type)} is compared by ${listing(metricTypes)}, not by ${written}. Choose one of them.`,
      ),
    ];
  if (written !== undefined || needed === undefined) return [];
  return [
    fault(
      ['metricType'],
      `KEDA does not know what the value of ${nameTrigger(type)} means. Add metricType: ${listing(metricTypes)}.`,
    ),
  ];
}

function textFaults(metadata: Metadata): readonly TriggerFault[] {
  return Object.entries(metadata)
    .filter(([, value]) => typeof value === 'number' || typeof value === 'boolean')
    .map(([key, value]) =>
      fault(
        ['metadata', key],
        `Every setting of a trigger is a text; ${key} is a ${typeof value}. Write it in quotes: "${value}".`,
      ),
    );
}

/** Settings with a fixed choice of words that say something else. */
function wordFaults(
  { type, fields, words = {} }: TriggerDefinition,
  metadata: Metadata,
): readonly TriggerFault[] {
  const choices = [
    ...fields.flatMap((field): readonly (readonly [string, readonly string[]])[] => choiceOf(field)),
    ...Object.entries(words),
  ];
  return choices.flatMap(([key, options]) => {
    const said = (readText(metadata, key) ?? '').split(',').map((each) => each.trim());
    const unknown = said.find((each) => each !== '' && !options.includes(each));
    return unknown === undefined
      ? []
      : [
          fault(
            ['metadata', key],
            `${key} of ${nameTrigger(type)} cannot be ${unknown}. Use ${listing(options)}.`,
          ),
        ];
  });
}

function choiceOf(field: FieldDeclaration): readonly (readonly [string, readonly string[]])[] {
  if (field.type === 'enum') return [[field.path, field.options]];
  return field.type === 'boolean' ? [[field.path, ['true', 'false']]] : [];
}

function authenticationFaults(
  { type, authentications, provedBy = [] }: TriggerDefinition,
  trigger: unknown,
  metadata: Metadata,
): readonly TriggerFault[] {
  const isNamed = isSet(trigger, 'authenticationRef');
  if (isNamed && authentications.length === 0)
    return [
      fault(
        ['authenticationRef'],
        `${nameTriggerFirst(type)} asks nobody who wants to know who it is, so authenticationRef has no effect. Remove it.`,
        'warning',
      ),
    ];
  const proof = provedBy.find((key) => isFilled(metadata, key) && metadata[key] !== 'none');
  if (isNamed || proof === undefined) return [];
  return [
    fault(
      ['metadata', proof],
      `${proof} is ${String(metadata[proof])}, but nothing says with which credentials; only a TriggerAuthentication can. Add authenticationRef, or remove ${proof}.`,
    ),
  ];
}
