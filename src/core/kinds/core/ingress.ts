import { ingressBackendFields, ingressRulesField } from '../fields/ingressFields.ts';
import { readTexts } from '../reading.ts';
import { secretNameReference } from '../references/localReferences.ts';
import { summariseIngress, tlsHosts } from '../summaries/ingressSummary.ts';
import { listing } from '../summaries/rows.ts';
import { ingressClass, service } from '../targets.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import type { KindDefinition, ObjectReference, ReferenceDeclaration, TemplateContext } from '../types.ts';

const docs = 'https://kubernetes.io/docs/concepts/services-networking/ingress/';

const toService: Omit<ObjectReference, 'name' | 'path'> = {
  form: 'object',
  typedBy: 'none',
  to: [service],
  role: 'sends-to',
  flow: 'forward',
  namespace: 'own',
  portAt: { number: 'port.number', name: 'port.name' },
  portRequired: true,
};

const references: readonly ReferenceDeclaration[] = [
  { ...toService, name: 'backend', path: 'spec.rules[*].http.paths[*].backend.service' },
  { ...toService, name: 'defaultBackend', path: 'spec.defaultBackend.service' },
  {
    // cert-manager makes it where an annotation asks for that, so its absence says little.
    ...secretNameReference({ name: 'tls secretName', path: 'spec.tls[*].secretName', mayBeAbsent: true }),
  },
  {
    name: 'ingressClassName',
    form: 'name',
    path: 'spec.ingressClassName',
    to: [ingressClass],
    role: 'configured-by',
    flow: 'backward',
    namespace: 'cluster',
    mayBeAbsent: true,
  },
];

export const ingress: KindDefinition = {
  group: 'networking.k8s.io',
  kind: 'Ingress',
  plural: 'ingresses',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'route',
  icon: 'ingress',
  purpose: 'Sends HTTP by host and path the older way; routes of a Gateway can do more',
  phase: 'route',
  baseName: 'web',
  docs,
  references,
  summarise: summariseIngress,
  template,
  form: [
    {
      title: 'Rules',
      isMain: true,
      help: 'Which hosts and paths go to which Service.',
      docs: `${docs}#ingress-rules`,
      fields: [
        {
          type: 'reference',
          path: 'spec.ingressClassName',
          label: 'Class',
          reference: 'ingressClassName',
          help: 'The controller that serves it; the default one of the cluster when empty.',
        },
        ingressRulesField,
      ],
    },
    {
      title: 'TLS',
      help: 'Which hosts are served encrypted, and with which certificate.',
      say: (value) => tlsHosts(value),
      docs: `${docs}#tls`,
      fields: [
        {
          type: 'list',
          path: 'spec.tls',
          label: 'Certificates',
          item: 'certificate',
          newItem: () => ({ hosts: ['app.example.com'], secretName: 'app-tls' }),
          say: (item) => listing(readTexts(item, 'hosts')),
          fields: [
            { type: 'texts', path: 'hosts', label: 'Hosts', placeholder: 'app.example.com' },
            { type: 'reference', path: 'secretName', label: 'Secret', reference: 'tls secretName' },
          ],
        },
      ],
    },
    {
      title: 'Everything else',
      help: 'Where requests go that no rule takes.',
      docs: `${docs}#default-backend`,
      fields: ingressBackendFields('spec.defaultBackend', 'defaultBackend'),
    },
  ],
};

function template(context: TemplateContext): string {
  const picked = context.pick(service);
  return manifest(context, { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' }, [
    'spec:',
    '  rules:',
    '    - host: app.example.com',
    '      http:',
    '        paths:',
    '          - path: /',
    '            pathType: Prefix',
    '            backend:',
    '              service:',
    `                name: ${scalar(picked?.name ?? 'app')}`,
    '                port:',
    `                  number: ${picked?.port ?? 80}`,
  ]);
}
