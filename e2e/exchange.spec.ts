/* Import and export: what comes in goes out byte for byte. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, test } from './support/studio.ts';

/** Keeps the byte order mark, as the studio does. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const corpus = fileURLToPath(new URL('../../shared/corpus/manifests', import.meta.url));

/** Files of every awkward kind, for where the corpus is not. */
const own: Readonly<Record<string, string>> = {
  'windows.yaml':
    '# made on Windows\r\napiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: cart\r\nspec:\r\n  ports:\r\n    - port: 80\r\n',
  'bom.yaml': '\uFEFFapiVersion: v1\nkind: ConfigMap\nmetadata: {name: bom}\n',
  'anchors.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: anchors\n  labels: &l {app: a}\n  annotations:\n    <<: *l\ndata:\n  tagged: !!str 12\n',
  'mixed.yaml':
    'just: data\n---\n---\n# nothing\n---\nkind: List\napiVersion: v1\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: listed}}\n---\nbroken: [\n',
  'folder/last.yaml':
    'apiVersion: example.com/v1\nkind: Unknown\nmetadata:\n  name: odd\nspec: {x: 1}   # no line end',
};

async function bytesToImport(): Promise<Readonly<Record<string, Buffer>>> {
  if (!existsSync(corpus)) {
    console.log('skipped: no corpus');
    return Object.fromEntries(Object.entries(own).map(([name, text]) => [name, Buffer.from(text)]));
  }
  const names = (await readdir(corpus, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  const some = names;
  console.log(`${some.length} of ${names.length} files of the corpus`);
  const all = await Promise.all(
    some.map(async (name) => [name.replaceAll('/', '_'), await readFile(path.join(corpus, name))] as const),
  );
  return {
    ...Object.fromEntries(all),
    ...Object.fromEntries(
      Object.entries(own).map(([name, text]) => [name.replaceAll('/', '_'), Buffer.from(text)]),
    ),
  };
}

test('imports files and exports the same bytes', async ({ studio, page }) => {
  const sent = await bytesToImport();
  await studio.openEmpty();
  await page.evaluate(() => window.trafficStudio.setView({ dialog: { type: 'import' } }));
  const chooser = page.waitForEvent('filechooser');
  await studio
    .dialog()
    .getByRole('button', { name: /choose files/i })
    .click();
  await (await chooser).setFiles(
    Object.entries(sent).map(([name, buffer]) => ({ name, mimeType: 'application/yaml', buffer })),
  );
  await studio
    .dialog()
    .getByRole('button', { name: /^(Import|Add)/ })
    .last()
    .click();
  await expect(studio.dialog()).toBeHidden();
  await studio.settled();
  const files = await studio.files();
  expect(Object.keys(files).sort()).toEqual(Object.keys(sent).sort());
  for (const [name, buffer] of Object.entries(sent)) expect(files[name], name).toBe(decoder.decode(buffer));
  const zip = unzipSync(await readFile(await studio.download('zip')));
  for (const [name, buffer] of Object.entries(sent))
    expect(Buffer.from(zip[name] ?? []).equals(buffer), name).toBe(true);
  expect(Object.keys(zip).filter((name) => !(name in sent))).toEqual(['kustomization.yaml']);
});

test('pastes YAML and takes files that are dropped anywhere', async ({ studio, page }) => {
  await studio.openEmpty();
  await studio.dropFiles({
    'dropped.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: dropped}\nspec: {ports: [{port: 80}]}\n',
  });
  await expect(studio.card('Service/dropped')).toBeVisible();
  await studio.focusCanvas();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/plain',
      'apiVersion: v1\nkind: Service\nmetadata: {name: dropped}\nspec: {ports: [{port: 81}]}\n',
    );
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
    );
  });
  await expect(studio.card('Service/dropped-copy').or(studio.card('Service/dropped-2'))).toBeVisible();
});

test('the exact kubectl commands stand beside the bundle', async ({ studio, page }) => {
  await studio.open();
  await studio.button('Export').click();
  await expect(studio.dialog()).toContainText('kubectl apply');
  await expect(studio.dialog()).toContainText('--dry-run=server');
  await page.keyboard.press('Escape');
  await expect(studio.dialog()).toBeHidden();
});
