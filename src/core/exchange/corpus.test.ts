import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import type { Analysis } from '../analysis.ts';
import { hasSecretValues, withholdSecrets } from '../workspace/withholdSecrets.ts';
import { exportBundle } from './exportBundle.ts';
import { exportZip } from './exportZip.ts';
import { importItems } from './importItems.ts';

const corpus = fileURLToPath(new URL('../../../../shared/corpus/manifests/', import.meta.url));
const isThere = existsSync(corpus);
if (!isThere) console.log('skipped: no corpus');

const items = isThere
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ya?ml$/.test(path))
      .sort()
      .map((path) => ({ path, bytes: new Uint8Array(readFileSync(`${corpus}${path}`)) }))
  : [];

/** Every resource with its value, as often as it occurs. */
const valuesOf = (analysis: Analysis) =>
  [...analysis.resources.values()]
    .map(({ apiVersion, kind, namespace, name, value }) =>
      JSON.stringify([apiVersion, kind, namespace, name, value]),
    )
    .sort();

describe.skipIf(!isThere)('the upstream manifests', () => {
  it('come in byte for byte', () => {
    const { files, report } = importItems(items);
    expect(report.skipped).toEqual([]);
    expect(files.length).toBe(items.length);
    for (const [i, file] of files.entries()) expect(strToU8(file.text)).toEqual(items[i]?.bytes);
  });

  it('go out as one bundle with the same resources', () => {
    const files = importItems(items).files;
    const before = analyse(files);
    const text = exportBundle.export(files, before).content as string;
    const after = analyse([{ path: 'bundle.yaml', text }]);
    expect(
      after.files[0]?.documents.filter(({ state }) => state === 'broken' || state === 'foreign'),
    ).toEqual([]);
    expect(valuesOf(after)).toEqual(valuesOf(before));
  });

  it('go out as a zip and come back the same', () => {
    const files = importItems(items).files;
    const bytes = exportZip.export(files, analyse(files)).content as Uint8Array;
    const back = importItems([{ path: 'x.zip', bytes }]).files;
    expect(back.filter(({ path }) => path !== 'kustomization.yaml')).toEqual(files);
  });

  it('keep everything but the values of Secrets', () => {
    for (const { path, text } of importItems(items).files) {
      const result = withholdSecrets(text);
      expect(hasSecretValues(result.text), path).toBe(false);
      const [before, after] = [analyse([{ path, text }]), analyse([{ path, text: result.text }])];
      const open = (analysis: Analysis) =>
        valuesOf(analysis).filter((value) => !value.startsWith('["v1","Secret"'));
      expect(open(after), path).toEqual(open(before));
      expect([...after.resources.keys()], path).toEqual([...before.resources.keys()]);
      if (result.withheld === 0) expect(result.text).toBe(text);
    }
  });
});
