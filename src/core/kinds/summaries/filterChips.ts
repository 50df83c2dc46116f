import { isSet, readList, readMap, readNumber, readText, readTexts } from '../reading.ts';
import type { Chip } from '../types.ts';
import { percent } from './backendSummary.ts';
import { corsOrigins } from './corsWords.ts';
import { listing, words } from './rows.ts';
import { capital } from './sentences.ts';

/** One chip for each filter of a rule, and for each filter that stands at a single backend. */
export function filterChips(rule: unknown): readonly Chip[] {
  const own = readList(rule, 'filters')
    .slice(0, 16)
    .flatMap((filter) => filterWords(filter) ?? []);
  const atBackends = readList(rule, 'backendRefs')
    .slice(0, 16)
    .flatMap((backend) =>
      readList(backend, 'filters')
        .slice(0, 16)
        .flatMap((filter) => {
          const chip = filterWords(filter);
          if (chip === undefined) return [];
          const only = `only for ${readText(backend, 'name') ?? 'one backend'}`;
          return [{ text: chip.text, detail: chip.detail === undefined ? only : `${chip.detail}, ${only}` }];
        }),
    );
  return [...own, ...atBackends];
}

/** A filter as a sentence: `Answers 301 to https://www.example.com`. */
export function sayFilter(filter: unknown): string | undefined {
  const said = filterWords(filter);
  return said === undefined ? undefined : capital(said.detail ?? said.text);
}

/** True when a rule answers by itself, so that it needs no backend. */
export function answersItself(rule: unknown): boolean {
  return readList(rule, 'filters').some(isAnswer);
}

/** What a rule that needs no backend answers: `get 301 to https://…`, `are answered by HTTPRouteFilter maintenance`. */
export function answerWords(rule: unknown, isOne: boolean): string | undefined {
  const filter = readList(rule, 'filters').find(isAnswer);
  if (filter === undefined) return undefined;
  if (readText(filter, 'type') === 'ExtensionRef')
    return `${isOne ? 'is' : 'are'} answered by ${extensionWords(filter)}`;
  return `${isOne ? 'gets' : 'get'} ${redirectWords(readMap(filter, 'requestRedirect'))}`;
}

function isAnswer(filter: unknown): boolean {
  return ['RequestRedirect', 'ExtensionRef'].includes(readText(filter, 'type') ?? '');
}

const describers: Readonly<Record<string, (filter: unknown) => Chip>> = {
  RequestHeaderModifier: (filter) => headerChip(readMap(filter, 'requestHeaderModifier'), 'request'),
  ResponseHeaderModifier: (filter) => headerChip(readMap(filter, 'responseHeaderModifier'), 'response'),
  RequestRedirect: (filter) => redirectChip(readMap(filter, 'requestRedirect')),
  URLRewrite: (filter) => rewriteChip(readMap(filter, 'urlRewrite')),
  RequestMirror: (filter) => mirrorChip(readMap(filter, 'requestMirror')),
  CORS: (filter) => corsChip(readMap(filter, 'cors')),
  ExtensionRef: (filter) => ({ text: 'extension', detail: `applies ${extensionWords(filter)}` }),
  ExternalAuth: (filter) => ({
    text: 'ext auth',
    detail: `asks ${readText(filter, 'externalAuth', 'backendRef', 'name') ?? 'a backend'} first`,
  }),
};

/** What a filter does: in two words, and longer. Undefined for what has no type. */
export function filterWords(filter: unknown): Chip | undefined {
  const type = readText(filter, 'type');
  if (type === undefined) return undefined;
  return Object.hasOwn(describers, type) ? describers[type]?.(filter) : { text: type };
}

function extensionWords(filter: unknown): string {
  return (
    words(readText(filter, 'extensionRef', 'kind'), readText(filter, 'extensionRef', 'name')) ??
    'an extension'
  );
}

function redirectChip(redirect: unknown): Chip {
  const { status, scheme, host, port, path } = redirectOf(redirect);
  return {
    text: words('redirect', status, scheme ?? host ?? path ?? port) ?? 'redirect',
    detail: `answers ${redirectWords(redirect)}`,
  };
}

/** `301 to https://www.example.com`; what stays as the client asked is left out. */
function redirectWords(redirect: unknown): string {
  const { status, scheme, host, port, path } = redirectOf(redirect);
  const start = scheme === undefined ? host : `${scheme}://${host ?? '…'}`;
  const place = [start, port, path].filter((part) => part !== undefined).join('');
  return place === '' ? String(status) : `${status} to ${place}`;
}

function redirectOf(redirect: unknown) {
  const port = readNumber(redirect, 'port');
  return {
    status: readNumber(redirect, 'statusCode') ?? 302,
    scheme: readText(redirect, 'scheme'),
    host: readText(redirect, 'hostname'),
    port: port === undefined ? undefined : `:${port}`,
    path: pathOf(redirect),
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
    detail: `sets ${name(each)}: ${value(each)}`,
  }));
  const add = readList(modifier, 'add').map((each) => ({
    sign: `+${name(each)}`,
    detail: `adds ${name(each)}: ${value(each)}`,
  }));
  const remove = readTexts(modifier, 'remove').map((each) => ({
    sign: `−${each}`,
    detail: `removes ${each}`,
  }));
  const all = [...set, ...add, ...remove];
  const [first] = all;
  const text =
    first === undefined ? 'headers' : all.length === 1 ? first.sign : `${first.sign} +${all.length - 1}`;
  return {
    text: side === 'response' ? `response ${text}` : text,
    detail: `${
      listing(
        all.map((each) => each.detail),
        6,
      ) ?? 'changes no header'
    } on the ${side}`,
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
  return { text: 'CORS', detail: `allows pages of ${corsOrigins(cors) ?? 'no origin'}` };
}
