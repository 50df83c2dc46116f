import type { AnalysedResource } from '../../analysis.ts';
import type { Edge } from '../../graph/types.ts';
import { asText, isMap, readList, readMap, readNumber, readPairs, readText } from '../../kinds/reading.ts';
import { gateway, listenerSet } from '../../kinds/targets.ts';
import { type GroupKind, resourceId } from '../../workspace/types.ts';
import type { Path } from '../../yaml/path.ts';
import type { Facts } from '../types.ts';
import { isOf } from './kinds.ts';

/** One listener of a Gateway or ListenerSet. */
export interface Listener {
  readonly holder: AnalysedResource;
  readonly path: Path;
  readonly name: string | undefined;
  readonly protocol: string | undefined;
  readonly port: number | undefined;
  readonly hostname: string | undefined;
  readonly value: unknown;
}

/** True for what has listeners. */
export function hasListeners(resource: GroupKind): boolean {
  return isOf(resource, gateway) || isOf(resource, listenerSet);
}

/** The listeners that a resource writes itself. */
export function listenersOf(holder: AnalysedResource): readonly Listener[] {
  return readList(holder.value, 'spec', 'listeners').flatMap((value, index) =>
    isMap(value)
      ? [
          {
            holder,
            path: ['spec', 'listeners', index],
            name: readText(value, 'name'),
            protocol: readText(value, 'protocol'),
            port: readNumber(value, 'port'),
            hostname: readText(value, 'hostname'),
            value,
          },
        ]
      : [],
  );
}

/** The listeners of a Gateway: its own and those that ListenerSets add to it. */
export function listenersOfGateway(holder: AnalysedResource, facts: Facts): readonly Listener[] {
  const sets = attachedTo(holder, facts, listenerSet);
  return [...listenersOf(holder), ...sets.flatMap(({ route }) => listenersOf(route))];
}

/** The Gateway that the listeners of a Gateway or ListenerSet belong to, where it is in the workspace. */
export function gatewayOf(holder: AnalysedResource, facts: Facts): AnalysedResource | undefined {
  if (isOf(holder, gateway)) return holder;
  const parent = facts.edgesFrom(holder.id).find(({ role }) => role === 'attaches-to');
  return parent === undefined ? undefined : facts.resource(parent.to);
}

/** A route, or a ListenerSet, with the reference by which it attaches. */
export interface Attached {
  readonly route: AnalysedResource;
  readonly edge: Edge;
}

/** What attaches to a Gateway or ListenerSet by name (or only what is of a kind), whether or not a listener lets it in. */
export function attachedTo(holder: AnalysedResource, facts: Facts, only?: GroupKind): readonly Attached[] {
  const start = only === undefined ? '' : `${only.group}/${only.kind}/`;
  return facts.edgesTo(holder.id, 'attaches-to').flatMap((edge) => {
    if (!edge.from.startsWith(start)) return [];
    const route = facts.resource(edge.from);
    return route === undefined ? [] : [{ route, edge }];
  });
}

/** What attaches to one listener, by its name, its port or for want of both, out of a namespace that it lets in. */
export function attachedToListener(
  listener: Listener,
  all: readonly Attached[],
  facts: Facts,
): readonly Attached[] {
  return all.filter(
    ({ route, edge: { target } }) =>
      !isOf(route, listenerSet) &&
      (target.sectionName === undefined || target.sectionName === listener.name) &&
      (target.port === undefined || target.port === listener.port) &&
      letsIn(listener, route.namespace, facts),
  );
}

/** True where it is certain that a listener takes routes of a namespace. */
export function letsIn({ holder, value }: Listener, namespace: string, facts: Facts): boolean {
  const namespaces = readMap(value, 'allowedRoutes', 'namespaces');
  const from = readText(namespaces, 'from') ?? 'Same';
  if (from === 'Same') return namespace === holder.namespace;
  if (from === 'All') return true;
  if (from !== 'Selector') return false;
  const owner = facts.resource(resourceId('', 'Namespace', '', namespace));
  const labels = readMap(owner?.value, 'metadata', 'labels');
  const wanted = readPairs(namespaces, 'selector', 'matchLabels');
  return wanted.length > 0 && wanted.every(([key, text]) => asText(labels[key]) === text);
}

/** True for protocols that end or pass TLS. */
export function isSecure({ protocol }: Listener): boolean {
  return protocol === 'HTTPS' || protocol === 'TLS';
}
