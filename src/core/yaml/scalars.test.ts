import { describe, expect, it } from 'vitest';
import { renderScalar, renderYaml } from './scalars.ts';

describe('renderScalar', () => {
  it.each([
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'true',
    'null',
    '~',
    '',
    '0777',
    '0o17',
    '0x1F',
    '0b1',
    '12:30',
    '1:20:30',
    '1_000',
    '1e3',
    '.5',
    '-1',
    '+1',
    '1.',
    '.inf',
    '-.INF',
    '.nan',
    '2020-01-01',
    '2020-01-01T00:00:00Z',
    '<<',
    '=',
    '---',
    '- a',
    '? a',
    ': a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '@a',
    '`a',
    '%a',
    '[a',
    '{a',
    ']',
    ' a',
    'a ',
    'a\tb',
    "'a",
    '"a',
  ])('quotes %j', (text) => {
    expect(renderScalar(text)).toMatch(/^".*"$/);
  });

  it.each([
    'a',
    'shop',
    'http://x.y/z',
    'foo.example.com',
    '10.0.0.1',
    '1.2.3',
    'v1',
    'a b',
    "it's",
    'a#b',
    'a:b',
    '--flag',
    '-x',
    '/path',
    'é',
    '😀',
    'a, b',
    'x[0]',
    '100m',
    '1Gi',
    '5s',
    'gateway.networking.k8s.io/v1',
  ])('leaves %j plain', (text) => {
    expect(renderScalar(text)).toBe(text);
  });

  it.each([
    [null, 'null'],
    [true, 'true'],
    [0.5, '0.5'],
    [-0, '-0'],
    [1e21, '1e+21'],
    [Number.NaN, '.nan'],
    [Number.NEGATIVE_INFINITY, '-.inf'],
    ['a\nb\u0007\u2028', '"a\\nb\\u0007\\u2028"'],
  ] as const)('writes %j as %s', (value, text) => {
    expect(renderScalar(value)).toBe(text);
  });
});

describe('renderYaml', () => {
  it('writes block style, two spaces, texts of several lines as they are', () => {
    const value = {
      a: [{ b: 1, c: ['yes', []] }, ['x']],
      m: {},
      text: 'one\n  two\n',
      strip: 'a\nb',
      on: null,
    };
    expect(renderYaml(value)).toBe(
      [
        'a:',
        '  - b: 1',
        '    c:',
        '      - "yes"',
        '      - []',
        '  - - x',
        'm: {}',
        'text: |',
        '  one',
        '    two',
        'strip: |-',
        '  a',
        '  b',
        '"on": null',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['x', 'x'],
    [[], '[]'],
    [{}, '{}'],
    [['a'], '- a\n'],
    ['a\nb\n', '|\n  a\n  b\n'],
  ])('writes %j as %j', (value, text) => {
    expect(renderYaml(value)).toBe(text);
  });
});
