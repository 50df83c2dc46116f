/* Every screen, light and dark, wide and narrow: no accessibility fault, nothing cut off, the theme is followed. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Dialog, ViewState } from '../src/state/types.ts';
import { expect, test } from './support/studio.ts';

const edge = 'gateway.networking.k8s.io/Gateway/platform/edge';
const route = 'gateway.networking.k8s.io/HTTPRoute/tasks/tasks-api';
const policy = 'gateway.envoyproxy.io/BackendTrafficPolicy/tasks/tasks-traffic';
const scaler = 'keda.sh/ScaledObject/tasks/tasks-v2';
const point = { id: route as never };

const dialogs: Readonly<Record<string, Dialog>> = {
  create: { type: 'create' },
  connect: { type: 'connect', from: point },
  delete: { type: 'delete', ids: [edge as never] },
  rename: { type: 'rename', id: route as never },
  import: { type: 'import' },
  export: { type: 'export' },
  workspaces: { type: 'workspaces' },
  keys: { type: 'keys' },
};

type Screen = Partial<
  Pick<ViewState, 'leftPanel' | 'rightTab' | 'drawer' | 'selection' | 'dialog' | 'pattern'>
>;

const screens: Readonly<Record<string, Screen>> = {
  canvas: {},
  palette: { leftPanel: 'palette' },
  patterns: { leftPanel: 'patterns' },
  'a pattern': { leftPanel: 'patterns', pattern: { type: 'pattern', id: 'canary' } },
  'a guide': { leftPanel: 'patterns', pattern: { type: 'guide', id: 'authentication', answers: [] } },
  tree: { leftPanel: 'tree', selection: [route as never] },
  files: { leftPanel: 'files' },
  'inspector of a route': { rightTab: 'inspector', selection: [route as never] },
  'inspector of a policy': { rightTab: 'inspector', selection: [policy as never] },
  'inspector of a ScaledObject': { rightTab: 'inspector', selection: [scaler as never] },
  'inspector of a Gateway': { rightTab: 'split', selection: [edge as never] },
  problems: { drawer: 'problems' },
  changes: { drawer: 'changes' },
  ...Object.fromEntries(Object.entries(dialogs).map(([name, dialog]) => [`dialog ${name}`, { dialog }])),
};

async function expectNoSeriousFault(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('.monaco-editor')
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 160)} (${node.failureSummary?.split('\n').at(-1)?.trim()})`)
          .join(' | ')}`,
    );
  expect(serious, name).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no serious fault on any screen, ${colorScheme}`, async ({ studio, page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await studio.open();
    await studio.editor.waitUntilLoaded();
    const bad =
      '\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: odd, namespace: tasks}\nspec: {parentRefs: [{name: nowhere}], rules: [{backendRefs: [{name: a, port: 80}, {name: b, port: 80}]}]}\n---\nx: [\n';
    await page.evaluate((text) => {
      const length = window.trafficStudio.workspace.getState().files.get('40-routes.yaml')?.length ?? 0;
      window.trafficStudio.commit(
        {
          label: 'Add',
          files: [{ type: 'edit', path: '40-routes.yaml', edits: [{ start: length, end: length, text }] }],
        },
        'import',
      );
    }, bad);
    for (const [name, view] of Object.entries(screens)) {
      await page.evaluate((patch) => window.trafficStudio.setView(patch), view);
      await studio.settled();
      await page.waitForTimeout(250);
      await expectNoSeriousFault(page, `${name}, ${colorScheme}`);
      await page.evaluate(() =>
        window.trafficStudio.setView({
          dialog: null,
          drawer: null,
          leftPanel: null,
          pattern: null,
          rightTab: 'yaml',
          selection: [],
          notices: [],
        }),
      );
    }
  });
}

test('follows the theme of the system and the choice of the user', async ({ studio, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await studio.open();
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await studio.button(/^Theme/).click();
  await expect.poll(background).not.toBe(dark);
  await page.reload();
  await studio.settled();
  expect(await background()).not.toBe(dark);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [640, 900],
] as const) {
  test(`nothing is cut off at ${width}x${height}`, async ({ studio, page }) => {
    await page.setViewportSize({ width, height });
    await studio.open();
    const overflow = () =>
      page.evaluate(() => [
        document.documentElement.scrollWidth - innerWidth,
        document.documentElement.scrollHeight - innerHeight,
      ]);
    expect(await overflow()).toEqual([0, 0]);
    for (const name of ['Export', /^Changes/]) {
      const box = await studio.button(name).first().boundingBox();
      expect(box).not.toBeNull();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
    if (width > 1180) return;
    await studio.button('YAML').click();
    await studio.editor.waitUntilLoaded();
    await expect(studio.editor.element).toBeInViewport();
    await studio.button('Canvas').click();
    await expect(studio.card('Gateway/edge')).toBeInViewport();
  });
}

test('a tree of the same resources stands beside the canvas, in step', async ({ studio, page }) => {
  await studio.open();
  await studio.openPanel('Tree');
  await studio.select('Gateway/edge');
  const item = page.getByRole('treeitem', { name: /edge/, selected: true });
  await expect(item.first()).toBeVisible();
  await page
    .getByRole('treeitem', { name: /tasks-api/ })
    .first()
    .click();
  await expect
    .poll(() => page.evaluate(() => window.trafficStudio.view.getState().selection))
    .toEqual([route]);
});
