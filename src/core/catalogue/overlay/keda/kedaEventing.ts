import { doc } from '../fields.ts';
import type { Overlay, TypeOverlay } from '../overlay.ts';
import { triggers } from './triggers.ts';

const types: Readonly<Record<string, TypeOverlay>> = {
  'eventing.keda.sh/v1alpha1.CloudEventSourceSpec': {
    fields: {
      clusterName: doc("The name of this cluster in the events' source; `kubernetes-default` when absent."),
      destination: doc('Where events are sent.'),
      eventSubscription: doc('Which events are sent; all when absent.'),
    },
  },
  'eventing.keda.sh/v1alpha1.Destination': {
    fields: {
      http: doc('An HTTP server that takes CloudEvents.'),
      azureEventGridTopic: doc('A topic of Azure Event Grid.'),
    },
  },
  'eventing.keda.sh/v1alpha1.CloudEventHTTP': { fields: { uri: doc('Where events are posted.') } },
  'eventing.keda.sh/v1alpha1.AzureEventGridTopicSpec': {
    fields: { endpoint: doc('The address of the topic.') },
  },
  'eventing.keda.sh/v1alpha1.EventSubscription': {
    fields: {
      includedEventTypes: doc('Only these events are sent.'),
      excludedEventTypes: doc('These events are not sent.'),
    },
  },
  'keda.sh/v1alpha1.AuthenticationRef': triggers['keda.sh/v1alpha1.AuthenticationRef'] ?? {},
};

/** The kinds that send KEDA's own events on. https://keda.sh/docs/2.20/operate/cloud-events/ */
export const kedaEventing: Overlay = {
  pack: 'eventing.keda.sh',
  upstream: { project: 'KEDA', version: 'v2.20.2', docs: 'https://keda.sh/docs/2.20/operate/cloud-events/' },
  types,
  kinds: [
    {
      group: 'eventing.keda.sh',
      version: 'v1alpha1',
      kind: 'CloudEventSource',
      plural: 'cloudeventsources',
      scope: 'namespaced',
      type: 'eventing.keda.sh/v1alpha1.CloudEventSource',
      storage: true,
    },
    {
      group: 'eventing.keda.sh',
      version: 'v1alpha1',
      kind: 'ClusterCloudEventSource',
      plural: 'clustercloudeventsources',
      scope: 'cluster',
      type: 'eventing.keda.sh/v1alpha1.ClusterCloudEventSource',
      storage: true,
    },
  ],
};
