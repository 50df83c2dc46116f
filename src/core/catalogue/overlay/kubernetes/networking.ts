/**
 * The pack of `networking.k8s.io`: Ingress, IngressClass and NetworkPolicy, with what the API server demands of them.
 */
import type { Rule } from '../../rule.ts';
import type { Overlay } from '../overlay.ts';
import {
  all,
  any,
  assert,
  atLeastOneOf,
  compare,
  exactlyOneOf,
  forbiddenWhen,
  has,
  is,
  mustMatch,
  mustNotMatch,
  not,
  requiredWhen,
} from '../rules.ts';
import { nativeMeta, portOrName } from './meta.ts';
import { filledText, linkTo, nativeKinds, port } from './native.ts';
import { kubernetesUpstream } from './upstream.ts';

const ingressPage = linkTo('services-networking/ingress/');
const policyPage = linkTo('services-networking/network-policies/');

/** A host name, or one whose first label is a star; never an address. */
const hostRules = (field: string): readonly Rule[] => [
  assert(
    any(
      { size: field, max: 0 },
      { format: 'dns-subdomain', of: field },
      { format: 'wildcard-dns-subdomain', of: field },
    ),
    field,
    'A host is a DNS name in lowercase, of which only the whole first label may be a star: `api.example.com` or `*.example.com`; `{value}` is not.',
    { link: ingressPage },
  ),
  assert(
    not({ format: 'ip', of: field }),
    field,
    'A host is a DNS name, not an address. Write a name, or leave host out to match every request.',
    { link: ingressPage },
  ),
];

const exactPath = is('pathType', 'Exact', 'Prefix');

const ingressTypes: Overlay['types'] = {
  'networking.k8s.io/v1.Ingress': {
    rules: [
      assert(
        not(all(has('metadata.annotations[kubernetes.io/ingress.class]'), has('spec.ingressClassName'))),
        'spec.ingressClassName',
        'The class is named twice: by the annotation kubernetes.io/ingress.class and by ingressClassName. Remove the annotation.',
        { link: ingressPage },
      ),
    ],
  },
  'networking.k8s.io/v1.IngressSpec': {
    fields: { ingressClassName: { format: 'dns-subdomain' } },
    rules: [
      atLeastOneOf(['defaultBackend', 'rules'], {
        filled: true,
        message: 'An Ingress sends requests somewhere. Add rules or a defaultBackend.',
        link: ingressPage,
      }),
    ],
  },
  'networking.k8s.io/v1.IngressRule': { rules: hostRules('host') },
  'networking.k8s.io/v1.HTTPIngressRuleValue': { fields: { paths: { minItems: 1 } } },
  'networking.k8s.io/v1.HTTPIngressPath': {
    rules: [
      requiredWhen('path', exactPath, {
        filled: true,
        message: 'With pathType Exact or Prefix a path is needed. Add path, for instance /.',
        link: ingressPage,
      }),
      mustMatch('path', '^(/|$)', {
        message: 'A path begins with a slash; `{value}` does not. Put a slash before it.',
        link: ingressPage,
      }),
      mustNotMatch('path', '//|/\\.\\.?(/|$)|%2[fF]', {
        when: exactPath,
        message:
          'A path has no `//`, `/./`, `/../` or encoded slash in it. Write the path as the request will have it.',
        link: ingressPage,
      }),
    ],
  },
  'networking.k8s.io/v1.IngressBackend': {
    rules: [
      exactlyOneOf(['service', 'resource'], {
        message: 'A backend is exactly one of service and resource. Keep one of them.',
        link: ingressPage,
      }),
    ],
  },
  'networking.k8s.io/v1.IngressServiceBackend': {
    fields: { name: { ...filledText, format: 'dns-1035-label' } },
    rules: [
      {
        rule: 'required',
        field: 'port',
        message: 'The port of the Service is missing. Add port with a number or a name.',
        link: ingressPage,
      },
    ],
  },
  'networking.k8s.io/v1.ServiceBackendPort': {
    fields: { name: { format: 'port-name' }, number: port },
    rules: [
      exactlyOneOf(['name', 'number'], {
        message: 'The port of a Service is given by name or by number. Keep one of them.',
        link: ingressPage,
      }),
    ],
  },
  'v1.TypedLocalObjectReference': { fields: { kind: filledText, name: filledText } },
  'networking.k8s.io/v1.IngressTLS': {
    fields: { secretName: { format: 'dns-subdomain' } },
    rules: [{ rule: 'each', list: 'hosts', rules: hostRules('') }],
  },
};

const classTypes: Overlay['types'] = {
  'networking.k8s.io/v1.IngressClass': { require: ['spec'] },
  'networking.k8s.io/v1.IngressClassSpec': {
    fields: { controller: { maxLength: 250 } },
    rules: [
      {
        rule: 'required',
        field: 'controller',
        filled: true,
        message:
          'The controller that serves this class is missing. Add controller, for instance k8s.io/ingress-nginx.',
        link: ingressPage,
      },
      mustMatch('controller', '^[a-z0-9.-]+/.+$', {
        message: 'A controller is a domain with a path, such as k8s.io/ingress-nginx; `{value}` is not.',
        link: ingressPage,
      }),
      {
        rule: 'immutable',
        field: 'controller',
        message: 'The controller of a class cannot be changed. Make another IngressClass.',
      },
    ],
  },
  'networking.k8s.io/v1.IngressClassParametersReference': {
    fields: { scope: { enum: ['Cluster', 'Namespace'], default: 'Cluster' } },
    rules: [
      requiredWhen('namespace', is('scope', 'Namespace'), {
        message: 'Parameters with scope Namespace are in some namespace. Add namespace.',
        link: ingressPage,
      }),
      forbiddenWhen('namespace', is('scope', 'Cluster'), {
        message:
          'Parameters with scope Cluster are in no namespace. Remove namespace, or set scope: Namespace.',
        link: ingressPage,
      }),
    ],
  },
};

const isNumber = (field: string) => ({ compare: field, by: '>=', to: { value: 0 } }) as const;

const policyTypes: Overlay['types'] = {
  'networking.k8s.io/v1.NetworkPolicySpec': {
    fields: { podSelector: { default: {} }, policyTypes: { maxItems: 2 } },
  },
  'networking.k8s.io/v1.NetworkPolicyPort': {
    fields: { endPort: port, protocol: { default: 'TCP' } },
    rules: [
      portOrName('port'),
      requiredWhen('port', has('endPort'), {
        message: 'endPort ends a range that port begins. Add port.',
        link: policyPage,
      }),
      assert(
        any(not(has('port')), isNumber('port')),
        'endPort',
        'A range of ports needs numbers. Write port as a number, or remove endPort.',
        {
          when: has('endPort'),
          link: policyPage,
        },
      ),
      compare('endPort', '>=', 'port', {
        message: 'The range ends at {value}, before it begins. Raise endPort to port or more.',
        link: policyPage,
      }),
    ],
  },
  'networking.k8s.io/v1.NetworkPolicyPeer': {
    rules: [
      atLeastOneOf(['ipBlock', 'namespaceSelector', 'podSelector'], {
        message:
          'A peer is chosen by ipBlock, namespaceSelector or podSelector. Add one, or remove the entry.',
        link: policyPage,
      }),
      forbiddenWhen('ipBlock', any(has('podSelector'), has('namespaceSelector')), {
        message: 'A block of addresses stands alone. Move ipBlock to an entry of its own.',
        link: policyPage,
      }),
    ],
  },
  'networking.k8s.io/v1.IPBlock': {
    fields: { cidr: { ...filledText, format: 'cidr' }, 'except[]': { format: 'cidr' } },
    rules: [
      compare('except[]', '<', 'cidr', {
        as: 'cidr',
        message:
          'An exception lies strictly inside the block; {value} does not. Choose a smaller range within cidr.',
        link: policyPage,
      }),
    ],
  },
};

export const networking: Overlay = {
  pack: 'networking.k8s.io',
  upstream: kubernetesUpstream,
  extends: [nativeMeta],
  types: { ...ingressTypes, ...classTypes, ...policyTypes },
  kinds: nativeKinds('networking.k8s.io', 'v1', 'networking.k8s.io/v1', [
    ['Ingress', 'ingresses'],
    ['IngressClass', 'ingressclasses', 'cluster'],
    ['NetworkPolicy', 'networkpolicies'],
  ]),
};
