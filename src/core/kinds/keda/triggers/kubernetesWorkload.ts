import { readText } from '../../reading.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, flag, text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';
import { perEach } from './triggerSentences.ts';

export const kubernetesWorkload: TriggerDefinition = {
  type: 'kubernetes-workload',
  label: 'Pods of another workload',
  purpose: 'How many pods of another workload run in the same namespace',
  docs: kedaPage('kubernetes-workload'),
  newMetadata: () => ({ podSelector: 'app.kubernetes.io/name=orders', value: '3' }),
  fields: [
    text('podSelector', 'Pods with labels', {
      required: true,
      placeholder: 'app.kubernetes.io/name=orders',
      help: 'A label selector; several parts with commas between them.',
    }),
    figure('value', 'Pods per replica', {
      required: true,
      placeholder: '3',
      help: 'Above 0; may be a fraction.',
    }),
    activation('activationValue'),
    flag('groupByNode', 'Count nodes with such pods instead'),
  ],
  optionalTarget: 'value',
  authentications: [],
  problems: (metadata) => {
    const value = readText(metadata, 'value');
    return value !== undefined && !(Number(value) > 0)
      ? [
          {
            key: 'value',
            message: `KEDA divides by value, so it must be above 0; ${value} is not. Write how many pods go with one replica.`,
          },
        ]
      : [];
  },
  say: (metadata, how) => {
    const selector = readText(metadata, 'podSelector');
    const value = readText(metadata, 'value');
    if (selector === undefined || value === undefined) return undefined;
    const things = readText(metadata, 'groupByNode') === 'true' ? 'nodes with pods' : 'pods';
    return `${perEach(value, `${things} of ${selector}`, how)}`;
  },
};
