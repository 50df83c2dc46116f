/**
 * `npm run bench:forms`: how quickly the form of the kinds with most fields opens and takes a keystroke, in a real
 * Chromium on the built studio. The baseline is the form of a Namespace, the smallest there is: the ratio says what
 * all those fields cost. Run `npm run build` first.
 */
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/findBrowser.ts';
import { serveFolder } from '../scripts/serveFolder.ts';
import { kinds } from '../src/core/kinds/registry.ts';

const ROUNDS = 15;
const measured = [
  'Namespace',
  'HTTPRoute',
  'BackendTrafficPolicy',
  'SecurityPolicy',
  'ScaledJob',
  'EnvoyProxy',
];

const browserAt = await findBrowser();
const server = await serveFolder({ folder: path.resolve(import.meta.dirname, '../dist') });
const browser = await chromium.launch({ executablePath: browserAt.path, args: [...browserAt.args] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(server.url);
await page.waitForFunction(() => window.trafficStudio?.analysis.getState().isReady === true);
await openAll(page);

const base = await openTimes(page, 'Namespace');
for (const kind of measured) {
  const open = await openTimes(page, kind);
  const typing = await typeTimes(page, kind);
  const ratio = (quantile(open, 0.5) / quantile(base, 0.5)).toFixed(1);
  console.log(
    `${kind.padEnd(22)} open median ${ms(quantile(open, 0.5))}, p95 ${ms(quantile(open, 0.95))} (${ratio} x Namespace); ` +
      `keystroke median ${ms(quantile(typing, 0.5))}, p95 ${ms(quantile(typing, 0.95))}`,
  );
}
await browser.close();
await server.close();

/** A workspace with one resource of each kind, and the inspector in front. */
async function openAll(at: Page): Promise<void> {
  const texts = kinds.map((kind) =>
    kind.template({
      name: 'it',
      namespace: kind.scope === 'cluster' ? '' : 'default',
      pick: () => undefined,
    }),
  );
  await at.evaluate(async (text) => {
    const studio = window.trafficStudio;
    await studio.open({ id: 'bench', name: 'Bench', files: new Map([['all.yaml', text]]) });
    studio.setView({ rightTab: 'inspector' });
    await studio.settled();
  }, texts.join('---\n'));
  await at.waitForTimeout(3000);
}

/** From the selection of a card to its form on the screen, in milliseconds. The first time, which loads, is left out. */
async function openTimes(at: Page, kind: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    times.push(await at.evaluate(openOnce, kind));
    await at.waitForTimeout(120);
  }
  return times.slice(1);
}

async function openOnce(kind: string): Promise<number> {
  const studio = window.trafficStudio;
  const id = [...studio.analysis.getState().resources.values()].find((each) => each.kind === kind)?.id;
  if (id === undefined) throw new Error(`no ${kind}`);
  studio.select([], { quiet: true });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const start = performance.now();
  studio.select([id], { quiet: true });
  // The frame in which the form is painted.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/** From a key pressed in a field of the form to the next frame. */
async function typeTimes(at: Page, kind: string): Promise<readonly number[]> {
  await at.evaluate(openOnce, kind);
  const field = at.getByRole('region', { name: 'Inspector', exact: true }).getByRole('textbox').first();
  await field.focus();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const done = at.evaluate(
      () =>
        new Promise<number>((resolve) => {
          window.addEventListener(
            'keydown',
            () => {
              const start = performance.now();
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
            },
            { once: true, capture: true },
          );
        }),
    );
    await at.waitForTimeout(60);
    await at.keyboard.press('a');
    times.push(await done);
  }
  await at.keyboard.press('Escape');
  return times;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
