/**
 * `npm run bench`: how quick the built studio is on bundles of 100, 1,000 and 5,000 resources, in a real
 * Chromium. Prints milliseconds, and the ratio to a bare `yaml` parse of the same text, which is the floor for
 * anything that has to read it. Run `npm run build` first.
 */
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { parseAllDocuments } from 'yaml';
import { findBrowser } from '../scripts/findBrowser.ts';
import { serveFolder } from '../scripts/serveFolder.ts';
import { markFirstCard, measureFrames, measureOpen, measureTyping, type Sample } from './inPage.ts';
import { makeBundle } from './makeBundle.ts';

const COUNTS = (process.argv[2] ?? '100,1000,5000').split(',').map(Number);
const KEYSTROKES = 60;
const root = path.resolve(import.meta.dirname, '..');

const browserAt = await findBrowser();
const server = await serveFolder({ folder: path.join(root, 'dist') });
const browser = await chromium.launch({
  executablePath: browserAt.path,
  args: [...browserAt.args, '--disable-background-networking'],
});
console.log(`${browser.version()}, ${process.platform}, Node ${process.version}\n`);
await measureSample();
for (const count of COUNTS) await measureBundle(count);
await browser.close();
await server.close();

/** Navigation to the first canvas of the embedded sample, in a fresh profile. */
async function measureSample(): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const page = await freshPage();
    await page.addInitScript(markFirstCard);
    await page.goto(server.url);
    await page.waitForFunction(() => window.firstCard !== undefined);
    times.push(await page.evaluate(() => window.firstCard ?? Number.NaN));
    await page.context().close();
  }
  console.log(`sample: navigation to first card, median of ${times.length}: ${ms(quantile(times, 0.5))}\n`);
}

async function measureBundle(count: number): Promise<void> {
  const files = makeBundle(count);
  const parse = bareParse([...files.values()]);
  const page = await freshPage();
  await page.goto(`${server.url}`);
  await page.locator('.react-flow__node[data-id*="/"]').first().waitFor();
  await page
    .locator('.monaco-editor textarea, .monaco-editor .native-edit-context')
    .first()
    .waitFor({ state: 'attached' });
  const open = await page.evaluate(measureOpen, [...files]);
  const typing = await typeInEditor(page);
  const frames = await page.evaluate(measureFrames);
  const resources = await page.evaluate(() => window.trafficStudio.analysis.getState().resources.size);
  console.log(
    `${resources} resources in ${files.size} files, ${Math.round([...files.values()].join('').length / 1024)} kB`,
  );
  console.log(`  bare yaml parse of all (Node):  ${ms(parse)}`);
  console.log(
    `  open to analysis:               ${ms(open.analysis)}   (${(open.analysis / parse).toFixed(2)} x bare parse)`,
  );
  console.log(
    `  open to first canvas:           ${ms(open.canvas)}   (${(open.canvas / parse).toFixed(2)} x bare parse)`,
  );
  console.log(
    `  keystroke to markers:           median ${ms(quantile(typing.marked, 0.5))}, p95 ${ms(quantile(typing.marked, 0.95))}`,
  );
  console.log(
    `  keystroke to canvas, problems:  median ${ms(quantile(typing.settled, 0.5))}, p95 ${ms(quantile(typing.settled, 0.95))}   (median ${(quantile(typing.settled, 0.5) / parse).toFixed(3)} x bare parse)`,
  );
  console.log(`  analysis in the worker:         median ${ms(quantile(typing.analysis, 0.5))}`);
  console.log(
    `  longest main-thread task:       ${ms(typing.longestTask)} while typing ${typing.settled.length} keys`,
  );
  console.log(
    `  frame while panning, zooming:   median ${ms(quantile(frames, 0.5))}, p95 ${ms(quantile(frames, 0.95))}\n`,
  );
  await page.context().close();
}

/** Real keys into a hostname in Monaco, so that each changes a card, each measured until the analysis is there and painted. */
async function typeInEditor(page: Page): Promise<Sample> {
  await page.evaluate(() => {
    const studio = window.trafficStudio;
    const [file = '', text = ''] = [...studio.workspace.getState().files].at(-1) ?? [];
    const end = text.indexOf('.example.com') + '.example.com'.length;
    studio.setView({ openFile: file, reveal: { file, range: { start: end, end }, focus: true } });
  });
  await page.waitForTimeout(2500);
  await page.evaluate(measureTyping);
  for (let i = 0; i < KEYSTROKES; i++) {
    await page.keyboard.type('abcdefghij'[i % 10] ?? 'a');
    await page.waitForTimeout(120);
  }
  return page.evaluate(() => window.typingSample());
}

async function freshPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // What tsx adds to named functions is not there in the page.
  await context.addInitScript('globalThis.__name = (value) => value');
  return context.newPage();
}

function bareParse(texts: readonly string[]): number {
  const run = () => {
    const start = performance.now();
    for (const text of texts)
      for (const document of parseAllDocuments(text)) (document as { toJS(): unknown }).toJS();
    return performance.now() - start;
  };
  return quantile([run(), run(), run()], 0.5);
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`.padStart(10);
}
