import { existsSync, readdirSync, readFileSync } from 'node:fs';
import nodePath from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDocuments } from '../../workspace/splitDocuments.ts';
import { locate } from '../locate.ts';
import { SOURCE } from '../nodes.ts';
import { parseYaml } from '../parseYaml.ts';
import type { Path } from '../path.ts';
import { isIndistinguishable } from '../plainValue.ts';
import { plainOf, readInFull } from '../readInFull.ts';
import { runCount, styledDocuments } from '../styledYaml.property.ts';
import { locateQuickly, readQuickly } from './readQuickly.ts';

const corpus = nodePath.resolve(import.meta.dirname, '../../../../../shared/corpus/manifests');
const options = { numRuns: runCount() };
const patience = runCount() * 200;

/** True when the quick way answered; throws when it answered wrongly. */
function agrees(text: string): boolean {
  const quick = readQuickly(text);
  if (quick === undefined) return false;
  const full = readInFull(text);
  expect(full.problems, text).toEqual([]);
  if (!isIndistinguishable(quick.value, plainOf(full, text)))
    expect({ text, value: quick.value }).toEqual({ text, value: plainOf(full, text) });
  agreesOnPlaces(text, quick.value);
  return true;
}

let located = 0;
let asked = 0;

/** Throws when the quick way finds a path elsewhere than the library, or finds what is not there. */
function agreesOnPlaces(text: string, value: unknown): void {
  const tree = parseYaml(text);
  // Once it is read in full, places come from there.
  expect(tree[SOURCE]).toBeDefined();
  const all = everyPath(value);
  // Some of them, others for every text.
  const stride = Math.ceil(all.length / 10);
  const paths = all.filter((_, i) => i % stride === text.length % stride);
  for (const each of [
    ...paths,
    ...paths.map((some) => [...some, 'absent']),
    ...paths.map((some) => [...some, 9]),
  ]) {
    const place = locateQuickly(text, each);
    asked++;
    if (place === undefined) continue;
    located++;
    expect({ text, each, place: place ?? undefined }).toEqual({ text, each, place: locate(tree, each) });
  }
}

function everyPath(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([step, inner]) => [[step], ...everyPath(inner).map((path) => [step, ...path])]);
}

/** Pieces that mean something to YAML, put together at random: mostly broken, sometimes not. */
const pieces = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('\n', '\n  ', '\n    ', ' ', '- ', 'a: ', 'b: ', 'c:\n', ': '),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...[
            'x',
            'x y',
            '80',
            '-1',
            '0.5',
            '1e3',
            '0x1f',
            '+1',
            '.5',
            'null',
            '~',
            'true',
            'No',
            '::',
            '1.2.3',
          ],
          ...[
            "'q'",
            '"d"',
            "'it''s'",
            '"\\n"',
            '"\\x41"',
            '"',
            "'",
            '{',
            '}',
            '[',
            ']',
            ', ',
            '{}',
            '[]',
            '{a: 1}',
          ],
          ...[
            '#',
            ' # c',
            '|\n',
            '|-\n',
            '>\n',
            '---\n',
            '...\n',
            '&a ',
            '*a',
            '!t ',
            '? ',
            '<<: ',
            '%',
            '@',
            '`',
          ],
          ...[
            '\t',
            '\r\n',
            '\ufeff',
            '"__proto__": ',
            'true: ',
            '- - ',
            '"k": ',
            '---',
            '-',
            ':',
            '\u2028',
            '\u0085',
          ],
        ),
      },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('the quick way', () => {
  it(
    'reads documents in any style as the library does, or leaves them to it',
    () => {
      fc.assert(
        fc.property(styledDocuments, ({ text }) => void agrees(text)),
        options,
      );
    },
    patience,
  );

  it(
    'never answers for a text that the library complains about',
    () => {
      fc.assert(
        fc.property(pieces, (text) => void agrees(text)),
        { numRuns: 20 * runCount() },
      );
    },
    patience,
  );

  it.runIf(existsSync(corpus))(
    'reads most manifests, and reads them right, also after one character went or came',
    () => {
      const documents = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.ya?ml$/.test(file))
        .flatMap((file) => {
          const text = readFileSync(nodePath.join(corpus, file), 'utf8');
          return splitDocuments(text).map(({ start, end }) => text.slice(start, end));
        });
      const quick = documents.filter(agrees).length;
      console.log(`${quick} of ${documents.length} documents of the corpus are read the quick way.`);
      expect(located / asked).toBeGreaterThan(0.8);
      expect(quick / documents.length).toBeGreaterThan(0.8);
      fc.assert(
        fc.property(
          fc.constantFrom(...documents.filter(({ length }) => length < 4000)),
          fc.nat(),
          fc.constantFrom(
            '',
            '',
            ' ',
            '  ',
            '\n',
            ':',
            '-',
            '#',
            '"',
            "'",
            '{',
            ']',
            ',',
            'a',
            '\n\n',
            '- ',
            '& ',
            '1',
          ),
          (document, place, piece) => {
            const at = place % (document.length + 1);
            agrees(document.slice(0, at) + piece + document.slice(piece === '' ? at + 1 : at));
          },
        ),
        { numRuns: 2 * runCount() },
      );
    },
    300_000,
  );
  if (!existsSync(corpus)) console.log('skipped: no corpus');

  it('takes what manifests are made of', () => {
    for (const text of [
      'a: 1\n',
      '---\n# c\na: "x: y" # c\nb:\n- c: d\n  e:\n  - f\n',
      "a: {b: [1, 'two', x y], c: {}}\nd: []\n",
      'a: |\n  one\n\n  two\nb: |-\n  three\n',
      '- - a\n  - b\n- c: http://x.y/z:80\n',
      'a:\nb: null\nc:\n  # nothing here\n',
    ])
      expect(agrees(text), text).toBe(true);
  });

  it('leaves what is out of the ordinary to the library', () => {
    for (const text of [
      ...[
        '',
        '# c\n',
        'a',
        'a: &x 1\n',
        'a: *x\n',
        'a: !t 1\n',
        'a: >\n  b\n',
        '? a\n',
        'a: b\n  c\n',
        'a:\tb\n',
      ],
      ...[
        'a: 1\na: 2\n',
        '"__proto__": 1\n',
        'a: [1,\n  2]\n',
        'a: 1\n---\nb: 2\n',
        'a: 1\r\n',
        '<<: {}\n',
        'a: 0x1\n',
      ],
    ])
      expect(readQuickly(text), text).toBeUndefined();
  });
});
