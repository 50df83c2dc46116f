import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FileChange } from '../../actions/types.ts';
import { Analyser } from '../../analyse.ts';
import { parseYaml } from '../../yaml/parseYaml.ts';
import { runCount } from '../../yaml/styledYaml.property.ts';
import { switchComment } from '../switchedOff.ts';
import { guardrails } from './registry.ts';

const folder = new URL('../fixtures/guardrails/', import.meta.url);
/** Every document of every fixture, all in one namespace so that they meet. */
const documents = readdirSync(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .replace(/^( +)namespace: .*\n/gm, '')
    .split(/^---\n/m),
);
const switches = guardrails.map(({ code }) => `${switchComment(code, 'not here')}\n`);
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...documents) },
  { weight: 1, arbitrary: fc.constantFrom(...switches) },
);

/** Edits as people make them: of a word, of a line, of a document. */
const edit = fc.record({
  file: fc.nat(1),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  what: fc.oneof(
    fc.record({
      type: fc.constant('word' as const),
      text: fc.constantFrom('web', 'shop', '0', '443', 'https', 'Gateway'),
    }),
    fc.record({ type: fc.constant('line' as const) }),
    fc.record({ type: fc.constant('move' as const) }),
    fc.record({ type: fc.constant('document' as const), text: piece }),
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function changeOf(analyser: Analyser, { file, at, what }: Edit): FileChange {
  const [path = '', text = ''] = [...analyser.files][file] ?? [];
  const parts = what.type === 'word' ? /[\w-]+/g : what.type === 'line' ? /.*\n/g : /^---\n/gm;
  const near = Math.floor(at * text.length);
  const part = [...text.matchAll(parts)].find(({ index }) => index >= near);
  const start = part?.index ?? text.length;
  const end = start + (part?.[0].length ?? 0);
  const edit = (from: number, to: number, written: string): FileChange => ({
    type: 'edit',
    path,
    edits: [{ start: from, end: to, text: written }],
  });
  switch (what.type) {
    case 'word':
      return edit(start, end, what.text);
    case 'line':
      return edit(start, end, '');
    case 'document':
      return edit(start, start, `---\n${what.text}`);
    case 'move':
      return edit(0, text.length, `${text.slice(end)}---\n${text.slice(0, start)}`);
  }
}

it('say the same after any edits as they do of the text read anew', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 2, maxLength: 12 }),
      fc.array(piece, { minLength: 2, maxLength: 12 }),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      (one, other, edits) => {
        const analyser = new Analyser([
          { path: 'a.yaml', text: one.join('---\n') },
          { path: 'b.yaml', text: other.join('---\n') },
        ]);
        for (const each of edits) analyser.update([changeOf(analyser, each)]);
        const isBroken = analyser.analysis.files.some((file) =>
          file.documents.some(({ state }) => state === 'broken'),
        );
        // A kept analyser knows the last good text of a broken document.
        if (isBroken) return;
        const fresh = new Analyser([...analyser.files].map(([path, text]) => ({ path, text }))).analysis;
        expect(analyser.analysis.findings).toEqual(fresh.findings);
        expect(analyser.analysis.suppressed).toEqual(fresh.suppressed);
        expect([...analyser.analysis.edges.keys()]).toEqual([...fresh.edges.keys()]);
      },
    ),
    { numRuns: Math.ceil(runCount() / 5) },
  );
});

/** Values that nobody expects where they stand. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'x', 0, -1, 1.5, true, [], {}, [null], [[]], { name: 5 }, [
    { name: null },
  ]),
  fc.jsonValue({ maxDepth: 2 }),
);

function replaceAt(value: unknown, place: number, by: unknown): unknown {
  let left = place;
  const walk = (at: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(at)) return at.map(walk);
    if (typeof at !== 'object' || at === null) return at;
    return Object.fromEntries(Object.entries(at).map(([key, each]) => [key, walk(each)]));
  };
  return walk(value);
}

it('never throw, whatever stands in a resource', () => {
  const values = documents.map((text) => parseYaml(text).value);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(values.length - 1), fc.nat(60), odd), { minLength: 1, maxLength: 12 }),
      (changes) => {
        const changed = new Map(
          changes.map(([index, place, by]) => [index, replaceAt(values[index], place, by)]),
        );
        const texts = values.map((value, index) => JSON.stringify(changed.get(index) ?? value));
        const { findings } = new Analyser([{ path: 'a.yaml', text: texts.join('\n---\n') }]).analysis;
        expect(findings.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: Math.ceil(runCount() / 10) },
  );
});
