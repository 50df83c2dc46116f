import { isSet, readList, readMap, readNumber, readText } from '../reading.ts';
import type { CardRow, Chip } from '../types.ts';
import { chip, listing, listRows, words } from './rows.ts';

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

function hostOf(listener: unknown): string | undefined {
  const host = readText(listener, 'hostname');
  if (host !== undefined) return host;
  return protocolsWithHost.has(readText(listener, 'protocol') ?? '') ? 'any host' : undefined;
}

function certificatesOf(listener: unknown): string | undefined {
  const names = readList(listener, 'tls', 'certificateRefs').flatMap((ref) => readText(ref, 'name') ?? []);
  return names.length === 0 ? undefined : `cert: ${listing(names, 2)}`;
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
