import { isSet, readAt, readList, readNumber, readText, readTexts } from '../../reading.ts';
import type { CardRow, CardSummary, Chip } from '../../types.ts';
import { chip, count, fieldRow, listing, listRows, type RowWords, summary, words } from '../rows.ts';
import { sayWords } from '../sentences.ts';

const security = ['spec', 'securityPolicy'];

/** An MCPRoute's card: its path and hosts, a row for each server with its tools, then who may call what. */
export function summariseMcpRoute(value: unknown): CardSummary {
  const hosts = listing(readTexts(value, 'spec', 'hostnames'), 2);
  return summary({
    subtitle: words(
      readText(value, 'spec', 'path') ?? '/mcp',
      hosts === undefined ? undefined : `on ${hosts}`,
    ),
    rows: [...listRows(value, ['spec', 'backendRefs'], serverWords), ...authorizationRows(value)],
    chips: securityChips(value),
  });
}

/** A server of an MCPRoute as a sentence: `Server github, /mcp/readonly, only search, API key`. */
export function sayMcpServer(server: unknown): string | undefined {
  const words = serverWords(server);
  return sayWords({ ...words, label: `server ${words.label}` });
}

/** An authorization rule as a sentence: `Allow github/search, scope read`. */
export function sayMcpRule(rule: unknown): string | undefined {
  return sayWords(ruleWords(rule));
}

function serverWords(server: unknown): RowWords {
  const port = readNumber(server, 'port');
  const path = readText(server, 'path');
  const forwarded = readList(server, 'forwardHeaders');
  const names = listing(forwarded.flatMap((each) => readText(each, 'name') ?? []));
  return {
    label: `${readText(server, 'name') ?? 'server'}${port === undefined ? '' : `:${port}`}`,
    parts: [path === '/mcp' ? undefined : path, toolWords(readAt(server, 'toolSelector'))],
    chips: [
      isSet(server, 'securityPolicy', 'apiKey') ? chip('API key', 'the gateway shows a key') : undefined,
      forwarded.length === 0 ? undefined : chip('headers', `hands on ${names ?? 'headers'}`),
    ],
  };
}

/** Which tools of a server are offered: `only search, fetch`, `only ~ ^get_`, `not delete`; undefined for all. */
function toolWords(selector: unknown): string | undefined {
  const named = (names: string, patterns: string) =>
    listing([
      ...readTexts(selector, names),
      ...readTexts(selector, patterns).map((pattern) => `~ ${pattern}`),
    ]);
  const [only, not] = [named('include', 'includeRegex'), named('exclude', 'excludeRegex')];
  return words(
    only === undefined ? undefined : `only ${only}`,
    not === undefined ? undefined : `${only === undefined ? '' : 'but '}not ${not}`,
  );
}

function authorizationRows(value: unknown): readonly CardRow[] {
  const path = [...security, 'authorization'];
  if (!isSet(value, ...path)) return [];
  const otherwise = readText(value, ...path, 'defaultAction') ?? 'Deny';
  return [
    ...listRows(value, [...path, 'rules'], ruleWords).map((row) => ({
      ...row,
      id: `authorization/${row.id}`,
    })),
    fieldRow([...path, 'defaultAction'], { label: `else ${otherwise}` }),
  ];
}

function ruleWords(rule: unknown): RowWords {
  const tools = readList(rule, 'target', 'tools').map(
    (each) => `${readText(each, 'backend') ?? '?'}/${readText(each, 'tool') ?? '?'}`,
  );
  return {
    label: `${readText(rule, 'action') ?? 'Allow'} ${listing(tools) ?? 'any tool'}`,
    parts: [callerWords(rule)],
  };
}

/** Whom a rule is for: `scope read`, `team=a|b`, `CEL`; undefined for everyone. */
function callerWords(rule: unknown): string | undefined {
  return listing([
    ...readTexts(rule, 'source', 'jwt', 'scopes').map((scope) => `scope ${scope}`),
    ...readList(rule, 'source', 'jwt', 'claims').map(
      (claim) => `${readText(claim, 'name') ?? '?'}=${readTexts(claim, 'values').slice(0, 3).join('|')}`,
    ),
    ...(isSet(rule, 'cel') ? ['CEL'] : []),
  ]);
}

function securityChips(value: unknown): readonly (Chip | undefined)[] {
  const settings = readAt(value, ...security);
  const rules = readList(settings, 'authorization', 'rules').length;
  const feature = (field: string, text: string, detail: string | undefined) =>
    isSet(settings, field) ? chip(text, detail) : undefined;
  return [
    feature('oauth', 'OAuth', readText(settings, 'oauth', 'issuer')),
    feature('apiKeyAuth', 'API key', 'clients show a key'),
    feature('extAuth', 'ext auth', 'another service is asked first'),
    feature('authorization', 'authorization', count(rules, 'rule')),
    isSet(value, 'spec', 'backendSelector')
      ? chip('backend selector', 'decides which servers a client gets')
      : undefined,
    readList(value, 'spec', 'headers').length === 0
      ? undefined
      : chip('headers', 'takes only requests that have them'),
  ];
}
