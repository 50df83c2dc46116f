import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/textEdit.ts';
import { splitDocuments } from '../workspace/splitDocuments.ts';
import { formatYaml } from './formatYaml.ts';
import { parseYaml } from './parseYaml.ts';

const folder = new URL('../../../../shared/corpus/manifests/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.log('skipped: no corpus');

/** Real manifests, as they are and indented twice as far. */
describe.skipIf(!isThere)('formatting the corpus of manifests', () => {
  const texts = isThere ? documentsOf() : [];

  it('refuses none that can be read, and is done after one go', () => {
    let changed = 0;
    for (const text of texts) {
      const formatted = format(text);
      if (formatted === text) continue;
      changed++;
      expect(format(formatted)).toBe(formatted);
    }
    console.log(`corpus: ${texts.length} documents formatted, ${changed} of them changed`);
  }, 120_000);

  it('brings back what was indented twice as far', () => {
    const plain = texts.filter((text) => !/[|>][-+]?\s*$/m.test(text) && format(text) === text);
    const cases = plain.flatMap((text) => {
      const wide = text.replace(/^ +/gm, (spaces) => spaces + spaces);
      return parseYaml(wide).isBroken ? [] : [{ text, wide }];
    });
    expect(cases.length).toBeGreaterThan(100);
    for (const { text, wide } of cases) expect(format(wide)).toBe(text);
  }, 120_000);
});

function format(text: string): string {
  const result = formatYaml(parseYaml(text));
  if ('refused' in result) throw new Error(`${result.refused}\n${text.slice(0, 200)}`);
  return applyEdits(text, result.edits);
}

function documentsOf(): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ya?ml$/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const documents = splitDocuments(text).map(({ start, end }) => text.slice(start, end));
    return documents.filter((document) => !parseYaml(document).isBroken);
  });
}
