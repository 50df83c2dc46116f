import type { AnalysedResource } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import {
  asText,
  isMap,
  readAt,
  readList,
  readMap,
  readNumber,
  readPairs,
  readText,
} from '../kinds/reading.ts';
import { samePath } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import type { Expander, Expansion, MadeResource, World } from './types.ts';

const aiGateway = 'aigateway.envoyproxy.io';
const envoyGateway = 'gateway.envoyproxy.io';
/** How long a request may take where the rule does not say. */
const DEFAULT_TIMEOUT = '60s';

/**
 * What the Envoy AI Gateway controller makes of an AIGatewayRoute: an HTTPRoute of the same name, whose rules send to the
 * Backend behind each AIServiceBackend, and the two HTTPRouteFilters that it uses.
 * https://aigateway.envoyproxy.io/docs/concepts/architecture/control-plane
 */
export const aiGatewayRoute: Expander = {
  group: aiGateway,
  kind: 'AIGatewayRoute',
  controller: 'Envoy AI Gateway',
  docs: 'https://aigateway.envoyproxy.io/docs/concepts/architecture/control-plane',
  expand(resource, world): Expansion {
    const notes: string[] = [];
    const filters = filtersOf(resource);
    const route = routeOf(resource, world, notes);
    return { made: [route, ...filters], notes };
  },
};

const rewriteName = (name: string) => `ai-eg-host-rewrite-${name}`;
const notFoundName = (name: string) => `ai-eg-route-not-found-response-${name}`;

/** One takes the host name of the backend, one answers what no rule takes. */
function filtersOf({ name, namespace }: AnalysedResource): readonly MadeResource[] {
  const filter = (own: string, spec: Plain): MadeResource => ({
    group: envoyGateway,
    kind: 'HTTPRouteFilter',
    name: own,
    namespace,
    value: {
      apiVersion: `${envoyGateway}/v1alpha1`,
      kind: 'HTTPRouteFilter',
      metadata: { name: own, namespace },
      spec,
    },
  });
  return [
    filter(rewriteName(name), { urlRewrite: { hostname: { type: 'Backend' } } }),
    filter(notFoundName(name), {
      directResponse: {
        statusCode: 404,
        body: { type: 'Inline', inline: '(says that no rule takes the model)' },
      },
    }),
  ];
}

function routeOf(resource: AnalysedResource, world: World, notes: string[]): MadeResource {
  const { name, namespace, value } = resource;
  const rules = readList(value, 'spec', 'rules').map((rule, index) =>
    ruleOf(resource, rule, index, { ...world, notes }),
  );
  const notFound = {
    name: 'route-not-found',
    matches: [{ path: { type: 'PathPrefix', value: '/' } }],
    filters: [extension(notFoundName(name))],
  };
  const hostnames = readList(value, 'spec', 'hostnames') as Plain[];
  return {
    group: 'gateway.networking.k8s.io',
    kind: 'HTTPRoute',
    name,
    namespace,
    value: {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name, namespace, ...labelsOf(value), annotations: annotationsOf(value) },
      spec: {
        parentRefs: readList(value, 'spec', 'parentRefs') as Plain[],
        ...(hostnames.length === 0 ? {} : { hostnames }),
        rules: [...rules, notFound],
      },
    },
  };
}

function labelsOf(value: unknown): { readonly labels?: Plain } {
  const labels = readPairs(value, 'metadata', 'labels');
  return labels.length === 0 ? {} : { labels: Object.fromEntries(labels) };
}

/** The route's own, the mark of what is generated, and the order of failover of every backendRef. */
function annotationsOf(value: unknown): Plain {
  const priorities = readList(value, 'spec', 'rules').flatMap((rule, index) =>
    readList(rule, 'backendRefs').map(
      (ref) => `${index}:${readText(ref, 'name') ?? ''}:${readNumber(ref, 'priority') ?? 0}`,
    ),
  );
  return {
    ...Object.fromEntries(readPairs(value, 'metadata', 'annotations')),
    [`${envoyGateway}/backend-ref-priority`]: priorities.join(','),
  };
}

interface Finder extends World {
  readonly notes: string[];
}

function ruleOf(resource: AnalysedResource, rule: unknown, index: number, finder: Finder): Plain {
  const matches = readList(rule, 'matches').map((match): Plain => {
    const headers = readList(match, 'headers') as Plain[];
    return { ...(headers.length === 0 ? {} : { headers }), path: { type: 'PathPrefix', value: '/' } };
  });
  const name = readText(rule, 'name');
  const timeouts = readAt(rule, 'timeouts');
  return {
    ...(name === undefined ? {} : { name }),
    ...(matches.length === 0 ? {} : { matches }),
    filters: [extension(rewriteName(resource.name))],
    backendRefs: readList(rule, 'backendRefs').flatMap((ref, at): readonly Plain[] =>
      backendRefOf(resource, ref, [index, at], finder),
    ),
    timeouts: isMap(timeouts) ? (timeouts as Plain) : { request: DEFAULT_TIMEOUT },
  };
}

/** The Backend behind an AIServiceBackend; an InferencePool stays as it is. */
function backendRefOf(
  resource: AnalysedResource,
  ref: unknown,
  [rule, at]: readonly [number, number],
  { edges, resources, notes }: Finder,
): readonly Plain[] {
  const weight = readNumber(ref, 'weight');
  const rest = weight === undefined ? {} : { weight };
  const name = readText(ref, 'name') ?? '';
  const namespace = readText(ref, 'namespace') ?? resource.namespace;
  if (readText(ref, 'kind') === 'InferencePool')
    return [{ group: readText(ref, 'group') ?? '', kind: 'InferencePool', name, namespace, ...rest }];
  const edge = findEdge(edges.values(), resource, rule, at);
  const backend = edge === undefined ? undefined : resources.get(edge.to);
  if (backend === undefined) {
    notes.push(
      `Rule ${rule + 1} names AIServiceBackend ${name}, which is not in the workspace: what stands behind it is not known, and a request that is sent there fails until it is.`,
    );
    return [];
  }
  const behind = readMap(backend.value, 'spec', 'backendRef');
  const isFar = asText(behind.namespace) === undefined && backend.namespace !== resource.namespace;
  return [
    {
      ...(behind as { readonly [key: string]: Plain }),
      ...(isFar ? { namespace: backend.namespace } : {}),
      ...rest,
    },
  ];
}

function findEdge(
  edges: Iterable<Edge>,
  { id }: AnalysedResource,
  rule: number,
  at: number,
): Edge | undefined {
  const path = ['spec', 'rules', rule, 'backendRefs', at];
  for (const edge of edges) {
    if (edge.from === id && samePath(edge.path, path)) return edge;
  }
  return undefined;
}

function extension(name: string): Plain {
  return { type: 'ExtensionRef', extensionRef: { group: envoyGateway, kind: 'HTTPRouteFilter', name } };
}
