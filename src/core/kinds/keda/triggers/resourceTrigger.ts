import { readText } from '../../reading.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';
import { naming } from './triggerSentences.ts';

/** CPU and memory: the two metrics that the cluster measures itself, for pods that run. Alone they never wake at zero. */
export function resourceTrigger(
  type: 'cpu' | 'memory',
  label: string,
  words: { readonly purpose: string; readonly value: string; readonly amount: string },
): TriggerDefinition {
  const noun = type === 'cpu' ? 'CPU' : 'memory';
  return {
    type,
    label,
    purpose: words.purpose,
    docs: kedaPage(type),
    newMetadata: () => ({ value: words.value }),
    fields: [
      text('value', 'Target', {
        required: true,
        placeholder: words.value,
        help: `With metric type Utilization a percentage of what is requested, with AverageValue an amount such as ${words.amount}.`,
      }),
      text('containerName', 'Container', { help: 'Looks at this container alone instead of the whole pod.' }),
    ],
    metricTypes: ['Utilization', 'AverageValue'],
    metricType: 'Utilization',
    notForJobs: true,
    notCached: true,
    authentications: [],
    say: (metadata, { metricType } = {}) => {
      const value = readText(metadata, 'value');
      if (value === undefined) return undefined;
      const isAmount = (metricType ?? readText(metadata, 'type')) === 'AverageValue';
      const target = isAmount ? `${value} ${noun} per pod` : `${value} % of the requested ${noun}`;
      return `${target}${naming(metadata, 'containerName', 'container')}`;
    },
  };
}
