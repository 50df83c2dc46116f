import { readList, readText } from '../../kinds/reading.ts';
import { modelHeader } from '../../kinds/summaries/modelWords.ts';
import { aiServiceBackend, httpRoute } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { together, type Yaml, yaml } from '../yaml.ts';
import { aiGatewayRoute } from './aiKinds.ts';
import { isKind } from './policyKinds.ts';
import { type Entrance, parentRef } from './referTo.ts';

/** An AIServiceBackend or InferencePool that serves a model. */
export interface ModelBackend {
  readonly target: PatternTarget;
  /** What it calls the model, where that is not what clients ask for. */
  readonly model?: string | undefined;
  /** 0 is asked first; the next one when that fails. */
  readonly priority?: number;
  readonly weight?: number;
}

interface ModelRouteWish {
  readonly base: string;
  readonly entrance: Entrance;
  /** Absent: requests for any host. */
  readonly hostname?: string;
  readonly rules: readonly Yaml[];
}

/** A new AIGatewayRoute beside its Gateway, since AI Gateway takes no other; it keeps the tokens of every request. */
export function addModelRoute(desk: PatternDesk, wish: ModelRouteWish): PatternTarget {
  const { entrance, hostname, rules } = wish;
  const { namespace } = entrance.gateway;
  return desk.add(
    aiGatewayRoute,
    freeRouteName(desk, namespace, wish.base),
    yaml`
      spec:
        parentRefs:
          - ${parentRef(entrance, namespace)}
        ${
          hostname !== undefined &&
          yaml`
          hostnames:
            - ${hostname}
        `
        }
        rules:
          ${together(...rules.map((rule) => yaml`- ${rule}`))}
        # Noted of every request, for access logs and for limits by tokens.
        llmRequestCosts:
          - metadataKey: llm_total_token
            type: TotalToken
    `,
    { namespace },
  );
}

/** A rule for the requests that ask for a model. */
export function modelRule(model: string, backends: readonly ModelBackend[], namespace: string): Yaml {
  return yaml`
    matches:
      - headers:
          # The gateway reads the model in the body and writes it into this header.
          - name: ${modelHeader}
            value: ${model}
    backendRefs:
      ${together(...backends.map((each) => yaml`- ${modelBackendRef(each, namespace)}`))}
  `;
}

/** The fields of a `backendRef` of an AIGatewayRoute. */
export function modelBackendRef(backend: ModelBackend, namespace: string): Yaml {
  const { target, model, priority, weight } = backend;
  const isPool = !isKind(target, aiServiceBackend);
  return yaml`
    ${isPool && yaml`group: ${target.group}`}
    ${isPool && yaml`kind: ${target.kind}`}
    name: ${target.name}
    ${target.namespace !== namespace && yaml`namespace: ${target.namespace}`}
    ${model !== undefined && yaml`modelNameOverride: ${model}`}
    ${priority !== undefined && yaml`priority: ${priority}`}
    ${weight !== undefined && yaml`weight: ${weight}`}
  `;
}

/** Puts a rule for a model before the others, as the first that fits counts; refuses where there is one for it. */
export function insertModelRule(desk: PatternDesk, route: PatternTarget, model: string, rule: Yaml): void {
  if (modelRulesOf(desk, route).some(({ models }) => models.includes(model))) {
    desk.refuse(
      `AIGatewayRoute ${route.name} has a rule for ${model} already. Change that rule, or choose another model.`,
    );
  } else desk.insert(route, ['spec', 'rules'], rule, 0);
}

/** A rule of an AIGatewayRoute: the models it is for, and where its backends stand. */
export interface ModelRule {
  readonly index: number;
  /** Empty: for every model. */
  readonly models: readonly string[];
  readonly backends: readonly unknown[];
}

/** The rules of an AIGatewayRoute as they are now. */
export function modelRulesOf(desk: PatternDesk, route: PatternTarget): readonly ModelRule[] {
  return readList(desk.read(route, ['spec']), 'rules').map((rule, index) => ({
    index,
    models: readList(rule, 'matches').flatMap((match) =>
      readList(match, 'headers').flatMap((header) =>
        readText(header, 'name')?.toLowerCase() === modelHeader ? (readText(header, 'value') ?? []) : [],
      ),
    ),
    backends: readList(rule, 'backendRefs'),
  }));
}

/** What policies of Envoy Gateway govern: the HTTPRoute that AI Gateway makes of a route, by the same name. */
export function generatedRoute(route: PatternTarget): PatternTarget {
  return isKind(route, aiGatewayRoute) ? { ...route, ...httpRoute } : route;
}

/** A name that no route has, since an HTTPRoute of the same name is made of an AIGatewayRoute. */
function freeRouteName(desk: PatternDesk, namespace: string, base: string): string {
  const routes = [...desk.all(httpRoute), ...desk.all(aiGatewayRoute)];
  const taken = new Set(routes.flatMap((each) => (each.namespace === namespace ? [each.name] : [])));
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(name)) return name;
  }
}
