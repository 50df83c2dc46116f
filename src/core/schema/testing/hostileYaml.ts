/** Texts that people do not write: each is one file that must be read, judged and described quickly, whatever is said of it. */
export function hostileYaml(): Readonly<Record<string, string>> {
  return {
    ...nested(),
    ...aliases(),
    ...oddScalars(),
    ...manyParts(),
    ...brokenTexts(),
  };
}

const head = 'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a}\n';
const route = (spec: string) => `${head}spec:\n${spec}\n`;
const deployment = (spec: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n${spec}\n`;

function nested(): Record<string, string> {
  const levels = Array.from({ length: 10_000 }, (_, i) => i);
  return {
    'lists in lists, 10,000 deep': route(`  rules: ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
    'maps in maps, 10,000 deep': route(`  rules: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`),
    'lists never closed': route(`  rules: ${'['.repeat(10_000)}`),
    'blocks in blocks, 2,000 deep': route(
      levels
        .slice(0, 2000)
        .map((i) => `${' '.repeat(i + 2)}a:`)
        .join('\n'),
    ),
    'blocks in blocks, as deep as is read': route(
      levels
        .slice(0, 450)
        .map((i) => `${' '.repeat(i + 2)}rules:`)
        .join('\n'),
    ),
    'dashes in dashes': route(`  rules:\n  ${'- '.repeat(10_000)}a`),
    'lists in lists, 400 deep, where a list of maps is': route(
      `  rules: ${'['.repeat(400)}${']'.repeat(400)}`,
    ),
  };
}

function aliases(): Record<string, string> {
  const levels = Array.from({ length: 20 }, (_, i) => i + 1);
  const bomb = levels.map((i) => `l${i}: &l${i} [${`*l${i - 1},`.repeat(10)}]`).join('\n');
  const maps = levels.map((i) => `m${i}: &m${i} {a: *m${i - 1}, b: *m${i - 1}}`).join('\n');
  const merges = levels.map((i) => `m${i}: &m${i} {<<: [*m${i - 1}, *m${i - 1}], k${i}: 1}`).join('\n');
  return {
    'a billion laughs': `${head}l0: &l0 lol\n${bomb}\nspec: *l20\n`,
    'doubled maps': `${head}m0: &m0 {a: 1}\n${maps}\nspec: *m20\n`,
    'doubled merges': `${head}m0: &m0 {a: 1}\n${merges}\nspec: *m20\n`,
    'an alias of what it is in': route('  rules: &a [*a]'),
    'a map that holds itself': `${head}spec: &a {rules: *a}\n`,
    'a map merged into itself': `${head}spec: &a {<<: *a}\n`,
    'aliases of nothing': route(`  rules: [${'*no, '.repeat(10_000)}]`),
    'an anchor over and over': route(
      `  rules: [${Array.from({ length: 20_000 }, () => '&a 1').join(', ')}, *a]`,
    ),
    'many merges': route(Array.from({ length: 5000 }, () => '  <<: {a: 1}').join('\n')),
    'a merge of a text': route('  <<: text'),
    'one list, shared by many': `${head}x: &x [{name: a}, {name: b}]\nspec:\n  rules: [${'{backendRefs: *x},'.repeat(2000)}]\n`,
  };
}

function oddScalars(): Record<string, string> {
  const wide = [
    '9223372036854775808',
    '-9223372036854775809',
    '1e400',
    '.inf',
    '-.inf',
    '.nan',
    '0x1F',
    '0o17',
  ];
  const odd = [
    ...wide,
    '1_000',
    '-0',
    '00',
    '1.',
    '.5',
    '~',
    'null',
    'yes',
    '0b1',
    '2001-01-01',
    '!!binary aGk=',
    '!x 1',
  ];
  const numbers = (value: string) =>
    deployment(
      `  replicas: ${value}\n  template: {spec: {containers: [{name: a, image: b, ports: [{containerPort: ${value}}], resources: {limits: {cpu: ${value}}}}]}}`,
    );
  return {
    ...Object.fromEntries(odd.map((value) => [`${value} for numbers`, numbers(value)])),
    ...Object.fromEntries(
      odd.map((value) => [
        `${value} for a port and a text`,
        route(
          `  hostnames: [${value}]\n  rules: [{backendRefs: [{name: ${value}, port: ${value}, weight: ${value}}]}]`,
        ),
      ]),
    ),
    'a million digits': numbers('9'.repeat(1_000_000)),
    'keys that are no texts': `${head}spec: {1: a, null: b, [a]: c, {d: e}: f, true: g, 1.5: h}\n`,
    'names of every object': `${head}__proto__: {a: 1}\nconstructor: 1\nspec: {__proto__: {rules: []}, toString: 1, hasOwnProperty: 2, rules: [{__proto__: 1}]}\n`,
    'halves of characters': route(`  hostnames: ["\\uD800", "a\uD800b", "\u{1F600}", "\uFFFE"]`),
    'metadata that is none': 'apiVersion: v1\nkind: Service\nmetadata: [1, {name: 2}]\nspec: 7\n',
    'a kind that is none': 'apiVersion: [v1]\nkind: {a: b}\n',
    'a group of slashes': `apiVersion: ${'/'.repeat(10_000)}\nkind: ${'A'.repeat(100_000)}\n`,
  };
}

function manyParts(): Record<string, string> {
  const big = 'k'.repeat(1_000_000);
  return {
    'a key of a million characters': route(`  ${big}: 1`),
    'a quoted key of a million characters': route(`  "${big}": 1`),
    'a kind of a million characters': `apiVersion: gateway.networking.k8s.io/v1\nkind: ${big}\n`,
    'an apiVersion of a million characters': `apiVersion: ${big}/v1\nkind: HTTPRoute\n`,
    'names of a million characters': `apiVersion: v1\nkind: Service\nmetadata: {name: ${big}, namespace: ${big}, labels: {${big}: ${big}-}, annotations: {"${big}/${big}": x}, finalizers: [${big}-]}\n`,
    'names of a million dashes': `apiVersion: v1\nkind: Service\nmetadata: {name: "${'-'.repeat(1_000_000)}a_", generateName: "${'.'.repeat(1_000_000)}_", labels: {"${'-'.repeat(1_000_000)}": "${' '.repeat(1_000_000)}"}}\n`,
    '30,000 unknown fields': route(Array.from({ length: 30_000 }, (_, i) => `  field${i}: 1`).join('\n')),
    '20,000 wrong items': route(`  hostnames: [${'1, '.repeat(20_000)}]`),
    '10,000 times the same': deployment(
      `  template: {spec: {containers: [${'{name: a, image: b},'.repeat(10_000)}]}}`,
    ),
    '3,000 rules': route(
      `  rules: [${'{matches: [{path: {value: a//b}}], backendRefs: [{name: A, port: 0}]},'.repeat(3000)}]`,
    ),
    '3,000 labels of the wrong form': `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels:\n${Array.from({ length: 3000 }, (_, i) => `    "a ${i}": "b ${i}"`).join('\n')}\n`,
    '2,000 resources in one list': `apiVersion: v1\nkind: List\nitems:\n${'- {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 0}]}}\n'.repeat(2000)}`,
    '2,000 documents': `apiVersion: v1\nkind: Pod\nspec: 1\n---\n`.repeat(2000),
    '30,000 empty documents': '---\n'.repeat(30_000),
  };
}

function brokenTexts(): Record<string, string> {
  return {
    'tabs for spaces': `${head}spec:\n\trules:\n\t\t- {}\n`,
    'null bytes': `${head}spec:\n  rules: "\0\0"\n  \0: 1\n`,
    'nothing but null bytes': '\0'.repeat(100_000),
    'nothing but quotes': '"'.repeat(100_000),
    'nothing but colons': ': '.repeat(100_000),
    'nothing but braces': '{['.repeat(50_000),
    'nothing but marks': '&*!|>%@`'.repeat(10_000),
    'a text never closed': route(`  hostnames: ["${'a\n'.repeat(100_000)}`),
    'a literal block of a million lines': route(`  hostnames:\n  - |\n${'    a\n'.repeat(300_000)}`),
    'comments only': '# a\n'.repeat(100_000),
    'a comment of a million characters': `${head}# ${'#'.repeat(1_000_000)}\n`,
    'comments that suppress': `${'# traffic-studio: ignore TS101 '.repeat(30_000)}\n${head}x: 1\n`,
    directives: `%YAML 1.1\n%TAG ! tag:a,2000:\n${'%FOO\n'.repeat(10_000)}---\n${head}`,
    'old line ends': head.replaceAll('\n', '\r'),
    'mixed documents': `{"a": 1}\n---\n[]\n---\n- 1\n---\n"text"\n---\n${head}---\n&a\n---\n*a\n...\n...\n---\n? [a]\n: b\n`,
    JSON: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [{ kind: 'List', items: [{}] }, null, 1] }),
  };
}
