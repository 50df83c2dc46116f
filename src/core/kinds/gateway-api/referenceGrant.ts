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
    const to = readList(value, 'spec', 'to').map((target) => `to ${sayTo(target)}`);
    return summary({
      rows: listRows(value, ['spec', 'from'], (from) => ({
        label: sayFrom(from),
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
  form: [
    {
      title: 'From',
      isMain: true,
      help: 'Who may refer: the kinds, and the namespaces they are in.',
      fields: [
        {
          type: 'list',
          path: 'spec.from',
          label: 'From',
          item: 'source',
          newItem: () => ({ group: gatewayApi, kind: 'HTTPRoute', namespace: 'default' }),
          say: sayFrom,
          fields: [
            { type: 'text', path: 'kind', label: 'Kind', required: true },
            { type: 'text', path: 'group', label: 'Group', required: true, placeholder: gatewayApi },
            { type: 'name', path: 'namespace', label: 'Namespace', required: true },
          ],
        },
      ],
    },
    {
      title: 'To',
      isMain: true,
      help: 'What they may refer to in this namespace.',
      fields: [
        {
          type: 'list',
          path: 'spec.to',
          label: 'To',
          item: 'target',
          newItem: () => ({ group: '', kind: 'Service' }),
          say: sayTo,
          fields: [
            { type: 'text', path: 'kind', label: 'Kind', required: true },
            { type: 'text', path: 'group', label: 'Group', help: 'Empty for Services and Secrets.' },
            { type: 'name', path: 'name', label: 'Name', help: 'Empty: every one of the kind.' },
          ],
        },
      ],
    },
  ],
};

/** `HTTPRoute in shop`. */
function sayFrom(from: unknown): string {
  return `${readText(from, 'kind') ?? 'anything'} in ${readText(from, 'namespace') ?? '?'}`;
}

/** `Service cart`, `Secret (any)`. */
function sayTo(target: unknown): string {
  return words(readText(target, 'kind'), readText(target, 'name') ?? '(any)') ?? 'anything';
}
