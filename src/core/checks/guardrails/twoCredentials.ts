import { removeStep, repair } from '../../schema/repairs/step.ts';
import { backendSecurityPolicy, isOf } from '../facts/kinds.ts';
import { policiesOn } from '../facts/policies.ts';
import type { Guardrail } from '../types.ts';

/** A second BackendSecurityPolicy for one backend. */
export const twoCredentials: Guardrail = {
  code: 'TS210',
  name: 'two-credentials',
  reason: 'AI Gateway takes one BackendSecurityPolicy for a backend; with two it configures neither.',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/security/upstream-auth/',
  scope: 'edge',
  run(edge, facts) {
    const holder = edge.role === 'governs' ? facts.resource(edge.from) : undefined;
    if (holder === undefined || !isOf(holder, backendSecurityPolicy)) return [];
    const [first] = policiesOn(edge.to, backendSecurityPolicy, facts);
    if (first === undefined || first.policy === holder) return [];
    const isOnly = facts.edgesFrom(holder.id).filter(({ role }) => role === 'governs').length === 1;
    return [
      {
        severity: 'warning',
        message: `${edge.target.kind} ${edge.target.name} has BackendSecurityPolicy ${first.policy.name} already, and takes only one. Keep one of the two.`,
        path: [...edge.path, 'name'],
        repairs: [
          isOnly
            ? { label: `Delete BackendSecurityPolicy ${holder.name}`, steps: [], isRemoval: true }
            : repair('Take it out of this policy', [removeStep(edge.path)]),
        ],
      },
    ];
  },
};
