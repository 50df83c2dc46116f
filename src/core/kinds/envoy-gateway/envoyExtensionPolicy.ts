import { luaField, modulesField, processorsField, wasmField } from '../fields/extensionFields.ts';
import { targetRefsField } from '../fields/policyFields.ts';
import { extensionReferences } from '../references/extensionReferences.ts';
import { extensionTargets } from '../references/policyTargets.ts';
import { targetReferences } from '../references/targetReferences.ts';
import { extensionFeatures } from '../summaries/extensionFeatures.ts';
import { summarisePolicy } from '../summaries/policySummary.ts';
import { envoyGateway } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

const tasks = 'https://gateway.envoyproxy.io/docs/tasks/extensibility';

export const envoyExtensionPolicy: KindDefinition = {
  group: envoyGateway,
  kind: 'EnvoyExtensionPolicy',
  plural: 'envoyextensionpolicies',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'policy',
  icon: 'extension',
  purpose: 'Runs your own code on requests: Wasm, Lua, an external service, modules',
  phase: 'policy',
  baseName: 'extension',
  docs: 'https://gateway.envoyproxy.io/docs/api/extension_types/#envoyextensionpolicy',
  references: [...targetReferences(extensionTargets), ...extensionReferences],
  summarise: (value) => summarisePolicy(value, extensionFeatures),
  template: (context) =>
    manifest(context, { apiVersion: `${envoyGateway}/v1alpha1`, kind: 'EnvoyExtensionPolicy' }, [
      'spec:',
      ...indent(2, targetRefLines(targetOf(context, extensionTargets, 'web-route'), context)),
      '  # Runs in the proxy. envoy_on_request sees requests, envoy_on_response answers.',
      '  lua:',
      '    - type: Inline',
      '      inline: |',
      '        function envoy_on_response(response)',
      '          response:headers():replace("x-served-by", "envoy")',
      '        end',
    ]),
  form: [
    {
      title: 'Target',
      isMain: true,
      fields: [
        targetRefsField,
        {
          type: 'enum',
          path: 'spec.mergeType',
          label: 'Merge with that of the Gateway',
          options: ['StrategicMerge', 'JSONMerge'],
          help: 'Only for a policy on a route; it takes the place of the other when empty.',
        },
      ],
    },
    {
      title: 'Wasm',
      help: 'Compiled extensions from a registry or a server.',
      docs: `${tasks}/wasm/`,
      fields: [wasmField],
    },
    { title: 'Lua', help: 'Small scripts.', docs: `${tasks}/lua/`, fields: [luaField] },
    {
      title: 'External processing',
      help: 'A service that sees and changes requests and answers on their way.',
      docs: `${tasks}/ext-proc/`,
      fields: [processorsField],
    },
    {
      title: 'Dynamic modules',
      help: 'Filters of libraries that the image of the proxy holds.',
      docs: `${tasks}/dynamic-modules/`,
      fields: [modulesField],
    },
  ],
};
