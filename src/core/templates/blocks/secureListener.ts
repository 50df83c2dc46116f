import { readList, readText, readTexts } from '../../kinds/reading.ts';
import { certificate } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { addCertificate, covers } from './ensureCertificate.ts';
import { ensureListener, findListener, listenersOf } from './ensureListener.ts';
import type { Entrance } from './referTo.ts';

interface SecureWish {
  readonly hostname: string;
  readonly issuer: PatternTarget;
  /** The namespace of the routes that attach. */
  readonly routesFrom: string;
  readonly duration?: string;
}

/**
 * An HTTPS listener whose certificate an issuer signs. One that is there keeps its Secret: the Certificate that makes it
 * goes over to the issuer, or is added where nobody makes it.
 */
export function secureListener(desk: PatternDesk, gateway: PatternTarget, wish: SecureWish): Entrance {
  const { hostname, issuer, routesFrom } = wish;
  const { namespace } = gateway;
  const listeners = listenersOf(desk, gateway);
  const listener = listeners[findListener(listeners, { protocol: 'HTTPS', hostname })];
  const duration = wish.duration === undefined ? {} : { duration: wish.duration };
  const base = hostname.replace(/^\*\./, '').split('.')[0] ?? gateway.name;
  const order = { namespace, hostnames: [hostname], base, issuer, ...duration };
  const kept = readText(readList(listener, 'tls', 'certificateRefs')[0], 'name');
  if (listener !== undefined && kept !== undefined) {
    const maker = makerOf(desk, namespace, kept);
    if (maker === undefined) addCertificate(desk, { ...order, secretName: kept });
    else handOver(desk, maker, wish);
  }
  const secretName = kept ?? addCertificate(desk, order);
  return ensureListener(desk, gateway, { protocol: 'HTTPS', hostname, routesFrom, secretName });
}

/** The Certificate that keeps a Secret. */
function makerOf(desk: PatternDesk, namespace: string, secretName: string): PatternTarget | undefined {
  return desk
    .all(certificate)
    .find(
      (each) =>
        each.namespace === namespace && readText(desk.read(each, ['spec']), 'secretName') === secretName,
    );
}

function handOver(
  desk: PatternDesk,
  holder: PatternTarget,
  { issuer, hostname, duration }: SecureWish,
): void {
  desk.set(holder, ['spec', 'issuerRef', 'kind'], issuer.kind);
  desk.set(holder, ['spec', 'issuerRef', 'name'], issuer.name);
  if (duration !== undefined) desk.set(holder, ['spec', 'duration'], duration);
  const names = readTexts(desk.read(holder, ['spec']), 'dnsNames');
  if (!covers(names, hostname)) desk.insert(holder, ['spec', 'dnsNames'], hostname);
}
