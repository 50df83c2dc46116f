/* Changes against the baseline: in words, as a diff, and back again at any grain. */
import { expect, test } from './support/studio.ts';

const text = ['a', 'b', 'c']
  .map(
    (name) =>
      `# ${name}\napiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n    - port: 80\n`,
  )
  .join('---\n');

test('says what changed, field by field, and reverts one resource, then everything', async ({
  studio,
  page,
}) => {
  await studio.openWith({ 'shop.yaml': text });
  await studio.editor.putCursorBehind('shop.yaml', '- port: 80');
  await studio.editor.type('80');
  await page.evaluate(() =>
    window.trafficStudio.run('rename', { id: '/Service/default/c' as never, name: 'renamed' }),
  );
  await studio.settled();
  await studio
    .button(/^Changes/)
    .first()
    .click();
  const changes = page.getByRole('region', { name: 'Changes' }).first();
  await expect(changes).toContainText('80');
  await expect(changes).toContainText('8080');
  await expect(changes).toContainText('renamed');
  await expect(changes.locator('.monaco-diff-editor')).toBeVisible({ timeout: 30_000 });
  await changes
    .getByRole('button', { name: /Revert.*Service (c|renamed)/i })
    .first()
    .click();
  await studio.settled();
  const after = await studio.yaml('shop.yaml');
  studio.expectLineChanges(text, after, { removed: ['- port: 80'], added: ['- port: 8080'] });
  await changes
    .getByRole('button', { name: /Revert (all|everything)/i })
    .first()
    .click();
  await expect.poll(() => studio.yaml('shop.yaml')).toBe(text);
  await studio.focusCanvas();
  await studio.undo();
  expect(await studio.yaml('shop.yaml')).toBe(after);
  await studio.key('ControlOrMeta+s');
  await expect(changes).toContainText(/Nothing has changed/);
});
