import { repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import { textOf } from './plainText.ts';
import { envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

/** A policy of Envoy Gateway on an AIGatewayRoute: it goes on the HTTPRoute that AI Gateway makes of it. */
export const policyTargetAiRoute: Mistake = {
  code: 'TS156',
  name: 'policy-target-ai-route',
  reason:
    'Envoy Gateway does not know AIGatewayRoute. AI Gateway makes an HTTPRoute of the same name, and policies go on that.',
  kinds: envoyKinds('SecurityPolicy', 'BackendTrafficPolicy', 'EnvoyExtensionPolicy', 'ClientTrafficPolicy'),
  recognise(fault, resource) {
    const list = fault.path.findIndex((step) => step === 'targetRefs' || step === 'targetRef');
    if (list < 0 || (fault.fault !== 'required' && fault.fault !== 'rule')) return undefined;
    const target = fault.path.slice(0, list + (fault.path[list] === 'targetRefs' ? 2 : 1));
    const written = valueAt(resource, target);
    if (!isRecord(written) || written.kind !== 'AIGatewayRoute') return undefined;
    const name = textOf(written.name) ?? 'it';
    return {
      message: `Envoy Gateway puts policies on kinds of Gateway API only. AI Gateway makes an HTTPRoute ${name} of this AIGatewayRoute: name that.`,
      repairs: [
        repair(
          `Use the HTTPRoute ${name}`,
          [
            setStep([...target, 'group'], 'gateway.networking.k8s.io'),
            setStep([...target, 'kind'], 'HTTPRoute'),
          ],
          true,
        ),
      ],
    };
  },
};
