/* Canvas and YAML as one thing: both directions, minimal edits, one history, nothing lost while typing. */
import { expect, test } from './support/studio.ts';

const commented = `# The shop's way in. Ask the platform team before you change it.
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop   # the public one
spec:
  rules:
  # Canary: raise the second weight slowly.
  - backendRefs:
    - name: "stable" # quoted on purpose
      port: 80
      weight: 90   # most of it
    - {name: canary, port: 80, weight: 10}   # flow style

    # a comment at the end
---
apiVersion: v1
kind: Service
metadata: {name: stable}
spec: {ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: canary}
spec: {ports: [{port: 80}]}
`;

test('drags a weight and sees two numbers change in a file full of comments', async ({ studio, page }) => {
  await studio.openWith({ 'shop.yaml': commented });
  const edge = await studio.expectEdge('HTTPRoute/shop', 'backendRef', 'Service/stable');
  await studio.dragWeight(edge.id, 70);
  studio.expectLineChanges(commented, await studio.yaml('shop.yaml'), {
    removed: ['weight: 90   # most of it', '- {name: canary, port: 80, weight: 10}   # flow style'],
    added: ['weight: 70   # most of it', '- {name: canary, port: 80, weight: 30}   # flow style'],
  });
  await expect(page.getByTestId('last-edit')).toHaveText('2 lines changed in shop.yaml');
  await studio.undo();
  expect(await studio.yaml('shop.yaml')).toBe(commented);
});

test('typing in Monaco changes the canvas at once, and a canvas edit does not move the cursor', async ({
  studio,
  page,
}) => {
  await studio.openWith({ 'shop.yaml': commented });
  await studio.editor.putCursorBehind('shop.yaml', 'metadata: {name: canary');
  await studio.editor.type('-two');
  await expect(studio.card('Service/canary-two')).toBeVisible();
  await studio.expectEdge('HTTPRoute/shop', 'backendRef', 'Service/canary', 'missing');
  await expect(studio.card('Service/canary')).toContainText('Create');
  const line = await studio.editor.cursorLine();
  await page.evaluate(() =>
    window.trafficStudio.run('set-field', {
      id: [...window.trafficStudio.analysis.getState().resources.keys()][0] as never,
      path: ['spec', 'hostnames'],
      value: ['shop.example.com'],
    }),
  );
  await studio.settled();
  expect(await studio.yaml('shop.yaml')).toContain('shop.example.com');
  const text = await studio.yaml('shop.yaml');
  expect(text.split('\n')[(await studio.editor.cursorLine()) - 1]).toContain('canary-two');
  expect(await studio.editor.cursorLine()).toBeGreaterThanOrEqual(line);
  await studio.editor.type('x');
  expect(await studio.yaml('shop.yaml')).toContain('canary-twox');
});

test('selecting a card reveals its lines, and the cursor selects the card', async ({ studio, page }) => {
  await studio.openWith({ 'shop.yaml': commented });
  await studio.editor.waitUntilLoaded();
  await studio.select('Service/canary');
  await expect(page.locator('.view-lines')).toContainText('name: canary}');
  await studio.editor.putCursorBehind('shop.yaml', 'kind: HTTPRoute');
  await studio.key('ArrowDown');
  await expect
    .poll(() => page.evaluate(() => window.trafficStudio.view.getState().selection))
    .toEqual(['gateway.networking.k8s.io/HTTPRoute/default/shop']);
});

test('breaking a document in the middle of typing loses nothing', async ({ studio, page }) => {
  await studio.openWith({ 'shop.yaml': commented });
  await studio.editor.putCursorBehind('shop.yaml', 'kind: HTTPRoute');
  await studio.editor.type(': {[');
  await studio.settled();
  await expect(studio.card('HTTPRoute/shop')).toBeVisible();
  await expect(studio.card('HTTPRoute/shop').locator('[data-stale]').first()).toBeVisible();
  await expect(studio.card('Service/stable')).toBeVisible();
  expect((await studio.findings('error')).map((finding) => finding.code)).toContain('TS001');
  expect(await studio.edges()).toHaveLength(2);
  // Refuses to edit what does not parse, and says why.
  await page.evaluate(() =>
    window.trafficStudio.run('set-field', {
      id: [...window.trafficStudio.analysis.getState().resources.keys()][0] as never,
      path: ['spec', 'x'],
      value: 1,
    }),
  );
  await expect(page.getByText(/does not parse/).first()).toBeVisible();
  for (let i = 0; i < 4; i++) await studio.key('Backspace');
  // Monaco may have closed brackets or quotes by itself; undo brings the exact bytes back.
  while ((await studio.yaml('shop.yaml')) !== commented) await studio.undo();
  expect(await studio.findings('error')).toEqual([]);
});

test('one history over typing, canvas, forms and moves, with the same keys in every pane', async ({
  studio,
  page,
}) => {
  await studio.openWith({ 'shop.yaml': commented });
  const texts = [await studio.yaml('shop.yaml')];
  await studio.editor.putCursorBehind('shop.yaml', 'kind: HTTPRoute');
  await studio.editor.type(' # typed');
  texts.push(await studio.yaml('shop.yaml'));
  await studio.select('Service/canary');
  await studio.focusCanvas();
  await studio.key('ControlOrMeta+d');
  await studio.settled();
  texts.push(await studio.yaml('shop.yaml'));
  await studio.select('HTTPRoute/shop');
  await page.getByText('Inspector', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('store');
  await studio.key('Enter');
  await expect(studio.card('HTTPRoute/store')).toBeVisible();
  texts.push(await studio.yaml('shop.yaml'));
  expect(new Set(texts).size).toBe(4);
  await studio.undo();
  expect(await studio.yaml('shop.yaml')).toBe(texts[2]);
  await studio.focusCanvas();
  await studio.undo();
  expect(await studio.yaml('shop.yaml')).toBe(texts[1]);
  await page.getByText('YAML', { exact: true }).click();
  await studio.editor.putCursorBehind('shop.yaml', 'kind: Service');
  await studio.undo();
  expect(await studio.yaml('shop.yaml')).toBe(texts[0]);
  for (const text of texts.slice(1)) {
    await studio.redo();
    expect(await studio.yaml('shop.yaml')).toBe(text);
  }
});

test('moves are undone, kept beside the YAML and never written into it', async ({ studio }) => {
  await studio.openWith({ 'shop.yaml': commented });
  const before = await studio.card('Service/stable').boundingBox();
  await studio.move('Service/stable').by(60, 90);
  const moved = await studio.card('Service/stable').boundingBox();
  expect((moved?.y ?? 0) - (before?.y ?? 0)).toBeGreaterThan(60);
  expect(await studio.yaml('shop.yaml')).toBe(commented);
  await studio.undo();
  await expect
    .poll(async () =>
      Math.abs(((await studio.card('Service/stable').boundingBox())?.y ?? 0) - (before?.y ?? 0)),
    )
    .toBeLessThan(2);
});
