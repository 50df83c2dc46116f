import { readList, readText } from '../../kinds/reading.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';
import { allowedRoutes, openTo } from './allowRoutes.ts';
import { addCertificate, ensureCertificate } from './ensureCertificate.ts';
import type { Entrance } from './referTo.ts';

export interface ListenerWish {
  /** `web`: HTTPS where there is a listener for it, else HTTP; a new one speaks HTTP. */
  readonly protocol: 'HTTP' | 'HTTPS' | 'web';
  /** Absent: one for any host will do. */
  readonly hostname?: string;
  /** The namespace of the routes that attach. */
  readonly routesFrom: string;
  /** For HTTPS: the Secret with the certificate; else one is asked of cert-manager. */
  readonly secretName?: string;
  /** Who signs that certificate, and for how long. */
  readonly issuer?: PatternTarget;
  readonly duration?: string;
}

interface Listener {
  readonly name: string;
  readonly lines: Yaml;
}

/**
 * The listener of a Gateway that fits a wish: protocol, host and the routes' namespace. Where one fits but for the
 * namespace, it is opened to it; where none fits, one is added.
 */
export function ensureListener(desk: PatternDesk, gateway: PatternTarget, wish: ListenerWish): Entrance {
  const listeners = listenersOf(desk, gateway);
  const index = findListener(listeners, wish);
  if (index >= 0) {
    openTo(desk, gateway, index, wish.routesFrom);
    const name = readText(listeners[index], 'name') ?? '';
    return { gateway, listener: name, isOnly: listeners.length === 1 };
  }
  const taken = listeners.flatMap((each) => readText(each, 'name') ?? []);
  const { name, lines } = listenerLines(desk, wish, { namespace: gateway.namespace, taken });
  desk.insert(gateway, ['spec', 'listeners'], lines);
  return { gateway, listener: name, isOnly: false };
}

/** The listeners of a Gateway as they are now. */
export function listenersOf(desk: PatternDesk, gateway: PatternTarget): readonly unknown[] {
  return readList(desk.read(gateway, ['spec']), 'listeners');
}

/** The position of the first listener that speaks the protocol for the host, or -1. */
export function findListener(
  listeners: readonly unknown[],
  { protocol, hostname }: Pick<ListenerWish, 'protocol' | 'hostname'>,
): number {
  const order = protocol === 'web' ? ['HTTPS', 'HTTP'] : [protocol];
  for (const wanted of order) {
    const index = listeners.findIndex(
      (each) =>
        readText(each, 'protocol') === wanted &&
        readText(each, 'tls', 'mode') !== 'Passthrough' &&
        takesHost(readText(each, 'hostname'), hostname),
    );
    if (index >= 0) return index;
  }
  return -1;
}

/** A new listener: for HTTPS one of its host, with a certificate; for HTTP one of any host. */
export function listenerLines(
  desk: PatternDesk,
  wish: ListenerWish,
  at: { readonly namespace: string; readonly taken: readonly string[] },
): Listener {
  const isHttps = wish.protocol === 'HTTPS';
  const name = freeName(isHttps ? 'https' : 'http', at.taken);
  const secretName = isHttps ? (wish.secretName ?? certificateFor(desk, wish, at.namespace)) : undefined;
  const lines = yaml`
    name: ${name}
    protocol: ${isHttps ? 'HTTPS' : 'HTTP'}
    port: ${isHttps ? 443 : 80}
    ${isHttps && wish.hostname !== undefined && yaml`hostname: ${wish.hostname}`}
    ${secretName !== undefined && tlsLines(secretName)}
    ${allowedRoutes(at.namespace, wish.routesFrom)}
  `;
  return { name, lines };
}

/** How TLS ends at a listener with a Secret of its Gateway's namespace. */
export function tlsLines(secretName: string): Yaml {
  return yaml`
    tls:
      # TLS ends here; this Secret holds the certificate and its key.
      mode: Terminate
      certificateRefs:
        - name: ${secretName}
  `;
}

function certificateFor(desk: PatternDesk, wish: ListenerWish, namespace: string): string {
  const { hostname = 'www.example.com', issuer, duration } = wish;
  const order = {
    namespace,
    hostnames: [hostname],
    base: hostname.replace(/^\*\./, '').split('.')[0] ?? 'web',
    ...(duration === undefined ? {} : { duration }),
  };
  return issuer === undefined ? ensureCertificate(desk, order) : addCertificate(desk, { ...order, issuer });
}

/** True when a listener of one host takes requests for another. */
export function takesHost(own: string | undefined, wanted: string | undefined): boolean {
  if (own === undefined || wanted === undefined || own === wanted) return true;
  return own.startsWith('*.') && wanted.endsWith(own.slice(1));
}

function freeName(base: string, taken: readonly string[]): string {
  if (!taken.includes(base)) return base;
  let count = 2;
  while (taken.includes(`${base}-${count}`)) count++;
  return `${base}-${count}`;
}
