import { readText } from '../reading.ts';
import { chip, summary, words } from '../summaries/rows.ts';
import { anyKind, configMap, envoyProxy, gatewayApi } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { referenceLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const gatewayClass: KindDefinition = {
  group: gatewayApi,
  kind: 'GatewayClass',
  plural: 'gatewayclasses',
  versions: ['v1', 'v1beta1'],
  scope: 'cluster',
  family: 'config',
  icon: 'class',
  purpose: 'Names the controller that runs Gateways',
  phase: 'class',
  baseName: 'eg',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/gatewayclass/',
  references: [
    {
      name: 'parametersRef',
      form: 'object',
      path: 'spec.parametersRef',
      to: [envoyProxy, configMap, anyKind],
      role: 'configured-by',
      flow: 'backward',
      namespace: 'field',
      explicitType: true,
    },
  ],
  summarise: (value) =>
    summary({
      subtitle: readText(value, 'spec', 'controllerName'),
      chips: [
        chip(
          readText(value, 'spec', 'parametersRef', 'kind'),
          readText(value, 'spec', 'parametersRef', 'name'),
        ),
      ],
    }),
  template: (context) => {
    const proxy = context.pick(envoyProxy);
    return manifest(context, { apiVersion: `${gatewayApi}/v1`, kind: 'GatewayClass' }, [
      'spec:',
      '  # Envoy Gateway runs every Gateway of this class. The name cannot be changed later.',
      '  controllerName: gateway.envoyproxy.io/gatewayclass-controller',
      ...(proxy === undefined
        ? []
        : [
            '  # How the proxies of all its Gateways are run.',
            '  parametersRef:',
            ...indent(4, referenceLines(proxy, context)),
          ]),
    ]);
  },
  form: [
    {
      title: 'Controller',
      isMain: true,
      help: 'Who runs the Gateways of this class.',
      fields: [
        {
          type: 'text',
          path: 'spec.controllerName',
          label: 'Controller',
          required: true,
          placeholder: 'gateway.envoyproxy.io/gatewayclass-controller',
          help: 'Cannot be changed once the class is in a cluster.',
        },
        { type: 'text', path: 'spec.description', label: 'Description', help: 'Up to 64 characters.' },
      ],
    },
    {
      title: 'Parameters',
      isMain: true,
      help: 'How the proxies of all its Gateways are run.',
      say: sayParameters,
      fields: [
        {
          type: 'reference',
          path: 'spec.parametersRef',
          label: 'Parameters',
          reference: 'parametersRef',
          help: 'Its namespace is always written.',
        },
      ],
    },
  ],
};

/** `EnvoyProxy proxy-settings`. */
function sayParameters(value: unknown): string | undefined {
  return words(
    readText(value, 'spec', 'parametersRef', 'kind'),
    readText(value, 'spec', 'parametersRef', 'name'),
  );
}
