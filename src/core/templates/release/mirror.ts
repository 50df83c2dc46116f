import { gateway, httpRoute, service } from '../../kinds/targets.ts';
import { ensureVersions } from '../blocks/ensureVersions.ts';
import { backendRef } from '../blocks/referTo.ts';
import { addFilter } from '../blocks/routeRules.ts';
import { definePattern } from '../definePattern.ts';
import { hostname, number } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const mirror = definePattern({
  id: 'request-mirroring',
  title: 'Request mirroring',
  purpose: 'A new version sees copies of real requests; its answers are thrown away',
  group: 'release',
  docs: 'https://gateway-api.sigs.k8s.io/guides/http-request-mirroring/',
  roles: {
    route: { label: 'Route', kinds: [httpRoute] },
    service: { label: 'Backend', kinds: [service], help: 'What answers; its requests are copied.' },
    mirror: { label: 'Mirror', kinds: [service], onlySelected: true, help: 'What gets the copies.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    percent: number('Share of the requests', 100, { min: 1, max: 100, unit: '%' }),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { percent, hostname }, { route, gateway, service, mirror }) {
    const given = { route, gateway, present: service, other: mirror };
    const versions = ensureVersions(desk, given, { word: 'mirror', hostname });
    if (versions === undefined) return;
    const { target } = versions.other;
    const isMirrored = desk
      .references(versions.route)
      .some((each) => each.reference.startsWith('requestMirror') && each.target?.id === target.id);
    if (isMirrored)
      return desk.refuse(
        `HTTPRoute ${versions.route.name} copies requests to Service ${target.name} already. Change that filter.`,
      );
    const filter = yaml`
      # Copies only: nobody waits for this backend. What it writes, it writes a second time.
      type: RequestMirror
      requestMirror:
        backendRef:
          ${backendRef(versions.other, versions.route.namespace)}
        percent: ${percent}
    `;
    const rules = new Set(versions.places.map(({ rule }) => rule));
    for (const rule of rules) addFilter(desk, versions.route, rule, filter);
  },
});
