import { readList, readNumber, readText, readTexts } from '../../kinds/reading.ts';
import { httpRoute } from '../../kinds/targets.ts';
import type { PatternDesk, PatternReference } from '../types.ts';
import { yaml } from '../yaml.ts';
import { listenersOf, takesHost } from './ensureListener.ts';
import { type Entrance, parentRef } from './referTo.ts';

/**
 * Answers all that comes in by plain HTTP with the same address over HTTPS. Routes that were served there move to HTTPS,
 * since they would answer before the redirect does. Nothing is added where a route redirects everything already.
 */
export function redirectToHttps(desk: PatternDesk, http: Entrance, https: Entrance, statusCode = 301): void {
  const { gateway } = https;
  const served = desk
    .referrers(gateway)
    .filter(
      ({ reference, sectionName }) =>
        reference === 'parentRef' && (sectionName === undefined || sectionName === http.listener),
    );
  const isRedirect = ({ holder }: PatternReference) => redirects(desk.read(holder, ['spec']));
  const secure = listenersOf(desk, gateway).filter((each) => readText(each, 'protocol') === 'HTTPS');
  for (const each of served) if (!isRedirect(each)) moveTo(desk, each, secure);
  if (served.some(isRedirect)) return;
  const target = secure.find((each) => readText(each, 'name') === https.listener);
  const port = readNumber(target, 'port') ?? 443;
  desk.add(
    httpRoute,
    `${gateway.name}-redirect`,
    yaml`
      spec:
        # Only the listener for plain HTTP: requests over HTTPS never get here.
        parentRefs:
          - ${parentRef({ ...http, isOnly: false }, gateway.namespace)}
        rules:
          - filters:
              - type: RequestRedirect
                requestRedirect:
                  scheme: https
                  ${port !== 443 && yaml`port: ${port}`}
                  statusCode: ${statusCode}
    `,
    { namespace: gateway.namespace },
  );
}

/** Attaches a route to the HTTPS listener for its host; where several are, to their port, which stands for all. */
function moveTo(
  desk: PatternDesk,
  { holder, path, sectionName }: PatternReference,
  secure: readonly unknown[],
): void {
  const [host] = readTexts(desk.read(holder, ['spec']), 'hostnames');
  const fitting = secure.filter((each) => takesHost(readText(each, 'hostname'), host));
  const [first = secure[0], ...others] = fitting;
  const name = readText(first, 'name');
  if (others.length === 0 && name !== undefined) {
    desk.set(holder, [...path, 'sectionName'], name, ['name', 'namespace']);
    return;
  }
  if (sectionName !== undefined) desk.remove(holder, [...path, 'sectionName']);
  desk.set(holder, [...path, 'port'], readNumber(first, 'port') ?? 443, ['name', 'namespace']);
}

/** True for a route that only sends elsewhere. */
function redirects(spec: unknown): boolean {
  const rules = readList(spec, 'rules');
  const isRedirect = (filter: unknown) => readText(filter, 'type') === 'RequestRedirect';
  return rules.length > 0 && rules.every((rule) => readList(rule, 'filters').some(isRedirect));
}
