import { listenersSection } from '../fields/listenerFields.ts';
import { readText } from '../reading.ts';
import { listenerCertificateRef } from '../references/certificateRefs.ts';
import { listenerRows } from '../summaries/listenerRows.ts';
import { summary, words } from '../summaries/rows.ts';
import { gateway, gatewayApi } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { referenceLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const listenerSet: KindDefinition = {
  group: gatewayApi,
  kind: 'ListenerSet',
  plural: 'listenersets',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'gateway',
  icon: 'listeners',
  purpose: 'Adds listeners to a Gateway that another team owns',
  phase: 'gateway',
  baseName: 'team-listeners',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/listenerset/',
  references: [
    {
      name: 'parentRef',
      form: 'object',
      path: 'spec.parentRef',
      to: [gateway],
      role: 'attaches-to',
      flow: 'backward',
      namespace: 'field',
    },
    listenerCertificateRef,
  ],
  summarise: (value) =>
    summary({
      subtitle: words(
        'on',
        readText(value, 'spec', 'parentRef', 'kind') ?? 'Gateway',
        readText(value, 'spec', 'parentRef', 'name'),
      ),
      rows: listenerRows(value),
    }),
  template: (context) => {
    const picked = context.pick(gateway) ?? { ...gateway, namespace: '', name: 'web' };
    const { port: _, sectionName: __, ...parent } = picked;
    return manifest(context, { apiVersion: `${gatewayApi}/v1`, kind: 'ListenerSet' }, [
      'spec:',
      '  # The Gateway must allow this in spec.allowedListeners; by default it allows none.',
      '  parentRef:',
      ...indent(4, referenceLines(parent, context, { unless: gateway })),
      '  listeners:',
      '    # Shares port 80 with the Gateway and takes the requests for this host.',
      '    - name: team',
      '      protocol: HTTP',
      '      port: 80',
      '      hostname: team.example.com',
    ]);
  },
  form: [
    {
      title: 'Gateway',
      isMain: true,
      help: 'The Gateway that opens these listeners; it has to allow them.',
      fields: [{ type: 'reference', path: 'spec.parentRef', label: 'Added to', reference: 'parentRef' }],
    },
    listenersSection,
  ],
};
