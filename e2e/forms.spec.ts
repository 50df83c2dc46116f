/* Forms: any field of the schema, one-of groups, order, schedules, and always one minimal edit. */
import { expect, test } from './support/studio.ts';

const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: web
spec:
  # which requests
  rules:
    - name: first # keeps its comment
      matches:
        - path: {type: PathPrefix, value: /first}
    - name: second
      matches:
        - path: {type: PathPrefix, value: /second}
    - name: third
`;

const proxy = `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: EnvoyProxy
metadata:
  name: edge
  namespace: web
spec: # ours
  logging:
    level:
      default: warn
`;

const scaler = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: night, namespace: web}
spec:
  scaleTargetRef: {name: worker}
  triggers:
    - type: cron
      metadata:
        timezone: Europe/Berlin
        start: 0 8 * * 1-5
        end: 0 18 * * 1-5
        desiredReplicas: '5'
`;

test('a field that no form names is found by search, set as one line and gone without a trace', async ({
  studio,
  page,
}) => {
  await studio.openWith({ 'proxy.yaml': proxy });
  const { inspector } = studio;
  await inspector.open();
  await studio.select('EnvoyProxy/edge');
  await inspector.press('Add a field', inspector.panel, 'last');
  await page.getByRole('combobox', { name: 'Search all fields' }).fill('preserveRouteOrder');
  await page.getByRole('option', { name: /spec\.preserveRouteOrder/ }).click();
  const field = inspector.panel.locator('[data-field="spec.preserveRouteOrder"]');
  await expect(field).toBeVisible();
  // Nothing is written before there is a value.
  expect(await studio.yaml('proxy.yaml')).toBe(proxy);
  await field.getByRole('switch').click({ force: true });
  await studio.settled();
  const after = await studio.yaml('proxy.yaml');
  studio.expectLineChanges(proxy, after, { added: ['preserveRouteOrder: true'] });
  await field.getByRole('button', { name: /^Clear/ }).click();
  await studio.settled();
  expect(await studio.yaml('proxy.yaml')).toBe(proxy);
});

test('a part of a form is added by its name, says what it does, and goes as a whole', async ({ studio }) => {
  await studio.openWith({ 'route.yaml': route });
  const { inspector } = studio;
  await studio.palette.drag('BackendTrafficPolicy').to('HTTPRoute/shop');
  const [name] = await studio.names('BackendTrafficPolicy');
  const before = await studio.yaml();
  await inspector.open();
  await expect(inspector.section('Load balancer')).toHaveCount(0);
  const balancer = await inspector.add('Load balancer');
  await inspector.choose('Chooses', 'Always the same for a client', balancer);
  await expect(balancer.locator('p').first()).not.toBeEmpty();
  const { value } = await studio.resource(`BackendTrafficPolicy/${name}`);
  expect(value).toHaveProperty('spec.loadBalancer.type', 'ConsistentHash');
  await inspector.press('Remove load balancer', balancer);
  expect(await studio.yaml()).toBe(before);
});

test('items move by drag and by keyboard, with their comments, as one step of undo', async ({
  studio,
  page,
}) => {
  await studio.openWith({ 'route.yaml': route });
  const { inspector } = studio;
  await inspector.open();
  await studio.select('HTTPRoute/shop');
  const rules = inspector.panel.getByRole('list', { name: 'Rules', exact: true }).locator(':scope > li');
  const order = async () => {
    const { value } = await studio.resource('HTTPRoute/shop');
    const { rules: list } = value.spec as { rules: readonly { name: string }[] };
    return list.map(({ name }) => name);
  };
  await rules.nth(0).locator('button[aria-expanded]').first().focus();
  await studio.key('Alt+ArrowDown');
  await expect.poll(order).toEqual(['second', 'first', 'third']);
  expect(await studio.yaml('route.yaml')).toContain('name: first # keeps its comment');
  await studio.undo();
  expect(await studio.yaml('route.yaml')).toBe(route);

  const last = rules.nth(2);
  await last.hover();
  const grip = last.locator('[aria-hidden="true"][class*="grip"]').first();
  const from = await grip.boundingBox();
  const to = await rules.nth(0).boundingBox();
  if (from === null || to === null) throw new Error('the list is not to be seen');
  await page.mouse.move(from.x + 6, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y - 20, { steps: 4 });
  await page.mouse.move(to.x + 12, to.y + 4, { steps: 12 });
  await page.mouse.up();
  await expect.poll(order).toEqual(['third', 'first', 'second']);
});

test('a schedule says when it runs next, and what is wrong with it', async ({ studio }) => {
  await studio.openWith({ 'scaler.yaml': scaler });
  const { inspector } = studio;
  await inspector.open();
  await studio.select('ScaledObject/night');
  const trigger = await inspector.item('Triggers', 1);
  await expect(trigger.getByText('At 08:00, Monday through Friday (Europe/Berlin)')).toBeVisible();
  const runs = trigger.getByRole('list', { name: 'Next runs' }).first();
  await expect(runs.getByRole('listitem')).toHaveCount(5);
  const field = trigger.locator('[data-field$="metadata.start"]').getByRole('textbox');
  await field.fill('8 in the morning');
  await field.press('Enter');
  await expect(trigger.getByText(/Write five fields/)).toBeVisible();
  expect(await studio.yaml('scaler.yaml')).toBe(scaler);
});
