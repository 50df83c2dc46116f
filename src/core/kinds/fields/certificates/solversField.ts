import type { ChoiceFieldDeclaration, ListFieldDeclaration } from '../../form.ts';
import { saySolver } from '../../summaries/issuerSummary.ts';
import { dns01Field } from './dns01Field.ts';

const newGatewaySolver = () => ({ parentRefs: [{ name: 'web', namespace: 'default' }] });

const http01Field: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'http01',
  label: 'Served by',
  required: true,
  members: [
    {
      label: 'A Gateway',
      help: 'cert-manager adds an HTTPRoute for the time of the proof.',
      key: 'gatewayHTTPRoute',
      newValue: newGatewaySolver,
      fields: [
        {
          type: 'reference',
          path: 'gatewayHTTPRoute.parentRefs',
          label: 'Through',
          reference: 'http01 parentRef',
          help: 'It needs a listener for plain HTTP on port 80.',
        },
        { type: 'map', path: 'gatewayHTTPRoute.labels', label: 'Labels of the route' },
      ],
    },
    {
      label: 'An Ingress',
      key: 'ingress',
      newValue: () => ({ ingressClassName: 'nginx' }),
      fields: [
        { type: 'text', path: 'ingress.ingressClassName', label: 'Class', placeholder: 'nginx' },
        {
          type: 'name',
          path: 'ingress.name',
          label: 'Ingress',
          help: 'One that is there and is changed, in place of a class.',
        },
      ],
    },
  ],
};

/** How it is proved that names are ours; the solver whose selector fits best is taken. */
export const solversField: ListFieldDeclaration = {
  type: 'list',
  path: 'acme.solvers',
  label: 'Solvers',
  item: 'solver',
  help: 'How it is proved that a name is yours. The one whose selector fits best is taken.',
  newItem: () => ({ http01: { gatewayHTTPRoute: newGatewaySolver() } }),
  say: saySolver,
  fields: [
    {
      type: 'choice',
      path: '',
      label: 'Proof',
      required: true,
      members: [
        {
          label: 'HTTP-01',
          help: 'A file under the name, on port 80. Not for wildcards, and the name has to lead to the cluster.',
          key: 'http01',
          newValue: () => ({ gatewayHTTPRoute: newGatewaySolver() }),
          fields: [http01Field],
        },
        {
          label: 'DNS-01',
          help: 'A TXT record under the name. For wildcards as well, and for names that lead nowhere.',
          key: 'dns01',
          newValue: () => ({ cloudflare: { apiTokenSecretRef: { name: 'cloudflare', key: 'api-token' } } }),
          fields: [
            dns01Field,
            {
              type: 'enum',
              path: 'dns01.cnameStrategy',
              label: 'CNAME records',
              options: ['None', 'Follow'],
              help: 'Follow writes the record where a CNAME leads.',
            },
          ],
        },
      ],
    },
    { type: 'texts', path: 'selector.dnsZones', label: 'Only for zones', placeholder: 'example.com' },
    { type: 'texts', path: 'selector.dnsNames', label: 'Only for names', placeholder: 'shop.example.com' },
    { type: 'map', path: 'selector.matchLabels', label: 'Only for Certificates with labels' },
  ],
};
