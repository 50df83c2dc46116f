import type { Condition, Rule } from '../../rule.ts';
import type { Overlay } from '../overlay.ts';
import {
  all,
  any,
  assert,
  forbiddenWhen,
  has,
  is,
  matches,
  mustMatch,
  not,
  oneOfValues,
  requiredWhen,
  uniqueBy,
} from '../rules.ts';
import { labels, portOrName } from './meta.ts';
import { between, linkTo, port } from './native.ts';

const page = linkTo('services-networking/service/');

const isExternalName = is('type', 'ExternalName');
const isHeadless = is('clusterIP', 'None');
const isLoadBalancer = is('type', 'LoadBalancer');
const isOpen = is('type', 'NodePort', 'LoadBalancer');
/** Reached from outside the cluster. */
const isExternal = any(isOpen, { filled: 'externalIPs' });

const addresses = (list: string, format: string, message: string): Rule => ({
  rule: 'each',
  list,
  rules: [assert({ format, of: '' }, '', message, { link: page })],
});

const typeRules: readonly Rule[] = [
  requiredWhen('ports', not(any(isExternalName, isHeadless)), {
    filled: true,
    message: 'A Service needs at least one port. Add ports, or set clusterIP: None for a headless Service.',
    link: page,
  }),
  requiredWhen('externalName', isExternalName, {
    filled: true,
    message: 'A Service of type ExternalName stands for a DNS name. Add externalName.',
    link: page,
  }),
  assert(
    any(
      not({ filled: 'externalName' }),
      { format: 'dns-subdomain', of: 'externalName' },
      matches('externalName', '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\\.$'),
    ),
    'externalName',
    'externalName is a DNS name in lowercase, such as db.example.com; `{value}` is not. Write the name alone, without scheme and port.',
    { when: isExternalName, link: page },
  ),
  forbiddenWhen('clusterIP', isExternalName, {
    filled: true,
    message: 'A Service of type ExternalName has no address in the cluster. Remove clusterIP.',
    link: page,
  }),
  assert(
    not(all(isHeadless, isOpen)),
    'clusterIP',
    'A headless Service has no address to send to, so it cannot be of type NodePort or LoadBalancer. Remove clusterIP, or set type: ClusterIP.',
    { link: page },
  ),
  assert(
    any(not({ filled: 'clusterIP' }), isHeadless, { format: 'ip', of: 'clusterIP' }),
    'clusterIP',
    'clusterIP is an IP address, None, or left out; `{value}` is none of these. Leave it out to have one assigned.',
    { link: page },
  ),
  oneOfValues('ipFamilyPolicy', ['PreferDualStack', 'RequireDualStack'], {
    when: any({ size: 'ipFamilies', min: 2 }, { size: 'clusterIPs', min: 2 }),
    message:
      'Two address families need a dual-stack policy. Set ipFamilyPolicy to PreferDualStack or RequireDualStack.',
    link: linkTo('services-networking/dual-stack/'),
  }),
];

/** Fields that only some types have. */
const forType = (field: string, types: Condition, which: string): Rule =>
  forbiddenWhen(field, not(types), {
    filled: true,
    message: `Only a Service of type ${which} has ${field}. Remove it, or change the type.`,
    link: page,
  });

const exposureRules: readonly Rule[] = [
  forType('loadBalancerClass', isLoadBalancer, 'LoadBalancer'),
  forType('allocateLoadBalancerNodePorts', isLoadBalancer, 'LoadBalancer'),
  forType('loadBalancerSourceRanges', isLoadBalancer, 'LoadBalancer'),
  forType('externalTrafficPolicy', isExternal, 'NodePort or LoadBalancer'),
  {
    rule: 'forbidden',
    field: 'healthCheckNodePort',
    when: all(
      { compare: 'healthCheckNodePort', by: '>', to: { value: 0 } },
      not(all(isLoadBalancer, is('externalTrafficPolicy', 'Local'))),
    ),
    message:
      'A health check port belongs to a LoadBalancer with externalTrafficPolicy: Local. Remove healthCheckNodePort.',
    link: page,
  },
  {
    rule: 'each',
    list: 'ports',
    when: not(isOpen),
    rules: [
      {
        rule: 'forbidden',
        field: 'nodePort',
        when: { compare: 'nodePort', by: '!=', to: { value: 0 } },
        message:
          'Only a Service of type NodePort or LoadBalancer opens a port on the nodes. Remove nodePort, or set type: NodePort.',
        link: page,
      },
    ],
  },
  addresses('externalIPs', 'ip', 'An external IP is an IP address; `{value}` is not. Write an address.'),
  addresses(
    'loadBalancerSourceRanges',
    'cidr',
    'A source range is an address range such as 203.0.113.0/24; `{value}` is not. Write it with a slash.',
  ),
];

const affinityRules: readonly Rule[] = [
  forbiddenWhen('sessionAffinityConfig', not(is('sessionAffinity', 'ClientIP')), {
    message:
      'Without session affinity there is nothing to configure. Set sessionAffinity: ClientIP, or remove sessionAffinityConfig.',
    link: page,
  }),
];

const portRules: readonly Rule[] = [
  {
    rule: 'each',
    list: 'ports',
    when: { size: 'ports', min: 2 },
    rules: [
      {
        rule: 'required',
        field: 'name',
        filled: true,
        message: 'With several ports each needs a name. Add name, for instance http.',
        link: page,
      },
    ],
  },
  uniqueBy('ports', ['name'], {
    absent: 'skip',
    among: { filled: 'name' },
    message: 'The Service already has a port named `{value}`. Give this one another name.',
    link: page,
  }),
  uniqueBy('ports', ['port', 'protocol'], {
    message: 'The Service already has this port and protocol. Choose another port, or remove one of the two.',
    link: page,
  }),
  uniqueBy('ports', ['nodePort', 'protocol'], {
    among: { compare: 'nodePort', by: '>', to: { value: 0 } },
    message:
      'Another port of this Service has the same nodePort. Choose another, or leave it out to have one assigned.',
    link: page,
  }),
];

/** Once assigned, an address stays. */
const fixedAddress: Rule = {
  rule: 'immutable',
  field: 'clusterIP',
  whenOld: all({ filled: 'clusterIP' }, not(isExternalName)),
  when: all({ filled: 'clusterIP' }, not(isExternalName)),
  message:
    'The clusterIP of a Service cannot be changed once it has one. Keep the old address, or delete the Service and make it anew.',
  link: page,
};

export const serviceTypes: Overlay['types'] = {
  'v1.Service': { require: ['spec'] },
  'v1.ServiceSpec': {
    fields: {
      healthCheckNodePort: between(0, 65535),
      internalTrafficPolicy: { default: 'Cluster' },
      ipFamilies: { maxItems: 2 },
      selector: labels,
      sessionAffinity: { default: 'None' },
      trafficDistribution: { enum: ['PreferClose', 'PreferSameZone', 'PreferSameNode'] },
      type: { default: 'ClusterIP' },
    },
    rules: [
      ...typeRules,
      ...exposureRules,
      ...affinityRules,
      ...portRules,
      uniqueBy('ipFamilies', [''], { message: 'This family is listed twice. Remove one of the two.' }),
      fixedAddress,
    ],
  },
  'v1.ServicePort': {
    fields: {
      name: { format: 'dns-label' },
      nodePort: between(0, 65535),
      port,
      protocol: { default: 'TCP' },
    },
    rules: [
      portOrName('targetPort'),
      assert(
        any(is('nodePort', 0), {
          all: [
            { compare: 'nodePort', by: '>=', to: { value: 30000 } },
            { compare: 'nodePort', by: '<=', to: { value: 32767 } },
          ],
        }),
        'nodePort',
        'A node port is from 30000 to 32767 unless the cluster says otherwise; this one is {value}. Choose one of these, or leave it out to have one assigned.',
        { when: has('nodePort'), link: page },
      ),
      mustMatch(
        'appProtocol',
        '^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$',
        {
          message:
            'An appProtocol is a known name such as http or one with a domain such as kubernetes.io/h2c; `{value}` is neither.',
          link: page,
        },
      ),
    ],
  },
  'v1.ClientIPConfig': { fields: { timeoutSeconds: between(1, 86400, { default: 10800 }) } },
};
