import { readAt, readList, readText, readTexts } from '../reading.ts';
import type { CardRow, CardSummary } from '../types.ts';
import { chip, fieldRow, listing, listRows, summary } from './rows.ts';

/** The card of an Ingress: where each host and path goes. */
export function summariseIngress(value: unknown): CardSummary {
  return summary({
    subtitle: readText(value, 'spec', 'ingressClassName'),
    rows: [...ruleRows(value), ...defaultRow(value)],
    chips: [readList(value, 'spec', 'tls').length > 0 ? chip('TLS', tlsHosts(value)) : undefined],
  });
}

/** One row a path, since each goes somewhere else; a rule without paths has one of its own. */
function ruleRows(value: unknown): readonly CardRow[] {
  return readList(value, 'spec', 'rules')
    .slice(0, 100)
    .flatMap((rule, index): readonly CardRow[] => {
      const host = readText(rule, 'host') ?? 'every host';
      const rows = listRows(rule, ['http', 'paths'], (path) => ({
        label: host === 'every host' ? ingressPath(path) : `${host}${ingressPath(path)}`,
        parts: [ingressBackend(path)],
        chips: [readText(path, 'pathType') === 'Exact' ? chip('exact') : undefined],
      })).map((row) => ({
        ...row,
        id: `rules/${index}/${row.id}`,
        path: ['spec', 'rules', index, ...row.path],
      }));
      if (rows.length > 0) return rows;
      return [{ id: `rules/${index}`, path: ['spec', 'rules', index], label: host, parts: [], chips: [] }];
    });
}

function defaultRow(value: unknown): readonly CardRow[] {
  const path = ['spec', 'defaultBackend'];
  const backend = { backend: readAt(value, ...path) };
  const said = ingressBackend(backend);
  return said === undefined ? [] : [fieldRow(path, { label: 'else', parts: [said] })];
}

/** The path of an item of `paths`. */
export function ingressPath(path: unknown): string {
  return readText(path, 'path') ?? '/';
}

/** `orders:80`: where an item of `paths` goes. */
export function ingressBackend(path: unknown): string | undefined {
  const name = readText(path, 'backend', 'service', 'name') ?? readText(path, 'backend', 'resource', 'name');
  const port =
    readText(path, 'backend', 'service', 'port', 'number') ??
    readText(path, 'backend', 'service', 'port', 'name');
  return name === undefined ? undefined : `${name}${port === undefined ? '' : `:${port}`}`;
}

/** The hosts that an Ingress serves encrypted. */
export function tlsHosts(value: unknown): string | undefined {
  return listing(readList(value, 'spec', 'tls').flatMap((entry) => readTexts(entry, 'hosts')));
}
