/*
 * `npm start` after the build: serves dist on this machine and prints where.
 * Options: --port N (0: any), --host H, --base /path/, --folder DIR. Without --port it takes 4173 or the next free one.
 */
import { parseArgs } from 'node:util';
import { serveFolder } from './serveFolder.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    base: { type: 'string', default: '/' },
    folder: { type: 'string', default: 'dist' },
  },
});

/** The port that was asked for; ends the program when it is not one. */
function wantedPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  console.error(`--port takes a number from 0 to 65535, not "${text}".`);
  process.exit(2);
}

try {
  const server = await serveFolder({
    folder: values.folder,
    host: values.host,
    base: `/${values.base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
    ...(values.port === undefined ? { port: 4173, alternatives: 100 } : { port: wantedPort(values.port) }),
  });
  console.log(`Traffic Studio is at ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE' ? `Port ${values.port} is taken. Choose another with --port.` : message,
  );
  process.exitCode = 1;
}
