import { readList, readText } from '../reading.ts';
import { listRows, summary, words } from '../summaries/rows.ts';
import {
  anyKind,
  gatewayApi,
  grpcRoute,
  httpRoute,
  secret,
  service,
  tcpRoute,
  tlsRoute,
  udpRoute,
} from '../targets.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

export const referenceGrant: KindDefinition = {
  group: gatewayApi,
  kind: 'ReferenceGrant',
  plural: 'referencegrants',
  versions: ['v1beta1', 'v1'],
  scope: 'namespaced',
  family: 'grant',
  icon: 'grant',
  purpose: 'Lets another namespace refer to Services or Secrets of this one',
  phase: 'configuration',
  baseName: 'allow-routes',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  references: [
    {
      name: 'to',
      form: 'object',
      path: 'spec.to[*]',
      to: [service, secret, anyKind],
      role: 'governs',
      flow: 'forward',
      namespace: 'own',
      explicitType: true,
      mayBeAbsent: true,
    },
  ],
  summarise: (value) => {
    const to = readList(value, 'spec', 'to').map(
      (target) => `to ${words(readText(target, 'kind'), readText(target, 'name') ?? '(any)') ?? 'anything'}`,
    );
    return summary({
      rows: listRows(value, ['spec', 'from'], (from) => ({
        label: `${readText(from, 'kind') ?? 'anything'} in ${readText(from, 'namespace') ?? '?'}`,
        parts: to,
      })),
    });
  },
  template: (context) => {
    const route = context.pick(httpRoute, grpcRoute, tlsRoute, tcpRoute, udpRoute);
    const target = context.pick(service, secret);
    const isNear = target?.namespace === (context.namespace === '' ? 'default' : context.namespace);
    const to = target !== undefined && isNear ? target : { ...service, name: undefined };
    return manifest(context, { apiVersion: `${gatewayApi}/v1beta1`, kind: 'ReferenceGrant' }, [
      'spec:',
      '  # Who may refer...',
      '  from:',
      `    - group: ${route?.group ?? gatewayApi}`,
      `      kind: ${route?.kind ?? 'HTTPRoute'}`,
      `      namespace: ${scalar(route?.namespace === undefined || route.namespace === '' ? 'default' : route.namespace)}`,
      '  # ...to what in this namespace. Without a name it is every one of the kind.',
      '  to:',
      "    - group: ''",
      `      kind: ${to.kind}`,
      ...(to.name === undefined ? [] : [`      name: ${scalar(to.name)}`]),
    ]);
  },
  fields: [
    {
      type: 'list',
      path: 'spec.from',
      label: 'From',
      item: 'source',
      help: 'The kinds and namespaces that may refer.',
      newItem: () => ({ group: gatewayApi, kind: 'HTTPRoute', namespace: 'default' }),
      fields: [
        { type: 'text', path: 'group', label: 'Group', required: true },
        { type: 'text', path: 'kind', label: 'Kind', required: true },
        { type: 'name', path: 'namespace', label: 'Namespace', required: true },
      ],
    },
    {
      type: 'list',
      path: 'spec.to',
      label: 'To',
      item: 'target',
      help: 'What they may refer to in this namespace.',
      newItem: () => ({ group: '', kind: 'Service' }),
      fields: [
        { type: 'text', path: 'group', label: 'Group', help: 'Empty for Services and Secrets.' },
        { type: 'text', path: 'kind', label: 'Kind', required: true },
        { type: 'name', path: 'name', label: 'Name', help: 'Empty: every one of the kind.' },
      ],
    },
  ],
};
