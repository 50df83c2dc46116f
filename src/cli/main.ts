/**
 * The command line: the same core as in the browser, over files instead of a workspace. Results go to
 * standard output, everything else to standard error; the exit code is 0 without errors, 1 with errors and 2
 * for misuse. It reads files and writes only where `-o` says; it opens no network connection.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from './runCli.ts';
import type { Io } from './types.ts';

const io: Io = {
  cwd: process.cwd(),
  out: (content) => process.stdout.write(content),
  say: (line) => process.stderr.write(`${line}\n`),
  readStdin,
  hasColour: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
};

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A reader that has seen enough (`| head`) closes the pipe; that is no error of ours. */
function endQuietly(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

function versionOf(manifest: string): string {
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return version;
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);
const manifest = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../package.json'), 'utf8');
process.exitCode = await runCli(process.argv.slice(2), io, versionOf(manifest));
