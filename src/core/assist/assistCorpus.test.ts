import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/catalogue/loadPacks.ts';
import { splitDocuments } from '../workspace/splitDocuments.ts';
import { parseYaml } from '../yaml/parseYaml.ts';
import { assist } from './assist.ts';
import { acceptedText, assistContext } from './testing/typing.ts';

const corpus = path.resolve(import.meta.dirname, '../../../../shared/corpus/manifests');
const isThere = existsSync(corpus);
if (!isThere) console.log('skipped: no corpus');

/** Places looked at in each file; `ASSIST_PLACES=1000000` looks at every one. */
const places = Number(process.env.ASSIST_PLACES ?? 5);
/** Proposals that are taken at each place. */
const MOST_TAKEN = 12;
const catalogue = readCatalogue();

function manifests(): readonly (readonly [string, string])[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => [file, readFileSync(path.join(corpus, file), 'utf8')] as const);
}

/** Offsets spread over a text, others in every file; never within a line end. */
function offsetsOf(text: string, seed: number): readonly number[] {
  const count = Math.min(places, text.length + 1);
  const step = (text.length + 1) / count;
  const offsets = Array.from({ length: count }, (_, i) =>
    Math.floor((i + ((seed * 7 + i * 3) % 10) / 10) * step),
  );
  return offsets.filter((at) => text.slice(at - 1, at + 1) !== '\r\n');
}

describe.runIf(isThere)('what upstream ships', () => {
  it('gets every kind of help, in far less than a moment', () => {
    const times: number[] = [];
    for (const [seed, [, text]] of manifests().entries()) {
      const context = assistContext({ 'a.yaml': text }, catalogue);
      for (const offset of offsetsOf(text, seed)) {
        const cursor = { file: 'a.yaml', offset };
        const before = performance.now();
        assist(context, { assist: 'completion', ...cursor });
        const between = performance.now();
        assist(context, { assist: 'hover', ...cursor });
        assist(context, { assist: 'definition', ...cursor });
        assist(context, { assist: 'references', ...cursor, withDefinition: true });
        assist(context, { assist: 'rename-target', ...cursor });
        times.push(between - before, performance.now() - between);
      }
      const before = performance.now();
      assist(context, { assist: 'outline', file: 'a.yaml' });
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
    console.log(
      `${times.length} answers: ${at(0.5).toFixed(1)} ms at the median, ${at(0.99).toFixed(1)} ms at p99, ${at(1).toFixed(0)} ms at most`,
    );

    expect(times.length).toBeGreaterThan(100);
  }, 120_000);

  it('still parses, whatever proposal is taken wherever', () => {
    const broken: string[] = [];
    let taken = 0;
    for (const [seed, [file, text]] of readable().entries())
      for (const offset of offsetsOf(text, seed)) {
        const found = takeSome(text, offset, seed);
        taken += found.taken;
        broken.push(...found.broken.map((each) => `${file} at ${offset}, ${each}`));
      }
    console.log(`${taken} proposals taken`);
    expect(broken).toEqual([]);
  }, 120_000);

  it('still parses when it goes on below any line', () => {
    const broken: string[] = [];
    let taken = 0;
    for (const [seed, [file, text]] of readable().entries())
      for (const offset of offsetsOf(text, seed)) {
        const { made, at } = withNewLine(text, offset);
        const found = takeSome(made, at, seed);
        taken += found.taken;
        broken.push(...found.broken.map((each) => `${file} below ${offset}, ${each}`));
      }
    console.log(`${taken} proposals taken on new lines`);
    expect(broken).toEqual([]);
  }, 120_000);
});

/** Manifests that are in order, without block texts (whose lines are no YAML). */
function readable() {
  return manifests().filter(([, text]) => !text.includes('|') && !isBroken(text));
}

function isBroken(text: string): boolean {
  return splitDocuments(text).some(({ start, end }) => parseYaml(text.slice(start, end)).isBroken);
}

/** The text after Enter at the end of the line that holds an offset, as an editor indents it. */
function withNewLine(text: string, offset: number): { readonly made: string; readonly at: number } {
  const lineEnd = text.indexOf('\n', offset);
  const end = lineEnd < 0 ? text.length : text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  const dashes = /^[ ]*(?:- +)*/.exec(line)?.[0].length ?? 0;
  const indent = dashes + (/:\s*$/.test(line) ? 2 : 0);
  const made = `${text.slice(0, end)}\n${' '.repeat(indent)}${text.slice(end)}`;
  return { made, at: end + 1 + indent };
}

function takeSome(text: string, offset: number, seed: number) {
  const context = assistContext({ 'a.yaml': text }, catalogue);
  const { items } = assist(context, { assist: 'completion', file: 'a.yaml', offset });
  const stride = Math.max(1, Math.floor(items.length / MOST_TAKEN));
  const some = items.filter((_, i) => (i + seed) % stride === 0);
  const broken = some.flatMap((item) => {
    const after = acceptedText(`${text.slice(0, offset)}|${text.slice(offset)}`, item).replace('|', '');
    return isBroken(after) ? [`${item.label}: ${JSON.stringify(item.insert)}`] : [];
  });
  return { taken: some.length, broken };
}
