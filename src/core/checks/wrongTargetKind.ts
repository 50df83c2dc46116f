import type { AnalysedResource } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import { readList, readNumber } from '../kinds/reading.ts';
import { aiServiceBackend, backend, envoyGateway, service } from '../kinds/targets.ts';
import { scalar } from '../kinds/templates/manifest.ts';
import type { Repair, RepairStep } from '../schema/fault.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { resourceId } from '../workspace/types.ts';
import { valueAt } from '../yaml/path.ts';
import { isOf } from './facts/kinds.ts';
import { fieldOf } from './fieldOf.ts';
import { newDocument } from './newDocument.ts';
import type { EdgeCheck, Facts } from './types.ts';

export const wrongTargetKind: EdgeCheck = {
  code: 'TS016',
  name: 'wrong-target-kind',
  reason: 'Controllers ignore or reject references to kinds that they do not know at that place.',
  scope: 'edge',
  run(edge, facts) {
    const holder = facts.resource(edge.from);
    if (edge.state !== 'wrong-kind' || holder === undefined) return [];
    const { group, kind, name } = edge.target;
    const type = group === '' ? kind : `${kind} (${group})`;
    const isPlainService = isOf(holder, aiServiceBackend) && isOf(edge.target, service);
    return [
      {
        severity: 'warning',
        message: isPlainService
          ? `AI Gateway does not send to Service ${name} itself: an AIServiceBackend stands before a Backend of Envoy Gateway. Put a Backend before the Service.`
          : `A ${edge.reference} to ${type} ${name} is not one that Envoy Gateway or Gateway API describe. Check group and kind; the group of a Service is empty, and each other kind needs its own.`,
        path: fieldOf(holder, edge.path, 'kind'),
        repairs: isPlainService ? [putBackend(holder, edge, facts)] : [],
      },
    ];
  },
};

/** A Backend with the name of the Service, at its address in the cluster; one that is there is taken as it is. */
function putBackend(holder: AnalysedResource, { path, target, to }: Edge, facts: Facts): Repair {
  const { name } = target;
  const { namespace } = holder;
  const reference = valueAt(holder.value, path);
  const surplus = ['namespace', 'port'].filter(
    (field) => isRecord(reference) && Object.hasOwn(reference, field),
  );
  const steps: readonly RepairStep[] = [
    { step: 'set', path: [...path, 'group'], value: envoyGateway },
    { step: 'set', path: [...path, 'kind'], value: backend.kind },
    ...surplus.map((field): RepairStep => ({ step: 'remove', path: [...path, field] })),
  ];
  const label = 'Put a Backend before the Service';
  if (facts.resource(resourceId(envoyGateway, backend.kind, namespace, name)) !== undefined)
    return { label, steps };
  const [first] = readList(facts.resource(to)?.value, 'spec', 'ports');
  const port = target.port ?? readNumber(first, 'port') ?? 80;
  const document = newDocument(`${envoyGateway}/v1alpha1`, backend.kind, { namespace, name }, [
    'spec:',
    '  endpoints:',
    '    # The Service, by its name in the cluster.',
    '    - fqdn:',
    `        hostname: ${scalar(`${name}.${target.namespace}.svc.cluster.local`)}`,
    `        port: ${port}`,
  ]);
  return { label, steps, documents: [document] };
}
