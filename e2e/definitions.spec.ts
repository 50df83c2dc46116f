/* CRDs of the user's own: dropped anywhere, they change the verdict; the list shows and removes them. */
import { expect, test } from './support/studio.ts';

const kiosk = `apiVersion: fair.example/v1
kind: Kiosk
metadata:
  name: tea
spec:
  stools: 3 # an odd number
  roof: straw
`;

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: kiosks.fair.example
  labels:
    app.kubernetes.io/version: v2.4.0
spec:
  group: fair.example
  scope: Namespaced
  names: {kind: Kiosk, plural: kiosks, singular: kiosk, listKind: KioskList}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [colour]
              properties:
                colour: {type: string, enum: [red, green]}
                stools:
                  type: integer
                  x-kubernetes-validations:
                    - rule: self % 2 == 0
                      message: stools come in pairs
`;

const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
spec:
  rules:
    - retry:
        attempts: 2
`;

test('a dropped CRD judges what it describes, and is listed, kept and removed', async ({ studio, page }) => {
  await studio.openWith({ 'tea.yaml': kiosk });
  expect(await studio.findings('error')).toEqual([]);

  await studio.dropFiles({ 'kiosks.yaml': definition });
  await expect(page.getByText('1 kind described by kiosks.yaml').first()).toBeVisible();
  // The structure fails, so the server does not get to the rule.
  await expect
    .poll(async () => (await studio.findings('error')).map(({ code }) => code))
    .toEqual(['TS103', 'TS101']);
  expect(Object.keys(await studio.files())).toEqual(['tea.yaml']);

  await studio.editor.putCursorBehind('tea.yaml', 'roof: straw');
  await page.keyboard.press('Shift+Home');
  await studio.editor.type('colour: red');
  await expect
    .poll(async () => (await studio.findings('error')).map(({ message }) => message))
    .toEqual([expect.stringContaining('stools come in pairs')]);

  await page.reload();
  await studio.settled();
  expect(await studio.findings('error')).toHaveLength(1);
  await page.getByTestId('definitions').click();
  const dialog = studio.dialog('API definitions');
  await expect(dialog).toContainText('Kiosk, fair.example v1');
  await expect(dialog).toContainText('v2.4.0');
  await dialog.getByRole('button', { name: 'Remove kiosks.yaml' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => studio.findings('error')).toEqual([]);
});

test('the channel of the cluster decides about experimental fields', async ({ studio, page }) => {
  await studio.openWith({ 'shop.yaml': route });
  expect((await studio.findings('error')).map(({ code }) => code)).toEqual(['TS101']);
  await page.getByTestId('definitions').click();
  await studio.dialog('API definitions').getByText('Experimental', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => studio.findings('error')).toEqual([]);
  await expect(page.getByTestId('definitions')).toContainText('experimental');
});
