import type { Condition } from '../../rule.ts';
import { duration, gw } from '../envoy-gateway/envoyType.ts';
import { int32, listOf, of, record, text } from '../fields.ts';
import {
  all,
  any,
  assert,
  atMost,
  each,
  forbiddenWhen,
  has,
  is,
  not,
  oneOfValues,
  requiredWhen,
  some,
  uniqueBy,
} from '../rules.ts';
import { type AiVersion, ai, aiResource, aiTypes, type TypeTable } from './aiType.ts';
import { gatewayParents } from './gatewayParents.ts';

const meansBackend: Condition = any(is('group', 'aigateway.envoyproxy.io'), is('kind', 'AIServiceBackend'));
const meansPool: Condition = not(meansBackend);
const isPool: Condition = all(has('group'), has('kind'), meansPool);

const poolGroup = 'inference.networking.k8s.io';
const nameAlone = 'An AIServiceBackend is named by its name alone. Remove group and kind.';
const together = `Group and kind go together, for an InferencePool (group ${poolGroup}). For an AIServiceBackend leave both out.`;
const onlyPools = `Besides AIServiceBackends, only an InferencePool of the group ${poolGroup} can be named here, not {value}.`;

/** AIGatewayRoute: which model is served by which backends. */
export const aiGatewayRoute = (version: AiVersion): TypeTable =>
  aiTypes(version, {
    ...aiResource(
      version,
      'AIGatewayRoute',
      'One API for many models: routes requests by their model, and by other headers, to AIServiceBackends or InferencePools.',
    ),
    AIGatewayRouteSpec: record(
      'Which Gateways it stands on, and its rules.',
      {
        parentRefs: listOf({ ref: gw('ParentReference') }, 'The Gateways it stands on.', {
          maxItems: 16,
          rules: gatewayParents,
        }),
        hostnames: listOf(
          { ref: gw('Hostname') },
          'Only requests for these hosts; all of the listener when absent.',
          {
            maxItems: 16,
          },
        ),
        'rules!': listOf({ ref: ai(version, 'AIGatewayRouteRule') }, 'What is sent where.', { maxItems: 15 }),
        llmRequestCosts: listOf(
          { ref: ai(version, 'LLMRequestCost') },
          'Numbers kept of every request; they take the place of those of the GatewayConfig with the same key.',
          { maxItems: 36 },
        ),
      },
      [
        uniqueBy('rules', ['name'], {
          absent: 'skip',
          message: 'Two rules of the route have the name {value}. Give this one another name, or none.',
        }),
      ],
    ),
    AIGatewayRouteRule: record(
      'Requests that fit, and the backends they are sent to.',
      {
        name: of(gw('SectionName'), 'A name for the rule, its own within the route.'),
        matches: listOf(
          { ref: ai(version, 'AIGatewayRouteRuleMatch') },
          'One of these must fit; all requests when absent.',
          { maxItems: 128 },
        ),
        backendRefs: listOf(
          { ref: ai(version, 'AIGatewayRouteRuleBackendRef') },
          'Where requests go: AIServiceBackends by weight and priority, or a single InferencePool.',
          { maxItems: 128 },
        ),
        timeouts: of(gw('HTTPRouteTimeouts'), 'How long an answer may take; 60 s in all when absent.'),
        streamIdleTimeout: duration('How long a stream may be silent before it is cut, or tried elsewhere.'),
        modelsOwnedBy: text('Who owns the models of this rule, as `/models` tells it.', {
          default: 'Envoy AI Gateway',
        }),
        modelsCreatedAt: text(
          'When the models of this rule were made, as `/models` tells it: `2026-01-31T10:00:00Z`.',
          {
            format: 'date-time',
          },
        ),
      },
      [
        assert(
          not(is('name', 'route-not-found')),
          'name',
          'The name route-not-found belongs to the rule that AI Gateway adds itself. Choose another.',
        ),
        each(
          'backendRefs',
          [
            assert(
              not(isPool),
              '',
              'An InferencePool cannot share a rule with AIServiceBackends. Move it to a rule of its own.',
            ),
          ],
          { when: some('backendRefs', not(isPool)) },
        ),
        atMost(1, 'backendRefs', isPool, {
          message: 'A rule has at most one InferencePool. Move this one to a rule of its own.',
        }),
      ],
    ),
    AIGatewayRouteRuleMatch: record('What a request must be.', {
      headers: listOf(
        { ref: gw('HTTPHeaderMatch') },
        'Headers it must have, all of them; `x-ai-eg-model` is the model.',
        {
          listType: 'map',
          listKeys: ['name'],
          maxItems: 16,
        },
      ),
    }),
    AIGatewayRouteRuleBackendRef: record(
      'An AIServiceBackend, or an InferencePool.',
      {
        'name!': text('The name of the backend.', { minLength: 1 }),
        namespace: of(gw('Namespace'), 'Its namespace; another one needs a ReferenceGrant there.'),
        group: of(gw('Group'), 'Only for an InferencePool: `inference.networking.k8s.io`.'),
        // Unlike elsewhere, the CRD takes an empty kind; the rule below does not.
        kind: text('Only for an InferencePool: `InferencePool`.', {
          maxLength: 63,
          pattern: '^$|^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
        }),
        modelNameOverride: text(
          'The name of the model at this backend, when it is another than in the request.',
        ),
        weight: int32('Its share of the requests, beside the weights of the others.', {
          default: 1,
          minimum: 0,
        }),
        priority: int32('0 is tried first; 1 when those fail, and so on.', { default: 0, minimum: 0 }),
        headerMutation: of(ai(version, 'HTTPHeaderMutation'), 'Headers changed for this backend.'),
        bodyMutation: of(ai(version, 'HTTPBodyMutation'), 'Fields of the body changed for this backend.'),
      },
      [
        forbiddenWhen('group', meansBackend, { message: nameAlone }),
        forbiddenWhen('kind', meansBackend, { message: nameAlone }),
        requiredWhen('kind', all(has('group'), meansPool), { message: together }),
        requiredWhen('group', all(has('kind'), meansPool), { message: together }),
        oneOfValues('group', [poolGroup], { when: meansPool, message: onlyPools }),
        oneOfValues('kind', ['InferencePool'], { when: all(has('group'), meansPool), message: onlyPools }),
      ],
    ),
  });
