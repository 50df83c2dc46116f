import { isSet, readList, readMap, readNumber, readText, readTexts } from '../reading.ts';
import type { Chip } from '../types.ts';
import { percent } from './backendSummary.ts';
import { listing, words } from './rows.ts';

/** One chip for each filter of a rule, and for each filter that stands at a single backend. */
export function filterChips(rule: unknown): readonly Chip[] {
  const own = readList(rule, 'filters')
    .slice(0, 16)
    .flatMap((filter) => chipOf(filter) ?? []);
  const atBackends = readList(rule, 'backendRefs')
    .slice(0, 16)
    .flatMap((backend) =>
      readList(backend, 'filters')
        .slice(0, 16)
        .flatMap((filter) => {
          const chip = chipOf(filter);
          if (chip === undefined) return [];
          const only = `only for ${readText(backend, 'name') ?? 'one backend'}`;
          return [{ text: chip.text, detail: chip.detail === undefined ? only : `${chip.detail}, ${only}` }];
        }),
    );
  return [...own, ...atBackends];
}

/** True when a rule answers by itself, so that it needs no backend. */
export function answersItself(rule: unknown): boolean {
  return readList(rule, 'filters').some((filter) =>
    ['RequestRedirect', 'ExtensionRef'].includes(readText(filter, 'type') ?? ''),
  );
}

const describers: Readonly<Record<string, (filter: unknown) => Chip>> = {
  RequestHeaderModifier: (filter) => headerChip(readMap(filter, 'requestHeaderModifier'), 'request'),
  ResponseHeaderModifier: (filter) => headerChip(readMap(filter, 'responseHeaderModifier'), 'response'),
  RequestRedirect: (filter) => redirectChip(readMap(filter, 'requestRedirect')),
  URLRewrite: (filter) => rewriteChip(readMap(filter, 'urlRewrite')),
  RequestMirror: (filter) => mirrorChip(readMap(filter, 'requestMirror')),
  CORS: (filter) => corsChip(readMap(filter, 'cors')),
  ExtensionRef: (filter) => ({
    text: 'extension',
    detail:
      words(readText(filter, 'extensionRef', 'kind'), readText(filter, 'extensionRef', 'name')) ??
      'extension',
  }),
  ExternalAuth: (filter) => ({
    text: 'ext auth',
    detail: `asks ${readText(filter, 'externalAuth', 'backendRef', 'name') ?? 'a backend'} first`,
  }),
};

function chipOf(filter: unknown): Chip | undefined {
  const type = readText(filter, 'type');
  if (type === undefined) return undefined;
  return Object.hasOwn(describers, type) ? describers[type]?.(filter) : { text: type };
}

function redirectChip(redirect: unknown): Chip {
  const status = readNumber(redirect, 'statusCode') ?? 302;
  const scheme = readText(redirect, 'scheme');
  const host = readText(redirect, 'hostname');
  const port = readNumber(redirect, 'port');
  const path = pathOf(redirect);
  const place = `${scheme === undefined ? '' : `${scheme}://`}${host ?? (scheme === undefined ? '' : '…')}${
    port === undefined ? '' : `:${port}`
  }${path ?? ''}`;
  return {
    text:
      words('redirect', status, scheme ?? host ?? path ?? (port === undefined ? undefined : `:${port}`)) ??
      'redirect',
    detail: place === '' ? `answers ${status}` : `answers ${status} to ${place}`,
  };
}

function rewriteChip(rewrite: unknown): Chip {
  const path = pathOf(rewrite);
  const host = readText(rewrite, 'hostname');
  const what = isSet(rewrite, 'path', 'replacePrefixMatch')
    ? 'the matched prefix becomes'
    : 'the path becomes';
  const detail = [
    path === undefined ? undefined : `${what} ${path}`,
    host === undefined ? undefined : `the host becomes ${host}`,
  ].filter((each) => each !== undefined);
  return {
    text: words('rewrite', path ?? host) ?? 'rewrite',
    ...(detail.length === 0 ? {} : { detail: detail.join(', ') }),
  };
}

function pathOf(modifier: unknown): string | undefined {
  return readText(modifier, 'path', 'replacePrefixMatch') ?? readText(modifier, 'path', 'replaceFullPath');
}

function headerChip(modifier: unknown, side: 'request' | 'response'): Chip {
  const name = (header: unknown) => readText(header, 'name') ?? '?';
  const value = (header: unknown) => readText(header, 'value') ?? '';
  const set = readList(modifier, 'set').map((each) => ({
    sign: `+${name(each)}`,
    detail: `set ${name(each)}: ${value(each)}`,
  }));
  const add = readList(modifier, 'add').map((each) => ({
    sign: `+${name(each)}`,
    detail: `add ${name(each)}: ${value(each)}`,
  }));
  const remove = readTexts(modifier, 'remove').map((each) => ({
    sign: `−${each}`,
    detail: `remove ${each}`,
  }));
  const all = [...set, ...add, ...remove];
  const [first] = all;
  const text =
    first === undefined ? 'headers' : all.length === 1 ? first.sign : `${first.sign} +${all.length - 1}`;
  return {
    text: side === 'response' ? `response ${text}` : text,
    detail: `${side}: ${
      listing(
        all.map((each) => each.detail),
        6,
      ) ?? 'nothing'
    }`,
  };
}

function mirrorChip(mirror: unknown): Chip {
  const share = readNumber(mirror, 'percent');
  const numerator = readNumber(mirror, 'fraction', 'numerator');
  const part =
    share !== undefined
      ? percent(share, 100)
      : numerator !== undefined
        ? percent(numerator, readNumber(mirror, 'fraction', 'denominator') ?? 100)
        : undefined;
  return {
    text: words('mirror', part) ?? 'mirror',
    detail: `copies ${part === undefined ? 'every request' : `${part} of requests`} to ${readText(mirror, 'backendRef', 'name') ?? 'a backend'}`,
  };
}

function corsChip(cors: unknown): Chip {
  return { text: 'CORS', detail: `allows ${listing(readTexts(cors, 'allowOrigins')) ?? 'no origin'}` };
}
