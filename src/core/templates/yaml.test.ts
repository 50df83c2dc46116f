import { describe, expect, it } from 'vitest';
import { readCommented } from './readCommented.ts';
import { linesOf, listOf, listUnder, together, yaml } from './yaml.ts';

const text = (part: { readonly lines: readonly string[] }) => part.lines.join('\n');

describe('yaml', () => {
  it('takes the shared indentation away', () => {
    const part = yaml`
      spec:
        # why
        port: ${80}

        isOn: ${true}
    `;
    expect(text(part)).toBe('spec:\n  # why\n  port: 80\n\n  isOn: true');
    expect(text(yaml`one: 1`)).toBe('one: 1');
  });

  it.each([
    ['yes', '"yes"'],
    ['0777', '"0777"'],
    ['a: b', '"a: b"'],
    ['x', 'x'],
    ['', '""'],
  ])('writes the text %j as one scalar', (value, written) => {
    expect(text(yaml`key: ${value}`)).toBe(`key: ${written}`);
    expect(readCommented(yaml`key: ${value}`).value).toEqual({ key: value });
    expect(readCommented(yaml`- [${value}, {a: ${value}}]`).value).toEqual([[value, { a: value }]]);
  });

  it('puts lines at the column of their place, and comments above their dash', () => {
    const item = yaml`
      # the first
      name: a
      port: 1
    `;
    const part = yaml`
      items:
        - ${item}
        - ${yaml`name: b`}
      more:
        ${listOf(['x', 'no'])}
    `;
    expect(text(part)).toBe(
      'items:\n  # the first\n  - name: a\n    port: 1\n  - name: b\nmore:\n  - x\n  - "no"',
    );
  });

  it('drops the line of what is absent', () => {
    const part = yaml`
      a: 1
      ${undefined}
      ${false && yaml`b: 2`}
      ${yaml``}
      ${listUnder('d', [])}
      ${listUnder('e', ['x'])}
      c: 3
    `;
    expect(text(part)).toBe('a: 1\ne:\n  - x\nc: 3');
  });

  it('writes texts into comments and block scalars as they are, on their lines', () => {
    const part = yaml`
      # for ${'a\nb'} only
      script: |
        ${linesOf('x: [\n  y\n')}
    `;
    expect(text(part)).toBe('# for a b only\nscript: |\n  x: [\n    y');
  });

  it('refuses a part of a scalar, and lines within a line', () => {
    expect(() => yaml`name: ${'a'}-tls`).toThrow('whole scalar');
    expect(() => yaml`name: x${'a'}`).toThrow('whole scalar');
    expect(() => yaml`name: ${yaml`a: 1`}`).toThrow('stand alone');
    expect(() => yaml`a: ${'x'} ${yaml`a: 1`}`).toThrow('Only a scalar');
  });

  it('joins', () => {
    expect(text(together(yaml`a: 1`, undefined, false, yaml`b: 2`))).toBe('a: 1\nb: 2');
  });
});

describe('readCommented', () => {
  it('finds what each comment stands above', () => {
    const { value, comments } = readCommented(yaml`
      # top
      rules:
        # first
        # of two
        - name: a # beside
        - match:
            # deep
            path: /
    `);
    expect(value).toEqual({ rules: [{ name: 'a' }, { match: { path: '/' } }] });
    expect(comments).toEqual([
      { text: '# top', path: ['rules'] },
      { text: '# first', path: ['rules', 0] },
      { text: '# of two', path: ['rules', 0] },
      { text: '# deep', path: ['rules', 1, 'match', 'path'] },
    ]);
  });

  it('throws on what does not parse', () => {
    expect(() => readCommented(yaml`a: [`)).toThrow('does not parse');
  });
});
