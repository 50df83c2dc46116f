import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../../../core/text/textEdit.ts';
import { lineEndNear, shownText, TextMapping, toShownEdits, toTextEdits } from './textMapping.ts';

/** Text with every line end there is, a mark at its head now and then, and separators that are no line ends. */
const piece = fc.constantFrom(
  'a',
  'key: value',
  '  - x',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '\u0085',
  '\t',
  '😀',
  '',
);
const plainText = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
const text = fc.tuple(fc.boolean(), plainText).map(([mark, body]) => (mark ? `\uFEFF${body}` : body));
const insertedText = fc
  .array(fc.constantFrom('b', '\n', 'two: 2', ''), { maxLength: 4 })
  .map((parts) => parts.join(''));

/** Edits that do not overlap, in order, of a text of a length. They may touch. */
function editsOf(length: number, inserted: fc.Arbitrary<string>): fc.Arbitrary<readonly TextEdit[]> {
  return fc.array(fc.tuple(fc.nat(length), fc.nat(length), inserted), { maxLength: 4 }).map((wishes) => {
    const edits: TextEdit[] = [];
    for (const [a, b, newText] of wishes.sort((x, y) => Math.min(x[0], x[1]) - Math.min(y[0], y[1]))) {
      const start = Math.min(a, b);
      if (start < (edits.at(-1)?.end ?? 0)) continue;
      edits.push({ start, end: Math.max(a, b), text: newText });
    }
    return edits;
  });
}

const textWithShownEdits = text.chain((value) =>
  fc.tuple(fc.constant(value), editsOf(shownText(value).length, insertedText)),
);
const textWithEdits = text.chain((value) =>
  fc.tuple(
    fc.constant(value),
    editsOf(value.length, fc.oneof(insertedText, fc.constantFrom('\r', '\r\n', '\uFEFF', 'x\r', '\nx'))),
  ),
);

describe('TextMapping', () => {
  it('leads every shown offset to the text and back', () => {
    fc.assert(
      fc.property(text, (value) => {
        const mapping = new TextMapping(value);
        const shown = shownText(value);
        for (let offset = 0; offset <= shown.length; offset++) {
          const there = mapping.toText(offset);
          expect(mapping.toShown(there)).toBe(offset);
          expect(shownText(value.slice(value.startsWith('\uFEFF') ? 1 : 0, there))).toBe(
            shown.slice(0, offset),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('shows a byte order mark and the middle of a CRLF as the place before them', () => {
    const mapping = new TextMapping('\uFEFFa\r\nb');
    expect([0, 1, 2, 3, 4, 5].map((offset) => mapping.toShown(offset))).toEqual([0, 0, 1, 1, 2, 3]);
  });
});

describe('toTextEdits', () => {
  it('makes of the text what the editor shows, whatever the line ends', () => {
    fc.assert(
      fc.property(textWithShownEdits, ([value, edits]) => {
        const after = applyEdits(value, toTextEdits(new TextMapping(value), edits));
        expect(shownText(after)).toBe(applyEdits(shownText(value), edits));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves every byte outside the edited ranges alone', () => {
    fc.assert(
      fc.property(textWithShownEdits, ([value, edits]) => {
        const mapping = new TextMapping(value);
        const touched = edits.map((edit) => [mapping.toText(edit.start), mapping.toText(edit.end)] as const);
        for (const edit of toTextEdits(mapping, edits)) {
          const starts = touched.some(([start]) => start === edit.start);
          const ends = touched.some(([, end]) => end === edit.end);
          expect(starts && ends).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a new line the line end of its neighbours', () => {
    const value = 'a: 1\r\nb: 2\r\nlone\rc: 3\n';
    const typed = (offset: number) =>
      applyEdits(value, toTextEdits(new TextMapping(value), [{ start: offset, end: offset, text: '\nx' }]));
    expect(typed(4)).toBe('a: 1\r\nx\r\nb: 2\r\nlone\rc: 3\n');
    expect(typed(14)).toBe('a: 1\r\nb: 2\r\nlone\rx\rc: 3\n');
    expect(typed(19)).toBe('a: 1\r\nb: 2\r\nlone\rc: 3\nx\n');
  });

  it('keeps a lone CR and a lone LF two lines when what stood between them goes', () => {
    const value = 'a\rb\nc';
    const after = applyEdits(value, toTextEdits(new TextMapping(value), [{ start: 2, end: 3, text: '' }]));
    expect(after).toBe('a\r\r\nc');
    expect(shownText(after)).toBe('a\n\nc');
  });

  it('types behind a byte order mark, never before it', () => {
    const value = '\uFEFFkind: Gateway\r\n';
    const after = applyEdits(
      value,
      toTextEdits(new TextMapping(value), [{ start: 0, end: 0, text: '# web\n' }]),
    );
    expect(after).toBe('\uFEFF# web\r\nkind: Gateway\r\n');
  });
});

describe('toShownEdits', () => {
  it('makes of the shown text what the text has become', () => {
    fc.assert(
      fc.property(textWithEdits, ([value, edits]) => {
        const after = applyEdits(value, edits);
        const shown = applyEdits(shownText(value), toShownEdits(new TextMapping(value), edits, after));
        expect(shown).toBe(shownText(after));
      }),
      { numRuns: 3000 },
    );
  });

  it('stays as small as the edit was', () => {
    const value = 'weight: 90\r\nweight: 10\r\n';
    const edits = [
      { start: 8, end: 10, text: '80' },
      { start: 20, end: 22, text: '20' },
    ];
    expect(toShownEdits(new TextMapping(value), edits, applyEdits(value, edits))).toEqual([
      { start: 8, end: 9, text: '8' },
      { start: 19, end: 20, text: '2' },
    ]);
  });
});

describe('lineEndNear', () => {
  it.each([
    ['', 0, '\n'],
    ['one line', 3, '\n'],
    ['a\r\nb', 4, '\r\n'],
    ['a\rb', 3, '\r'],
    ['a\r\nb\nc', 3, '\n'],
  ] as const)('%j at %i', (value, offset, end) => {
    expect(lineEndNear(value, offset)).toBe(end);
  });
});
