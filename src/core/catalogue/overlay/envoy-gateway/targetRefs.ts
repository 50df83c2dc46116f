import type { Condition, Rule } from '../../rule.ts';
import { of, record } from '../fields.ts';
import {
  all,
  any,
  each,
  exactlyOneOf,
  filled,
  forbiddenWhen,
  has,
  is,
  not,
  oneOfValues,
  requiredWhen,
  some,
} from '../rules.ts';
import { eg, envoyTypes } from './envoyType.ts';

const gatewayApiGroup = 'gateway.networking.k8s.io';

/** The kinds of route that a policy can merge into, and what else policies can be aimed at. */
export const routes = ['HTTPRoute', 'GRPCRoute', 'UDPRoute', 'TCPRoute', 'TLSRoute'] as const;
export const gateways = ['Gateway', 'ListenerSet'] as const;

/** What says what a policy applies to: which one of the ways, and the kinds that this policy can be aimed at. */
export function targetRules(kinds: readonly string[]): readonly Rule[] {
  return [
    exactlyOneOf(['targetRef', 'targetRefs'], {
      when: not(filled('targetSelectors')),
      message:
        'A policy says what it applies to in targetRefs or in targetSelectors. The older targetRef may stand alone, but not beside targetRefs.',
    }),
    ...rulesOfTarget('targetRef.', kinds).map((rule) => ({ ...rule, when: has('targetRef') })),
    each('targetRefs', rulesOfTarget('', kinds)),
  ];
}

/** Structure asks for group and kind as well; the server gets here without them when they were missing before. */
function rulesOfTarget(path: 'targetRef.' | '', kinds: readonly string[]): readonly Rule[] {
  return [
    ...['group', 'kind'].map(
      (field): Rule => ({
        rule: 'required',
        field: `${path}${field}`,
        message: `A target is named by group, kind and name. Add ${field}.`,
      }),
    ),
    oneOfValues(`${path}group`, [gatewayApiGroup], {
      message: `This policy can only be aimed at kinds of Gateway API, not at the group {value}. Write ${gatewayApiGroup}.`,
    }),
    oneOfValues(`${path}kind`, kinds, {
      message: `This policy cannot be aimed at {value}. It goes with ${listed(kinds)}.`,
    }),
  ];
}

/** True when the policy is (also) aimed at a kind that is not one of these. */
export function isAimedBeside(kinds: readonly string[]): Condition {
  const isOther = not(is('kind', ...kinds));
  return any(
    all(has('targetRef'), not(is('targetRef.kind', ...kinds))),
    some('targetRefs', isOther),
    some('targetSelectors', isOther),
  );
}

/** A policy can merge into that of its parent only where it has one: on routes. */
export const mergeTypeRule = (kinds: readonly string[]): Rule =>
  forbiddenWhen('mergeType', isAimedBeside(kinds), {
    message: `mergeType is for policies that are aimed at routes only (${listed(kinds)}), and this one has another target. Remove mergeType, or give the other targets a policy of their own.`,
  });

/** `Replace` is a merge type of EnvoyProxy alone. */
export const isNotReplace: Rule = {
  rule: 'pattern',
  field: '',
  pattern: '^Replace$',
  not: true,
  message:
    'Policies cannot merge by Replace. Write StrategicMerge or JSONMerge, or leave mergeType out to replace.',
};

const listed = (names: readonly string[]): string =>
  names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

/** How policies pick what they apply to by labels. */
export const targetRefs = envoyTypes({
  TargetSelector: {
    fields: {
      group: { default: gatewayApiGroup },
      matchExpressions: { listType: 'atomic' },
      namespaces: of(
        eg('TargetSelectorNamespaces'),
        'In which namespaces targets are looked for; in that of the policy when absent. In other namespaces a ReferenceGrant must allow it.',
      ),
    },
    rules: [
      oneOfValues('group', [gatewayApiGroup], {
        message: `Only kinds of Gateway API can be selected, not those of {value}. Write ${gatewayApiGroup} or leave group out.`,
      }),
    ],
  },
  TargetSelectorNamespaces: record(
    'The namespaces in which targets are looked for.',
    {
      'from!': {
        type: 'string',
        enum: ['Same', 'All', 'Selector'],
        default: 'Same',
        doc: 'That of the policy, all that Envoy Gateway watches, or those of them that `selector` picks.',
      },
      selector: of(
        'apis/meta/v1.LabelSelector',
        'Picks namespaces by their labels, when `from` is Selector.',
      ),
    },
    [
      requiredWhen('selector', is('from', 'Selector'), {
        message:
          'from: Selector picks namespaces by label, so it needs a selector. Add one, or write from: All.',
      }),
    ],
  ),
});
