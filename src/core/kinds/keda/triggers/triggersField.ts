import type { ChoiceMember, FieldDeclaration, ListFieldDeclaration } from '../../form.ts';
import { triggers } from './registry.ts';
import { sayTrigger } from './sayTrigger.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';

const outsideMetrics = ['AverageValue', 'Value'];

/** What differs between the triggers of the two kinds that have them. */
export interface TriggersOf {
  readonly holder: 'ScaledObject' | 'ScaledJob';
  readonly help: string;
  /** The type of a new one. */
  readonly first: TriggerDefinition;
}

/** The triggers of a ScaledObject or ScaledJob: one of the known types with its settings, or any other with plain ones. */
export function triggersField({ holder, help, first }: TriggersOf): ListFieldDeclaration {
  const isForJobs = holder === 'ScaledJob';
  const offered = triggers.filter(({ notForJobs }) => !(isForJobs && notForJobs === true));
  return {
    type: 'list',
    path: 'spec.triggers',
    label: 'Triggers',
    item: 'trigger',
    help,
    newItem: () => ({
      type: first.type,
      ...(first.metricType === undefined || isForJobs ? {} : { metricType: first.metricType }),
      metadata: first.newMetadata(),
    }),
    say: (item) => sayTrigger(item, isForJobs ? 'Job' : 'replica'),
    fields: [
      {
        type: 'choice',
        path: '',
        by: 'type',
        label: 'Scales on',
        required: true,
        members: offered.map((each) => memberOf(each, isForJobs)),
        otherwise: otherTrigger(isForJobs),
      },
      {
        type: 'reference',
        path: 'authenticationRef',
        label: 'Authentication',
        reference: 'authenticationRef',
        help: 'Where the trigger gets its credentials.',
      },
      {
        type: 'name',
        path: 'name',
        label: 'Name',
        help: 'For formulas that combine triggers; unique among them.',
      },
      {
        type: 'boolean',
        path: 'useCachedMetrics',
        label: 'Keep the metric between two looks',
        help: 'Spares the source some questions. Not for CPU, memory and schedules.',
      },
    ],
  };
}

function memberOf(definition: TriggerDefinition, isForJobs: boolean): ChoiceMember {
  const { type, label, purpose, metricType, metricTypes = outsideMetrics, fields } = definition;
  return {
    label,
    help: purpose,
    word: type,
    key: 'metadata',
    newValue: () => definition.newMetadata(),
    ...(metricType === undefined || isForJobs ? {} : { beside: { metricType } }),
    fields: [...fields.map(underMetadata), ...(isForJobs ? [] : [metricTypeField(metricTypes)])],
  };
}

function otherTrigger(isForJobs: boolean): ChoiceMember {
  return {
    label: 'Another type',
    help: 'One of the other scalers of KEDA, with plain settings.',
    key: 'metadata',
    newValue: () => ({}),
    fields: [
      { type: 'text', path: 'type', label: 'Type', required: true, placeholder: 'mongodb' },
      {
        type: 'map',
        path: 'metadata',
        label: 'Settings',
        help: 'As its page in the documentation lists them; all are texts.',
      },
      ...(isForJobs ? [] : [metricTypeField([...outsideMetrics, 'Utilization'])]),
    ],
  };
}

function metricTypeField(options: readonly string[]): FieldDeclaration {
  return {
    type: 'enum',
    path: 'metricType',
    label: 'Metric type',
    options,
    help: 'AverageValue counts the target for each replica, Value for all together.',
  };
}

function underMetadata(field: FieldDeclaration): FieldDeclaration {
  return { ...field, path: field.path === '' ? 'metadata' : `metadata.${field.path}` };
}
