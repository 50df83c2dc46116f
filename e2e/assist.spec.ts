/* Help in the editor, all by key: completion, quick fixes, hover, outline, go to, references, rename, format. */
import type { Page } from '@playwright/test';
import { expect, type StudioPage, test } from './support/studio.ts';

const shop = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
  namespace: shop
spec:
  gatewayClassName: eg
  listeners:
    - name: http
      port: 80
      protocol: HTTP
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector: {app: cart}
  ports:
    - port: 8080
`;
const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: cart
  namespace: shop
spec:
  parentRefs:
    - name: web # the public one
  rules:
    - backendRefs:
        - name: cart
          port: 8080
    - name: again
      backendRefs:
        - name: cart
          port: 8080
`;
const files = { 'shop.yaml': shop, 'route.yaml': route };

/** The proposals as a person works with them. */
function proposalsOf(page: Page) {
  const list = page.locator('.suggest-widget.visible');
  const rows = list.locator('.monaco-list-row');
  const names = () => rows.locator('.label-name').allTextContents();
  return {
    list,
    names,
    /** Waits until something is proposed, goes down to the one of this name and takes it with Enter. */
    take: async (name: string) => {
      await expect.poll(names, { message: `proposals with ${name}`, timeout: 20_000 }).toContain(name);
      const focused = list.locator('.monaco-list-row.focused .label-name');
      for (let steps = 0; (await focused.textContent()) !== name; steps += 1) {
        if (steps > 60) throw new Error(`The arrows never come to ${name}.`);
        const before = await focused.textContent();
        await page.keyboard.press('ArrowDown');
        await expect(focused).not.toHaveText(before ?? '', { useInnerText: true });
      }
      await page.keyboard.press('Enter');
    },
  };
}

/** Puts an empty file beside the others and the focus into it. */
async function beginFile(studio: StudioPage, name: string): Promise<void> {
  await studio.editor.waitUntilLoaded();
  await studio.button('New file').click();
  // The name without its ending stands selected.
  await studio.page.keyboard.type(name);
  await studio.key('Enter');
  await studio.settled();
  await studio.editor.putCursorBehind(`${name}.yaml`, '');
}

test('types a route from nothing with completion only', async ({ studio, page }) => {
  test.setTimeout(120_000);
  await studio.open();
  await beginFile(studio, 'mine');
  const { take, list } = proposalsOf(page);
  const type = (text: string) => studio.editor.type(text);

  await type('ki');
  await take('kind');
  await take('HTTPRoute');
  await type('\nme');
  await take('metadata');
  await take('name');
  await type('mine\n');
  await type('names');
  await take('namespace');
  await take('tasks');
  // The two steps back to the margin.
  await type('\n');
  await studio.key('Backspace');
  await type('sp');
  await take('spec');
  await take('parentRefs');
  await take('edge');
  await type('\nsect');
  await take('sectionName');
  await take('https');
  await type('\n');
  await studio.key('Backspace', 'Backspace');
  await type('ru');
  await take('rules');
  await take('matches');
  await take('path');
  await take('type');
  await take('PathPrefix');
  await type('\nva');
  await take('value');
  await take('/');
  await type('\n');
  for (let step = 0; step < 3; step += 1) await studio.key('Backspace');
  await type('ba');
  await take('backendRefs');
  await take('tasks-v1');
  await expect(list).toBeHidden();

  expect(await studio.yaml('mine.yaml')).toBe(`apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: mine
  namespace: tasks
spec:
  parentRefs:
    - name: edge
      namespace: platform
      sectionName: https
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: /
      backendRefs:
        - name: tasks-v1
          port: 8080`);
  expect((await studio.findings('error')).filter(({ place }) => place.file === 'mine.yaml')).toEqual([]);
  await studio.expectEdge('HTTPRoute/mine', 'parentRef', 'Gateway/edge#listeners/https');
  await studio.expectEdge('HTTPRoute/mine', 'backendRef', 'Service/tasks-v1');
});

test('a whole resource comes from an empty document, with what it needs around it', async ({
  studio,
  page,
}) => {
  await studio.openWith({ 'shop.yaml': shop });
  await studio.editor.putCursorBehind('shop.yaml', '- port: 8080\n');
  const { take, list } = proposalsOf(page);
  await studio.editor.type('---\nHTTPR');
  await take('HTTPRoute');
  await expect(list).toBeHidden();
  // The name stands selected, to be written over.
  await studio.editor.type('till');
  await studio.settled();
  expect(await studio.findings('error')).toEqual([]);
  await studio.expectEdge('HTTPRoute/till', 'parentRef', 'Gateway/web');
  await studio.expectEdge('HTTPRoute/till', 'backendRef', 'Service/cart');
});

test('completes in brackets, in quotes, in a broken text and between Windows line ends', async ({
  studio,
  page,
}) => {
  const start = route.slice(0, route.indexOf('  parentRefs'));
  await studio.openWith({ 'shop.yaml': shop, 'route.yaml': start.replaceAll('\n', '\r\n') });
  await studio.editor.putCursorBehind('route.yaml', 'spec:\r\n');
  const { take, list } = proposalsOf(page);
  await studio.editor.type('  parentRefs: [');
  await take('web');
  await expect(list).toBeHidden();
  await studio.key('End', 'Enter');
  await studio.editor.type('rules: [{name: ');
  await studio.key('Delete', 'Delete', 'Enter', 'Home');
  await studio.editor.type('  hostn');
  await take('hostnames');
  await studio.settled();
  const text = await studio.yaml('route.yaml');
  expect(text).toContain('  parentRefs: [{name: web}]\r\n');
  expect(text).toContain('  hostnames:\r\n    - ');
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test('a quick fix shows what it would change before it is taken', async ({ studio, page }) => {
  await studio.openWith({ ...files, 'route.yaml': route.replace('backendRefs', 'backendRef') });
  await studio.editor.putCursorBehind('route.yaml', 'backendR');
  await studio.settled();
  await studio.key('ControlOrMeta+.');
  await expect(page.locator('.action-widget').first()).toContainText('Rename to backendRefs');
  await studio.key('Enter');
  const dialog = studio.dialog('Problem TS101');
  await expect(dialog).toContainText('+1');
  await expect(dialog.getByRole('radio', { name: 'Rename to backendRefs' })).toBeChecked();
  expect(await studio.yaml('route.yaml')).toContain('backendRef:');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => studio.findings('error')).toEqual([]);
  expect(await studio.yaml('route.yaml')).toBe(route);
});

test('hover tells type, limits and release; the outline leads to a field', async ({ studio, page }) => {
  await studio.openWith(files);
  await studio.editor.putCursorBehind('route.yaml', 'parentRe');
  await studio.key('Shift+F1');
  const hover = page.locator('.monaco-hover:visible').first();
  await expect(hover).toContainText('list of ParentReference');
  await expect(hover).toContainText('at most 32 items');
  await expect(hover).toContainText('Gateway API v1.6.1');
  await studio.key('Escape');

  await studio.key('ControlOrMeta+Shift+o');
  const outline = page.locator('.quick-input-widget');
  await expect(outline).toContainText('backendRefs');
  await page.keyboard.type('backend');
  await studio.key('Enter');
  await expect(outline).toBeHidden();
  await expect.poll(() => studio.editor.cursorLine()).toBe(10);
  await expect(page.getByRole('navigation', { name: 'Where the cursor is' })).toContainText('backendRefs');
});

test('goes to what is named, and finds who names it, across files', async ({ studio, page }) => {
  await studio.openWith(files);
  await studio.editor.putCursorBehind('route.yaml', '- name: we');
  await studio.key('F12');
  await expect(studio.editor.tab('shop.yaml')).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => studio.editor.cursorLine()).toBe(4);
  await studio.editor.putCursorBehind('shop.yaml', '  name: cart');
  await studio.key('Shift+F12');
  const found = page.locator('.zone-widget');
  await expect(found).toContainText('route.yaml');
  await expect(found).toContainText('References (3)');
  await studio.key('Escape');
  await expect(page.locator('.zone-widget')).toBeHidden();
});

test('renames a resource and all that names it, as one step', async ({ studio, page }) => {
  await studio.openWith(files);
  await studio.editor.putCursorBehind('shop.yaml', '  name: cart');
  await studio.key('F2');
  const input = page.locator('.rename-input');
  await expect(input).toBeFocused();
  await expect(input).toHaveValue('cart');
  await page.keyboard.type('basket');
  await studio.key('Enter');
  await expect.poll(() => studio.yaml('route.yaml')).toContain('- name: basket');
  expect(await studio.yaml('shop.yaml')).toContain('name: basket');
  // The route has a name of its own.
  expect(await studio.names('HTTPRoute')).toEqual(['cart']);
  await studio.editor.putCursorBehind('route.yaml', 'kind: HTTPRoute');
  await studio.undo();
  expect(await studio.files()).toEqual(files);
});

test('formats a file without losing a comment', async ({ studio, page }) => {
  const ragged = `# At the top.
kind: ConfigMap   # what
apiVersion: v1
metadata:
      name: odd # name
      # between
      namespace: shop
data:
    a: "1"   # quoted


    # at the end
`;
  await studio.openWith({ 'odd.yaml': ragged });
  await studio.editor.putCursorBehind('odd.yaml', 'apiVersion');
  await studio.key('Shift+Alt+f');
  await expect.poll(() => studio.yaml('odd.yaml')).toContain('\n  name: odd # name');
  const text = await studio.yaml('odd.yaml');
  expect(text.match(/#.*/g)).toEqual(ragged.match(/#.*/g));
  expect(text).toContain('\n  a: "1"');
  await studio.undo();
  expect(await studio.yaml('odd.yaml')).toBe(ragged);

  // The same from the command palette.
  await studio.key('ControlOrMeta+k');
  const search = page.getByRole('dialog').getByRole('textbox');
  await expect(search).toBeFocused();
  await search.fill('format the file');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Format the file/ })).toBeVisible();
  await studio.key('Enter');
  await expect.poll(() => studio.yaml('odd.yaml')).toBe(text);
});
