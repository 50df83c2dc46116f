import type { FieldDeclaration, FormSection } from '../form.ts';
import { readList, readText } from '../reading.ts';
import { containersField, initContainersField } from './containerFields.ts';
import { volumesField } from './volumeFields.ts';

interface PodPlace {
  /** Where the pods are described: `spec.template.spec`. */
  readonly pod: string;
  /** Whether the pods wait for traffic, or end when their work is done. */
  readonly does: 'serve' | 'work';
}

/**
 * The sections of a form that are about the pods of a workload: the same for Deployment, StatefulSet, Job and
 * ScaledJob, wherever they keep their template. References are named as in `references/podReferences.ts`.
 */
export function podSections({ pod, does }: PodPlace): readonly FormSection[] {
  const steps = pod.split('.');
  return [
    {
      title: 'Containers',
      isMain: true,
      help: 'What runs in each pod, what it asks for and how it tells that it is well.',
      say: (value) => sayContainers(value, steps),
      docs: 'https://kubernetes.io/docs/concepts/workloads/pods/',
      fields: [containersField(pod, does), ...(does === 'work' ? [restartField(pod)] : [])],
    },
    {
      title: 'Init containers',
      help: 'They run one after the other, to their end, before the containers start.',
      docs: 'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/',
      fields: [initContainersField(pod)],
    },
    {
      title: 'Volumes',
      help: 'Files from ConfigMaps, Secrets and storage.',
      docs: 'https://kubernetes.io/docs/concepts/storage/volumes/',
      fields: [volumesField(pod)],
    },
    {
      title: 'Identity and placement',
      help: 'As whom the pods run, and where.',
      say: (value) => sayAccount(value, steps),
      docs: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
      fields: identityFields(pod),
    },
  ];
}

/** Pods that end must say what happens when they fail. */
function restartField(pod: string): FieldDeclaration {
  return {
    type: 'enum',
    path: `${pod}.restartPolicy`,
    label: 'When a container fails',
    options: ['Never', 'OnFailure'],
    required: true,
    help: 'Never starts a new pod, OnFailure the container in the same pod.',
  };
}

function identityFields(pod: string): readonly FieldDeclaration[] {
  return [
    {
      type: 'reference',
      path: `${pod}.serviceAccountName`,
      label: 'ServiceAccount',
      reference: 'serviceAccountName',
      help: 'The account default when empty.',
    },
    {
      type: 'boolean',
      path: `${pod}.automountServiceAccountToken`,
      label: 'Mount its token',
      help: 'Only pods that talk to the API server need it.',
    },
    {
      type: 'reference',
      path: `${pod}.imagePullSecrets`,
      label: 'Secrets to pull images',
      reference: 'imagePullSecret',
    },
    {
      type: 'boolean',
      path: `${pod}.securityContext.runAsNonRoot`,
      label: 'No container as root',
    },
    { type: 'number', path: `${pod}.securityContext.fsGroup`, label: 'Group of mounted files' },
    {
      type: 'map',
      path: `${pod}.nodeSelector`,
      label: 'Only nodes with labels',
    },
    { type: 'name', path: `${pod}.priorityClassName`, label: 'Priority class' },
    {
      type: 'number',
      path: `${pod}.terminationGracePeriodSeconds`,
      label: 'Time to end, s',
      placeholder: '30',
      help: 'After it the pod is ended by force. Longer than the longest request.',
    },
  ];
}

function sayContainers(value: unknown, pod: readonly string[]): string | undefined {
  const images = readList(value, ...pod, 'containers').flatMap((each) => readText(each, 'image') ?? []);
  return images.length === 0 ? undefined : images.slice(0, 3).join(', ');
}

function sayAccount(value: unknown, pod: readonly string[]): string | undefined {
  const account = readText(value, ...pod, 'serviceAccountName');
  return account === undefined ? undefined : `as ServiceAccount ${account}`;
}
