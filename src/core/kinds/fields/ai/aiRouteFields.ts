import type { FieldDeclaration } from '../../form.ts';
import { readNumber } from '../../reading.ts';
import { sayAiRule } from '../../summaries/ai/aiRouteSummary.ts';
import { sayAiBackend } from '../../summaries/ai/failoverWords.ts';
import { modelHeader, sayModelMatch } from '../../summaries/modelWords.ts';
import { freeName } from '../freeName.ts';
import { headersMatchField } from '../headersMatchField.ts';
import { mutationFields } from './mutationFields.ts';

const model = { name: modelHeader, value: 'gpt-5-mini' } as const;
const newMatch = () => ({ headers: [model] });

const modelMatchesField: FieldDeclaration = {
  type: 'list',
  path: 'matches',
  label: 'Matches',
  item: 'match',
  help: 'A request is taken when one of them fits. Without matches the rule takes every model.',
  newItem: newMatch,
  say: sayModelMatch,
  fields: [
    headersMatchField(
      'headers',
      `All of them must fit. ${modelHeader} holds the model that the request asks for.`,
      model,
    ),
  ],
};

const backendsField: FieldDeclaration = {
  type: 'list',
  path: 'backendRefs',
  label: 'Backends',
  item: 'backend',
  help: 'AIServiceBackends in the order of their priority, or one InferencePool alone.',
  newItem: newBackend,
  say: sayAiBackend,
  fields: [
    { type: 'reference', path: '', label: 'Backend', reference: 'backendRef' },
    {
      type: 'number',
      path: 'priority',
      label: 'Priority',
      help: '0 is tried first. Higher ones stand in when all of the lower fail; that needs retries in a BackendTrafficPolicy.',
    },
    {
      type: 'number',
      path: 'weight',
      label: 'Weight',
      help: 'Its share among the backends of the same priority; 1 when empty.',
    },
    {
      type: 'text',
      path: 'modelNameOverride',
      label: 'Ask for model',
      placeholder: 'gpt-5-mini-2026-08-07',
      help: 'What the model is called at this backend, where it differs from the request.',
    },
    ...mutationFields(''),
  ],
};

/** The rules of an AIGatewayRoute: for which models, to which backends, and how long that may take. */
export const aiRulesField: FieldDeclaration = {
  type: 'list',
  path: 'spec.rules',
  label: 'Rules',
  item: 'rule',
  newItem: () => ({ matches: [newMatch()] }),
  say: sayAiRule,
  fields: [
    {
      type: 'name',
      path: 'name',
      label: 'Name',
      help: 'Given to the rule of the HTTPRoute that AI Gateway makes, so that policies can target it.',
    },
    modelMatchesField,
    backendsField,
    {
      type: 'duration',
      path: 'timeouts.request',
      label: 'Request timeout',
      placeholder: '60s',
      help: 'From the first byte of the request to the last of the answer; 60s when empty.',
    },
    { type: 'duration', path: 'timeouts.backendRequest', label: 'Timeout of a try', placeholder: '30s' },
    {
      type: 'duration',
      path: 'streamIdleTimeout',
      label: 'Stream idle timeout',
      placeholder: '20s',
      help: 'How long a backend may be silent. Before its first byte the next backend is tried, after that the stream ends.',
    },
    {
      type: 'text',
      path: 'modelsOwnedBy',
      label: 'Models owned by',
      help: 'Told to clients that list the models.',
    },
    {
      type: 'text',
      path: 'modelsCreatedAt',
      label: 'Models created at',
      placeholder: '2026-01-31T10:00:00Z',
    },
  ],
};

/** The first backend is the first choice, each further one stands in for those before it. */
function newBackend(existing: readonly unknown[]) {
  const name = freeName('openai', existing);
  if (existing.length === 0) return { name };
  const last = Math.max(...existing.map((each) => readNumber(each, 'priority') ?? 0));
  return { name, priority: Math.max(0, Math.trunc(last)) + 1 };
}
