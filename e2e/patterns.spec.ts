/* Patterns and guides: found, filled in, seen on the canvas and as a diff, written in one step, and opened again. */
import { expect, test } from './support/studio.ts';

test('LLM fallback reads as a picture: route, providers in order, what authenticates them, what is generated', async ({
  studio,
  page,
}) => {
  await studio.openEmpty();
  await studio.openPanel('Patterns');
  await page.getByRole('textbox', { name: 'Search patterns' }).fill('fallback');
  const entry = page.getByRole('button', { name: /LLM provider fallback/ });
  await expect(entry.locator('svg text').first()).toBeVisible();
  await entry.click();
  const panel = page.getByRole('region', { name: 'LLM provider fallback' });
  await panel.getByRole('button', { name: /^Show \d+ more added/ }).click();
  await expect(panel.getByRole('region', { name: 'Changes of this pattern' })).toContainText(
    'kind: AIGatewayRoute',
  );

  // Seen on the canvas, and nowhere else yet.
  const overlay = page.locator('[data-preview="added"]');
  await expect(overlay.and(page.locator('[data-kind="AIGatewayRoute"]'))).toBeVisible();
  expect(await studio.names('AIGatewayRoute')).toEqual([]);
  await panel.getByRole('textbox', { name: 'Host name' }).fill('llm.example.com');
  await panel.getByRole('button', { name: 'Apply', exact: true }).click();
  await studio.settled();
  await expect(overlay).toHaveCount(0);
  // The canvas gets the room back.
  await page.getByRole('button', { name: 'Patterns', exact: true }).click();
  await studio.fit();

  const [route] = await studio.names('AIGatewayRoute');
  const edges = (await studio.edges()).filter(
    ({ role, from }) => role === 'sends-to' && from.includes('AIGatewayRoute'),
  );
  expect(edges.map(({ turn }) => turn)).toEqual([1, 2]);
  await expect(page.getByText('first choice', { exact: true })).toBeVisible();
  await expect(page.getByText('fallback 1', { exact: true })).toBeVisible();
  for (const provider of await studio.names('AIServiceBackend')) {
    await expect(
      studio.card(`AIServiceBackend/${provider}`).locator('[data-policy*="BackendSecurityPolicy"]'),
    ).toBeVisible();
    await studio.expectEdge(`AIServiceBackend/${provider}`, 'backendRef', `Backend/${provider}`);
    await expect(
      studio.card(`Backend/${provider}`).locator('[data-policy*="BackendTLSPolicy"]'),
    ).toBeVisible();
  }
  expect((await studio.findings()).filter(({ severity }) => severity !== 'info')).toEqual([]);

  await studio.inspector.open();
  await studio.select(`AIGatewayRoute/${route}`);
  const made = studio.inspector.panel.getByRole('region', { name: /What Envoy AI Gateway makes/ });
  await made.getByRole('button', { name: /What Envoy AI Gateway makes/ }).click();
  await expect(made.getByRole('figure').first()).toContainText('kind: HTTPRoute');
  await expect(made.getByRole('figure').nth(1)).toContainText('kind: HTTPRouteFilter');

  await studio.focusCanvas();
  await studio.undo();
  expect(await studio.yaml()).toBe('');
});

test('a guide leads from a question to a pattern on the selected route, and opens again from what it made', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.zoomTo('HTTPRoute/tasks-docs');
  const before = await studio.files();
  await studio.openPanel('Patterns');
  await page.getByRole('button', { name: 'Which authentication', exact: true }).click();
  const guide = page.getByRole('region', { name: 'Which authentication' });
  await guide.getByRole('button', { name: /Apps and other services/ }).click();
  await expect(guide.getByRole('group', { name: 'What can the callers show?' })).toBeVisible();
  await guide.getByRole('button', { name: /signed token/ }).click();
  // A second thought is one press away.
  await guide.getByRole('button', { name: /Answer “Who calls\?” again/ }).click();
  await guide.getByRole('button', { name: /Apps and other services/ }).click();
  await guide.getByRole('button', { name: /signed token/ }).click();
  await guide.getByRole('button', { name: /The app, once/ }).click();
  const advice = guide.getByRole('region', { name: 'Advice' });
  await expect(advice).toContainText('JWT');
  await advice.getByRole('button', { name: 'Use this pattern' }).click();

  const sheet = page.getByRole('region', { name: /JWT/ });
  await expect(sheet.getByRole('region', { name: 'Changes of this pattern' })).toContainText('+');
  await sheet.getByRole('button', { name: 'Apply', exact: true }).click();
  await studio.settled();
  const after = await studio.files();
  for (const [path, text] of Object.entries(before))
    expect(after[path]?.startsWith(text) || after[path] === text, path).toBe(true);
  const policies = await studio.names('SecurityPolicy');
  const made = policies.at(-1) ?? '';
  const { value } = await studio.resource(`SecurityPolicy/${made}`);
  expect(value).toMatchObject({ spec: { targetRefs: [{ kind: 'HTTPRoute', name: 'tasks-docs' }], jwt: {} } });

  await studio.inspector.open();
  await studio.inspector.panel.getByRole('button', { name: 'Which authentication' }).click();
  await expect(
    page.getByRole('region', { name: 'Which authentication' }).getByRole('region', { name: 'Advice' }),
  ).toBeVisible();
});
