import { describe, expect, it } from 'vitest';
import { parseYaml } from './parseYaml.ts';

/** Code, text at the place, fatal or not. */
function problemsOf(text: string): readonly (readonly [string, string, boolean])[] {
  return parseYaml(text).problems.map(
    ({ code, start, end, fatal }) => [code, text.slice(start, end), fatal] as const,
  );
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe('what a document is', () => {
  it.each(['', '\n\n', '# c\n', '---\n', '\ufeff# c\n---\n# d\n...\n', '%YAML 1.2\n---\n'])(
    '%j is empty',
    (text) => {
      const tree = parseYaml(text);
      expect([tree.isEmpty, tree.isBroken, tree.problems]).toEqual([true, false, []]);
    },
  );

  it.each(['a: 1', '~', '--- null', '""', '---\n- \n', '&a', 'a: ['])('%j is not', (text) => {
    expect(parseYaml(text).isEmpty).toBe(false);
  });

  it('may begin with a byte order mark, comments, directives and ---, and end with ...', () => {
    const text = '\ufeff# c\n%YAML 1.2\n--- # d\n- a: 1\n  b: 2\n...\n';
    expect([parseYaml(text).value, problemsOf(text)]).toEqual([[{ a: 1, b: 2 }], []]);
  });

  it('has lists right behind a byte order mark', () => {
    expect(parseYaml('\ufeff- a: 1\n  b: 2\n- c\n').value).toEqual([{ a: 1, b: 2 }, 'c']);
  });

  it('may end its lines with CRLF or a lone CR', () => {
    expect(parseYaml('a:\r\n  - 1\r\n').value).toEqual({ a: [1] });
    expect(parseYaml('a:\r  - 1\rb: 2').value).toEqual({ a: [1], b: 2 });
  });

  it('is read as YAML 1.2, whatever a directive says', () => {
    expect(parseYaml('%YAML 1.1\n---\na: yes\nb: 0777\nc: 12:30').value).toEqual({
      a: 'yes',
      b: 777,
      c: '12:30',
    });
  });

  it('keeps the same value between two looks at it', () => {
    const tree = parseYaml('a: {b: 1}');
    expect(tree.value).toBe(tree.value);
  });
});

describe('problems', () => {
  it.each<[string, string, readonly (readonly [string, string, boolean])[]]>([
    ['an open bracket', 'a: [1, 2', [['syntax', '2', true]]],
    ['an open quote', 'a: "x', [['syntax', 'x', true]]],
    ['a tab before a key', 'a:\n\tb: 1\n', [['tab-indent', '\t', true]]],
    ['a tab behind spaces', 'a:\n  b: 1\n  \tc: 2\n', [['tab-indent', '\t', true]]],
    ['two equal keys', 'a: 1\nb: 2\na: 3\n', [['duplicate-key', 'a', false]]],
    ['two equal keys, one quoted', '{a: 1, "a": 2}', [['duplicate-key', '"a"', false]]],
    [
      'an alias without anchor',
      'a: *x\nb: [*y]',
      [
        ['unresolved-alias', '*x', true],
        ['unresolved-alias', '*y', true],
      ],
    ],
    ['an alias before its anchor', 'a: *x\nb: &x 1', [['unresolved-alias', '*x', true]]],
    ['an alias inside its anchor', 'a: &x [1, *x]', [['alias-bomb', '*x', true]]],
    ['a key of the prototype', '__proto__: 1', [['prototype-key', '__proto__', false]]],
    ['a merge key of no map', 'a: 1\n<<: 2', [['syntax', '<<', true]]],
    ['an unknown tag', 'a: !foo 1', [['unknown-tag', '!foo', false]]],
    ['a second document', 'a: 1\n---\nb: 2', [['syntax', '---', true]]],
    ['a control character', 'a: "\u0001"', [['syntax', '\u0001', true]]],
    ['a missing colon', 'a: 1\nb\nc: 3', [['syntax', 'b', true]]],
    ['two colons on a line', 'a: b: c', [['syntax', 'b', true]]],
  ])('%s', (_title, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it('name what is wrong and the way out', () => {
    const [problem] = parseYaml('a: 1\na: 2\n').problems;
    expect(problem?.message).toBe(
      'The key `a` is written twice in this map, and the last one counts. Remove one of the two.',
    );
    for (const text of [
      'a: [',
      'a: *x',
      '\ta: 1',
      'a: @b',
      'a: "\\q"',
      'a: b: c',
      '__proto__: 1',
      '!x y',
      'a: "',
      '- a\nb: 1',
      'a: &x &y 1',
    ])
      for (const { message } of parseYaml(text).problems) expect(message).toMatch(/^[A-Z`].* .*\.$/s);
  });

  it('come one for a line, and not without end', () => {
    expect(parseYaml('a: "\\q \\q \\q"').problems).toHaveLength(1);
    expect(parseYaml('- "\\q"\n'.repeat(5000)).problems.length).toBeLessThanOrEqual(50);
  });
});

describe('values', () => {
  it('of two equal keys the last', () => {
    expect(parseYaml('a: 1\nb: 2\na: 3\n').value).toEqual({ a: 3, b: 2 });
  });

  it('with aliases and merge keys resolved, own keys first, earlier maps before later ones', () => {
    const text =
      'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\nd: {z: 4, <<: *b}\ne: *a\n';
    const value = parseYaml(text).value as Record<string, unknown>;
    expect(value).toMatchObject({ c: { x: 3, y: 1, z: 2 }, d: { y: 2, z: 4 }, e: { x: 1, y: 1 } });
    expect(value.e).toBe(value.a);
  });

  it('with a quoted << as a key like any other', () => {
    expect(parseYaml('"<<": {a: 1}').value).toEqual({ '<<': { a: 1 } });
  });

  it('with an anchor written again counting from there on', () => {
    expect(parseYaml('- &a 1\n- *a\n- &a 2\n- *a').value).toEqual([1, 1, 2, 2]);
  });

  it('that pollute no prototype', () => {
    const value = parseYaml('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n')
      .value as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const merged = parseYaml('a: &a {"__proto__": {polluted: 1}}\nb: {<<: *a}').value as { b: object };
    expect(Object.hasOwn(merged.b, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(merged.b)).toBe(Object.prototype);
  });

  it('with custom tags loaded as if they were not there', () => {
    const tree = parseYaml(
      'a: !foo {b: 1}\nc: !!binary aGk=\nd: !<tag:x,2000:y> [1]\ne: !!timestamp 2020-01-01\nf: !!set {x, y}\n',
    );
    expect(tree.isBroken).toBe(false);
    expect(tree.value).toEqual({ a: { b: 1 }, c: 'aGk=', d: [1], e: '2020-01-01', f: { x: null, y: null } });
  });

  it('of broken texts as far as they can be read', () => {
    expect(parseYaml('a: 1\nb: [1, 2\n').value).toEqual({ a: 1, b: [1, 2] });
    expect(parseYaml('a: 1\nb: *x\n').value).toEqual({ a: 1, b: null });
  });
});

describe('hostile texts', () => {
  const laughs = [
    'a0: &a0 [lol]',
    ...Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`),
  ].join('\n');
  const chain = [
    'a0: &a0 [1]',
    ...Array.from({ length: 3000 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`),
  ].join('\n');
  const merges = [
    'a0: &a0 {x: 1}',
    ...Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}], k${i}: 1}`),
  ].join('\n');

  it.each([
    ['a billion laughs', laughs],
    ['a long chain of aliases', chain],
    ['a billion merges', merges],
  ])('%s: an alias bomb without a value', (_title, text) => {
    const tree = parseYaml(text);
    expect(tree.problems.map(({ code, fatal }) => [code, fatal])).toEqual([['alias-bomb', true]]);
    expect(tree.value).toBeUndefined();
  });

  it('many aliases of small values are no bomb', () => {
    const text = `a: &a {x: 1}\n${Array.from({ length: 5000 }, (_, i) => `b${i}: *a`).join('\n')}`;
    expect(parseYaml(text).problems).toEqual([]);
  });

  it.each([
    ['brackets', '['.repeat(10_000)],
    ['closed brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['braces', '{a: '.repeat(10_000)],
    ['dashes', '- '.repeat(10_000)],
    ['question marks', '? '.repeat(10_000)],
    ['maps', Array.from({ length: 1200 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('10,000 %s deep: too deep, no overflow', (_title, text) => {
    const tree = parseYaml(text);
    expect(tree.problems.map(({ code, fatal }) => [code, fatal])).toEqual([['too-deep', true]]);
    expect(tree.value).toBeUndefined();
  });

  it('490 deep is read', () => {
    const tree = parseYaml('['.repeat(490) + ']'.repeat(490));
    expect([tree.isBroken, Array.isArray(tree.value)]).toEqual([false, true]);
  });

  it('long texts of one kind take time in proportion', () => {
    const texts = [
      '"'.repeat(200_000),
      `a: ${'x '.repeat(200_000)}`,
      'a: 1\n'.repeat(20_000),
      '\n'.repeat(300_000),
      `- ${'!a '.repeat(50_000)}`,
      '# c\n'.repeat(100_000),
    ];
    for (const text of texts) expect(milliseconds(() => parseYaml(text).value)).toBeLessThan(8000);
  }, 60_000);

  it('5 MB of manifest are read in seconds', () => {
    const item =
      '- name: item\n  spec:\n    # comment\n    ports:\n    - port: 80 # http\n      name: "web"\n    host: foo.example.com\n    text: a longer description of what this item is for\n';
    const text = item.repeat(Math.ceil(5_000_000 / item.length));
    const tree = parseYaml(text);
    expect([tree.isBroken, (tree.value as unknown[]).length]).toEqual([
      false,
      Math.ceil(5_000_000 / item.length),
    ]);
  }, 120_000);
});
