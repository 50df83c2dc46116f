import type { Overlay } from '../overlay.ts';
import { assert, forbiddenWhen, has, is, not, requiredWhen } from '../rules.ts';
import { between, filledText, linkTo, positive } from './native.ts';

const placing = linkTo('scheduling-eviction/assign-pod-node/');
const taints = linkTo('scheduling-eviction/taint-and-toleration/');
const spreading = linkTo('scheduling-eviction/topology-spread-constraints/');

/** Where Pods may run: affinity, tolerations, spread. */
export const schedulingTypes: Overlay['types'] = {
  'v1.NodeSelector': { fields: { nodeSelectorTerms: { minItems: 1 } } },
  'v1.NodeSelectorRequirement': {
    fields: { key: { ...filledText, format: 'label-key' } },
    rules: [
      requiredWhen('values', is('operator', 'In', 'NotIn'), {
        filled: true,
        message: 'The operators In and NotIn compare with values. Add at least one value.',
        link: placing,
      }),
      forbiddenWhen('values', is('operator', 'Exists', 'DoesNotExist'), {
        filled: true,
        message: 'The operators Exists and DoesNotExist look only at the key. Remove values, or use In.',
        link: placing,
      }),
      assert(
        { size: 'values', min: 1, max: 1 },
        'values',
        'The operators Gt and Lt compare with exactly one number. Leave one value.',
        { when: is('operator', 'Gt', 'Lt'), link: placing },
      ),
    ],
  },
  'v1.PreferredSchedulingTerm': { fields: { weight: between(1, 100) } },
  'v1.WeightedPodAffinityTerm': { fields: { weight: between(1, 100) } },
  'v1.PodAffinityTerm': { fields: { topologyKey: { ...filledText, format: 'label-key' } } },
  'v1.Toleration': {
    fields: { key: { format: 'label-key' }, value: { format: 'label-value' } },
    rules: [
      requiredWhen('key', not(is('operator', 'Exists')), {
        filled: true,
        message:
          'A toleration without a key tolerates every taint, and needs operator: Exists. Add key or the operator.',
        link: taints,
      }),
      forbiddenWhen('value', is('operator', 'Exists'), {
        filled: true,
        message: 'The operator Exists does not look at the value. Remove value, or use Equal.',
        link: taints,
      }),
      {
        rule: 'oneOfValues',
        field: 'effect',
        values: ['NoExecute'],
        when: has('tolerationSeconds'),
        message:
          'tolerationSeconds says when a Pod must leave, which only the effect NoExecute does. Set effect: NoExecute, or remove tolerationSeconds.',
        link: taints,
      },
      requiredWhen('effect', has('tolerationSeconds'), {
        filled: true,
        message: 'tolerationSeconds needs effect: NoExecute. Add the effect, or remove tolerationSeconds.',
        link: taints,
      }),
    ],
  },
  'v1.TopologySpreadConstraint': {
    fields: {
      maxSkew: positive,
      minDomains: positive,
      topologyKey: { ...filledText, format: 'label-key' },
    },
    rules: [
      {
        rule: 'oneOfValues',
        field: 'whenUnsatisfiable',
        values: ['DoNotSchedule'],
        when: has('minDomains'),
        message:
          'minDomains counts only with whenUnsatisfiable: DoNotSchedule. Set that, or remove minDomains.',
        link: spreading,
      },
    ],
  },
};
