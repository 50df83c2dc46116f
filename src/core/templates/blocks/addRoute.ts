import { httpRoute } from '../../kinds/targets.ts';
import type { GroupKind } from '../../workspace/types.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { together, type Yaml, yaml } from '../yaml.ts';
import { ensureGateway } from './ensureGateway.ts';
import type { ListenerWish } from './ensureListener.ts';
import { parentRef } from './referTo.ts';
import { backendsOf } from './routeRules.ts';

export interface RouteWish {
  readonly base: string;
  /** Absent: requests for any host. */
  readonly hostname?: string;
  readonly protocol?: ListenerWish['protocol'];
  /** HTTPRoute unless said. */
  readonly kind?: GroupKind;
  /** Where it attaches; else a new Gateway. */
  readonly gateway?: PatternTarget | undefined;
  /** True where it attaches to every listener that takes its host, not to one of them. */
  readonly isEverywhere?: boolean;
}

/**
 * A new route, attached where its host comes in. `rulesFor` gives its rules once the Gateway is there, so that what they
 * need comes after it in the file. Backends in other namespaces are granted.
 */
export function addRoute(
  desk: PatternDesk,
  wish: RouteWish,
  rulesFor: (namespace: string) => readonly Yaml[],
): PatternTarget {
  const { base, hostname, protocol = 'web', kind = httpRoute, isEverywhere = false } = wish;
  const { namespace } = desk;
  const host = hostname === undefined ? {} : { hostname };
  const entrance = ensureGateway(desk, wish.gateway, { protocol, ...host, routesFrom: namespace });
  const rules = rulesFor(namespace).map((rule) => yaml`- ${rule}`);
  const route = desk.add(
    kind,
    base,
    yaml`
      spec:
        parentRefs:
          - ${parentRef({ ...entrance, isOnly: entrance.isOnly || isEverywhere }, namespace)}
        ${hostname !== undefined && hostnames(hostname)}
        rules:
          ${together(...rules)}
    `,
  );
  for (const { target } of backendsOf(desk, route)) if (target !== undefined) desk.grant(route, target);
  return route;
}

function hostnames(hostname: string): Yaml {
  return yaml`
    hostnames:
      - ${hostname}
  `;
}
