/* The main job: from an empty canvas to a bundle, once with the mouse alone, once with the keyboard alone. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './support/studio.ts';

test('builds the Task API with the mouse alone, reviews it and downloads the bundle', async ({
  studio,
  page,
}) => {
  test.setTimeout(120_000);
  await studio.openEmpty();
  await studio.palette.drag('Gateway').to({ x: 420, y: 240 });
  const [gateway] = await studio.names('Gateway');
  await studio.fit();
  await studio.palette.drag('HTTPRoute').to(`Gateway/${gateway}`);
  const [route] = await studio.names('HTTPRoute');
  await studio.expectEdge(`HTTPRoute/${route}`, 'parentRef', `Gateway/${gateway}`);

  for (const _ of ['stable', 'canary']) {
    // Rows take drops; from far away there is only the card.
    await studio.zoomTo(`HTTPRoute/${route}`);
    await studio.palette.drag('Service').to(`HTTPRoute/${route}#rules/0`);
  }
  const services = await studio.names('Service');
  expect(services).toHaveLength(2);
  for (const service of services)
    await studio.expectEdge(`HTTPRoute/${route}`, 'backendRef', `Service/${service}`);

  await studio.fit();
  await studio.palette.drag('Deployment').to(`Service/${services[0]}`);
  const [deployment] = await studio.names('Deployment');
  await studio.expectEdge(`Service/${services[0]}`, 'selector', `Deployment/${deployment}`);
  await studio.fit();
  await studio.palette.drag('ScaledObject').to(`Deployment/${deployment}`);
  await studio.fit();
  for (const kind of ['BackendTrafficPolicy', 'SecurityPolicy']) {
    await studio.palette.drag(kind).to(`HTTPRoute/${route}`);
    const [policy] = await studio.names(kind);
    await studio.expectEdge(`${kind}/${policy}`, 'targetRef', `HTTPRoute/${route}`);
    await expect(studio.policy(`${kind}/${policy}`)).toBeVisible();
  }
  const [scaler] = await studio.names('ScaledObject');
  await studio.expectEdge(`ScaledObject/${scaler}`, 'scaleTargetRef', `Deployment/${deployment}`);
  expect(await studio.findings('error')).toEqual([]);

  await studio
    .button(/^Changes/)
    .first()
    .click();
  await expect(
    page.getByRole('region', { name: 'Changes' }).getByText(`HTTPRoute ${route}`).first(),
  ).toBeVisible();
  await studio.button('Close the drawer').click();

  const bundle = await studio.download();
  const text = await readFile(bundle, 'utf8');
  for (const document of (await studio.yaml()).split(/^---\n/m)) expect(text).toContain(document.trim());
  const order = [...text.matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => kind);
  expect(order.indexOf('Deployment')).toBeLessThan(order.indexOf('Service'));
  expect(order.indexOf('Gateway')).toBeLessThan(order.indexOf('HTTPRoute'));
  expect(order.indexOf('HTTPRoute')).toBeLessThan(order.indexOf('BackendTrafficPolicy'));
  expect(order.at(-1)).toBe('ScaledObject');
});

test('builds the same with the keyboard alone', async ({ studio, page }) => {
  await studio.openEmpty();
  await studio.focusCanvas();
  const create = async (kind: string) => {
    await studio.focusCanvas();
    await studio.key('n');
    await expect(studio.dialog()).toBeVisible();
    await page.keyboard.type(kind);
    await studio.key('Enter');
    await expect(studio.dialog()).toBeHidden();
    await studio.settled();
  };
  const connect = async (target: string) => {
    await studio.focusCanvas();
    await studio.key('c');
    await expect(studio.dialog()).toBeVisible();
    await page.keyboard.type(target);
    await studio.key('Enter');
    await expect(studio.dialog()).toBeHidden();
    await studio.settled();
  };
  await create('Gateway');
  const [gateway = ''] = await studio.names('Gateway');
  await create('HTTPRoute');
  const [route = ''] = await studio.names('HTTPRoute');
  await studio.expectEdge(`HTTPRoute/${route}`, 'parentRef', `Gateway/${gateway}`);
  await create('Service');
  const [service = ''] = await studio.names('Service');
  await connect(route);
  await studio.expectEdge(`HTTPRoute/${route}`, 'backendRef', `Service/${service}`);
  await create('BackendTrafficPolicy');
  const [policy = ''] = await studio.names('BackendTrafficPolicy');
  expect(
    (await studio.edges()).some((edge) => edge.from.endsWith(`/${policy}`) && edge.state === 'resolved'),
  ).toBe(true);
  expect(await studio.findings('error')).toEqual([]);

  // Rename, move, delete and undo by keyboard, each said aloud.
  await studio.focusCard(`Service/${service}`);
  await studio.key('F2');
  await page.keyboard.type('tasks');
  await studio.key('Enter');
  await studio.settled();
  await studio.expectEdge(`HTTPRoute/${route}`, 'backendRef', 'Service/tasks');
  await expect(page.getByTestId('announcement')).toHaveText(/Rename Service/);
  await studio.focusCard('Service/tasks');
  await studio.key('Delete');
  await expect(studio.dialog()).toBeVisible();
  await studio.key('Enter');
  await expect(studio.card('Service/tasks')).toHaveCount(0);
  await studio.focusCanvas();
  await studio.undo();
  await studio.expectEdge(`HTTPRoute/${route}`, 'backendRef', 'Service/tasks');
});
