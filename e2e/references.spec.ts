/* References: rename, delete, ghosts, legal targets, grants. */
import { expect, test } from './support/studio.ts';

const service = (name: string, namespace = 'shop') =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nspec:\n  ports:\n    - port: 80\n`;
const route = (name: string, backends: string) =>
  `# Route ${name}\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  rules:\n    - backendRefs:\n${backends}`;
const backend = (name: string) => `        - name: ${name} # keep\n          port: 80\n`;

test('renames a Service that four routes use', async ({ studio, page }) => {
  const routes = ['a', 'b', 'c', 'd'].map((name) => route(name, backend('cart')));
  await studio.openWith({ 'services.yaml': service('cart'), 'routes.yaml': routes.join('---\n') });
  await studio.focusCard('Service/cart');
  await studio.key('F2');
  await expect(studio.dialog()).toBeVisible();
  await page.keyboard.type('basket');
  await expect(studio.dialog()).toContainText(/4 references/);
  await studio.key('Enter');
  await expect(studio.card('Service/basket')).toBeVisible();
  const files = await studio.files();
  expect(files['routes.yaml']).toBe(routes.join('---\n').replaceAll('name: cart #', 'name: basket #'));
  expect(files['services.yaml']).toBe(service('basket'));
  for (const name of 'abcd') await studio.expectEdge(`HTTPRoute/${name}`, 'backendRef', 'Service/basket');
  await studio.focusCanvas();
  await studio.undo();
  expect((await studio.files())['routes.yaml']).toBe(routes.join('---\n'));
});

test('deletes a Service with its references, or keeps them as a ghost that can be created', async ({
  studio,
}) => {
  const text = [route('shop', backend('cart') + backend('wish')), service('cart'), service('wish')].join(
    '---\n',
  );
  await studio.openWith({ 'shop.yaml': text });
  await studio.focusCard('Service/cart');
  await studio.key('Delete');
  await expect(studio.dialog()).toContainText('name: cart');
  await studio.dialog().getByText('Keep them').click();
  await studio
    .dialog()
    .getByRole('button', { name: /^Delete/ })
    .click();
  await studio.expectEdge('HTTPRoute/shop', 'backendRef', 'Service/cart', 'missing');
  await studio
    .card('Service/cart')
    .getByRole('button', { name: /Create/ })
    .click();
  await studio.expectEdge('HTTPRoute/shop', 'backendRef', 'Service/cart');
  await studio.focusCard('Service/wish');
  await studio.key('Delete');
  await studio.dialog().getByText('Remove the references').click();
  await studio
    .dialog()
    .getByRole('button', { name: /^Delete/ })
    .click();
  await studio.settled();
  expect(await studio.yaml()).not.toContain('wish');
  expect(await studio.findings('error')).toEqual([]);
});

test('connects by dragging a handle; a cross-namespace backend brings its grant in one undo step', async ({
  studio,
}) => {
  const text = [route('shop', backend('cart')), service('cart'), service('audit', 'platform')].join('---\n');
  await studio.openWith({ 'shop.yaml': text });
  await studio.connect('HTTPRoute/shop#rules/0').to('Service/audit');
  await expect(studio.dialog()).toContainText('ReferenceGrant');
  await studio.dialog().getByRole('button', { name: 'Connect and add the grant' }).click();
  await expect.poll(() => studio.yaml()).toContain('kind: ReferenceGrant');
  const edge = await studio.expectEdge('HTTPRoute/shop', 'backendRef', 'Service/audit');
  expect(edge.grant).toBe('granted');
  expect(await studio.findings()).toEqual([]);
  await studio.focusCanvas();
  await studio.undo();
  expect(await studio.yaml()).toBe(text);
});

test('a policy dropped where it does not belong is refused with the reason', async ({ studio, page }) => {
  await studio.openWith({ 'shop.yaml': [route('shop', backend('cart')), service('cart')].join('---\n') });
  const before = await studio.yaml();
  await studio.openPanel('Palette');
  await studio.palette.drag('ClientTrafficPolicy').to('HTTPRoute/shop');
  const after = await studio.files();
  // Either nothing was made, or a policy that does not claim the route; and the reason was said.
  expect(Object.values(after).join('')).not.toMatch(/kind: HTTPRoute\n\s+name: shop/);
  expect(before.length).toBeGreaterThan(0);
  await expect(
    page.getByText(/ClientTrafficPolicy can (target|govern)|cannot target/i).first(),
  ).toBeVisible();
});
