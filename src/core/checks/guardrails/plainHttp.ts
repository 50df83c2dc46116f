import { gatewayApi, listenerSet } from '../../kinds/targets.ts';
import { indent, item, type Lines, scalar } from '../../kinds/templates/manifest.ts';
import type { NewDocument, Repair } from '../../schema/fault.ts';
import { isOf } from '../facts/kinds.ts';
import {
  type Attached,
  attachedTo,
  attachedToListener,
  gatewayOf,
  hasListeners,
  isSecure,
  type Listener,
  letsIn,
  listenersOf,
  listenersOfGateway,
} from '../facts/listeners.ts';
import { isForwarding, rulesOf } from '../facts/routes.ts';
import { newDocument } from '../newDocument.ts';
import type { Facts, Guardrail, Remark } from '../types.ts';
import { moveToListeners } from './moveToListeners.ts';

/** A listener for plain HTTP beside one for HTTPS: what it is for is to send clients over. */
export const plainHttp: Guardrail = {
  code: 'TS201',
  name: 'plain-http',
  reason:
    'What goes over plain HTTP can be read and changed on the way, tokens and cookies included. A redirect sends clients that forget the s to HTTPS.',
  docs: 'https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/',
  scope: 'resource',
  run(resource, facts) {
    if (!hasListeners(resource)) return [];
    const gateway = gatewayOf(resource, facts) ?? resource;
    const secure = listenersOfGateway(gateway, facts).filter(isSecure);
    if (secure.length === 0) return [];
    const attached = attachedTo(resource, facts);
    return listenersOf(resource)
      .filter(({ protocol }) => protocol === 'HTTP')
      .flatMap((listener) => judge(listener, secure, attached, facts));
  },
};

function judge(
  listener: Listener,
  secure: readonly Listener[],
  attached: readonly Attached[],
  facts: Facts,
): readonly Remark[] {
  const here = attachedToListener(listener, attached, facts);
  const hasRedirect = here.some(({ route }) => rulesOf(route).some(({ isRedirect }) => isRedirect));
  const served = here.filter(({ route }) => isForwarding(route));
  // Who names the listener beside a redirect means it.
  const meant = ({ edge: { target } }: Attached) =>
    target.sectionName !== undefined || target.port !== undefined;
  const leaking = hasRedirect ? served.filter((each) => !meant(each)) : served;
  if (leaking.length === 0 && (hasRedirect || !isIdle(listener, secure, attached, facts))) return [];
  return [
    {
      severity: leaking.length > 0 ? 'warning' : 'info',
      message: say(listener, leaking, hasRedirect),
      path: [...listener.path, 'protocol'],
      repairs: wayOut(listener, secure, leaking, hasRedirect, facts),
    },
  ];
}

/** True where nothing answers although routes wait behind TLS. Who answers challenges has a purpose. */
function isIdle(
  listener: Listener,
  secure: readonly Listener[],
  attached: readonly Attached[],
  facts: Facts,
): boolean {
  const solves = facts
    .edgesTo(listener.holder.id, 'uses')
    .some(({ target }) => (target.sectionName ?? listener.name) === listener.name);
  return (
    !solves &&
    attachedToListener(listener, attached, facts).length === 0 &&
    secure.some((each) => attachedToListener(each, attached, facts).length > 0)
  );
}

function say(listener: Listener, leaking: readonly Attached[], hasRedirect: boolean): string {
  const name = `Listener ${listener.name ?? ''}`.trim();
  const [first] = leaking;
  if (first === undefined)
    return `${name} (port ${listener.port ?? ''}) answers nothing, so who opens the address without https gets an error. Add a redirect to HTTPS.`;
  const { kind, name: route } = first.route;
  const others = leaking.length === 1 ? '' : ` and ${leaking.length - 1} more`;
  return hasRedirect
    ? `${name} redirects to HTTPS, but ${kind} ${route}${others} attaches to every listener and is served over plain HTTP too. Name the HTTPS listener in its parentRef.`
    : `${name} serves ${kind} ${route}${others} over plain HTTP, and nothing sends clients to HTTPS. Add a redirect and serve it over HTTPS only.`;
}

function wayOut(
  listener: Listener,
  secure: readonly Listener[],
  leaking: readonly Attached[],
  hasRedirect: boolean,
  facts: Facts,
): readonly Repair[] {
  const moves = leaking.map((each) => moveToListeners(each, secure, facts));
  const elsewhere = moves.flatMap((move) => move ?? []);
  const canRedirect = listener.name !== undefined && letsIn(listener, listener.holder.namespace, facts);
  if (elsewhere.length < moves.length || !(hasRedirect || canRedirect)) return [];
  return [
    {
      label: hasRedirect ? 'Serve it over HTTPS only' : 'Redirect to HTTPS',
      steps: [],
      ...(elsewhere.length === 0 ? {} : { elsewhere }),
      ...(hasRedirect ? {} : { documents: [redirect(listener, secure)] }),
    },
  ];
}

function redirect({ holder, name = '' }: Listener, secure: readonly Listener[]): NewDocument {
  const isSet = isOf(holder, listenerSet);
  const parent: Lines = [
    ...(isSet ? [`group: ${gatewayApi}`, `kind: ${listenerSet.kind}`] : []),
    `name: ${scalar(holder.name)}`,
    `sectionName: ${scalar(name)}`,
  ];
  const ports = secure.flatMap(({ port }) => port ?? []);
  const port = ports.includes(443) ? undefined : ports[0];
  const identity = { namespace: holder.namespace, name: `${holder.name}-${name}-to-https` };
  return newDocument(`${gatewayApi}/v1`, 'HTTPRoute', identity, [
    'spec:',
    '  parentRefs:',
    ...indent(4, item(parent)),
    '  rules:',
    '    # Clients that come over plain HTTP are sent to the same address over HTTPS.',
    '    - filters:',
    '        - type: RequestRedirect',
    '          requestRedirect:',
    '            scheme: https',
    ...(port === undefined ? [] : [`            port: ${port}`]),
    '            statusCode: 301',
  ]);
}
