/* Nothing is lost: reload, crash, two tabs, storage that fails, Secret values, addresses. */
import { expect, StudioPage, test } from './support/studio.ts';

test('the first start shows the sample, without a problem', async ({ studio }) => {
  await studio.open();
  expect(await studio.findings()).toEqual([]);
  for (const card of ['Gateway/edge', 'HTTPRoute/tasks-api', 'ScaledObject/tasks-v2'])
    await expect(studio.card(card)).toBeVisible();
});

test('a crash in the middle of work costs nothing', async ({ studio, page, context }) => {
  await studio.open();
  await studio.editor.putCursorBehind('00-namespaces.yaml', 'kind: Namespace');
  await studio.editor.type(' # before the crash');
  await studio.move('Gateway/edge').by(10, 80);
  const files = await studio.files();
  await expect(page.getByTestId('kept')).toHaveAttribute('data-status', 'saved');
  const next = new StudioPage(await context.newPage());
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await next.open();
  expect(await next.files()).toEqual(files);
  const layout = await next.page.evaluate(() =>
    Object.keys(window.trafficStudio.workspace.getState().layout),
  );
  expect(layout).toContain('gateway.networking.k8s.io/Gateway/platform/edge');
});

test('two tabs on one workspace notice each other and lose nothing', async ({ studio, context }) => {
  test.slow();
  await studio.open();
  const second = new StudioPage(await context.newPage());
  await second.open();
  await expect(second.page.getByText('Shared with 1 other tab')).toBeVisible();
  await expect(studio.page.getByText('Shared with 1 other tab')).toBeVisible();
  await second.editor.putCursorBehind('00-namespaces.yaml', 'kind: Namespace');
  await second.editor.type(' # from the second');
  await expect.poll(() => studio.yaml('00-namespaces.yaml')).toContain('# from the second');
  await studio.editor.putCursorBehind('00-namespaces.yaml', 'apiVersion: v1');
  await studio.editor.type(' # from the first');
  await expect.poll(() => second.yaml('00-namespaces.yaml')).toContain('# from the first');
  expect(await second.files()).toEqual(await studio.files());
});

test('Secret values are kept out of the storage without consent', async ({ studio, page }) => {
  await studio.open();
  await page.evaluate(() =>
    window.trafficStudio.commit(
      {
        label: 'Add a Secret',
        files: [
          {
            type: 'create',
            path: 'secret.yaml',
            text: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: key\nstringData:\n  password: hunter2\n',
          },
        ],
      },
      'import',
    ),
  );
  await expect(page.getByText('This workspace holds Secret values')).toBeVisible();
  await expect(page.getByTestId('kept')).toHaveAttribute('data-status', 'saved');
  const stored = async () => JSON.stringify(await dumpStorage(studio));
  expect(await stored()).toContain('secret.yaml');
  expect(await stored()).not.toContain('hunter2');
  await page.reload();
  await studio.settled();
  expect(await studio.yaml('secret.yaml')).toContain('<withheld>');
  expect((await studio.findings('error')).map((finding) => finding.code)).toEqual(['TS017']);
  await studio.editor.putCursorBehind('secret.yaml', 'password: ');
  await studio.editor.type('new #');
  await studio.button('Keep them').click();
  await studio.editor.putCursorBehind('secret.yaml', 'password: ');
  await studio.editor.type('hunter3 #');
  await expect.poll(stored).toContain('hunter3');
});

test('a browser without storage says so and keeps working', async ({ studio, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value() {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await studio.open();
  await expect(studio.card('Gateway/edge')).toBeVisible();
  await expect(page.getByText(/Not kept/)).toBeVisible();
  await studio.editor.putCursorBehind('00-namespaces.yaml', 'kind: Namespace');
  await studio.editor.type(' # works');
  expect(await studio.yaml('00-namespaces.yaml')).toContain('# works');
});

test('workspaces stand side by side: new, rename, duplicate, delete with undo', async ({ studio, page }) => {
  await studio.open();
  const menu = page.getByRole('button', { name: /^Workspace / });
  await menu.click();
  await studio.button('New empty workspace').click();
  await expect(menu).toHaveAccessibleName(/Untitled/);
  await menu.click();
  await studio.button('Rename Untitled').click();
  await page.getByRole('textbox', { name: 'Name of the workspace' }).fill('Shop');
  await studio.key('Enter');
  await expect(menu).toHaveAccessibleName(/Shop/);
  await studio.button('Duplicate Shop').click();
  await studio.button('Delete Shop copy').click();
  await expect(page.getByText('Deleted workspace Shop copy').first()).toBeVisible();
  await studio.button('Undo', true).click();
  await expect(menu).toHaveAccessibleName(/Shop copy/);
  await page.keyboard.press('Escape');
  await menu.click();
  await page.getByRole('button', { name: /^Task API platform/ }).click();
  await expect(studio.card('Gateway/edge')).toBeVisible();
});

test('the address holds workspace, selection and drawer; Back and reload do what people expect', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.select('Gateway/edge');
  await page.evaluate(() => window.trafficStudio.setView({ drawer: 'problems' }));
  await page.reload();
  await studio.settled();
  await expect(page.getByRole('region', { name: 'Problems' }).first()).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => window.trafficStudio.view.getState().selection))
    .toEqual(['gateway.networking.k8s.io/Gateway/platform/edge']);
  await studio.button('Close the drawer').click();
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Problems' }).first()).toBeVisible();
});

async function dumpStorage(studio: StudioPage): Promise<unknown> {
  return studio.page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('traffic-studio');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('workspaces').objectStore('workspaces').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
  );
}
