import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from './findBrowser.ts';

/** A machine that has these browsers, and gets others by running these commands. */
function machineWith(
  installed: readonly string[],
  options: Partial<Machine> & { readonly gains?: Readonly<Record<string, string>> } = {},
) {
  const browsers = new Set(installed);
  const said: string[] = [];
  const ran: string[] = [];
  const machine: Machine = {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    playwrightPath: async () => '/cache/playwright/chrome',
    isBrowser: async (file) => browsers.has(file),
    isDebianLike: async () => true,
    async run(command, args) {
      const line = [command, ...args].join(' ');
      ran.push(line);
      const gained = Object.entries(options.gains ?? {}).find(([word]) => line.startsWith(word))?.[1];
      if (gained !== undefined) browsers.add(gained);
      return gained !== undefined;
    },
    say: (line) => void said.push(line),
    ...options,
  };
  return { machine, said, ran };
}

describe('findBrowser', () => {
  it('takes CHROMIUM_PATH before anything else', async () => {
    const { machine } = machineWith(['/opt/mine', '/usr/bin/chromium'], {
      env: { CHROMIUM_PATH: '/opt/mine' },
    });
    expect(await findBrowser(machine)).toEqual({ path: '/opt/mine', args: [] });
  });

  it('does not quietly replace a CHROMIUM_PATH that does not work', async () => {
    const { machine } = machineWith(['/usr/bin/chromium'], {
      env: { CHROMIUM_PATH: '/opt/gone', PATH: '/usr/bin' },
    });
    await expect(findBrowser(machine)).rejects.toThrow('/opt/gone');
  });

  it('prefers a browser of the system to the one of Playwright', async () => {
    const { machine, said, ran } = machineWith(['/cache/playwright/chrome', '/usr/bin/google-chrome-stable']);
    expect((await findBrowser(machine)).path).toBe('/usr/bin/google-chrome-stable');
    expect(said).toEqual(['Browser: /usr/bin/google-chrome-stable']);
    expect(ran).toEqual([]);
  });

  it('drops the sandbox as root and only then', async () => {
    const { machine } = machineWith(['/usr/bin/chromium'], { isRoot: true });
    expect((await findBrowser(machine)).args).toEqual(['--no-sandbox']);
  });

  it('installs from the distribution as root on Debian and its kin', async () => {
    const { machine, ran } = machineWith([], {
      isRoot: true,
      gains: { 'apt-get install': '/usr/bin/chromium' },
    });
    expect((await findBrowser(machine)).path).toBe('/usr/bin/chromium');
    expect(ran.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'apt-get update',
      'apt-get install',
    ]);
  });

  it('falls back to the browser of Playwright, with its libraries where it may install them', async () => {
    const gains = { 'npx playwright install': '/cache/playwright/chrome' };
    const asUser = machineWith([], { gains });
    expect((await findBrowser(asUser.machine)).path).toBe('/cache/playwright/chrome');
    expect(asUser.ran).toEqual(['npx playwright install chromium']);

    const asRoot = machineWith([], { isRoot: true, gains });
    await findBrowser(asRoot.machine);
    expect(asRoot.ran.at(-1)).toBe('npx playwright install --with-deps chromium');
  });

  it('names the way out when nothing can be installed', async () => {
    await expect(findBrowser(machineWith([]).machine)).rejects.toThrow('CHROMIUM_PATH');
  });
});
