import { isSet, readAt, readFlag, readList, readNumber, readText } from '../reading.ts';
import type { CardRow } from '../types.ts';
import type { Feature } from './features.ts';
import { fieldRow, listing, listRows, words } from './rows.ts';

/** What an HTTPRouteFilter does to the requests of the rules that name it. */
export const routeFilterFeatures: readonly Feature[] = [
  { path: ['urlRewrite'], chip: 'rewrite', rows: rewriteRows },
  { path: ['directResponse'], chip: 'answer', rows: (value, path) => [answerRow(value, path)] },
  { path: ['credentialInjection'], chip: 'credential', rows: (value, path) => [credentialRow(value, path)] },
  { path: ['matches'], chip: 'cookies', rows: cookieRows },
];

function rewriteRows(value: unknown, path: readonly string[]): readonly CardRow[] {
  const rewrite = readAt(value, ...path);
  const pattern = readText(rewrite, 'path', 'replaceRegexMatch', 'pattern');
  const rows: CardRow[] = [];
  if (isSet(rewrite, 'path'))
    rows.push(
      fieldRow([...path, 'path'], {
        label: `path ~ ${pattern ?? '?'}`,
        parts: [`→ ${readText(rewrite, 'path', 'replaceRegexMatch', 'substitution') ?? ''}`],
      }),
    );
  if (isSet(rewrite, 'hostname'))
    rows.push(
      fieldRow([...path, 'hostname'], {
        label: hostWords(readAt(rewrite, 'hostname')),
        parts: [readText(rewrite, 'hostname', 'pathRegex', 'substitution')],
      }),
    );
  return rows;
}

function hostWords(hostname: unknown): string {
  const type = readText(hostname, 'type');
  if (type === 'Backend') return 'host of the backend';
  if (type === 'PathRegex')
    return `host from the path ~ ${readText(hostname, 'pathRegex', 'pattern') ?? '?'}`;
  return `host from header ${readText(hostname, 'header') ?? '?'}`;
}

function answerRow(value: unknown, path: readonly string[]): CardRow {
  const answer = readAt(value, ...path);
  const source = readText(answer, 'body', 'valueRef', 'name');
  return fieldRow(path, {
    label: `answers ${readNumber(answer, 'statusCode') ?? 200}`,
    parts: [
      readText(answer, 'contentType'),
      source === undefined ? readText(answer, 'body', 'inline') : `config map: ${source}`,
    ],
  });
}

function credentialRow(value: unknown, path: readonly string[]): CardRow {
  const injection = readAt(value, ...path);
  const name = readText(injection, 'credential', 'valueRef', 'name');
  return fieldRow(path, {
    label: `credential in ${readText(injection, 'header') ?? 'Authorization'}`,
    parts: [name === undefined ? undefined : `secret: ${name}`],
    chips: [
      readFlag(injection, 'overwrite')
        ? { text: 'overwrites', detail: 'takes the place of what the client sent' }
        : undefined,
    ],
  });
}

function cookieRows(value: unknown, path: readonly string[]): readonly CardRow[] {
  return listRows(value, path, (match) => ({ label: cookieWords(match) ?? 'any request' }));
}

/** The cookies that a request must have: `cookie plan=pro, team~a.*`. */
export function cookieWords(match: unknown): string | undefined {
  const cookies = readList(match, 'cookies')
    .slice(0, 16)
    .map((cookie) => {
      const sign = readText(cookie, 'type') === 'RegularExpression' ? '~' : '=';
      return `${readText(cookie, 'name') ?? '?'}${sign}${readText(cookie, 'value') ?? ''}`;
    });
  return words(cookies.length === 0 ? undefined : 'cookie', listing(cookies));
}
