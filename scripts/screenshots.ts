/*
 * `npm run screenshots`, after `npm run build`: pictures of the built app with its sample workspace. Those that the
 * README shows go to docs/screenshots, the other sizes to test-results/screenshots.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from './findBrowser.ts';
import { repackPng } from './repackPng.ts';
import { serveFolder } from './serveFolder.ts';

const sizes = [
  { width: 1440, height: 900, folder: 'docs/screenshots', suffix: '' },
  { width: 1024, height: 768, folder: 'test-results/screenshots', suffix: '-1024' },
] as const;

/** Opens the studio as on a first start, lets it settle, and writes one picture. */
async function takePicture(
  browser: Browser,
  url: string,
  { width, height, folder, suffix }: (typeof sizes)[number],
  colorScheme: 'light' | 'dark',
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.url()} is answered with ${response.status()}`);
  });
  await page.goto(url);
  await page.locator('.react-flow__node-card').first().waitFor();
  // The editor comes last; in a narrow window it may be behind the canvas.
  await page.locator('aside .monaco-editor .view-line').first().waitFor({ state: 'attached' });
  await showTopology(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1500);
  if (errors.length > 0) throw new Error(`The studio fails at ${width}x${height}: ${errors.join('; ')}`);

  const file = path.join(folder, `studio-${colorScheme}${suffix}.png`);
  await mkdir(folder, { recursive: true });
  const picture = repackPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  await writeFile(file, picture);
  console.log(`${file}  ${Math.ceil(picture.length / 1024)} kB`);
  await context.close();
}

/** Gives the canvas the room of the left panel, and shows one route near by, with its path and its lines. */
async function showTopology(page: Page): Promise<void> {
  const palette = page.getByRole('button', { name: 'Palette', exact: true });
  if ((await palette.getAttribute('aria-pressed')) === 'true') await palette.click();
  await page.getByRole('button', { name: /^Fit everything/ }).click();
  await page.waitForTimeout(500);
  const route = page.locator('.react-flow__node-card[data-id$="/HTTPRoute/tasks/tasks-api"]');
  await route.click({ position: { x: 40, y: 8 } });
  const box = await route.boundingBox();
  if (box === null) throw new Error('The route of the sample is not to be seen.');
  await page.mouse.move(box.x + box.width, box.y + box.height / 2);
  await page.keyboard.down('Control');
  for (let turns = 0; turns < 40 && (await zoomOf(page)) < 60; turns += 1) await page.mouse.wheel(0, -20);
  await page.keyboard.up('Control');
  await page.mouse.move(0, 0);
}

async function zoomOf(page: Page): Promise<number> {
  const label = await page.getByRole('button', { name: /^Zoom \d+ percent/ }).getAttribute('aria-label');
  return Number(label?.match(/\d+/)?.[0]);
}

const found = await findBrowser();
const server = await serveFolder({ folder: 'dist' });
const browser = await chromium.launch({ executablePath: found.path, args: [...found.args, '--disable-gpu'] });
try {
  for (const size of sizes) {
    for (const scheme of ['light', 'dark'] as const) await takePicture(browser, server.url, size, scheme);
  }
} finally {
  await browser.close();
  await server.close();
}
