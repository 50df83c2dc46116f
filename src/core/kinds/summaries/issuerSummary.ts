import { isMap, isSet, readList, readMap, readText, readTexts } from '../reading.ts';
import type { CardRow, CardSummary } from '../types.ts';
import { fieldRow, listing, listRows, summary, words } from './rows.ts';

const types: readonly (readonly [field: string, name: string])[] = [
  ['acme', 'ACME'],
  ['ca', 'CA'],
  ['selfSigned', 'Self-signed'],
  ['vault', 'Vault'],
  ['venafi', 'Venafi'],
];

/** The card of an Issuer or ClusterIssuer: its type, whom it asks, and how it proves that a name is ours. */
export function summariseIssuer(value: unknown): CardSummary {
  const present = types.filter(([field]) => isSet(value, 'spec', field));
  return summary({
    subtitle: present.map(([, name]) => name).join(', '),
    rows: [...typeRows(value), ...solverRows(value)],
  });
}

function typeRows(value: unknown): readonly CardRow[] {
  const server = readText(value, 'spec', 'acme', 'server') ?? readText(value, 'spec', 'vault', 'server');
  const field = isSet(value, 'spec', 'acme') ? 'acme' : 'vault';
  const caSecret = readText(value, 'spec', 'ca', 'secretName');
  return [
    ...(server === undefined
      ? []
      : [
          fieldRow(['spec', field, 'server'], {
            label: hostOf(server),
            parts: [readText(value, 'spec', 'acme', 'email'), readText(value, 'spec', 'vault', 'path')],
            chips: [
              server.includes('staging')
                ? { text: 'staging', detail: 'browsers do not trust its certificates' }
                : undefined,
            ],
          }),
        ]),
    ...(caSecret === undefined
      ? []
      : [fieldRow(['spec', 'ca', 'secretName'], { label: `CA in ${caSecret}` })]),
  ];
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/]+)/i.exec(url)?.[1] ?? url;
}

function solverRows(value: unknown): readonly CardRow[] {
  return listRows(value, ['spec', 'acme', 'solvers'], (solver) => {
    const provider = Object.keys(readMap(solver, 'dns01')).find((key) =>
      isMap(readMap(solver, 'dns01')[key]),
    );
    const gateways = readList(solver, 'http01', 'gatewayHTTPRoute', 'parentRefs').flatMap(
      (ref) => readText(ref, 'name') ?? [],
    );
    const zones = [
      ...readTexts(solver, 'selector', 'dnsNames'),
      ...readTexts(solver, 'selector', 'dnsZones'),
    ];
    return {
      label: isSet(solver, 'dns01') ? (words('DNS-01', provider) ?? 'DNS-01') : 'HTTP-01',
      parts: [
        isSet(solver, 'http01', 'ingress') ? 'through an Ingress' : undefined,
        gateways.length === 0 ? undefined : `through ${listing(gateways, 2)}`,
        listing(zones, 2),
      ],
    };
  });
}
