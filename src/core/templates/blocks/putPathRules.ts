import type { PatternDesk, PatternTarget } from '../types.ts';
import type { Yaml } from '../yaml.ts';
import { addRoute } from './addRoute.ts';
import type { Upstream } from './referTo.ts';
import { pathRule, ruleOfPath } from './routeRules.ts';

interface RoutePlace {
  readonly route: PatternTarget | undefined;
  /** Where a new route attaches. */
  readonly gateway: PatternTarget | undefined;
  readonly base: string;
  readonly hostname: string;
}

interface PathRule {
  readonly path: string;
  readonly app: Upstream;
  readonly filters?: readonly Yaml[];
}

/** Puts rules for paths before those of the given route, else into a new one; refuses a path that has its rule already. */
export function putPathRules(
  desk: PatternDesk,
  { route, gateway, base, hostname }: RoutePlace,
  rulesFor: () => readonly PathRule[],
): void {
  if (route === undefined) {
    addRoute(desk, { base, hostname, gateway }, (namespace) =>
      rulesFor().map(({ path, app, filters }) => pathRule(path, app, namespace, filters)),
    );
    return;
  }
  for (const [at, { path, app, filters }] of rulesFor().entries()) {
    if (ruleOfPath(desk, route, path) >= 0) {
      desk.refuse(
        `HTTPRoute ${route.name} has a rule for ${path} already. Change that rule, or choose another path.`,
      );
      return;
    }
    desk.insert(route, ['spec', 'rules'], pathRule(path, app, route.namespace, filters), at);
    desk.grant(route, app.target);
  }
}
