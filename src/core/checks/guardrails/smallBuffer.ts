import type { AnalysedResource } from '../../analysis.ts';
import { isSet } from '../../kinds/reading.ts';
import { envoyGateway, gatewayApi, gateway as gatewayKind } from '../../kinds/targets.ts';
import { scalar } from '../../kinds/templates/manifest.ts';
import type { Repair, RepairStep } from '../../schema/fault.ts';
import { aiGatewayRoute, clientTrafficPolicy, isOf } from '../facts/kinds.ts';
import { attachedTo, attachedToListener, listenersOf } from '../facts/listeners.ts';
import { type Governing, policiesFor, policiesOn } from '../facts/policies.ts';
import { newDocument } from '../newDocument.ts';
import type { Guardrail } from '../types.ts';

/** What AI Gateway's own examples give a request. */
const ample = '50Mi';

/** A Gateway that carries prompts, with the buffer of a plain one. */
export const smallBuffer: Guardrail = {
  code: 'TS209',
  name: 'small-buffer',
  reason:
    'AI Gateway reads the whole body to find the model. Envoy buffers 32 KiB unless it is told more, and answers 413 to longer prompts, images and files.',
  docs: 'https://gateway.envoyproxy.io/docs/api/extension_types/#clientconnection',
  scope: 'resource',
  run(gateway, facts) {
    if (!isOf(gateway, gatewayKind)) return [];
    const routes = attachedTo(gateway, facts, aiGatewayRoute);
    if (routes.length === 0) return [];
    const policies = policiesOn(gateway.id, clientTrafficPolicy, facts);
    const small = listenersOf(gateway).filter(
      (listener) =>
        attachedToListener(listener, routes, facts).length > 0 &&
        !policiesFor(policies, listener.name).some(isAmple),
    );
    const [first] = small;
    if (first === undefined) return [];
    const name = first.name ?? String(first.port ?? '');
    return [
      {
        severity: 'warning',
        message: `Listener ${name} carries requests to models and buffers only 32 KiB of each, so longer prompts are answered with 413. Set connection.bufferLimit in a ClientTrafficPolicy.`,
        path: ['metadata', 'name'],
        repairs: [
          wayOut(
            gateway,
            policies,
            small.map((listener) => policiesFor(policies, listener.name)),
          ),
        ],
      },
    ];
  },
};

function isAmple({ value }: AnalysedResource): boolean {
  return isSet(value, 'spec', 'connection', 'bufferLimit');
}

/** Sets it in the policies that count for the listeners; a listener without one gets it with the whole Gateway. */
function wayOut(
  gateway: AnalysedResource,
  policies: readonly Governing[],
  counting: readonly (readonly AnalysedResource[])[],
): Repair {
  const present = [...new Set(counting.flatMap((each) => each[0] ?? []))];
  const isLacking = counting.some((each) => each.length === 0);
  const isWhole = policies.some(({ sectionName }) => sectionName === undefined);
  const label = `Let requests have ${ample}`;
  return {
    label,
    steps: [],
    ...(present.length === 0
      ? {}
      : { elsewhere: present.map(({ id, value }) => ({ resource: id, steps: [raise(value)] })) }),
    ...(isLacking && !isWhole ? { documents: [newPolicy(gateway)] } : {}),
  };
}

function raise(value: AnalysedResource['value']): RepairStep {
  return isSet(value, 'spec', 'connection')
    ? { step: 'insert', path: ['spec', 'connection', 'bufferLimit'], value: ample }
    : { step: 'insert', path: ['spec', 'connection'], value: { bufferLimit: ample } };
}

function newPolicy({ namespace, name }: AnalysedResource) {
  const identity = { namespace, name: `${name}-clients` };
  return newDocument(`${envoyGateway}/v1alpha1`, clientTrafficPolicy.kind, identity, [
    'spec:',
    '  targetRefs:',
    `    - group: ${gatewayApi}`,
    '      kind: Gateway',
    `      name: ${scalar(name)}`,
    '  connection:',
    '    # Prompts with images and files are long; 32 KiB is what there is without this.',
    `    bufferLimit: ${ample}`,
  ]);
}
