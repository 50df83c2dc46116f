import type { Rule } from '../../rule.ts';
import { atMostOneOf, compare, exactlyOneOf, forbiddenWhen, is, mustMatch, not } from '../rules.ts';
import { envoyTypes } from './envoyType.ts';

const forLoadBalancer = (field: string): Rule =>
  forbiddenWhen(field, not(is('type', 'LoadBalancer')), {
    message: `${field} is for Services of type LoadBalancer. Remove it, or set type to LoadBalancer.`,
  });

const aboveZero = (field: string) => ({
  rules: [
    compare('', '>', { value: 0 }, { message: `${field} must be 1 or more; {value} leaves no proxy.` }),
  ],
});

const ipv4 = '^((25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$';
const image = '^[a-zA-Z0-9._-]+(:[0-9]+)?(/[a-zA-Z0-9._/-]+)?(:[a-zA-Z0-9._-]+)?(@sha256:[a-z0-9]+)?$';
const imageRepository = '^[a-zA-Z0-9._-]+(:[0-9]+)?[a-zA-Z0-9._/-]+$';

/** What Envoy Gateway makes in the cluster for a fleet of proxies. */
export const kubernetesProvider = envoyTypes({
  EnvoyProxyKubernetesProvider: {
    rules: [
      atMostOneOf(['envoyDeployment', 'envoyDaemonSet'], {
        message:
          'Proxies run as a Deployment or as a DaemonSet. Keep one of envoyDeployment and envoyDaemonSet.',
      }),
      atMostOneOf(['envoyHpa', 'envoyDaemonSet'], {
        message: 'A DaemonSet has one proxy a node and cannot be scaled. Remove envoyHpa, or envoyDaemonSet.',
      }),
    ],
  },
  KubernetesContainerSpec: {
    fields: {
      image: {
        rules: [
          mustMatch('', image, {
            message: '{value} is not an image. Write it as registry/repository:tag.',
          }),
        ],
      },
      imageRepository: {
        rules: [
          mustMatch('', imageRepository, {
            message: '{value} is not an image without a tag. Write it as registry/repository.',
          }),
        ],
      },
    },
    rules: [
      atMostOneOf(['image', 'imageRepository'], {
        message: 'An image is given in whole or only its repository. Keep one of image and imageRepository.',
      }),
    ],
  },
  KubernetesHorizontalPodAutoscalerSpec: {
    fields: { minReplicas: aboveZero('minReplicas'), maxReplicas: aboveZero('maxReplicas') },
    rules: [
      compare('maxReplicas', '>=', 'minReplicas', {
        message: 'maxReplicas is less than minReplicas. Raise maxReplicas, or lower minReplicas.',
      }),
    ],
  },
  KubernetesPodDisruptionBudgetSpec: {
    rules: [
      exactlyOneOf(['minAvailable', 'maxUnavailable'], {
        message:
          'A budget counts what must stay or what may go: write exactly one of minAvailable and maxUnavailable.',
      }),
    ],
  },
  KubernetesServiceSpec: {
    fields: {
      type: { default: 'LoadBalancer' },
      externalTrafficPolicy: { default: 'Local' },
      loadBalancerIP: {
        rules: [mustMatch('', ipv4, { message: '{value} is not an IPv4 address, such as 192.0.2.1.' })],
      },
    },
    rules: ['allocateLoadBalancerNodePorts', 'loadBalancerSourceRanges', 'loadBalancerIP'].map(
      forLoadBalancer,
    ),
  },
});
