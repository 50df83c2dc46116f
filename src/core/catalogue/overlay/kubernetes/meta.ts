/**
 * What the API server demands of metadata and selectors wherever they stand in its own kinds: labels, label selectors,
 * int-or-percent values. CRDs that embed the same types do not have these rules, so they are kept out of
 * `structure.ts`.
 */
import type { Rule } from '../../rule.ts';
import type { FieldOverlay, Overlay } from '../overlay.ts';
import { all, any, assert, forbiddenWhen, is, matches, not, requiredWhen } from '../rules.ts';
import { keysOf, linkTo } from './native.ts';
import { kubernetesUpstream } from './upstream.ts';

const labelsPage = linkTo('overview/working-with-objects/labels/');

const labelKeyMessage =
  'A label key is at most 63 letters, digits, dashes, underscores and dots, after an optional DNS name and a slash; `{value}` is not. Rename the key.';

/** A map of labels: keys and values as the server wants them. */
export const labels: FieldOverlay = {
  rules: [keysOf('', 'label-key', labelKeyMessage)],
  values: { format: 'label-value' },
};

/** The selector must pick the Pods that the template makes, and may not pick everything. */
export const selectorRules = (kind: string): readonly Rule[] => [
  assert(
    any({ filled: 'selector.matchLabels' }, { filled: 'selector.matchExpressions' }),
    'selector',
    `The selector of a ${kind} may not be empty: it would own every Pod. Add matchLabels with a label of the template.`,
    { when: { has: 'selector' }, link: labelsPage },
  ),
  assert(
    { selects: 'selector', labels: 'template.metadata.labels' },
    'template.metadata.labels',
    `The selector of this ${kind} does not pick the Pods of its own template. Give the template the labels that spec.selector asks for.`,
    { when: { has: 'selector' }, link: labelsPage },
  ),
];

/** Once made, the selector stays. */
export const fixedSelector = (kind: string): Rule => ({
  rule: 'immutable',
  field: 'selector',
  message: `The selector of a ${kind} cannot be changed. Keep the old selector, or delete the ${kind} and make it anew.`,
});

/** A whole number that is not negative, or a percentage. `most100`: no more than 100%. */
export const intOrPercent = (field: string, most100: boolean): readonly Rule[] => [
  assert(
    any(not({ has: field }), matches(field, '^[0-9]+%$'), { compare: field, by: '>=', to: { value: 0 } }),
    field,
    `${field} is a number from 0 on or a percentage such as 25%; \`{value}\` is neither. Write one of the two.`,
  ),
  ...(most100
    ? [
        assert(
          any(not(matches(field, '^[0-9]+%$')), matches(field, '^0*(100|[0-9]{1,2})%$')),
          field,
          `${field} is at most 100%; it is {value}. Write 100% or less.`,
        ),
      ]
    : []),
];

/** A port by number, or by the name that it has in the container. */
export const portOrName = (field: string): Rule =>
  assert(
    any(
      not({ has: field }),
      all({ compare: field, by: '>=', to: { value: 1 } }, { compare: field, by: '<=', to: { value: 65535 } }),
      { format: 'port-name', of: field },
    ),
    field,
    `${field} is a port number from 1 to 65535 or the name of a port; \`{value}\` is neither. Write the number, or the name without quotes around digits only.`,
  );

const operatorsWithValues = ['In', 'NotIn'];

export const metaTypes: Overlay['types'] = {
  'apis/meta/v1.LabelSelector': { fields: { matchLabels: labels } },
  'apis/meta/v1.LabelSelectorRequirement': {
    fields: {
      key: { minLength: 1, format: 'label-key' },
      operator: { enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
    },
    rules: [
      requiredWhen('values', is('operator', ...operatorsWithValues), {
        filled: true,
        message: 'The operators In and NotIn compare with values. Add at least one value.',
        link: labelsPage,
      }),
      forbiddenWhen('values', is('operator', 'Exists', 'DoesNotExist'), {
        filled: true,
        message: 'The operators Exists and DoesNotExist look only at the key. Remove values, or use In.',
        link: labelsPage,
      }),
    ],
  },
};

/** Laid under every pack of the server's own kinds. */
export const nativeMeta: Overlay = {
  pack: 'kubernetes-meta',
  upstream: kubernetesUpstream,
  types: metaTypes,
  kinds: [],
};
