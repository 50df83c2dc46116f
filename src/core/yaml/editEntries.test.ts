import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/textEdit.ts';
import { insertItem, removeItem, removeKey, setKey } from './edit.ts';
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

describe('insertItem', () => {
  example(
    'first, above the comment of the next',
    ['a:', '  # first', '  - x', '  - y'],
    (t) => insertItem(t, ['a'], 0, 'new'),
    ['a:', '  - new', '  # first', '  - x', '  - y'],
  );
  example(
    'between, each comment staying with its item',
    ['a:', '  # first', '  - x # t', '', '  # second', '  - y'],
    (t) => insertItem(t, ['a'], 1, { k: 1, l: 2 }),
    ['a:', '  # first', '  - x # t', '', '  - k: 1', '    l: 2', '  # second', '  - y'],
  );
  example(
    'last, before comments that belong to nobody',
    ['a:', '  - x # t', '  # - commented: out', 'b: 1'],
    (t) => insertItem(t, ['a'], 9, 'new'),
    ['a:', '  - x # t', '  - new', '  # - commented: out', 'b: 1'],
  );
  example(
    'last, behind deeper comments of the item before',
    ['a:', '  - x: 1', '    # deeper', '  # same', 'b: 1'],
    (t) => insertItem(t, ['a'], 9, 'new'),
    ['a:', '  - x: 1', '    # deeper', '  - new', '  # same', 'b: 1'],
  );
  example(
    'into a list without indentation',
    ['a:', '- x', '- y', 'b: 1'],
    (t) => insertItem(t, ['a'], 2, { k: ['z'] }),
    ['a:', '- x', '- y', '- k:', '  - z', 'b: 1'],
  );
  example('into a list within a list', ['- - a', '  - b'], (t) => insertItem(t, [0], 0, 'new'), [
    '- - new',
    '  - a',
    '  - b',
  ]);
  example(
    'in the quotes the other items have',
    ['h:', '  - "a"', '  - "b"'],
    (t) => insertItem(t, ['h'], 2, 'c'),
    ['h:', '  - "a"', '  - "b"', '  - "c"'],
  );
  example(
    'into a list that does not exist, with the maps on the way',
    ['spec:', '  a: 1 # c', '# tail'],
    (t) => insertItem(t, ['spec', 'b', 'c'], 0, { k: ['z'] }),
    ['spec:', '  a: 1 # c', '  b:', '    c:', '      - k:', '          - z', '# tail'],
  );
  example(
    'into a list that is null',
    ['spec:', '  a: # c', '# tail'],
    (t) => insertItem(t, ['spec', 'a'], 0, 'new'),
    ['spec:', '  a: # c', '    - new', '# tail'],
  );
  example('into brackets', ['[a, b]'], (t) => insertItem(t, [], 1, 'x, y'), ['[a, "x, y", b]']);
  example(
    'into brackets over several lines, without a last comma',
    ['p: [', '  80, # http', '  443 # https', ']'],
    (t) => insertItem(t, ['p'], 2, 1),
    ['p: [', '  80, # http', '  443, # https', '  1', ']'],
  );
  example(
    'into brackets over several lines, with a last comma',
    ['p: [', '  # a', '  80, # http', '  443, # https', ']'],
    (t) => insertItem(t, ['p'], 2, 1),
    ['p: [', '  # a', '  80, # http', '  443, # https', '  1,', ']'],
  );
});

describe('removeItem', () => {
  example(
    'with the comments directly above, not those apart',
    ['a:', '  # apart', '', '  # one', '  # more', '  - x # t', '', '  # two', '  - y'],
    (t) => removeItem(t, ['a'], 0),
    ['a:', '  # apart', '', '', '  # two', '  - y'],
  );
  example(
    'the last one with the key and its comments',
    ['# top', 'a: # k', '  # one', '  - x # t', 'b: 1'],
    (t) => removeItem(t, ['a'], 0),
    ['b: 1'],
  );
  example(
    'the last one of a list that is the document',
    ['# head', '', '- x # t', '# tail'],
    (t) => removeItem(t, [], 0),
    ['# head', '', '[]', '# tail'],
  );
  example('the last one of a list in a list', ['- - x', '- y'], (t) => removeItem(t, [0], 0), [
    '- []',
    '- y',
  ]);
  example('from the middle of brackets', ['[a, b, c]'], (t) => removeItem(t, [], 1), ['[a, c]']);
  example('from the end of brackets', ['[ a, b, c ]'], (t) => removeItem(t, [], 2), ['[ a, b ]']);
  example(
    'from brackets over several lines',
    ['p: [', '  80, # http', '  443 # https', ']'],
    (t) => removeItem(t, ['p'], 1),
    ['p: [', '  80 # http', ']'],
  );
});

describe('setKey', () => {
  example('at the end', ['a: 1 # x', '# tail'], (t) => setKey(t, [], 'b', { c: [1] }), [
    'a: 1 # x',
    'b:',
    '  c:',
    '    - 1',
    '# tail',
  ]);
  example(
    'behind the key that should come before it',
    ['kind: A # k', 'spec: 1'],
    (t) => setKey(t, [], 'metadata', { name: 'x' }, ['apiVersion', 'kind']),
    ['kind: A # k', 'metadata:', '  name: x', 'spec: 1'],
  );
  example(
    'behind a list without indentation, above the next comment',
    ['a:', '- 1', '# about c', 'c: 1'],
    (t) => setKey(t, [], 'b', 1, ['a']),
    ['a:', '- 1', 'b: 1', '# about c', 'c: 1'],
  );
  example('in place when it exists', ['a: 1 # x', 'b: 2'], (t) => setKey(t, [], 'a', 3), [
    'a: 3 # x',
    'b: 2',
  ]);
  example('into {}', ['m: {} # none', 'b: 1'], (t) => setKey(t, ['m'], 'a', 1), [
    'm: # none',
    '  a: 1',
    'b: 1',
  ]);
  example('into a map on the line of a dash', ['- name: x', '- b'], (t) => setKey(t, [0], 'port', 1), [
    '- name: x',
    '  port: 1',
    '- b',
  ]);
  example('in braces', ['{a: 1, c: 2}'], (t) => setKey(t, [], 'b', 1, ['a']), ['{a: 1, b: 1, c: 2}']);
  example(
    'in JSON over several lines',
    ['{', '  "a": "b",', '  "c": 1', '}'],
    (t) => setKey(t, [], 'e', { x: 'f' }),
    ['{', '  "a": "b",', '  "c": 1,', '  "e": {"x": "f"}', '}'],
  );
  example('over a merge key', ['a: &x {b: 1}', 'c:', '  <<: *x'], (t) => setKey(t, ['c'], 'b', 2), [
    'a: &x {b: 1}',
    'c:',
    '  <<: *x',
    '  b: 2',
  ]);
  example('into a document of comments', ['# hi', '---', '# c', '...'], (t) => setKey(t, ['a'], 'b', 'c'), [
    '# hi',
    '---',
    '# c',
    'a:',
    '  b: c',
    '...',
  ]);
  example(
    'with keys that need quotes',
    ['a: 1'],
    (t) => setKey(t, [], 'yes', { 'a: b': 1, '': 2, 8080: 3 }),
    ['a: 1', '"yes":', '  "8080": 3', '  "a: b": 1', '  "": 2'],
  );
});

describe('removeKey', () => {
  example('with its comments', ['a: 1', '# about b', 'b: 2 # t', 'c: 3'], (t) => removeKey(t, [], 'b'), [
    'a: 1',
    'c: 3',
  ]);
  example(
    'first on the line of a dash; the next moves up',
    ['l:', '  - name: x # n', '    # about', '    port: 1'],
    (t) => removeKey(t, ['l', 0], 'name'),
    ['l:', '  - # about', '    port: 1'],
  );
  example(
    'first on the line of a dash, with all its lines',
    ['l:', '  - name:', '      a: 1', '    port: 1'],
    (t) => removeKey(t, ['l', 0], 'name'),
    ['l:', '  - port: 1'],
  );
  example(
    'alone on the line of a dash',
    ['l:', '  - name: x # n', '  - b: 1'],
    (t) => removeKey(t, ['l', 0], 'name'),
    ['l:', '  - {}', '  - b: 1'],
  );
  example(
    'the last one, leaving {}',
    ['m: # c', '  # x', '  a: 1 # d', '  # tail', 'b: 1'],
    (t) => removeKey(t, ['m'], 'a'),
    ['m: {} # c', '  # tail', 'b: 1'],
  );
  example('written twice, both times', ['a: 1', 'b: 2', 'a: 3'], (t) => removeKey(t, [], 'a'), ['b: 2']);
  example('from braces', ['{a: 1, b: 2}'], (t) => removeKey(t, [], 'a'), ['{b: 2}']);
  example('with an explicit ?', ['? a', ': b', '? c'], (t) => removeKey(t, [], 'a'), ['? c']);
});
