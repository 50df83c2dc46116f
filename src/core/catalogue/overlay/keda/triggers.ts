import { doc, text } from '../fields.ts';
import type { FieldOverlay, TypeOverlay } from '../overlay.ts';

const ofAnyTrigger: Readonly<Record<string, FieldOverlay>> = {
  type: doc('Which scaler watches: `prometheus`, `cron`, `cpu`, `kafka` and about seventy more.', {
    minLength: 1,
  }),
  metadata: doc(
    'The settings of that scaler. Every value is text, so numbers and booleans are written in quotes.',
  ),
  name: doc('A name for this trigger, to use in a formula; unique among the triggers.'),
  useCachedMetrics: doc(
    'Keeps the last metric between two polls instead of asking at every request of the autoscaler. Not for cpu, memory and cron.',
  ),
};

/** What starts the scaling, and where its credentials are. */
export const triggers: Readonly<Record<string, TypeOverlay>> = {
  'keda.sh/v1alpha1.ScaleTriggers': {
    fields: {
      ...ofAnyTrigger,
      metricType: doc(
        'How the metric is compared: `AverageValue` per replica, `Value` in all, or `Utilization`.',
      ),
    },
  },
  // Upstream's type is the same for both kinds, but the ScaledJob CRD is served without `metricType`.
  'keda.sh/v1alpha1.ScaledJobTriggers': {
    from: 'keda.sh/v1alpha1.ScaleTriggers',
    fields: { ...ofAnyTrigger, metricType: null },
  },
  'keda.sh/v1alpha1.AuthenticationRef': {
    fields: {
      kind: text('Which kind holds the credentials; `TriggerAuthentication` when absent.', {
        enum: ['TriggerAuthentication', 'ClusterTriggerAuthentication'],
      }),
      name: doc('The name of the TriggerAuthentication or ClusterTriggerAuthentication.'),
    },
  },
};
