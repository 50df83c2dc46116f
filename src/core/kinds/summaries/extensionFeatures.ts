import { asText, readAt, readFlag, readList, readText } from '../reading.ts';
import type { Chip } from '../types.ts';
import type { Feature } from './features.ts';
import { listing, listRows, type RowWords } from './rows.ts';

/** What an EnvoyExtensionPolicy runs in the proxies. */
export const extensionFeatures: readonly Feature[] = [
  { path: ['wasm'], chip: 'Wasm', rows: (value, path) => listRows(value, path, wasmWords) },
  { path: ['lua'], chip: 'Lua', rows: (value, path) => listRows(value, path, luaWords) },
  { path: ['extProc'], chip: 'ext proc', rows: (value, path) => listRows(value, path, processorWords) },
  { path: ['dynamicModule'], chip: 'modules', rows: (value, path) => listRows(value, path, moduleWords) },
  { path: ['mergeType'], chip: 'merged', detail: asText },
];

/** A Wasm extension: its name, where the code comes from, and what happens when it fails. */
export function wasmWords(extension: unknown): RowWords {
  const url = readText(extension, 'code', 'http', 'url') ?? readText(extension, 'code', 'image', 'url');
  return {
    label: readText(extension, 'name') ?? 'Wasm',
    parts: [url],
    chips: [failChip(extension), isUnchecked(extension) ? unchecked : undefined],
  };
}

/** A Lua script: inline with its length, or the ConfigMap that has it. */
export function luaWords(script: unknown): RowWords {
  const source = readText(script, 'valueRef', 'name');
  const lines = readText(script, 'inline')?.trimEnd().split('\n').length ?? 0;
  const length = lines === 0 ? undefined : `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  return { label: 'Lua', parts: [source === undefined ? length : `config map: ${source}`] };
}

/** A service that sees requests and answers on their way. */
export function processorWords(processor: unknown): RowWords {
  const backends = [...readList(processor, 'backendRefs'), readAt(processor, 'backendRef')].flatMap(
    (each) => readText(each, 'name') ?? [],
  );
  const timeout = readText(processor, 'messageTimeout');
  return {
    label: `asks ${listing(backends) ?? 'nobody'}`,
    parts: [
      side(processor, 'request'),
      side(processor, 'response'),
      timeout === undefined ? undefined : `within ${timeout}`,
    ],
    chips: [
      failChip(processor),
      readFlag(processor, 'shadowMode') ? { text: 'shadow', detail: 'what it says is not done' } : undefined,
    ],
  };
}

/** A filter of a module that the EnvoyProxy registers. */
export function moduleWords(module: unknown): RowWords {
  return {
    label: readText(module, 'name') ?? 'module',
    parts: [readText(module, 'filterName')],
    chips: [
      readFlag(module, 'terminalFilter')
        ? { text: 'answers', detail: 'answers requests itself, without a backend' }
        : undefined,
    ],
  };
}

function side(processor: unknown, which: 'request' | 'response'): string | undefined {
  const mode = readAt(processor, 'processingMode', which);
  if (mode === undefined || mode === null) return undefined;
  const body = readText(mode, 'body');
  return `${which} headers${body === undefined ? '' : ` and body (${body})`}`;
}

function failChip(extension: unknown): Chip | undefined {
  return readFlag(extension, 'failOpen')
    ? { text: 'fails open', detail: 'lets requests through when it fails' }
    : undefined;
}

const unchecked: Chip = { text: 'no checksum', detail: 'the code is not compared with a sha256' };

function isUnchecked(extension: unknown): boolean {
  const sources = ['http', 'image'].map((source) => readAt(extension, 'code', source));
  return sources.some(
    (source) => readText(source, 'url') !== undefined && readText(source, 'sha256') === undefined,
  );
}
