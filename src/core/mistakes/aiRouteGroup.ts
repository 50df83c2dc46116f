import type { RepairStep } from '../schema/fault.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import type { Mistake } from './types.ts';

const modelHeader = 'x-ai-eg-model';

/**
 * AIGatewayRoute under Envoy Gateway's group, with a list `spec.backends`: the form of early write-ups. The kind is AI
 * Gateway's own, and its backends are backendRefs of rules that match on the model's header.
 */
export const aiRouteGroup: Mistake = {
  code: 'TS126',
  name: 'ai-route-group',
  reason:
    'AIGatewayRoute is a kind of Envoy AI Gateway, under its own API group; providers are backendRefs of a rule, not a list spec.backends.',
  kinds: [{ group: 'gateway.envoyproxy.io', kind: 'AIGatewayRoute' }],
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
        ? `${about}, and its backends are backendRefs of a rule that matches the header ${modelHeader}.`
        : `${about}.`,
      repairs: [
        {
          label: hasBackends ? 'Write it as an AI Gateway route with rules' : `Use ${apiVersion}`,
          steps: [
            { step: 'set', path: ['apiVersion'], value: apiVersion },
            ...(hasBackends ? rulesFor(backends, resource) : []),
          ],
          isPreferred: true,
        },
      ],
    };
  },
};

function rulesFor(backends: readonly unknown[], resource: unknown): readonly RepairStep[] {
  const rules = valueAt(resource, ['spec', 'rules']);
  return [
    {
      step: 'insert',
      path: ['spec', 'rules'],
      value: [...asList(rules), ruleFor(backends.filter(isRecord))],
    },
    { step: 'remove', path: ['spec', 'backends'] },
  ];
}

function asList(value: unknown): readonly Plain[] {
  return Array.isArray(value) ? (value as readonly Plain[]) : [];
}

/** Clients ask for the first backend's model; the others are asked for their own under that name. */
function ruleFor(backends: readonly Record<string, unknown>[]): Plain {
  const model = textOf(backends[0]?.model);
  return {
    ...(model === undefined
      ? {}
      : { matches: [{ headers: [{ type: 'Exact', name: modelHeader, value: model }] }] }),
    backendRefs: backends.map((backend): Plain => {
      const own = textOf(backend.model);
      return {
        name: textOf(backend.name) ?? 'backend',
        ...(own === undefined || own === model ? {} : { modelNameOverride: own }),
        ...(typeof backend.priority === 'number' ? { priority: backend.priority } : {}),
        ...(typeof backend.weight === 'number' ? { weight: backend.weight } : {}),
      };
    }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
