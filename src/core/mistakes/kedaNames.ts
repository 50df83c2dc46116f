import { insertStep, removeStep, renameStep, repair } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import { endsWith } from './endsWith.ts';
import { movedField } from './movedField.ts';
import { textOf } from './plainText.ts';
import { httpScaledObjects, scaledObjects } from './projectKinds.ts';
import type { Mistake } from './types.ts';

/** `scaleTargetRef` of an HTTPScaledObject that names the workload alone: requests are sent to a Service. */
const httpTargetService: Mistake = {
  code: 'TS157',
  name: 'http-target-service',
  reason:
    'The HTTP add-on holds requests and sends them on, so besides the workload it needs the Service and its port.',
  kinds: httpScaledObjects,
  recognise(fault, resource) {
    const isLacking =
      fault.fault === 'required' && fault.field === 'service' && endsWith(fault.path, 'scaleTargetRef');
    const target = isLacking ? valueAt(resource, fault.path) : undefined;
    if (!isRecord(target)) return undefined;
    const name = textOf(target.name) ?? textOf(target.deployment);
    if (name === undefined) return undefined;
    const hasPort = target.port !== undefined || target.portName !== undefined;
    return {
      message: `Requests are sent on to a Service: scaleTargetRef needs service${hasPort ? '' : ' and port'} besides the workload ${name}.`,
      repairs: [
        repair(
          hasPort ? `Add service ${name}` : `Add service ${name} and port 80`,
          [
            insertStep([...fault.path, 'service'], name),
            ...(hasPort ? [] : [insertStep([...fault.path, 'port'], 80)]),
          ],
          true,
        ),
      ],
    };
  },
};

/** The old `scaleTargetRef.deployment`: any workload goes now, by name and kind. */
const httpTargetDeployment: Mistake = {
  code: 'TS158',
  name: 'http-target-deployment',
  reason: 'Since release 0.8 the HTTP add-on scales any workload: name, with kind and apiVersion beside it.',
  kinds: httpScaledObjects,
  recognise(fault, resource) {
    if (fault.fault !== 'unknown-field' || !endsWith(fault.path, 'scaleTargetRef', 'deployment'))
      return undefined;
    const isNamed = valueAt(resource, [...fault.path.slice(0, -1), 'name']) !== undefined;
    return {
      message: isNamed
        ? 'deployment is called name here, and that is set already. Remove deployment.'
        : 'There is no deployment under scaleTargetRef any more: the workload is called name, of any kind.',
      repairs: [
        isNamed
          ? repair('Remove deployment', [removeStep(fault.path)])
          : repair('Rename to name', [renameStep(fault.path, 'name')], true),
      ],
    };
  },
};

/** Fields of KEDA before release 2, and of other autoscalers. */
export const kedaNames: readonly Mistake[] = [
  httpTargetService,
  httpTargetDeployment,
  movedField({
    code: 'TS159',
    name: 'http-host',
    reason: 'The first releases of the HTTP add-on took one host; now it is a list, hosts.',
    kinds: httpScaledObjects,
    from: ['spec', 'host'],
    to: ['hosts'],
    convert: (value) => (textOf(value) === undefined ? undefined : [String(value)]),
  }),
  movedField({
    code: 'TS160',
    name: 'scale-target-deployment-name',
    reason: 'KEDA 1 scaled Deployments only, named by deploymentName; KEDA 2 scales any workload, by name.',
    kinds: scaledObjects,
    from: ['scaleTargetRef', 'deploymentName'],
    to: ['name'],
  }),
  movedField({
    code: 'TS161',
    name: 'scale-target-container-name',
    reason: "KEDA 1's containerName is scaleTargetRef.envSourceContainerName in KEDA 2.",
    kinds: scaledObjects,
    from: ['scaleTargetRef', 'containerName'],
    to: ['envSourceContainerName'],
  }),
  movedField({
    code: 'TS162',
    name: 'scaled-object-min-replicas',
    reason: 'A HorizontalPodAutoscaler has minReplicas; a ScaledObject has minReplicaCount.',
    kinds: scaledObjects,
    from: ['spec', 'minReplicas'],
    to: ['minReplicaCount'],
  }),
  movedField({
    code: 'TS163',
    name: 'scaled-object-max-replicas',
    reason: 'A HorizontalPodAutoscaler has maxReplicas; a ScaledObject has maxReplicaCount.',
    kinds: scaledObjects,
    from: ['spec', 'maxReplicas'],
    to: ['maxReplicaCount'],
  }),
];
