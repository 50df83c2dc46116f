import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveFolder } from './serveFolder.ts';
import { chooseEncoding } from './staticFiles.ts';

const policy = "default-src 'none'; script-src 'self'";
const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}" /><title>It</title>`;
const script = `console.log(${JSON.stringify('a long line '.repeat(400))});`;

let room: string;
let server: RunningServer;
beforeAll(async () => {
  room = await mkdtemp(path.join(tmpdir(), 'serve-folder-'));
  await mkdir(path.join(room, 'dist/assets'), { recursive: true });
  await writeFile(path.join(room, 'dist/index.html'), page);
  await writeFile(path.join(room, 'dist/assets/main-Ab3_d9Xz.js'), script);
  await writeFile(path.join(room, 'dist/.hidden'), 'hidden');
  await writeFile(path.join(room, 'secret.txt'), 'secret');
  await symlink(path.join(room, 'secret.txt'), path.join(room, 'dist/link.txt'));
  server = await serveFolder({ folder: path.join(room, 'dist') });
});
afterAll(async () => {
  await server.close();
  await rm(room, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks for a path exactly as written; `fetch` would tidy `..` away. */
function ask(
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
  at = server.url,
): Promise<Answer> {
  const { hostname, port } = new URL(at);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path: target, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    call.once('error', reject).end();
  });
}

describe('serveFolder', () => {
  it('serves the page with the policy of its meta element and the other headers', async () => {
    const answer = await ask('/');
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toBe(page);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
  });

  it('sends the headers with scripts too: a worker takes its policy from its own answer', async () => {
    const answer = await ask('/assets/main-Ab3_d9Xz.js');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  it('compresses for those who accept it, and answers 304 to who has it already', async () => {
    const answer = await ask('/assets/main-Ab3_d9Xz.js', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.body.length).toBeLessThan(script.length / 10);
    expect(brotliDecompressSync(answer.body).toString()).toBe(script);
    const again = await ask('/assets/main-Ab3_d9Xz.js', {
      'accept-encoding': 'gzip, br',
      'if-none-match': String(answer.headers.etag),
    });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/.hidden',
    '/%00',
    '/%',
    '/assets',
    '/nothing.js',
  ])('answers 404 to %s', async (target) => {
    const answer = await ask(target);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).not.toContain('secret');
  });

  it('answers HEAD without a body and refuses what would change something', async () => {
    const head = await ask('/', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(String(page.length));
    expect(head.body).toHaveLength(0);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  it('serves below a base path and nowhere else', async () => {
    const below = await serveFolder({ folder: path.join(room, 'dist'), base: '/some/where/' });
    expect(below.url).toMatch(/\/some\/where\/$/);
    expect((await ask('/some/where/', {}, 'GET', below.url)).status).toBe(200);
    expect((await ask('/', {}, 'GET', below.url)).status).toBe(404);
    await below.close();
  });

  it('moves to the next free port only when it may', async () => {
    const port = Number(new URL(server.url).port);
    const folder = path.join(room, 'dist');
    await expect(serveFolder({ folder, port })).rejects.toThrow('EADDRINUSE');
    const next = await serveFolder({ folder, port, alternatives: 20 });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(port);
    await next.close();
  });

  it('says what to do when nothing is built', async () => {
    await expect(serveFolder({ folder: path.join(room, 'none') })).rejects.toThrow('npm run build');
  });
});

describe('chooseEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br; q=0.0', 'identity'],
  ])('%s -> %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding);
  });
});
