import type { AnalysedResource } from '../../analysis.ts';
import { readTexts } from '../../kinds/reading.ts';
import { gateway } from '../../kinds/targets.ts';
import type { Repair } from '../../schema/fault.ts';
import type { Plain } from '../../yaml/types.ts';
import { issuerFor, newCertificate } from '../facts/certificates.ts';
import { isOf } from '../facts/kinds.ts';
import { attachedTo, isSecure, type Listener, listenersOf, listenersOfGateway } from '../facts/listeners.ts';
import type { Facts, Guardrail } from '../types.ts';

/** A Gateway that speaks plain HTTP and nothing else. */
export const noTls: Guardrail = {
  code: 'TS202',
  name: 'no-tls',
  reason:
    'Without TLS everybody on the way can read and change requests. TLS may end before the Gateway; then say so.',
  docs: 'https://gateway-api.sigs.k8s.io/guides/tls/',
  scope: 'resource',
  run(resource, facts) {
    if (!isOf(resource, gateway)) return [];
    const listeners = listenersOfGateway(resource, facts);
    const plain = listenersOf(resource).find(({ protocol }) => protocol === 'HTTP');
    if (plain === undefined || listeners.some(isSecure)) return [];
    return [
      {
        severity: 'info',
        message: `Gateway ${resource.name} has no listener with TLS: whatever it takes comes in over plain HTTP. Add an HTTPS listener, or switch this off where TLS ends before it.`,
        path: ['spec', 'listeners'],
        mark: 'key',
        repairs: [addListener(resource, plain, facts)],
      },
    ];
  },
};

/** An HTTPS listener like the plain one, and a Certificate for it where an issuer and the hosts are known. */
function addListener(holder: AnalysedResource, plain: Listener, facts: Facts): Repair {
  const listeners = listenersOf(holder);
  const secretName = `${holder.name}-tls`;
  const { allowedRoutes } = plain.value as Readonly<Record<string, Plain>>;
  const names = new Set(listeners.map(({ name }) => name));
  const listener: Plain = {
    name: names.has('https') ? 'https-443' : 'https',
    protocol: 'HTTPS',
    port: 443,
    ...(plain.hostname === undefined ? {} : { hostname: plain.hostname }),
    tls: { mode: 'Terminate', certificateRefs: [{ name: secretName }] },
    ...(allowedRoutes === undefined ? {} : { allowedRoutes }),
  };
  const by = issuerFor(holder.namespace, facts);
  const hosts = by === undefined ? [] : hostsOf(holder, plain, facts);
  const certificate =
    by === undefined || hosts.length === 0 ? [] : [newCertificate(holder.namespace, secretName, hosts, by)];
  return {
    label: certificate.length === 0 ? 'Add an HTTPS listener' : 'Add an HTTPS listener with a Certificate',
    steps: [{ step: 'insert', path: ['spec', 'listeners'], index: listeners.length, value: listener }],
    ...(certificate.length === 0 ? {} : { documents: certificate }),
  };
}

/** The hosts that a listener, or else the routes behind it, are for. */
function hostsOf(holder: AnalysedResource, { hostname }: Listener, facts: Facts): readonly string[] {
  if (hostname !== undefined) return [hostname];
  return [
    ...new Set(attachedTo(holder, facts).flatMap(({ route }) => readTexts(route.value, 'spec', 'hostnames'))),
  ];
}
