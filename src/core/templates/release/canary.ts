import { gateway, httpRoute, service } from '../../kinds/targets.ts';
import { type Path, samePath } from '../../yaml/path.ts';
import { ensureVersions } from '../blocks/ensureVersions.ts';
import { backendRef, type Upstream } from '../blocks/referTo.ts';
import { backendsOf } from '../blocks/routeRules.ts';
import { definePattern } from '../definePattern.ts';
import { hostname, number } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';

export const canary = definePattern({
  id: 'canary',
  title: 'Canary release',
  purpose: 'A small share of all requests goes to a new version',
  group: 'release',
  docs: 'https://gateway-api.sigs.k8s.io/guides/traffic-splitting/',
  roles: {
    route: { label: 'Route', kinds: [httpRoute] },
    stable: { label: 'Present version', kinds: [service], help: 'The Service that gets all requests now.' },
    canary: { label: 'New version', kinds: [service], onlySelected: true },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    percent: number('Share of the new version', 10, {
      min: 0,
      max: 100,
      unit: '%',
      help: 'Usual steps are 5, 25, 50 and 100.',
    }),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { percent, hostname }, { route, gateway, stable, canary }) {
    const given = { route, gateway, present: stable, other: canary };
    const versions = ensureVersions(desk, given, { word: 'canary', hostname });
    if (versions === undefined) return;
    const share = yaml`
      # Raise this share step by step, and lower the other by as much.
      ${backendRef(versions.other, versions.route.namespace)}
      weight: ${percent}
    `;
    for (const { list, index } of versions.places) {
      const there = placeOf(desk, versions.route, versions.other, list);
      if (there === undefined) desk.insert(versions.route, list, share, index + 1);
      else desk.set(versions.route, [...list, there, 'weight'], percent, beforeWeight);
      desk.set(versions.route, [...list, index, 'weight'], 100 - percent, beforeWeight);
    }
  },
});

const beforeWeight = ['name', 'namespace', 'port'];

/** Where a list of backends has one already. */
function placeOf(
  desk: PatternDesk,
  route: PatternTarget,
  { target }: Upstream,
  list: Path,
): number | undefined {
  const found = backendsOf(desk, route).find(
    (each) => each.target?.id === target.id && samePath(each.path.slice(0, -1), list),
  );
  const index = found?.path.at(-1);
  return typeof index === 'number' ? index : undefined;
}
