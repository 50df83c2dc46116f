import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/textEdit.ts';
import { inlineAlias } from './inlineAlias.ts';
import { parseYaml } from './parseYaml.ts';
import type { Path } from './path.ts';

function inlined(lines: readonly string[], path: Path): readonly string[] {
  const text = `${lines.join('\n')}\n`;
  const result = inlineAlias(parseYaml(text), path);
  if ('refused' in result) throw new Error(result.refused);
  const after = applyEdits(text, result.edits);
  expect(parseYaml(after).value).toEqual(parseYaml(text).value);
  return after.split('\n').slice(0, -1);
}

describe('inlineAlias', () => {
  it('copies a scalar as it is written', () => {
    expect(inlined(["a: &x '80' # c", 'b: *x # d'], ['b'])).toEqual(["a: &x '80' # c", "b: '80' # d"]);
  });

  it('copies a map with its comments, moved to its new indentation', () => {
    const before = [
      'a: &x',
      '    k: 1 # c',
      '    # in',
      '    l:',
      '        - 2',
      'd:',
      '    e: *x # e',
      'f: 1',
    ];
    const after = ['    e: # e', '        k: 1 # c', '        # in', '        l:', '            - 2', 'f: 1'];
    expect(inlined(before, ['d', 'e'])).toEqual([...before.slice(0, 6), ...after]);
  });

  it('copies a map behind a dash', () => {
    const before = ['a: &x', '    k: 1', '    l: 2', 'd:', '  - *x', '  - 3'];
    expect(inlined(before, ['d', 0])).toEqual([...before.slice(0, 4), '  - k: 1', '    l: 2', '  - 3']);
  });

  it('writes a block value on one line inside brackets', () => {
    expect(inlined(['a: &x', '  k: [1]', 'd: [*x]'], ['d', 0])).toEqual([
      'a: &x',
      '  k: [1]',
      'd: [{k: [1]}]',
    ]);
  });

  it('does not copy anchors, which must stay unique', () => {
    expect(inlined(['a: &x', '  k: &y 1', 'd: *x', 'e: *y'], ['d'])).toEqual([
      'a: &x',
      '  k: &y 1',
      'd:',
      '  k: 1',
      'e: *y',
    ]);
  });

  it('puts the pairs of a merge key in its place, without those the map has itself', () => {
    const before = ['a: &x {k: 1, l: 2, m: {o: 3}}', 'd:', '  # merge', '  <<: *x # x', '  l: 5'];
    expect(inlined(before, ['d', '<<'])).toEqual([
      'a: &x {k: 1, l: 2, m: {o: 3}}',
      'd:',
      '  # merge',
      '  k: 1 # x',
      '  m:',
      '    o: 3',
      '  l: 5',
    ]);
  });

  it('puts the pairs of several merged maps in braces', () => {
    const before = ['a: &x {k: 1}', 'b: &y {k: 2, j: 1}', 'd: {<<: [*x, *y], z: 1}'];
    expect(inlined(before, ['d', '<<']).at(-1)).toBe('d: {k: 1, j: 1, z: 1}');
  });

  it.each<[string, string, Path, object]>([
    ['no alias', 'a: 1', ['a'], { refused: 'There is no alias at `a`.' }],
    ['no such path', 'a: 1', ['b'], { refused: 'There is no alias at `b`.' }],
    ['an alias within another', 'a: &x 1\nb: &y [*x]\nc: *y', ['c', 0], { alias: ['c'] }],
    ['a broken document', 'a: *x', ['a'], { refused: expect.stringContaining('cannot be read') }],
  ])('refuses %s', (_title, text, path, answer) => {
    expect(inlineAlias(parseYaml(text), path)).toMatchObject(answer);
  });
});
