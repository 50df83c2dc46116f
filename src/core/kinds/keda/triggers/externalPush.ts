import { readText } from '../../reading.ts';
import { externalAuthentications, externalFields } from './externalScaler.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { text } from './triggerFields.ts';

/** The scaler that the HTTP add-on installs, by the name of its Service. */
const httpScaler = /^keda-(add-ons-http|http-add-on)-(external-)?scaler\b/;

/**
 * HTTP requests. KEDA has no trigger of its own for them: the HTTP add-on counts them and pushes what it counts, so
 * the trigger is `external-push` with the name of the InterceptorRoute (or HTTPScaledObject) whose requests count. Any
 * other scaler that pushes is written the same way, with metadata of its own.
 * https://keda.sh/http-add-on/0.15/
 */
export const externalPush: TriggerDefinition = {
  type: 'external-push',
  label: 'HTTP requests (add-on)',
  purpose: 'Requests that the HTTP add-on holds and counts, from zero on; or another scaler that pushes',
  docs: 'https://keda.sh/http-add-on/0.15/concepts/scaling/',
  newMetadata: () => ({
    scalerAddress: 'keda-add-ons-http-external-scaler.keda:9090',
    interceptorRoute: 'orders',
  }),
  fields: [
    {
      type: 'choice',
      path: '',
      label: 'Counts requests of',
      members: [
        {
          label: 'An InterceptorRoute',
          key: 'interceptorRoute',
          newValue: () => 'orders',
          fields: [
            text('interceptorRoute', 'InterceptorRoute', { help: 'Its name, in the same namespace.' }),
          ],
        },
        {
          label: 'An HTTPScaledObject',
          help: 'One that does not make its own ScaledObject.',
          key: 'httpScaledObject',
          newValue: () => 'orders',
          fields: [
            text('httpScaledObject', 'HTTPScaledObject', { help: 'Its name, in the same namespace.' }),
          ],
        },
      ],
    },
    ...externalFields,
  ],
  alternatives: [
    {
      oneOf: [['interceptorRoute'], ['httpScaledObject']],
      isExclusive: true,
      when: ({ scalerAddress }) => typeof scalerAddress === 'string' && httpScaler.test(scalerAddress),
    },
  ],
  authentications: externalAuthentications,
  say: (metadata) => {
    const route = readText(metadata, 'interceptorRoute');
    if (route !== undefined) return `HTTP requests of InterceptorRoute ${route}`;
    const object = readText(metadata, 'httpScaledObject');
    if (object !== undefined) return `HTTP requests of HTTPScaledObject ${object}`;
    const address = readText(metadata, 'scalerAddress');
    return address === undefined ? undefined : `told by ${address}`;
  },
};
