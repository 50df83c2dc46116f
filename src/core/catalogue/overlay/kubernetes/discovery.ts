/** The pack of `discovery.k8s.io`: EndpointSlices, the addresses behind a Service, with what the API server demands. */
import type { Overlay } from '../overlay.ts';
import { immutable, uniqueBy } from '../rules.ts';
import { nativeMeta } from './meta.ts';
import { between, linkTo, nativeKinds } from './native.ts';
import { kubernetesUpstream } from './upstream.ts';

const page = linkTo('services-networking/endpoint-slices/');

export const discovery: Overlay = {
  pack: 'discovery.k8s.io',
  upstream: kubernetesUpstream,
  extends: [nativeMeta],
  types: {
    'discovery.k8s.io/v1.EndpointSlice': {
      fields: { endpoints: { maxItems: 1000 }, ports: { maxItems: 20000 } },
      rules: [
        ...[
          { type: 'IPv4', format: 'ipv4' },
          { type: 'IPv6', format: 'ipv6' },
          { type: 'FQDN', format: 'dns-subdomain' },
        ].map(
          ({ type, format }) =>
            ({
              rule: 'each',
              list: 'endpoints',
              when: { is: 'addressType', in: [type] },
              rules: [
                {
                  rule: 'each',
                  list: 'addresses',
                  rules: [
                    {
                      rule: 'assert',
                      that: { format, of: '' },
                      at: '',
                      message: `The slice holds addresses of type ${type}; \`{value}\` is none. Correct it, or put it into a slice of its own type.`,
                      link: page,
                    },
                  ],
                },
              ],
            }) as const,
        ),
        uniqueBy('ports', ['name'], {
          message: 'Another port of this slice has the same name. Give each port its own.',
          link: page,
        }),
        immutable('addressType', {
          message: 'The addressType of a slice cannot be changed. Make another slice.',
          link: page,
        }),
      ],
    },
    'discovery.k8s.io/v1.Endpoint': { fields: { addresses: { minItems: 1, maxItems: 100 } } },
    'discovery.k8s.io/v1.EndpointPort': {
      fields: { name: { format: 'dns-label' }, port: between(1, 65535), protocol: { default: 'TCP' } },
    },
  },
  kinds: nativeKinds('discovery.k8s.io', 'v1', 'discovery.k8s.io/v1', [['EndpointSlice', 'endpointslices']]),
};
