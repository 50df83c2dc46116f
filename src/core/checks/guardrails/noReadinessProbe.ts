import type { AnalysedResource } from '../../analysis.ts';
import { type Body, isSet, readList, readMap, readNumber, readText } from '../../kinds/reading.ts';
import type { Repair } from '../../schema/fault.ts';
import { repair } from '../../schema/repairs/step.ts';
import type { Plain } from '../../yaml/types.ts';
import { type Container, containersOf, isWorkload, servicesOf } from '../facts/workloads.ts';
import type { Guardrail } from '../types.ts';

/** A workload behind a Service that never says whether it is ready. */
export const noReadinessProbe: Guardrail = {
  code: 'TS205',
  name: 'no-readiness-probe',
  reason:
    'Without a readiness probe a pod gets requests as soon as its process runs, also while it starts, hangs or has lost its database.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  scope: 'resource',
  run(workload, facts) {
    if (!isWorkload(workload)) return [];
    const containers = containersOf(workload);
    const [first] = containers;
    if (first === undefined || containers.some(({ value }) => isSet(value, 'readinessProbe'))) return [];
    const [service] = servicesOf(workload, facts);
    if (service === undefined) return [];
    const container = containers.find(({ value }) => readList(value, 'ports').length > 0) ?? first;
    return [
      {
        severity: 'warning',
        message: `Service ${service.name} sends requests to ${workload.kind} ${workload.name} before it is ready: container ${readText(container.value, 'name') ?? ''} has no readiness probe. Add one.`,
        path: [...container.path, 'name'],
        repairs: waysOut(container, service),
      },
    ];
  },
};

const handlers = ['httpGet', 'grpc', 'tcpSocket', 'exec'];

function waysOut({ path, value }: Container, service: AnalysedResource): readonly Repair[] {
  const probe = (label: string, handler: Plain) =>
    repair(label, [{ step: 'insert', path: [...path, 'readinessProbe'], value: handler }]);
  const liveness = readMap(value, 'livenessProbe') as Readonly<Record<string, Plain>>;
  const handler = handlers.find((each) => isSet(liveness, each));
  const same =
    handler === undefined
      ? []
      : [probe('Ask as the liveness probe does', { [handler]: liveness[handler] ?? null })];
  const port = portOf(value, service);
  const open = port === undefined ? [] : [probe(`Wait until port ${port} is open`, { tcpSocket: { port } })];
  return [...same, ...open];
}

/** The container's first port; else the one that the Service sends to. */
function portOf(container: Body, service: AnalysedResource): string | number | undefined {
  const [own] = readList(container, 'ports');
  const [sent] = readList(service.value, 'spec', 'ports');
  return (
    readText(own, 'name') ??
    readNumber(own, 'containerPort') ??
    readNumber(sent, 'targetPort') ??
    (isSet(sent, 'targetPort') ? undefined : readNumber(sent, 'port'))
  );
}
