/*
 * The content policy on the built app, as it is served: stated twice (header and meta), strict, and not broken by
 * anything the studio does in a session. Nothing leaves the origin.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as bare, expect, type Page } from '@playwright/test';
import { type RunningServer, serveFolder } from '../scripts/serveFolder.ts';
import { StudioPage, test } from './support/studio.ts';

const built = fileURLToPath(new URL('../dist', import.meta.url));

/** The sources that a policy allows for scripts. */
function scriptSources(policy: string): readonly string[] {
  const directive = policy.split(';').find((part) => part.trim().startsWith('script-src '));
  return directive?.trim().split(/\s+/).slice(1) ?? [];
}

/** Collects violations from now on, in this and every later document of the page. */
async function watchViolations(page: Page): Promise<() => Promise<readonly string[]>> {
  const fromConsole: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) fromConsole.push(message.text());
  });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { policyViolations: seen });
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  return async () => {
    const seen = await page.evaluate(
      () => (window as unknown as { policyViolations: string[] }).policyViolations,
    );
    return [...seen, ...fromConsole];
  };
}

/** A short session that uses what is loaded lazily: editor, workers, forms, dialogs, the comparison of changes. */
async function useStudio(studio: StudioPage): Promise<void> {
  const { page } = studio;
  await studio.open();
  await studio.editor.waitUntilLoaded();
  await studio.palette.add('Service');
  await page.locator('aside').getByText('Inspector', { exact: true }).click();
  await studio.button('Export').click();
  await expect(studio.dialog()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('Escape');
  await studio
    .button(/^Changes/)
    .first()
    .click();
  await expect(page.locator('.monaco-diff-editor')).toBeVisible();
  await studio.undo();
}

test('the page has no inline script and states its policy twice', async ({ request }) => {
  const html = await readFile(path.join(built, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes = '', body = ''] of scripts) {
    expect(attributes).toContain('src="./');
    expect(body.trim()).toBe('');
  }
  expect(html).not.toMatch(/\son\w+=|javascript:/i);

  const answer = await request.get('./');
  const inHeader = answer.headers()['content-security-policy'] ?? '';
  const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';
  for (const policy of [inHeader, inPage]) {
    expect(policy).toContain("default-src 'none'");
    expect(scriptSources(policy)).toEqual(["'self'"]);
    expect(policy).not.toContain('unsafe-eval');
  }
  expect(inHeader).toContain("frame-ancestors 'none'");
});

test('scripts, and so workers, are sent with the policy too', async ({ page, request }) => {
  const scripts: string[] = [];
  page.on('request', (sent) => {
    if (sent.resourceType() === 'script') scripts.push(sent.url());
  });
  await new StudioPage(page).open();
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    const { 'content-security-policy': policy = '' } = (await request.get(script)).headers();
    expect(scriptSources(policy)).toEqual(["'self'"]);
  }
});

test('a session breaks no rule and asks nobody else', async ({ page, studio }) => {
  const violations = await watchViolations(page);
  const origin = new URL(test.info().project.use.baseURL ?? '').origin;
  const strangers: string[] = [];
  page.context().on('request', (sent) => {
    const { protocol, origin: asked } = new URL(sent.url());
    if (asked !== origin && protocol !== 'data:' && protocol !== 'blob:') strangers.push(sent.url());
  });
  page.on('websocket', (socket) => strangers.push(socket.url()));
  await useStudio(studio);
  expect(await violations()).toEqual([]);
  expect(strangers).toEqual([]);
});

bare('text never becomes code', async ({ page }) => {
  await new StudioPage(page).open();
  const outcome = await page.evaluate(async () => {
    // The debugger lifts the policy for what it runs itself, not for what runs later.
    await new Promise((resolve) => setTimeout(resolve));
    const attempt = (run: () => unknown) => {
      try {
        return `ran: ${String(run())}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    const script = document.createElement('script');
    script.textContent = 'window.wasRun = true';
    document.body.append(script);
    return {
      // biome-ignore lint/security/noGlobalEval: it must throw
      evaluated: attempt(() => globalThis.eval('1 + 1')),
      constructed: attempt(() => new Function('return 2')()),
      wasRun: 'wasRun' in window,
    };
  });
  expect(outcome).toEqual({ evaluated: 'EvalError', constructed: 'EvalError', wasRun: false });
});

bare.describe('below a path of a static host', () => {
  let server: RunningServer;
  bare.beforeAll(async () => {
    server = await serveFolder({ folder: built, base: '/teams/platform/studio/' });
  });
  bare.afterAll(() => server.close());

  bare('the studio works as it does at the root', async ({ page }) => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    const violations = await watchViolations(page);
    const studio = new StudioPage(page);
    await studio.open(server.url);
    await studio.editor.waitUntilLoaded();
    expect(missing).toEqual([]);
    expect(await violations()).toEqual([]);
  });
});
