import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import { backendsAsRules, elsewhereOf, modelHeader } from './aiRouteRules.ts';
import { aiKinds, envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

/**
 * AIGatewayRoute under Envoy Gateway's group, with a list `spec.backends`: the form of early write-ups. The kind is AI
 * Gateway's own, and its backends are backendRefs of rules that match on the model's header.
 */
export const aiRouteGroup: Mistake = {
  code: 'TS126',
  name: 'ai-route-group',
  reason:
    'AIGatewayRoute is a kind of Envoy AI Gateway, under its own API group; providers are backendRefs of a rule, not a list spec.backends.',
  kinds: envoyKinds('AIGatewayRoute'),
  recognise(fault, resource) {
    if (fault.fault !== 'no-such-kind') return undefined;
    const apiVersion =
      fault.suggestions.find(({ kind }) => kind === 'AIGatewayRoute')?.apiVersion ??
      'aigateway.envoyproxy.io/v1beta1';
    const backends = valueAt(resource, ['spec', 'backends']);
    const hasBackends = Array.isArray(backends) && backends.some(isRecord);
    const about = `AIGatewayRoute belongs to ${apiVersion}, not to ${fault.apiVersion}`;
    return {
      message: hasBackends
        ? `${about}, and its backends are backendRefs of a rule that matches the header ${modelHeader}.${elsewhereOf(backends)}`
        : `${about}.`,
      repairs: [
        {
          label: hasBackends ? 'Write it as an AI Gateway route with rules' : `Use ${apiVersion}`,
          steps: [
            { step: 'set', path: ['apiVersion'], value: apiVersion },
            ...(hasBackends ? backendsAsRules(backends, resource) : []),
          ],
          isPreferred: true,
        },
      ],
    };
  },
};

/** The same list under the right group: nobody knows the field, and rules are missing. */
export const aiRouteBackends: Mistake = {
  code: 'TS150',
  name: 'ai-route-backends',
  reason: 'The providers of an AIGatewayRoute are backendRefs of a rule, not a list spec.backends.',
  kinds: aiKinds('AIGatewayRoute'),
  recognise(fault, resource) {
    const isUnknown =
      fault.fault === 'unknown-field' && fault.field === 'backends' && fault.path.length === 2;
    const isLacking = fault.fault === 'required' && fault.field === 'rules' && fault.path.length === 1;
    const backends = valueAt(resource, ['spec', 'backends']);
    if (!(isUnknown || isLacking) || !Array.isArray(backends) || !backends.some(isRecord)) return undefined;
    return {
      message: `The backends of an AIGatewayRoute are backendRefs of a rule that matches the header ${modelHeader}.${elsewhereOf(backends)}`,
      repairs: [
        {
          label: 'Write backends as a rule',
          steps: backendsAsRules(backends, resource),
          isPreferred: true,
        },
      ],
    };
  },
};
