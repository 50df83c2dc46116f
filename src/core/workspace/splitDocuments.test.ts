import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDocuments } from './splitDocuments.ts';

const split = (text: string) => splitDocuments(text).map(({ start, end }) => text.slice(start, end));

describe('splitDocuments', () => {
  it.each<[string, string, string[]]>([
    ['one document without marks', 'a: 1\n', ['a: 1\n']],
    ['an empty text', '', ['']],
    ['two documents', 'a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['a leading mark', '---\na: 1\n---\nb: 2', ['---\na: 1\n', '---\nb: 2']],
    ['comments before the first mark', '# head\n\n---\na: 1\n', ['# head\n\n---\na: 1\n']],
    ['directives before the first mark', '%YAML 1.2\n---\na: 1\n', ['%YAML 1.2\n---\na: 1\n']],
    ['an explicit empty document', '---\n---\na: 1\n', ['---\n', '---\na: 1\n']],
    ['Windows line ends', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
    ['a byte order mark', '\uFEFF---\na: 1\n---\nb: 2\n', ['\uFEFF---\na: 1\n', '---\nb: 2\n']],
    ['a mark with content behind it', '--- {a: 1}\n--- # c\nb: 2\n', ['--- {a: 1}\n', '--- # c\nb: 2\n']],
    ['dashes that are no mark', 'a: |\n  ---\n----\n---x\n', ['a: |\n  ---\n----\n---x\n']],
    ['an end mark', 'a: 1\n...\nb: 2\n', ['a: 1\n...\n', 'b: 2\n']],
    ['an end mark at the end', 'a: 1\n...\n', ['a: 1\n...\n']],
    ['comments behind an end mark', 'a: 1\n...\n# c\n---\nb: 2\n', ['a: 1\n...\n', '# c\n---\nb: 2\n']],
  ])('splits %s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('does not hang on many comments with Windows line ends', () => {
    const text = `${'# a comment\r\n'.repeat(5000)}a: 1\r\n---\r\nb: 2\r\n`;
    expect(split(text)).toHaveLength(2);
  });

  it('covers every text without gaps', () => {
    const lines = fc.array(
      fc.constantFrom('---', '...', '# c', 'a: 1', '', '%YAML 1.2', '--- |', '  ---', '\uFEFF---'),
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (parts, eol) => {
        const text = parts.join(eol);
        expect(split(text).join('')).toBe(text);
      }),
    );
  });
});
