import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/textEdit.ts';
import { formatYaml } from './formatYaml.ts';
import { parseYaml } from './parseYaml.ts';

function format(text: string): string {
  const result = formatYaml(parseYaml(text));
  return 'refused' in result ? `refused: ${result.refused}` : applyEdits(text, result.edits);
}

describe('formatYaml', () => {
  it('brings every level to two columns', () => {
    expect(format('a:\n    b:\n        c: 1\n    d:\n          - x: 1\n            y: 2\n')).toBe(
      'a:\n  b:\n    c: 1\n  d:\n    - x: 1\n      y: 2\n',
    );
  });

  it('keeps dashes in the column of their key where most stand there', () => {
    expect(format('a:\n- 1\nb:\n- 2\nc:\n    - 3\n')).toBe('a:\n- 1\nb:\n- 2\nc:\n- 3\n');
    expect(format('a:\n- 1\nb:\n    - 2\nc:\n    - 3\n')).toBe('a:\n  - 1\nb:\n  - 2\nc:\n  - 3\n');
  });

  it('leaves one space behind a dash', () => {
    expect(format('a:\n  -   x: 1\n      y: 2\n  -    3\n  - - 4\n    -  5\n')).toBe(
      'a:\n  - x: 1\n    y: 2\n  - 3\n  - - 4\n    - 5\n',
    );
  });

  it('takes comments along with what they stand above, byte for byte', () => {
    expect(
      format(
        '# top\na:\n      # of b\n      b: 1   #  beside  \n      # behind\n# of c\nc:\n    # in c\n    - 1\n',
      ),
    ).toBe('# top\na:\n  # of b\n  b: 1   #  beside  \n  # behind\n# of c\nc:\n  # in c\n  - 1\n');
  });

  it('moves block texts as a whole and leaves their blanks', () => {
    expect(
      format('a:\n    b: |\n          one\n            two  \n\n          three\n    c: >-\n        x\n'),
    ).toBe('a:\n  b: |\n    one\n      two  \n\n    three\n  c: >-\n    x\n');
    expect(format('a: |\n      x\n      \ty\n')).toBe('a: |\n  x\n  \ty\n');
    expect(format('a:\n    b: |2\n         one\n        two\n')).toBe('a:\n  b: |2\n       one\n      two\n');
  });

  it('moves what goes over several lines', () => {
    expect(format('a:\n    b: {\n      c: 1,\n    }\n    d: "x\n      y"\n    e: one\n      two\n')).toBe(
      'a:\n  b: {\n    c: 1,\n  }\n  d: "x\n    y"\n  e: one\n    two\n',
    );
  });

  it('takes away spaces at the ends of lines and keeps anchors, tags, quotes and line ends', () => {
    expect(format('a: &x  \r\n    b: !t "q"  \r\n   \r\nc: *x \r\n')).toBe(
      'a: &x\r\n  b: !t "q"\r\n\r\nc: *x\r\n',
    );
  });

  it('leaves a well formed document alone', () => {
    const text = '---\n# shop\nkind: Service\nspec:\n  ports:\n    - {name: http, port: 80}\n';
    expect(formatYaml(parseYaml(text))).toEqual({ edits: [] });
  });

  it('refuses what it cannot read or keep', () => {
    expect(format('a: [1\nb: 2\n')).toMatch(/^refused: The document cannot be read as it stands/);
    expect(format('? a\n: b\n')).toMatch(/^refused: It has keys that are written with a question mark/);
  });
});
