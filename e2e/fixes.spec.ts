/* Common mistakes, pasted and mended in Problems: the patch is seen first, and no error is left. */
import { expect, type StudioPage, test } from './support/studio.ts';

const shop = `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: eg}
spec: {controllerName: gateway.envoyproxy.io/gatewayclass-controller}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web}
spec:
  gatewayClassName: eg
  listeners:
    - {name: http, port: 80, protocol: HTTP}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop}
spec:
  parentRefs: [{name: web}]
  rules:
    - backendRefs: [{name: shop, port: 80}]
---
apiVersion: v1
kind: Service
metadata: {name: shop}
spec:
  selector: {app: shop}
  ports: [{port: 80}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      containers: [{name: shop, image: example.com/shop}]
`;

const policy = (kind: string, name: string, spec: string) => `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: ${kind}
metadata:
  name: ${name}
spec:
  targetRefs:
    - group: gateway.networking.k8s.io
      kind: HTTPRoute
      name: shop
${spec}`;

const retries = policy(
  'BackendTrafficPolicy',
  'patience',
  `  retry:
    numRetries: 2 # the third one never helped
    # A slow answer is no answer.
    perRetryTimeout: 750ms
    retryOn:
      - gateway-error
      - connect-failure
      - 429
    backoff:
      baseInterval: 50ms
`,
);

const breaker = (name: string) =>
  policy(
    'BackendTrafficPolicy',
    name,
    `  circuitBreaker:
    maxConnections: 64
    maxRequests: 256 # what four pods can take
`,
  );

const examples = [
  {
    name: 'a list under retryOn, with times beside it',
    text: retries,
    codes: ['TS122', 'TS121', 'TS123'],
    mended: `  retry:
    numRetries: 2 # the third one never helped
    # A slow answer is no answer.
    perRetry:
      timeout: 750ms
      backOff:
        baseInterval: 50ms
    retryOn:
      triggers:
        - gateway-error
        - connect-failure
        - retriable-status-codes
      httpStatusCodes:
        - 429
`,
  },
  {
    name: "a circuit breaker in Envoy's own words",
    text: breaker('fuse'),
    codes: ['TS124'],
    mended: '    maxParallelRequests: 256 # what four pods can take\n',
  },
  {
    name: 'a route of AI Gateway in the form of early articles',
    text: `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: AIGatewayRoute
metadata:
  name: chat
spec:
  parentRefs:
    - name: web
  backends:
    - name: near
      provider: self-hosted
      model: llama-3.3-70b
      priority: 0
    - name: far
      provider: mistral
      model: mistral-large
      priority: 1
  tokenBudget:
    perDay: 50000
`,
    codes: ['TS126'],
    mended: `  rules:
    - matches:
        - headers:
            - type: Exact
              name: x-ai-eg-model
              value: llama-3.3-70b
      backendRefs:
        - name: near
          priority: 0
        - name: far
          modelNameOverride: mistral-large
          priority: 1
`,
  },
  {
    name: 'origins as matchers, and clients by ipAddress',
    text: policy(
      'SecurityPolicy',
      'pages',
      `  cors:
    allowOrigins:
      - type: Exact
        value: https://help.example.com
      - type: RegularExpression
        value: https://.*\\.example\\.com
  authorization:
    defaultAction: Deny
    rules:
      - name: office
        action: Allow
        principal:
          ipAddress: 192.0.2.0/24
`,
    ),
    codes: ['TS147', 'TS147', 'TS145'],
    mended: `    allowOrigins:
      - https://help.example.com
      - https://*.example.com
`,
  },
  {
    name: 'a scaled app of an old release of the HTTP add-on',
    text: `apiVersion: http.keda.sh/v1alpha1
kind: HTTPScaledObject
metadata:
  name: shop
spec:
  host: shop.example.com
  scaleTargetRef:
    deployment: shop
  replicas: {min: 0, max: 6}
`,
    codes: ['TS159', 'TS157', 'TS158'],
    mended: `  hosts:
    - shop.example.com
  scaleTargetRef:
    name: shop
    service: shop
    port: 80
`,
  },
  {
    name: 'an Ingress from before v1',
    text: `apiVersion: networking.k8s.io/v1beta1
kind: Ingress
metadata:
  name: old-door
spec:
  rules:
    - host: old.example.com
      http:
        paths:
          - path: / # everything
            backend:
              serviceName: shop
              servicePort: 80
`,
    codes: ['TS116'],
    mended: `          - path: / # everything
            backend:
              service:
                name: shop
                port:
                  number: 80
            pathType: Prefix
`,
  },
] as const;

const codesOf = async (studio: StudioPage) => (await studio.findings('error')).map(({ code }) => code);

/** Takes the first way out of the first error until none is left; answers how often. */
async function mendAll(studio: StudioPage, take: () => Promise<void>): Promise<number> {
  for (let taken = 0; taken < 12; taken++) {
    const before = await studio.findings('error');
    if (before.length === 0) return taken;
    const text = await studio.yaml();
    await take();
    await expect.poll(() => studio.yaml()).not.toBe(text);
    await studio.settled();
  }
  throw new Error(`Errors stay: ${(await codesOf(studio)).join(', ')}`);
}

for (const { name, text, codes, mended } of examples) {
  test(`mends ${name}, with the mouse`, async ({ studio }) => {
    test.slow();
    await studio.openWith({ 'shop.yaml': shop });
    await studio.paste(text);
    expect(await codesOf(studio)).toEqual(codes);
    await studio.problems.open();
    const taken = await mendAll(studio, async () => {
      await studio.problems.row().first().click();
      const [detail, patch] = [studio.problems.detail(), studio.problems.patch()];
      await expect(detail.getByRole('radio').first()).toBeChecked();
      await expect(
        patch
          .getByRole('img', { name: 'Added' })
          .or(patch.getByRole('img', { name: 'Removed' }))
          .first(),
      ).toBeVisible();
      await detail.getByRole('button', { name: 'Apply', exact: true }).click();
    });
    expect(taken).toBeGreaterThanOrEqual(codes.length);
    expect(await studio.yaml()).toContain(mended);
    expect(await studio.yaml('shop.yaml')).toContain(shop);
    await expect(studio.page.getByTestId('health')).not.toHaveAccessibleName(/[1-9]\d* error/);
  });
}

test('mends with the keyboard alone, in Problems', async ({ studio, page }) => {
  test.slow();
  await studio.openWith({ 'shop.yaml': shop });
  await studio.paste(retries);
  await studio.problems.open();
  await mendAll(studio, async () => {
    // The list is one stop of Tab; arrows choose in it, Enter on the way out takes it.
    await studio.problems.row().first().focus();
    await studio.key('Home');
    const way = studio.problems.detail().getByRole('radio').first();
    await expect(way).toBeVisible();
    for (let steps = 0; !(await way.evaluate((each) => each === document.activeElement)); steps++) {
      if (steps > 10) throw new Error('Tab never comes to the way out.');
      await studio.key('Tab');
    }
    await expect(studio.problems.patch()).toContainText(/[−+]/);
    await expect(studio.problems.detail().getByRole('button', { name: 'Apply', exact: true })).toBeEnabled();
    await studio.key('Enter');
  });
  expect(await studio.yaml()).toContain(examples[0].mended);
  await expect(page.getByTestId('health')).not.toHaveAccessibleName(/[1-9]\d* error/);
});

test('mends from the editor: the light bulb shows the patch before it is taken', async ({ studio, page }) => {
  test.slow();
  await studio.openWith({ 'shop.yaml': shop, 'fuse.yaml': breaker('fuse') });
  await studio.editor.putCursorBehind('fuse.yaml', 'maxRequ');
  await expect(studio.editor.element.locator('.squiggly-error').first()).toBeVisible();
  await studio.key('ControlOrMeta+.');
  await page
    .getByRole('option', { name: /Rename to maxParallelRequests/ })
    .or(page.getByText('Rename to maxParallelRequests…'))
    .first()
    .click();
  const dialog = studio.dialog('Problem TS124');
  const patch = dialog.getByRole('region', { name: 'What would change' });
  await expect(patch).toContainText('maxParallelRequests: 256 # what four pods can take');
  expect(await studio.yaml('fuse.yaml')).toBe(breaker('fuse'));
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect.poll(() => codesOf(studio)).toEqual([]);
  studio.expectLineChanges(breaker('fuse'), await studio.yaml('fuse.yaml'), {
    removed: ['maxRequests: 256 # what four pods can take'],
    added: ['maxParallelRequests: 256 # what four pods can take'],
  });
});

test('mends all of a kind in one step, and one undo brings all of them back', async ({ studio }) => {
  const names = ['one', 'two', 'three'];
  const files = Object.fromEntries(names.map((name) => [`${name}.yaml`, breaker(name)]));
  await studio.openWith({ 'shop.yaml': shop, ...files });
  expect(await codesOf(studio)).toEqual(['TS124', 'TS124', 'TS124']);
  await studio.problems.open();
  await studio.problems.row('maxParallelRequests').nth(1).click();
  await studio.problems.detail().getByRole('button', { name: 'Apply to all 3 alike' }).click();
  await expect.poll(() => codesOf(studio)).toEqual([]);
  for (const name of names)
    expect(await studio.yaml(`${name}.yaml`)).toBe(
      breaker(name).replace('maxRequests', 'maxParallelRequests'),
    );
  await studio.focusCanvas();
  await studio.undo();
  for (const name of names) expect(await studio.yaml(`${name}.yaml`)).toBe(breaker(name));
});

test('lives with a problem for a reason: a comment beside it, listed, and taken back', async ({
  studio,
  page,
}) => {
  const text = breaker('fuse');
  await studio.openWith({ 'shop.yaml': shop, 'fuse.yaml': text });
  await studio.problems.open();
  await studio.problems.row('maxParallelRequests').click();
  const [detail, panel] = [studio.problems.detail(), studio.problems.panel()];
  await detail.getByRole('button', { name: /^Suppress with a reason/ }).click();
  await detail.getByRole('textbox', { name: 'Reason' }).fill('our fork of the gateway reads it');
  await studio.key('Enter');
  await expect.poll(() => codesOf(studio)).toEqual([]);
  studio.expectLineChanges(text, await studio.yaml('fuse.yaml'), {
    added: ['# traffic-studio: ignore TS124 our fork of the gateway reads it'],
  });
  await expect(page.getByTestId('health')).not.toHaveAccessibleName(/[1-9]\d* error/);

  await panel.getByRole('button', { name: '1 suppressed' }).click();
  // It is still the one that is looked at.
  await expect(detail).toContainText('our fork of the gateway reads it');
  await detail.getByRole('button', { name: 'Count it again' }).click();
  await expect.poll(() => codesOf(studio)).toEqual(['TS124']);
  expect(await studio.yaml('fuse.yaml')).toBe(text);
});
