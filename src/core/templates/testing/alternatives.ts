import { answerFormatOf } from '../answerFormats.ts';
import type { Answer, PatternParameter, TextType } from '../types.ts';

/** Texts that YAML readers take for something else, or that end a scalar where they should not. */
export const nastyTexts: readonly string[] = [
  'yes',
  'NO',
  'null',
  '~',
  '0777',
  '12:30',
  '1e3',
  '.5',
  '-',
  '- x',
  '? x',
  ': x',
  'a: b',
  '#x',
  'a #b',
  '&a',
  '*a',
  '!x',
  '%x',
  '@x',
  '`x`',
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  '|',
  '>',
  ' x',
  'x ',
  '=',
  '<<',
  '---',
  '...',
  'é',
  '日本',
  '\u{1f600}',
  '\u2028',
  '\u00a0',
  '\t',
  'x\ty',
  'it\'s "so"',
  '{{ x }}',
  '$(x)',
  '\u0007',
  '\ufeff',
];

/** Good texts of each type but the free one. */
export const goodTexts: Readonly<Partial<Record<TextType, readonly string[]>>> = {
  name: ['a', 'orders', 'no', 'null', 'y', 'x-1', 'a'.repeat(40)],
  hostname: ['a.b', 'shop.example.org', '*.example.org', 'xn--caf-dma.example', 'on.off', '1e3.example.com'],
  host: ['a.b', 'on.off', 'yes', 'api.example.org'],
  address: ['a:1', 'redis.example.org:65535'],
  duration: ['1s', '500ms', '1m30s', '2h'],
  quantity: ['1', '500m', '1.5', '1Gi', '12e3'],
  cidr: ['10.0.0.0/8', '192.0.2.7/32', '2001:db8::/32', '0.0.0.0/0'],
  cron: ['* * * * *', '0 8 * * 1-5', '*/5 0 1 1 *'],
  promql: ['up', 'sum(rate(x{a="b: #c"}[1m]))', "x{a='{'} or vector(0)"],
  path: ['/', '/a', "/a'b", '/a:b/*', '/~x', '/%20', '/a@b;c=d,e', '/-'],
  header: ['a', 'X-Api-Key', '~', '*x', '!x', "'x'", '#x', '%x', '-', 'null', '0777', '`x`', '|'],
  url: ['https://a.example', 'http://a.example:8080/x?y=z#w', 'https://a.example/{}[]|>:'],
  origin: ['*', 'https://a.example', 'http://*.example:81'],
  email: ['a@b.example', 'ops+x@example.com'],
};

/** Other answers than the default, each for a try: a pattern may refuse some. */
export function otherAnswers(parameter: PatternParameter): readonly Answer[] {
  switch (parameter.type) {
    case 'boolean':
      return [!parameter.default];
    case 'number':
      return [parameter.min, parameter.max].filter((each) => each !== parameter.default);
    case 'choice':
      return parameter.options.flatMap(({ value }) => (value === parameter.default ? [] : [value]));
    case 'texts':
      return (parameter.options ?? otherTexts(parameter.of, parameter.default))
        .filter((each) => !parameter.default.includes(each))
        .map((each) => [...parameter.default, each].slice(-parameter.max));
    default:
      return otherTexts(parameter.type, [parameter.default]);
  }
}

function otherTexts(type: TextType, taken: readonly string[]): readonly string[] {
  const all = [...(goodTexts[type] ?? []), answerFormatOf(type).example, `${taken[0] ?? ''}x`];
  return all.filter((each) => !taken.includes(each));
}
