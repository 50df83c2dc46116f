import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface CommandResult {
  readonly isOk: boolean;
  /** The last lines it wrote, without colours. */
  readonly tail: readonly string[];
  /** Why it was not ok, in words. */
  readonly reason: string;
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Show what it writes, indented, as it comes. Otherwise only the tail is kept. */
  readonly isShown?: boolean;
  readonly timeoutSeconds: number;
}

const tailLength = 60;
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what a colour looks like.
const colours = /\x1b\[[0-9;?]*[A-Za-z]/g;

/** The text without terminal colours. */
export function withoutColours(text: string): string {
  return text.replace(colours, '');
}

/** Runs a program of `node_modules/.bin` with nothing on its standard input. Never throws. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  const tail: string[] = [];
  const child = spawn(path.join('node_modules', '.bin', program), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...options.env },
    // A group of its own, so that browsers and servers end with it.
    detached: true,
  });
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      tail.push(withoutColours(line));
      if (tail.length > tailLength) tail.shift();
      if (options.isShown === true) console.log(line === '' ? '' : `  ${line}`);
    });
  }
  const interrupt = () => {
    end();
    process.exit(130);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  let reason = '';
  const timer = setTimeout(() => {
    reason = `${program} was ended after ${options.timeoutSeconds} s`;
    end();
  }, options.timeoutSeconds * 1000);
  return new Promise((resolve) => {
    const finish = (isOk: boolean, why: string) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve({ isOk, tail, reason: reason || why });
    };
    child.once('error', (error) => finish(false, `${program} could not be started: ${error.message}`));
    child.once('close', (code, signal) =>
      finish(code === 0, `${program} ended with ${signal ?? `exit code ${code}`}`),
    );
  });
}
