import { isSet, readList, readMap, readNumber, readPairs, readText } from '../reading.ts';
import type { CardRow, Chip } from '../types.ts';
import { chip, listing, listRows, words } from './rows.ts';
import { sentence, together } from './sentences.ts';

/** Protocols whose listeners tell hosts apart; the others take whatever reaches the port. */
const protocolsWithHost = new Set(['HTTP', 'HTTPS', 'TLS']);

/** The listeners of a Gateway or ListenerSet: `HTTPS 443 · shop.example.com · cert: shop-tls · https`. */
export function listenerRows(value: unknown): readonly CardRow[] {
  return listRows(value, ['spec', 'listeners'], (listener) => {
    const name = readText(listener, 'name');
    const port = readNumber(listener, 'port');
    return {
      label: words(readText(listener, 'protocol'), port) ?? 'listener',
      parts: [hostOf(listener), certificatesOf(listener), name],
      chips: [tlsChip(listener), routesChip(listener)],
      ...(name === undefined ? {} : { section: name }),
      ...(port === undefined ? {} : { port }),
    };
  });
}

/** A listener as a sentence: `HTTPS on port 443 for *.example.com, TLS ends here with web-tls, routes of all namespaces`. */
export function sayListener(listener: unknown): string | undefined {
  const port = readText(listener, 'port');
  const host = hostOf(listener);
  return sentence(
    words(
      readText(listener, 'protocol') ?? 'listener',
      port === undefined ? undefined : `on port ${port}`,
      host === undefined ? undefined : `for ${host}`,
    ),
    sayTls(listener),
    routesFrom(readMap(listener, 'allowedRoutes', 'namespaces')),
  );
}

function sayTls(listener: unknown): string | undefined {
  if (!isSet(listener, 'tls')) return undefined;
  if (readText(listener, 'tls', 'mode') === 'Passthrough') return 'TLS goes through unopened';
  const names = together(certificateNames(listener), 3);
  return names === undefined ? 'TLS ends here' : `TLS ends here with ${names}`;
}

/** Whose routes may attach: `routes of all namespaces`. Undefined where nothing is said: those of its own namespace. */
export function routesFrom(namespaces: unknown): string | undefined {
  const from = readText(namespaces, 'from');
  if (from === 'All') return 'routes of all namespaces';
  if (from === 'Same') return 'routes of its own namespace';
  if (from !== 'Selector') return undefined;
  const labels = readPairs(namespaces, 'selector', 'matchLabels').map(([key, text]) => `${key}=${text}`);
  return `routes of namespaces with ${together(labels, 3) ?? 'any labels'}`;
}

function hostOf(listener: unknown): string | undefined {
  const host = readText(listener, 'hostname');
  if (host !== undefined) return host;
  return protocolsWithHost.has(readText(listener, 'protocol') ?? '') ? 'any host' : undefined;
}

function certificatesOf(listener: unknown): string | undefined {
  const names = certificateNames(listener);
  return names.length === 0 ? undefined : `cert: ${listing(names, 2)}`;
}

function certificateNames(listener: unknown): readonly string[] {
  return readList(listener, 'tls', 'certificateRefs').flatMap((ref) => readText(ref, 'name') ?? []);
}

function tlsChip(listener: unknown): Chip | undefined {
  if (!isSet(listener, 'tls')) return undefined;
  const mode = readText(listener, 'tls', 'mode') ?? 'Terminate';
  return mode === 'Passthrough'
    ? { text: 'passthrough', detail: 'TLS goes through to the backend unopened' }
    : { text: mode.toLowerCase(), detail: `TLS mode ${mode}` };
}

function routesChip(listener: unknown): Chip | undefined {
  const namespaces = readMap(listener, 'allowedRoutes', 'namespaces');
  const from = readText(namespaces, 'from');
  if (from === 'All') return chip('all namespaces', 'Routes of every namespace may attach');
  if (from === 'Selector')
    return chip('some namespaces', 'Routes of namespaces with matching labels may attach');
  return undefined;
}
