import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { contentPolicyHeader } from './contentPolicy.ts';
import { chooseEncoding, StaticFiles } from './staticFiles.ts';

export interface ServeOptions {
  readonly folder: string;
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** How many ports after `port` to try when it is taken. */
  readonly alternatives?: number;
  /** Serve below this path instead of `/`, as a static host with projects in folders does. */
  readonly base?: string;
}

export interface RunningServer {
  /** Where the app is, with `/` at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built app: static files with the headers that a careful host would send. Refuses every method but GET
 * and HEAD, and every path that leaves the folder. Throws when the folder holds no built page.
 */
export async function serveFolder(options: ServeOptions): Promise<RunningServer> {
  const { folder, host = '127.0.0.1', port = 0, alternatives = 0, base = '/' } = options;
  const html = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => {
    throw new Error(`There is no built app in ${folder}. Run \`npm run build\` first.`);
  });
  const files = new StaticFiles(folder);
  const headers = securityHeaders(html);
  const server = createServer((request, response) => {
    answer(request, response, files, headers, base).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const taken = await listen(server, host, port, alternatives);
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function securityHeaders(html: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentPolicyHeader(html),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  files: StaticFiles,
  headers: Readonly<Record<string, string>>,
  base: string,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
  }
  const urlPath = (request.url ?? '/').replace(/[?#].*$/, '');
  const file = urlPath.startsWith(base)
    ? await files.read(
        `/${urlPath.slice(base.length)}`,
        chooseEncoding(request.headers['accept-encoding'] as string),
      )
    : undefined;
  if (file === undefined) return refuse(response, 404, 'There is no such file.');

  response.setHeader('Content-Type', file.type);
  response.setHeader('Cache-Control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', file.tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304).end();
    return;
  }
  if (file.encoding !== 'identity') response.setHeader('Content-Encoding', file.encoding);
  response.setHeader('Content-Length', file.body.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : file.body);
}

function refuse(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
}

/** Listens on the port or, when it is taken, on one of the next few. Answers the port it got. */
async function listen(server: Server, host: string, port: number, alternatives: number): Promise<number> {
  for (let next = port; ; next += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(next, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || next >= port + alternatives) throw error;
    }
  }
}
