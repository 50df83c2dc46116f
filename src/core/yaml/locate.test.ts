import { describe, expect, it } from 'vitest';
import { locate, pathAt } from './locate.ts';
import { parseYaml } from './parseYaml.ts';
import { formatPath, type Path } from './path.ts';

const text = `# head
apiVersion: v1 # version

spec:
  # about the rules
  rules:
    - name: "a"   # first
      text: |
        one
        two
      # end of a

    # about b
    - name: b
      ports: [80, {x: 443}]
  empty:
  last: 1
# tail
`;
const tree = parseYaml(text);

function found(path: Path, from = tree): readonly (string | undefined)[] {
  const place = locate(from, path);
  const cut = (range: { start: number; end: number } | undefined): string | undefined =>
    range && from.text.slice(range.start, range.end);
  return [cut(place?.key), cut(place?.value)];
}

describe('locate', () => {
  it.each<[Path, string | undefined, string]>([
    [['apiVersion'], 'apiVersion', 'v1'],
    [['spec', 'rules', 0, 'name'], 'name', '"a"'],
    [['spec', 'rules', 0, 'text'], 'text', '|\n        one\n        two'],
    [['spec', 'rules', 1, 'ports', 1], undefined, '{x: 443}'],
    [['spec', 'rules', 1, 'ports', 1, 'x'], 'x', '443'],
    [['spec', 'empty'], 'empty', ''],
    [['spec', 'rules', 1], undefined, 'name: b\n      ports: [80, {x: 443}]'],
  ])('%j', (path, key, value) => {
    expect(found(path)).toEqual([key, value]);
  });

  it('ends a map before the comments behind it', () => {
    expect(found(['spec'])[1]).toMatch(/^rules:.*last: 1$/s);
  });

  it.each<[Path]>([
    [['nothing']],
    [['spec', 0]],
    [['spec', 'rules', 2]],
    [['spec', 'rules', 'name']],
    [['apiVersion', 'x']],
  ])('%j is not there', (path) => {
    expect(locate(tree, path)).toBeUndefined();
  });

  it('goes through aliases and merge keys into the anchor, and finds the last of two equal keys', () => {
    const shared = parseYaml('a: &x {k: 1}\nb: *x\nc: {<<: *x}\nd: 1\nd: 2\n');
    expect(found(['b', 'k'], shared)).toEqual(['k', '1']);
    expect(locate(shared, ['b', 'k'])).toEqual(locate(shared, ['a', 'k']));
    expect(locate(shared, ['c', 'k'])).toEqual(locate(shared, ['a', 'k']));
    expect(found(['d'], shared)).toEqual(['d', '2']);
  });

  it('finds keys that are quoted or look like numbers', () => {
    const odd = parseYaml('"a b": 1\n80: 2\n? c\n: 3\n');
    expect([found(['a b'], odd), found(['80'], odd), found(['c'], odd)]).toEqual([
      ['"a b"', '1'],
      ['80', '2'],
      ['c', '3'],
    ]);
  });
});

describe('pathAt', () => {
  /** The path at the first character of a piece of the text. */
  const at = (piece: string, shift = 0): string => formatPath(pathAt(tree, text.indexOf(piece) + shift));

  it.each([
    ['apiVersion', 'apiVersion'],
    ['v1', 'apiVersion'],
    ['# version', 'apiVersion'],
    ['# about the rules', 'spec.rules'],
    ['rules:', 'spec.rules'],
    ['- name: "a"', 'spec.rules[0]'],
    ['"a"', 'spec.rules[0].name'],
    ['# first', 'spec.rules[0].name'],
    ['two', 'spec.rules[0].text'],
    ['# end of a', 'spec.rules[0]'],
    ['# about b', 'spec.rules[1]'],
    ['80,', 'spec.rules[1].ports[0]'],
    ['443', 'spec.rules[1].ports[1].x'],
    ['empty', 'spec.empty'],
    ['last', 'spec.last'],
    ['# tail', ''],
    ['# head', 'apiVersion'],
  ])('%s is at %s', (piece, path) => {
    expect(at(piece)).toBe(path);
  });

  it('is the value right before the cursor at the end of a word', () => {
    expect(at('80,', 2)).toBe('spec.rules[1].ports[0]');
    expect(at('last: 1', 7)).toBe('spec.last');
  });

  it('follows the indentation on a blank line', () => {
    const typing = parseYaml('spec:\n  rules:\n    - name: a\n      \n    \n  \n\n');
    const line = (n: number): string =>
      formatPath(
        pathAt(
          typing,
          typing.text
            .split('\n')
            .slice(0, n + 1)
            .join('\n').length,
        ),
      );
    expect([line(3), line(4), line(5), line(6)]).toEqual(['spec.rules[0]', 'spec.rules', 'spec', '']);
  });

  it('has an answer for every offset of any text', () => {
    for (let offset = -1; offset <= text.length + 1; offset++)
      expect(Array.isArray(pathAt(tree, offset))).toBe(true);
    expect(pathAt(parseYaml(''), 0)).toEqual([]);
    expect(pathAt(parseYaml('a: ['), 3)).toEqual(['a']);
  });
});
