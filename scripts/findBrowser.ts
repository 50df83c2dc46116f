import { execFile, spawn } from 'node:child_process';
import { access, constants, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export interface Browser {
  readonly path: string;
  /** What it must be started with here: Chromium refuses to run as root with its sandbox. */
  readonly args: readonly string[];
}

/** What finding a browser depends on; the tests put a machine of their own in its place. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** The path of Playwright's own browser, whether or not it is installed. */
  playwrightPath(): Promise<string>;
  /** True when the file can be started and says what it is. */
  isBrowser(file: string): Promise<boolean>;
  isDebianLike(): Promise<boolean>;
  /** Runs a command with its output on the terminal; true when it succeeded. */
  run(command: string, args: readonly string[]): Promise<boolean>;
  say(line: string): void;
}

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for the tests and screenshots: `CHROMIUM_PATH`, else one of the system, else Playwright's own, else
 * one that it installs (from the distribution as root on Debian and its kin, else Playwright's). Says what it does.
 * Throws, with the way out, when none can be had.
 */
export async function findBrowser(machine: Machine = thisMachine): Promise<Browser> {
  const args = machine.isRoot ? ['--no-sandbox'] : [];
  const wanted = machine.env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== '') {
    if (await machine.isBrowser(wanted)) return { path: wanted, args };
    throw new Error(`CHROMIUM_PATH names ${wanted}, which does not start as a browser. Correct or unset it.`);
  }
  const found = await findInstalled(machine);
  if (found !== undefined) {
    machine.say(`Browser: ${found}`);
    return { path: found, args };
  }
  const installed = await install(machine);
  machine.say(`Browser: ${installed} (installed now)`);
  return { path: installed, args };
}

async function findInstalled(machine: Machine): Promise<string | undefined> {
  const folders = (machine.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const system = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  for (const candidate of [...system, ...macApplications, await machine.playwrightPath()]) {
    if (await machine.isBrowser(candidate)) return candidate;
  }
  return undefined;
}

async function install(machine: Machine): Promise<string> {
  if (machine.isRoot && (await machine.isDebianLike())) {
    machine.say('No browser found: installing chromium with apt-get.');
    await machine.run('apt-get', ['update', '-qq']);
    await machine.run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const found = await findInstalled(machine);
    if (found !== undefined) return found;
  }
  machine.say('No browser found: installing the Chromium of Playwright.');
  // System libraries only where they can be installed.
  const withDependencies = machine.isRoot ? ['--with-deps'] : [];
  await machine.run('npx', ['playwright', 'install', ...withDependencies, 'chromium']);
  const found = await findInstalled(machine);
  if (found !== undefined) return found;
  throw new Error(
    'No browser could be found or installed. Install Chromium, or name one with CHROMIUM_PATH.',
  );
}

const thisMachine: Machine = {
  env: process.env,
  isRoot: process.getuid?.() === 0,
  playwrightPath: async () => (await import('@playwright/test')).chromium.executablePath(),
  async isBrowser(file) {
    try {
      await access(file, constants.X_OK);
      // A stub (Ubuntu's chromium-browser without its snap) is there but does not start.
      const { stdout } = await promisify(execFile)(file, ['--version'], { timeout: 20_000 });
      return /chrom/i.test(stdout);
    } catch {
      return false;
    }
  },
  async isDebianLike() {
    const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
  },
  run: (command, args) =>
    new Promise((resolve) => {
      const child = spawn(command, args, {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      child.once('error', () => resolve(false));
      child.once('exit', (code) => resolve(code === 0));
    }),
  say: (line) => console.log(line),
};
