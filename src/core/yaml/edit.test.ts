import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/textEdit.ts';
import { insertItem, removeItem, removeKey, setKey, setValue } from './edit.ts';
import { parseYaml, type YamlTree } from './parseYaml.ts';
import type { EditResult } from './types.ts';

type Verb = (t: YamlTree) => EditResult;

/** One example: the lines before, the verb, the lines after. */
function example(title: string, before: readonly string[], verb: Verb, after: readonly string[]): void {
  it(title, () => {
    const text = `${before.join('\n')}\n`;
    const result = verb(parseYaml(text));
    if ('refused' in result) throw new Error(result.refused);
    expect(applyEdits(text, result.edits).split('\n')).toEqual([...after, '']);
  });
}

describe('setValue: scalars', () => {
  example('a plain text, leaving the comment behind it', ['a: b # c'], (t) => setValue(t, ['a'], 'x'), [
    'a: x # c',
  ]);
  example('a quoted text, in the quotes it had', ["a: 'b' # c"], (t) => setValue(t, ['a'], "it's"), [
    "a: 'it''s' # c",
  ]);
  example(
    'a quoted text by several lines, still quoted',
    ['a: "b" # c'],
    (t) => setValue(t, ['a'], 'l1\nl2'),
    ['a: "l1\\nl2" # c'],
  );
  example('a quoted text by a number, unquoted', ["a: 'b' # c"], (t) => setValue(t, ['a'], 5), ['a: 5 # c']);
  example('a text by one that YAML 1.1 misreads, quoted', ['a: b'], (t) => setValue(t, ['a'], 'yes'), [
    'a: "yes"',
  ]);
  example('an empty value', ['a:', 'b: 1'], (t) => setValue(t, ['a'], 'v'), ['a: v', 'b: 1']);
  example('an empty value before a comment', ['a: # c', 'b: 1'], (t) => setValue(t, ['a'], 'v'), [
    'a: v # c',
    'b: 1',
  ]);
  example(
    'a value of several lines',
    ['a: one', '  two', '  three # c', 'b: 1'],
    (t) => setValue(t, ['a'], 'x'),
    ['a: x # c', 'b: 1'],
  );
  example(
    'a value that stands below its key',
    ['a:', '  # about', '  value # c', 'b: 1'],
    (t) => setValue(t, ['a'], 'x'),
    ['a:', '  # about', '  x # c', 'b: 1'],
  );
  example('an anchored value, keeping the anchor', ['a: &x 80 # c', 'b: *x'], (t) => setValue(t, ['a'], 81), [
    'a: &x 81 # c',
    'b: *x',
  ]);
  example(
    'a tagged value, dropping a tag that would contradict',
    ['a: !!int 80 # c'],
    (t) => setValue(t, ['a'], 'x'),
    ['a: x # c'],
  );
  example('a tagged value, keeping a tag that fits', ['a: !!str 80'], (t) => setValue(t, ['a'], '81'), [
    'a: !!str "81"',
  ]);
  example('an alias, by a value of its own', ['a: &x {b: 1}', 'c: *x'], (t) => setValue(t, ['c'], 'x'), [
    'a: &x {b: 1}',
    'c: x',
  ]);
  example('the value of an explicit key', ['? a', ': b', '? c'], (t) => setValue(t, ['a'], 'x'), [
    '? a',
    ': x',
    '? c',
  ]);
});

describe('setValue: block texts', () => {
  example(
    'a block text by one word',
    ['a: | # c', '  l1', '  l2', '', 'b: 1'],
    (t) => setValue(t, ['a'], 'x'),
    ['a: x # c', '', 'b: 1'],
  );
  example(
    'one line of a block text',
    ['a: | # c', '    l1', '    l2', '', 'b: 1'],
    (t) => setValue(t, ['a'], 'l1\nl3\n'),
    ['a: | # c', '    l1', '    l3', '', 'b: 1'],
  );
  example(
    'a folded text by lines',
    ['a: >-', '    l1', '    l2', '', 'b: 1'],
    (t) => setValue(t, ['a'], 'l1\nl3\n'),
    ['a: |', '    l1', '    l3', '', 'b: 1'],
  );
  example('a word by lines', ['a: x # c', 'b: 1'], (t) => setValue(t, ['a'], 'l1\n\nl3\n'), [
    'a: | # c',
    '  l1',
    '',
    '  l3',
    'b: 1',
  ]);
  example(
    'a word by lines, quoted where a deeper comment would be swallowed',
    ['a: x', '    # deep', 'b: 1'],
    (t) => setValue(t, ['a'], 'l1\nl2\n'),
    ['a: "l1\\nl2\\n"', '    # deep', 'b: 1'],
  );
});

describe('setValue: collections', () => {
  example('a scalar by a map', ['a: x # c', 'b: 1'], (t) => setValue(t, ['a'], { c: { d: [1] } }), [
    'a: # c',
    '  c:',
    '    d:',
    '      - 1',
    'b: 1',
  ]);
  example('nothing by a map', ['a: # c', 'b: 1'], (t) => setValue(t, ['a'], { c: 1 }), [
    'a: # c',
    '  c: 1',
    'b: 1',
  ]);
  example('a map by a scalar', ['a: # c', '  b: 1 # d', '  # e', 'b: 1'], (t) => setValue(t, ['a'], 1), [
    'a: 1 # c',
    'b: 1',
  ]);
  example(
    'a map by a list, in the style of the other list',
    ['x:', '- 1', 'a:', '  b: 1', 'b: 1'],
    (t) => setValue(t, ['a'], [1, { a: 1, b: 2 }]),
    ['x:', '- 1', 'a:', '- 1', '- a: 1', '  b: 2', 'b: 1'],
  );
  example('an anchored map', ['a: &x', '  b: 1', 'c: *x'], (t) => setValue(t, ['a'], { c: 1 }), [
    'a: &x',
    '  c: 1',
    'c: *x',
  ]);
  example(
    'an anchored item, below its anchor',
    ['- &x', '  b: 1', '- *x'],
    (t) => setValue(t, [0], { c: [1] }),
    ['- &x', '  c:', '    - 1', '- *x'],
  );
  example(
    'an item by a map, in the gap behind its dash',
    ['-   x # c', '-   y: 1'],
    (t) => setValue(t, [0], { n1: 1, m: [2] }),
    ['-   n1: 1 # c', '    m:', '      - 2', '-   y: 1'],
  );
  example('an empty item', ['l:', '  -', '  - 1'], (t) => setValue(t, ['l', 0], { c: 1, d: 2 }), [
    'l:',
    '  - c: 1',
    '    d: 2',
    '  - 1',
  ]);
  example('[] by a list', ['a: [] # none', 'b: 1'], (t) => setValue(t, ['a'], [1, 2]), [
    'a: # none',
    '  - 1',
    '  - 2',
    'b: 1',
  ]);
  example(
    'a value inside brackets, staying inside',
    ['a: [1, {b: 2}]'],
    (t) => setValue(t, ['a', 1, 'b'], { c: ['x', 'y, z'] }),
    ['a: [1, {b: {c: [x, "y, z"]}}]'],
  );
  example(
    'a value of a JSON text, as JSON',
    ['{"a": "b", "c": {"d": 1}}'],
    (t) => setValue(t, ['c', 'd'], 'str'),
    ['{"a": "b", "c": {"d": "str"}}'],
  );
  example('the whole document', ['--- # c', 'a: 1'], (t) => setValue(t, [], 5), ['--- # c', '5']);
});

describe('line ends and the last line', () => {
  it.each([
    ['CRLF stays CRLF', 'a:\r\n- x\r\n', 'a:\r\n- x\r\n- b: 1\r\n  c: 2\r\n'],
    ['a missing last line end stays missing', 'a:\n- x', 'a:\n- x\n- b: 1\n  c: 2'],
    ['a byte order mark stays in front', '\ufeffa:\n- x\n', '\ufeffa:\n- x\n- b: 1\n  c: 2\n'],
  ])('%s', (_title, before, after) => {
    const result = insertItem(parseYaml(before), ['a'], 1, { b: 1, c: 2 });
    expect('edits' in result && applyEdits(before, result.edits)).toBe(after);
  });

  it('removing the last line of a text without a last line end removes the line end before it', () => {
    const result = removeKey(parseYaml('a: 1\r\n# b\r\nb: 2'), [], 'b');
    expect(result).toMatchObject({ edits: [{ start: 4, end: 15, text: '' }] });
  });

  it('a text made empty of values gets its first one behind all comments', () => {
    const result = insertItem(parseYaml('# c'), [], 0, 'x');
    expect('edits' in result && applyEdits('# c', result.edits)).toBe('# c\n- x\n');
  });
});

describe('refusals', () => {
  const refusal = (text: string, verb: Verb): EditResult => verb(parseYaml(text));
  const aliased = 'a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  b: 2\ne:\n  <<: *x\n';

  it.each<[string, string, Verb, RegExp]>([
    ['a broken document', 'a: [', (t) => setValue(t, ['a'], 1), /cannot be read as it stands.*not closed/],
    [
      'a missing key',
      'a: {b: 1}',
      (t) => setValue(t, ['a', 'c', 'd'], 1),
      /^`a\.c\.d` does not exist; the way ends at `a`, which is a map without that key/,
    ],
    [
      'a missing item',
      'a: [1]',
      (t) => setValue(t, ['a', 3, 'd'], 1),
      /the way ends at `a`, which is a list with 1 item/,
    ],
    [
      'a scalar on the way',
      'a: 5',
      (t) => setKey(t, ['a', 'c'], 'k', 1),
      /the way ends at `a`, which is neither a map nor a list/,
    ],
    ['an item of no list', 'a: {b: 1}', (t) => insertItem(t, ['a'], 0, 1), /^`a` holds no list/],
    [
      'an item that is not there',
      'a: [1]',
      (t) => removeItem(t, ['a'], 1),
      /^`a` has 1 item, so there is none at position 1/,
    ],
    ['a key of no map', '[1]', (t) => removeKey(t, [], 'a'), /^The document holds no map/],
    ['lone carriage returns', 'a: 1\rb: 2', (t) => setValue(t, ['a'], 5), /lone carriage return/],
  ])('%s', (_title, text, verb, reason) => {
    expect(refusal(text, verb)).toMatchObject({ refused: expect.stringMatching(reason) });
  });

  it.each<[string, Verb, readonly (string | number)[]]>([
    ['writing through an alias', (t) => setValue(t, ['c', 'b'], 1), ['c']],
    ['adding inside an alias', (t) => setKey(t, ['c'], 'k', 1), ['c']],
    ['writing through a merge key', (t) => setValue(t, ['e', 'b'], 1), ['e', '<<']],
    ['removing a key that a merge key brings back', (t) => removeKey(t, ['d'], 'b'), ['d', '<<']],
    ['removing an anchor in use', (t) => removeKey(t, [], 'a'), ['c']],
    ['a scalar where a merge key needs a map', (t) => setValue(t, ['a'], 1), ['d', '<<']],
  ])('%s, naming the alias', (_title, verb, alias) => {
    expect(refusal(aliased, verb)).toMatchObject({ refused: expect.stringMatching(/^[A-Z`]/), alias });
  });
});

describe('the net under every edit', () => {
  it('writes the enclosing map anew where its style does not allow the edit', () => {
    const text = '? a\n: b\n? c\n';
    const result = setValue(parseYaml(text), ['c'], 'x');
    expect(result).toMatchObject({ route: 'rewritten' });
    expect('edits' in result && applyEdits(text, result.edits)).toBe('a: b\nc: x\n');
  });

  it('answers with no edits when nothing would change', () => {
    expect(setValue(parseYaml('a: "x" # c\n'), ['a'], 'x')).toEqual({ edits: [] });
  });

  it('moves no more of the text than it changes', () => {
    expect(setValue(parseYaml('weight: 90\n'), ['weight'], 91)).toMatchObject({
      edits: [{ start: 9, end: 10, text: '1' }],
    });
  });
});
