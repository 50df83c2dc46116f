import { isMap, isSet, readList, readMap, readText, readTexts } from '../reading.ts';
import type { CardRow, CardSummary } from '../types.ts';
import { fieldRow, listing, listRows, type RowWords, summary, words } from './rows.ts';
import { sayWords, sentence } from './sentences.ts';

const types: readonly (readonly [field: string, name: string])[] = [
  ['acme', 'ACME'],
  ['ca', 'CA'],
  ['selfSigned', 'Self-signed'],
  ['vault', 'Vault'],
  ['venafi', 'Venafi'],
];

/** The card of an Issuer or ClusterIssuer: its type, whom it asks, and how it proves that a name is ours. */
export function summariseIssuer(value: unknown): CardSummary {
  return summary({
    subtitle: typesOf(value).join(', '),
    rows: [...typeRows(value), ...solverRows(value)],
  });
}

function typesOf(value: unknown): readonly string[] {
  return types.filter(([field]) => isSet(value, 'spec', field)).map(([, name]) => name);
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
  return listRows(value, ['spec', 'acme', 'solvers'], solverWords);
}

/** How a solver proves that a name is ours: `HTTP-01 | through web`, `DNS-01 route53 | example.com`. */
function solverWords(solver: unknown): RowWords {
  const provider = Object.keys(readMap(solver, 'dns01')).find((key) => isMap(readMap(solver, 'dns01')[key]));
  const gateways = readList(solver, 'http01', 'gatewayHTTPRoute', 'parentRefs').flatMap(
    (ref) => readText(ref, 'name') ?? [],
  );
  const zones = [...readTexts(solver, 'selector', 'dnsNames'), ...readTexts(solver, 'selector', 'dnsZones')];
  return {
    label: isSet(solver, 'dns01') ? (words('DNS-01', provider) ?? 'DNS-01') : 'HTTP-01',
    parts: [
      isSet(solver, 'http01', 'ingress') ? 'through an Ingress' : undefined,
      gateways.length === 0 ? undefined : `through ${listing(gateways, 2)}`,
      zones.length === 0 ? undefined : listing(zones, 2),
    ],
  };
}

/** A solver as a sentence: `DNS-01 route53, for example.com`. */
export function saySolver(solver: unknown): string | undefined {
  return sayWords(solverWords(solver));
}

/** Who signs, as a sentence: `ACME, acme-v02.api.letsencrypt.org, HTTP-01 through web`. */
export function sayIssuer(value: unknown): string | undefined {
  return sentence(typesOf(value).join(', '), ...[...typeRows(value), ...solverRows(value)].map(rowWords));
}

function rowWords({ label, parts, chips }: CardRow): string {
  return [label, ...parts, ...chips.map(({ text }) => text)].join(' ');
}
