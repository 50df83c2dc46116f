import { isSet, readAt, readList, readMap, readText, readTexts } from '../reading.ts';
import type { CardRow } from '../types.ts';
import { principalWords } from './authorizationWords.ts';
import { corsOrigins } from './corsWords.ts';
import type { Feature } from './features.ts';
import { fieldRow, listing, listRows, type RowWords, words } from './rows.ts';
import { sayWords } from './sentences.ts';

/** What a SecurityPolicy does, in the order in which Envoy Gateway runs it. */
export const securityFeatures: readonly Feature[] = [
  { path: ['cors'], chip: 'CORS', rows: (value, path) => [corsRow(value, path)] },
  {
    path: ['csrf'],
    chip: 'CSRF',
    detail: (value) => listing(readTexts(value, 'additionalOrigins'), 2) ?? 'only pages of the same origin',
  },
  { path: ['extAuth'], chip: 'ext auth', rows: (value, path) => [extAuthRow(value, path)] },
  {
    path: ['basicAuth'],
    chip: 'basic auth',
    rows: (value, path) => [secretRow(value, path, 'basic auth', ['users'])],
  },
  { path: ['apiKeyAuth'], chip: 'API key', rows: (value, path) => [apiKeyRow(value, path)] },
  { path: ['jwt'], chip: 'JWT', rows: jwtRows },
  { path: ['oidc'], chip: 'OIDC', rows: (value, path) => [oidcRow(value, path)] },
  { path: ['authorization'], chip: 'authorization', rows: authorizationRows },
  { path: ['mergeType'], chip: 'merged', detail: () => 'merged with the policies of its parents' },
];

function corsRow(value: unknown, path: readonly string[]): CardRow {
  const cors = readAt(value, ...path);
  return fieldRow(path, {
    label: `CORS for ${corsOrigins(cors) ?? 'no origin'}`,
    parts: [listing(readTexts(cors, 'allowMethods'), 4)],
  });
}

function extAuthRow(value: unknown, path: readonly string[]): CardRow {
  const auth = readAt(value, ...path);
  const protocol = isSet(auth, 'grpc') ? 'grpc' : 'http';
  const backends = [...readList(auth, protocol, 'backendRefs'), readMap(auth, protocol, 'backendRef')];
  return fieldRow(path, {
    label: protocol === 'grpc' ? 'asks over gRPC' : 'asks over HTTP',
    parts: [listing(backends.flatMap((each) => readText(each, 'name') ?? []))],
    chips: [
      readAt(auth, 'failOpen') === true
        ? { text: 'fails open', detail: 'lets requests through when the service does not answer' }
        : undefined,
    ],
  });
}

function secretRow(value: unknown, path: readonly string[], label: string, at: readonly string[]): CardRow {
  const name = readText(value, ...path, ...at, 'name');
  return fieldRow(path, { label, parts: [name === undefined ? undefined : `secret: ${name}`] });
}

/** Where a key or token is looked for: `x-api-key`, `?key`, `cookie session`. */
export function sourceWords(source: unknown): readonly string[] {
  return [
    ...readTexts(source, 'headers'),
    ...readTexts(source, 'params').map((name) => `?${name}`),
    ...readTexts(source, 'cookies').map((name) => `cookie ${name}`),
  ];
}

function apiKeyRow(value: unknown, path: readonly string[]): CardRow {
  const auth = readAt(value, ...path);
  const sources = readList(auth, 'extractFrom').slice(0, 8).flatMap(sourceWords);
  const secrets = readList(auth, 'credentialRefs').flatMap((each) => readText(each, 'name') ?? []);
  return fieldRow(path, {
    label: words('API key', sources.length === 0 ? undefined : `in ${listing(sources, 2)}`) ?? 'API key',
    parts: [secrets.length === 0 ? undefined : `secret: ${listing(secrets, 2)}`],
  });
}

function jwtRows(value: unknown, path: readonly string[]): readonly CardRow[] {
  return listRows(value, [...path, 'providers'], providerWords);
}

function providerWords(provider: unknown): RowWords {
  const audiences = listing(readTexts(provider, 'audiences'), 2);
  return {
    label: words('JWT', readText(provider, 'name')) ?? 'JWT',
    parts: [readText(provider, 'issuer'), audiences === undefined ? undefined : `for ${audiences}`],
    chips: [isSet(provider, 'localJWKS') ? { text: 'local keys' } : undefined],
  };
}

/** A JWT provider as a sentence: `JWT corp, https://auth.example.com, for web`. */
export function sayProvider(provider: unknown): string | undefined {
  return sayWords(providerWords(provider));
}

function oidcRow(value: unknown, path: readonly string[]): CardRow {
  return fieldRow(path, {
    label: 'OIDC',
    parts: [readText(value, ...path, 'provider', 'issuer'), readText(value, ...path, 'clientID')],
  });
}

function authorizationRows(value: unknown, path: readonly string[]): readonly CardRow[] {
  const fallback = readText(value, ...path, 'defaultAction') ?? 'Deny';
  const rules = listRows(value, [...path, 'rules'], (rule) => ({
    label: words(readText(rule, 'action'), readText(rule, 'name')) ?? 'rule',
    parts: [principalWords(rule)],
  }));
  return [...rules, fieldRow([...path, 'defaultAction'], { label: `else ${fallback}` })];
}
