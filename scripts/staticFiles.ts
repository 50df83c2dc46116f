import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.yaml': 'application/yaml; charset=utf-8',
};
const compressible = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.md',
  '.mjs',
  '.svg',
  '.ttf',
  '.txt',
  '.wasm',
  '.yaml',
]);
const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };
/** Level 11 takes seconds for Monaco; level 5 is within a tenth of its size. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export type Encoding = 'br' | 'gzip' | 'identity';

/** A file ready to be sent. */
export interface StaticFile {
  readonly type: string;
  readonly encoding: Encoding;
  readonly body: Buffer;
  /** Changes whenever the content does. */
  readonly tag: string;
  /** The name carries a hash of the content: it may be kept for ever. */
  readonly isHashed: boolean;
}

/** The encoding to use for an `Accept-Encoding` header. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const offers = (accepted ?? '')
    .split(',')
    .map((offer) => offer.trim().split(/\s*;\s*/))
    .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
    .map(([name]) => name);
  return offers.includes('br') ? 'br' : offers.includes('gzip') ? 'gzip' : 'identity';
}

/**
 * The files below one folder. `read` answers undefined for whatever is not a file inside it: `..` in any
 * spelling, links that lead out, folders, hidden files. Compressed forms are made once and kept.
 */
export class StaticFiles {
  readonly #root: string;
  readonly #cache = new Map<string, StaticFile>();

  constructor(root: string) {
    this.#root = path.resolve(root);
  }

  /** The file for the path of a URL (still percent-encoded), in the encoding wanted if that makes sense for it. */
  async read(urlPath: string, wanted: Encoding): Promise<StaticFile | undefined> {
    const file = await this.#locate(urlPath);
    if (file === undefined) return undefined;
    const info = await stat(file).catch(() => undefined);
    if (info === undefined || !info.isFile()) return undefined;
    const extension = path.extname(file).toLowerCase();
    const encoding = compressible.has(extension) && info.size > 1024 ? wanted : 'identity';
    const tag = `"${info.size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}-${encoding}"`;
    const cached = this.#cache.get(`${encoding} ${file}`);
    if (cached?.tag === tag) return cached;

    const content = await readFile(file);
    const made: StaticFile = {
      type: mimeTypes[extension] ?? 'application/octet-stream',
      encoding,
      body:
        encoding === 'identity'
          ? content
          : encoding === 'br'
            ? await compress.br(content, brotliOptions)
            : await compress.gzip(content),
      tag,
      isHashed: /[/\\]assets[/\\].*-[\w-]{8}\.\w+$/.test(file),
    };
    this.#cache.set(`${encoding} ${file}`, made);
    return made;
  }

  async #locate(urlPath: string): Promise<string | undefined> {
    let decoded: string;
    try {
      decoded = decodeURIComponent(urlPath);
    } catch {
      return undefined;
    }
    const steps = decoded.split('/').filter((step) => step !== '');
    if (steps.some((step) => step.startsWith('.') || /[\0\\]/.test(step))) return undefined;
    if (decoded.endsWith('/')) steps.push('index.html');
    const root = await realpath(this.#root).catch(() => undefined);
    if (root === undefined) return undefined;
    const file = await realpath(path.join(root, ...steps)).catch(() => undefined);
    return file?.startsWith(root + path.sep) ? file : undefined;
  }
}
