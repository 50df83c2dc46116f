import { readList, readText } from '../../kinds/reading.ts';
import { gateway, httpRoute, service } from '../../kinds/targets.ts';
import { ensureApp } from '../blocks/ensureApp.ts';
import { putPathRules } from '../blocks/putPathRules.ts';
import { addFilter, firstBackend, ruleOfPath, rulesOf } from '../blocks/routeRules.ts';
import { definePattern } from '../definePattern.ts';
import { choice, hostname, text } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';

export const pathRewrite = definePattern({
  id: 'path-rewrite',
  title: 'Path rewrite',
  purpose: 'Clients ask for one path, the app sees another',
  group: 'routing',
  docs: 'https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/',
  roles: {
    route: { label: 'Route', kinds: [httpRoute] },
    service: { label: 'Backend', kinds: [service], help: 'Else the first backend of the route.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    from: text('Path that clients ask for', '/shop', { type: 'path' }),
    to: text('Path that the app sees', '/', { type: 'path' }),
    how: choice('What is replaced', [
      { value: 'prefix', label: 'The beginning', help: '/shop/cart becomes /cart.' },
      { value: 'whole', label: 'The whole path', help: 'Whatever follows is dropped.' },
    ]),
    hostname: hostname('Host name', 'www.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { from, to, how, hostname }, given) {
    const filter = how === 'prefix' ? prefixRewrite(to) : wholeRewrite(to);
    const { route, service } = given;
    const at = route === undefined ? -1 : ruleOfPath(desk, route, from);
    if (route !== undefined && at >= 0) return rewriteRule(desk, route, at, filter);
    const place = { route, gateway: given.gateway, base: 'shop', hostname };
    putPathRules(desk, place, () => {
      const known = route === undefined || service !== undefined ? undefined : firstBackend(desk, route);
      return [{ path: from, app: known ?? ensureApp(desk, service, { base: 'shop' }), filters: [filter] }];
    });
  },
});

function prefixRewrite(to: string): Yaml {
  return yaml`
    type: URLRewrite
    urlRewrite:
      path:
        # Only what the match is about is replaced; the rest of the path stays.
        type: ReplacePrefixMatch
        replacePrefixMatch: ${to}
  `;
}

function wholeRewrite(to: string): Yaml {
  return yaml`
    type: URLRewrite
    urlRewrite:
      path:
        type: ReplaceFullPath
        replaceFullPath: ${to}
  `;
}

/** Puts the filter into the rule for just this path. */
function rewriteRule(desk: PatternDesk, route: PatternTarget, at: number, filter: Yaml): void {
  const rule = rulesOf(desk, route)[at];
  const taken = readList(rule, 'filters').map((each) => readText(each, 'type'));
  if (!taken.includes('URLRewrite') && !taken.includes('RequestRedirect')) {
    addFilter(desk, route, at, filter);
    return;
  }
  const path = readText(readList(rule, 'matches')[0], 'path', 'value') ?? '/';
  desk.refuse(
    `The rule for ${path} of HTTPRoute ${route.name} rewrites or redirects already. Change that filter, or choose another path.`,
  );
}
