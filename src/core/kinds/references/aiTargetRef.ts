import { aiServiceBackend, inferencePool } from '../targets.ts';
import type { ObjectReference } from '../types.ts';

/** What a policy of AI Gateway is set on: AIServiceBackends, and where it says so other kinds of backends. */
export function aiTargetRef(to: ObjectReference['to'] = [aiServiceBackend, inferencePool]): ObjectReference {
  return {
    name: 'targetRef',
    form: 'object',
    path: 'spec.targetRefs[*]',
    to,
    role: 'governs',
    flow: 'forward',
    namespace: 'own',
    explicitType: true,
  };
}
