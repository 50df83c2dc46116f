import { gateway, httpRoute, service } from '../../kinds/targets.ts';
import { addApp, upstreamOf } from '../blocks/ensureApp.ts';
import { putPathRules } from '../blocks/putPathRules.ts';
import type { Upstream } from '../blocks/referTo.ts';
import { firstBackend } from '../blocks/routeRules.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, hostname, texts } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const versionedPaths = definePattern({
  id: 'versioned-paths',
  title: 'Versioned paths',
  purpose: 'Each version of an API has its own path and its own workload',
  group: 'routing',
  docs: 'https://gateway-api.sigs.k8s.io/guides/http-routing/',
  roles: {
    route: { label: 'Route', kinds: [httpRoute] },
    first: { label: 'First version', kinds: [service], help: 'Else the first backend of the route.' },
    next: { label: 'Next version', kinds: [service], onlySelected: true },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    versions: texts('Versions', ['v1', 'v2'], { of: 'name', max: 8, help: 'The oldest first.' }),
    strips: boolean('Hide the version from the app', true, {
      help: '/v1/orders reaches the app as /orders.',
    }),
    hostname: hostname('Host name', 'api.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { versions, strips, hostname }, given) {
    const present = given.route === undefined || given.first ? undefined : firstBackend(desk, given.route);
    const base = given.first?.name ?? present?.target.name ?? 'api';
    const appOf = (version: string, at: number): Upstream => {
      const known = [given.first, given.next][at];
      if (known !== undefined) return upstreamOf(desk, known);
      const isPresent = at === 0 && present !== undefined;
      return isPresent ? present : addApp(desk, { base: `${base}-${version}`, version });
    };
    putPathRules(desk, { route: given.route, gateway: given.gateway, base: 'api', hostname }, () =>
      versions.map((version, at) => ({
        path: `/${version}`,
        app: appOf(version, at),
        filters: strips ? [withoutVersion] : [],
      })),
    );
  },
});

const withoutVersion = yaml`
  type: URLRewrite
  urlRewrite:
    path:
      type: ReplacePrefixMatch
      replacePrefixMatch: /
`;
