import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { exportZip } from './exportZip.ts';
import { importItems } from './importItems.ts';

const folder = new URL('../../../../shared/corpus/manifests/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.log('skipped: no corpus');

interface Listed {
  readonly file: string;
  readonly objects: readonly string[];
}

/** Real manifests of seven projects: every one must load as its index says, and survive untouched. */
describe.skipIf(!isThere)('the corpus of manifests', () => {
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
  const listed: readonly Listed[] = isThere ? JSON.parse(read('index.json')).files : [];

  it('is read as its index lists it, resource by resource', () => {
    let count = 0;
    for (const { file, objects } of listed) {
      const { resources } = analyse([{ path: file, text: read(file) }]);
      const found = [...resources.values()].map(({ apiVersion, kind, value, name }) => {
        const { namespace } = (value.metadata ?? {}) as { namespace?: string };
        return `${apiVersion}/${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`.trim();
      });
      expect(found.toSorted(), file).toEqual(objects.toSorted());
      count += found.length;
    }
    console.log(`corpus: ${count} resources in ${listed.length} files, all read as listed`);
  });

  it('covers every character of every file by documents, and none of it changes on the way out', () => {
    const files = listed.map(({ file }) => ({ path: file, text: read(file) }));
    const analysis = analyse(files);
    for (const [index, { path, documents }] of analysis.files.entries()) {
      const text = files[index]?.text ?? '';
      expect(documents.map(({ start, end }) => text.slice(start, end)).join(''), path).toBe(text);
    }
    const { content } = exportZip.export(files, analysis);
    if (typeof content === 'string') throw new Error('a zip is bytes');
    const back = importItems([{ path: 'all.zip', bytes: content }]).files;
    const texts = new Map(back.map((file) => [file.path, file.text]));
    for (const { path, text } of files) expect(texts.get(path), path).toBe(text);
    const codes: Record<string, number> = {};
    for (const { code } of analysis.findings) codes[code] = (codes[code] ?? 0) + 1;
    console.log(`corpus: findings over all files together: ${JSON.stringify(codes)}`);
  });
});
