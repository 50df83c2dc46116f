/** The pack of `rbac.authorization.k8s.io`: roles and who has them, with what the API server demands of them. */
import type { Rule } from '../../rule.ts';
import type { Overlay, TypeOverlay } from '../overlay.ts';
import { forbiddenWhen, immutable, is, requiredWhen } from '../rules.ts';
import { nativeMeta } from './meta.ts';
import { filledText, nativeKinds } from './native.ts';
import { kubernetesUpstream } from './upstream.ts';

const page = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/';

const binding: TypeOverlay = {
  rules: [
    immutable('roleRef', {
      message: 'The role of a binding cannot be changed. Delete the binding and make another.',
      link: page,
    }),
  ],
};

const resourceRules: readonly Rule[] = [
  requiredWhen(
    'apiGroups',
    { not: { filled: 'nonResourceURLs' } },
    {
      filled: true,
      message: "A rule names the API groups of its resources. Add apiGroups; the core group is ''.",
      link: page,
    },
  ),
  requiredWhen(
    'resources',
    { not: { filled: 'nonResourceURLs' } },
    {
      filled: true,
      message: 'A rule names resources. Add resources, for instance [pods].',
      link: page,
    },
  ),
  forbiddenWhen(
    'nonResourceURLs',
    { any: [{ filled: 'resources' }, { filled: 'apiGroups' }] },
    {
      filled: true,
      message:
        'A rule is about resources or about URLs, not both. Move nonResourceURLs to a rule of their own.',
      link: page,
    },
  ),
];

export const rbac: Overlay = {
  pack: 'rbac.authorization.k8s.io',
  upstream: kubernetesUpstream,
  extends: [nativeMeta],
  types: {
    'rbac.authorization.k8s.io/v1.Role': {
      rules: [
        {
          rule: 'each',
          list: 'rules',
          rules: [
            {
              rule: 'forbidden',
              field: 'nonResourceURLs',
              filled: true,
              message:
                'URLs belong to no namespace, so only a ClusterRole can name them. Move the rule to a ClusterRole.',
              link: page,
            },
          ],
        },
      ],
    },
    'rbac.authorization.k8s.io/v1.RoleBinding': binding,
    'rbac.authorization.k8s.io/v1.ClusterRoleBinding': {
      ...binding,
      rules: [
        ...(binding.rules ?? []),
        {
          rule: 'oneOfValues',
          field: 'roleRef.kind',
          values: ['ClusterRole'],
          message:
            'A ClusterRoleBinding grants a ClusterRole; this names a {value}. Use a RoleBinding for a Role.',
          link: page,
        },
      ],
    },
    'rbac.authorization.k8s.io/v1.PolicyRule': { fields: { verbs: { minItems: 1 } }, rules: resourceRules },
    'rbac.authorization.k8s.io/v1.RoleRef': {
      fields: {
        apiGroup: { enum: ['rbac.authorization.k8s.io'], default: 'rbac.authorization.k8s.io' },
        kind: { enum: ['Role', 'ClusterRole'] },
        name: { ...filledText, format: 'path-segment' },
      },
    },
    'rbac.authorization.k8s.io/v1.Subject': {
      fields: { kind: { enum: ['ServiceAccount', 'User', 'Group'] }, name: filledText },
      rules: [
        requiredWhen('namespace', is('kind', 'ServiceAccount'), {
          filled: true,
          message: 'A ServiceAccount is in a namespace. Add namespace.',
          link: page,
        }),
      ],
    },
  },
  kinds: nativeKinds('rbac.authorization.k8s.io', 'v1', 'rbac.authorization.k8s.io/v1', [
    ['ClusterRole', 'clusterroles', 'cluster'],
    ['ClusterRoleBinding', 'clusterrolebindings', 'cluster'],
    ['Role', 'roles'],
    ['RoleBinding', 'rolebindings'],
  ]),
};
