import type { FieldDeclaration } from '../form.ts';
import { readNumber, readText } from '../reading.ts';
import { targetWords } from '../summaries/policySummary.ts';
import { chip, listRows, type RowWords, summary, words } from '../summaries/rows.ts';
import { sayWords } from '../summaries/sentences.ts';
import { envoyGateway, gateway, gatewayClass } from '../targets.ts';
import { indent, manifest, scalar } from '../templates/manifest.ts';
import { referenceLines, targetOf } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

/** The resources of the proxy that can be patched, by the last word of their type. */
const resourceTypes = [
  'type.googleapis.com/envoy.config.listener.v3.Listener',
  'type.googleapis.com/envoy.config.route.v3.RouteConfiguration',
  'type.googleapis.com/envoy.config.cluster.v3.Cluster',
  'type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment',
  'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret',
];

const patchesField: FieldDeclaration = {
  type: 'list',
  path: 'spec.jsonPatches',
  label: 'Patches',
  item: 'patch',
  help: 'Made in this order.',
  newItem: () => ({
    type: 'type.googleapis.com/envoy.config.listener.v3.Listener',
    name: 'default/web/http',
    operation: { op: 'add', path: '/per_connection_buffer_limit_bytes', value: 32768 },
  }),
  say: (patch) => sayWords(patchWords(patch)),
  fields: [
    { type: 'enum', path: 'type', label: 'Type', required: true, options: resourceTypes },
    {
      type: 'text',
      path: 'name',
      label: 'Name',
      required: true,
      placeholder: 'default/web/http',
      help: 'As the proxy calls it. A listener is namespace/Gateway/listener.',
    },
    {
      type: 'enum',
      path: 'operation.op',
      label: 'Operation',
      required: true,
      options: ['add', 'remove', 'replace', 'move', 'copy', 'test'],
    },
    {
      type: 'text',
      path: 'operation.path',
      label: 'Path',
      placeholder: '/per_connection_buffer_limit_bytes',
      help: 'A JSON pointer; below what the JSONPath finds, where there is one.',
    },
    {
      type: 'text',
      path: 'operation.jsonPath',
      label: 'JSONPath',
      placeholder: '..routes[?(@.name=="shop")]',
      help: 'Finds places whose position is not known.',
    },
    {
      type: 'yaml',
      path: 'operation.value',
      label: 'Value',
      help: 'Only for add, replace and test: anything that stands there.',
    },
    { type: 'text', path: 'operation.from', label: 'From', help: 'Only for move and copy.' },
  ],
};

export const envoyPatchPolicy: KindDefinition = {
  group: envoyGateway,
  kind: 'EnvoyPatchPolicy',
  plural: 'envoypatchpolicies',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'policy',
  icon: 'patch',
  purpose: 'Changes the configuration that the proxies get, where no field does',
  phase: 'policy',
  baseName: 'proxy-patch',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/extensibility/envoy-patch-policy/',
  references: [
    {
      name: 'targetRef',
      form: 'object',
      path: 'spec.targetRef',
      to: [gateway, gatewayClass],
      role: 'governs',
      flow: 'forward',
      namespace: 'own',
      explicitType: true,
    },
  ],
  summarise: (value) => {
    const priority = readNumber(value, 'spec', 'priority');
    return summary({
      subtitle: targetWords(value),
      rows: listRows(value, ['spec', 'jsonPatches'], patchWords),
      chips: [priority === undefined ? undefined : chip(`priority ${priority}`, 'the lowest is made first')],
    });
  },
  template: (context) => {
    const { port: _, sectionName, ...target } = targetOf(context, [gateway], 'web');
    const namespace = context.namespace === '' ? 'default' : context.namespace;
    return manifest(context, { apiVersion: `${envoyGateway}/v1alpha1`, kind: 'EnvoyPatchPolicy' }, [
      'spec:',
      '  targetRef:',
      ...indent(4, referenceLines(target, context, { local: true })),
      '  # Patches are off until enableEnvoyPatchPolicy is set in the configuration of Envoy',
      '  # Gateway, and may break with any update of it: take a field of a policy where one will do.',
      '  type: JSONPatch',
      '  jsonPatches:',
      '    - type: type.googleapis.com/envoy.config.listener.v3.Listener',
      '      # Namespace, Gateway and listener.',
      `      name: ${scalar(`${namespace}/${target.name}/${sectionName ?? 'http'}`)}`,
      '      operation:',
      '        op: add',
      '        path: /per_connection_buffer_limit_bytes',
      '        value: 32768',
    ]);
  },
  form: [
    {
      title: 'Patches',
      isMain: true,
      help: 'Changes to what Envoy Gateway sends to the proxies, where no field of a policy does it.',
      fields: [
        {
          type: 'reference',
          path: 'spec.targetRef',
          label: 'Governs',
          reference: 'targetRef',
          help: 'A Gateway of the same namespace; a GatewayClass where Gateways share their proxies.',
        },
        patchesField,
        {
          type: 'number',
          path: 'spec.priority',
          label: 'Priority',
          help: 'Among the policies of one target; the lowest is made first, 0 when empty.',
        },
      ],
    },
  ],
};

/** `add /per_connection_buffer_limit_bytes`, then what it is added to. */
function patchWords(patch: unknown): RowWords {
  const type = readText(patch, 'type')?.split('.').at(-1);
  return {
    label:
      words(
        readText(patch, 'operation', 'op') ?? 'patch',
        readText(patch, 'operation', 'jsonPath'),
        readText(patch, 'operation', 'path'),
      ) ?? 'patch',
    parts: [words(type, readText(patch, 'name'))],
  };
}
