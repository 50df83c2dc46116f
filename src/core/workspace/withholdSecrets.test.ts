import { array, assert, constantFrom, integer, property, record, stringMatching, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parseYaml.ts';
import { hasSecretValues, withheldPlaceholder, withholdSecrets } from './withholdSecrets.ts';

const secret = `# the database
apiVersion: v1
kind: Secret
metadata:
  name: db   # keep
  labels: { app: shop }
type: Opaque
data:
  # rotated monthly
  user: cG9zdGdyZXM=   # base64
  "pass.word": 'aHVudGVy'
stringData:
  config.yaml: |
    url: postgres://u:hunter2@db

    kind: nothing

  note: "two
    lines"
`;

describe('withholdSecrets', () => {
  it('takes out the values and nothing else', () => {
    expect(withholdSecrets(secret)).toEqual({
      withheld: 4,
      text: `# the database
apiVersion: v1
kind: Secret
metadata:
  name: db   # keep
  labels: { app: shop }
type: Opaque
data:
  # rotated monthly
  user: <withheld>   # base64
  "pass.word": '<withheld>'
stringData:
  config.yaml: <withheld>

  note: "<withheld>"
`,
    });
  });

  it('keeps CRLF and other documents byte for byte', () => {
    const gateway = `kind: Gateway\nspec:\n  tls:\n    certificateRefs:\n      - kind: Secret\n        name: web-tls\n`;
    const text = `${gateway}---\r\n${secret.replaceAll('\n', '\r\n')}---\n${gateway}`;
    const result = withholdSecrets(text);
    expect(result.withheld).toBe(4);
    expect(result.text.startsWith(`${gateway}---\r\n# the database\r\n`)).toBe(true);
    expect(result.text.endsWith(`note: "<withheld>"\r\n---\n${gateway}`)).toBe(true);
  });

  it('does not touch what is no Secret', () => {
    for (const text of [
      'kind: ConfigMap\ndata:\n  a: b\n  secret: no\n',
      'kind: Gateway\nspec:\n  certificateRefs: [{ kind: Secret, name: a }]\n',
      'kind: ExternalSecret\nspec:\n  data:\n    - secretKey: a\n',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n',
      'kind: Secret\ndata: {}\nstringData:\n  a: ""\n  b:\n',
      'kind: Gateway\nmetadata: { name: secret-data }\nspec: [\n',
    ])
      expect(withholdSecrets(text)).toEqual({ text, withheld: 0 });
  });

  it('does it once', () => {
    const once = withholdSecrets(secret).text;
    expect(withholdSecrets(once)).toEqual({ text: once, withheld: 0 });
    expect(hasSecretValues(once)).toBe(false);
    expect(hasSecretValues(secret)).toBe(true);
  });

  it('keeps JSON what it is', () => {
    const json = JSON.stringify(
      { apiVersion: 'v1', kind: 'Secret', data: { a: 'c2VjcmV0', b: 12345 } },
      null,
      2,
    );
    expect(JSON.parse(withholdSecrets(json).text)).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      data: { a: withheldPlaceholder, b: withheldPlaceholder },
    });
  });

  it('reaches the items of lists, nested manifests and flow style', () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n- kind: ConfigMap\n  data: {a: open}\n- data: {a: hunter2, b: [hunter2]}\n  kind: Secret\n`;
    expect(withholdSecrets(text).text).toBe(
      text.replace('a: hunter2', 'a: <withheld>').replace('[hunter2]', '<withheld>'),
    );
    const nested = 'kind: Object\nspec:\n  manifest:\n    kind: Secret\n    stringData: {a: hunter2}\n';
    expect(withholdSecrets(nested).text).toBe(nested.replace('hunter2', '<withheld>'));
    const bare = 'kind: SecretList\nitems:\n  - metadata: {name: a}\n    data: {a: hunter2}\n';
    expect(withholdSecrets(bare).text).toBe(bare.replace('hunter2', '<withheld>'));
  });

  it('follows aliases and merge keys to the anchors', () => {
    const text = `kind: Secret\nmetadata:\n  annotations:\n    owner: &pw hunter2\ndata:\n  a: *pw\n  b: &other t0psecret\n  c: *other\n`;
    expect(withholdSecrets(text).text).toBe(
      `kind: Secret\nmetadata:\n  annotations:\n    owner: &pw <withheld>\ndata:\n  a: <withheld>\n  b: &other <withheld>\n  c: <withheld>\n`,
    );
    const merged = `kind: Secret\nx-base: &base { a: hunter2 }\ndata:\n  <<: *base\n  b: hunter3\n`;
    expect(withholdSecrets(merged).text).toBe(
      merged.replace('hunter2', '<withheld>').replace('hunter3', '<withheld>'),
    );
  });

  it('takes entries that are commented out, and no other comment', () => {
    const text = `# see: the wiki\nkind: Secret\ndata:\n  # a: hunter2\n  # MIIEvQIBADANBgkqhkiG9w0\n  #b: "hunter2 x"\n  # note: rotate it monthly\n`;
    expect(withholdSecrets(text)).toEqual({
      text: text
        .replace('# a: hunter2', '# a: <withheld>')
        .replace('"hunter2 x"', '<withheld>')
        .replace('MIIEvQIBADANBgkqhkiG9w0', '<withheld>'),
      withheld: 3,
    });
  });

  it('takes the copy that kubectl apply leaves', () => {
    const text = `kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"kind":"Secret","data":{"a":"hunter2"}}\n    note: stays\n`;
    const result = withholdSecrets(text).text;
    expect(result).not.toContain('hunter2');
    expect(result).toContain('note: stays');
  });

  it('takes what reads as an anchor, an alias or a tag and may be a password', () => {
    const text =
      'kind: Secret\ndata:\n  a: &hunter2\n  b: !hunter2\n  c: !hunter2 x\n  d: !!str\n  e: &f x\n  f: #hunter2\n  g: a #hunter2\n';
    expect(withholdSecrets(text).text).toBe(
      'kind: Secret\ndata:\n  a: <withheld>\n  b: <withheld>\n  c: <withheld>\n  d: <withheld>\n  e: <withheld>\n  f: #<withheld>\n  g: <withheld> #<withheld>\n',
    );
    expect(withholdSecrets('kind: Secret\ndata:\n  a: *hunter2\n').text).not.toContain('hunter2');
  });

  it('sees through escapes, repeated keys and misspelt fields', () => {
    for (const text of [
      'kind: "\\x53ecret"\ndata: {a: hunter2}\n',
      'kind: "Sec\\\n  ret"\ndata:\n  a: hunter2\n',
      'kind: Secret\ndata:\n  a: hunter2\n  a: other\n',
      'kind: Secret\ndata: {a: hunter2}\ndata: {b: other}\n',
      'kind: Secret\nstrngData: {a: hunter2}\n',
      'kind: Secre\ndata: {a: hunter2}\n',
      'apiVersion: v1\nstringData: {a: hunter2}\n',
      'kind: Secret\nmetadata:\n  name: a\n---\n  password: hunter2\n',
      'apiVersion: v1\ndata: {a: hunter2}\n---\nkind: Secret\n',
    ])
      expect(withholdSecrets(text).text, text).not.toContain('hunter2');
  });

  it('keeps what is harmless of a document that does not parse', () => {
    const broken = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\n  labels:\n    app: shop\ntype: Opaque\nstringData:\n  user: "hunter2\n  pass: hunter2\n  key: |\n    hunter2\n  : hunter2\n`;
    expect(withholdSecrets(broken).text).toBe(
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\n  labels:\n    app: <withheld>\ntype: Opaque\nstringData:\n  user: <withheld>\n  pass: <withheld>\n  key: <withheld>\n    <withheld>\n  <withheld>\n`,
    );
  });

  it('is quick with 5 MB that speak of no Secret', () => {
    const text = 'kind: Service\nmetadata:\n  name: cart\ndata: 1\n---\n'.repeat(110_000);
    const started = performance.now();
    expect(withholdSecrets(text).text).toBe(text);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

/** A value that cannot occur by chance, in every style YAML has. */
const token = stringMatching(/^[A-Za-z][A-Za-z0-9+/]{11,30}$/);
const key = stringMatching(/^[a-z][a-z0-9.-]{0,8}[a-z0-9]$/);
const style = constantFrom('plain', 'double', 'single', 'literal', 'folded', 'long');

function writeValue(value: string, as: string, pad: string): string {
  if (as === 'double') return `"${value}"`;
  if (as === 'single') return `'${value}'`;
  if (as === 'literal') return `|\n${pad}  first: line\n${pad}  ${value}`;
  if (as === 'folded') return `>-\n${pad}  ${value}\n\n${pad}  more`;
  return as === 'long' ? `&a ${value}` : value;
}

const manifest = record({
  entries: array(tuple(key, token, style), { minLength: 1, maxLength: 4 }),
  field: constantFrom('data', 'stringData'),
  form: constantFrom('block', 'sorted', 'list', 'flow', 'json'),
  end: constantFrom('\n', '\r\n'),
}).map(({ entries, field, form, end }) => {
  const secrets = entries.map(([, value]) => value);
  const unique = [...new Map(entries.map((each) => [each[0], each])).values()];
  const lines = (pad: string) =>
    unique.map(([name, value, as]) => `${pad}  ${name}: ${writeValue(value, as, `${pad}  `)}\n`).join('');
  const object = { [field]: Object.fromEntries(unique.map(([name, value]) => [name, value])) };
  const texts = {
    block: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\n${field}:\n${lines('')}`,
    sorted: `apiVersion: v1\n${field}:\n${lines('')}kind: Secret\nmetadata:\n  name: db\n`,
    list: `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  ${field}:\n${lines('  ')}  kind: Secret\n`,
    flow: `kind: Secret\n${field}: {${unique.map(([name, value]) => `${name}: ${value}`).join(', ')}}\n`,
    json: `${JSON.stringify({ kind: 'Secret', metadata: { name: 'db' }, ...object }, null, 2)}\n`,
  };
  return { text: texts[form].replaceAll('\n', end), secrets };
});

describe('withholdSecrets on random Secrets', () => {
  it('leaves no value and the same structure', () => {
    assert(
      property(manifest, ({ text, secrets }) => {
        const result = withholdSecrets(text).text;
        for (const value of secrets) expect(result).not.toContain(value);
        expect(withholdSecrets(result)).toEqual({ text: result, withheld: 0 });
        const after = parseYaml(result);
        expect(after.isBroken).toBe(false);
        expect(keysOf(after.value)).toEqual(keysOf(parseYaml(text).value));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no value however the text is broken', () => {
    const damage = record({
      at: integer({ min: 0, max: 10_000 }),
      kind: constantFrom('insert', 'delete', 'line', 'indent', 'cut', 'join'),
      what: constantFrom(
        '"',
        "'",
        ':',
        '\t',
        '{',
        '[',
        ']',
        '}',
        '\n',
        ' ',
        '---\n',
        '\n---\n',
        '- ',
        '#',
        '|',
        '&a ',
        '*a ',
        '%',
        ',',
      ),
    });
    assert(
      property(manifest, array(damage, { minLength: 1, maxLength: 3 }), ({ text, secrets }, damages) => {
        let broken = text;
        for (const each of damages) broken = spoil(broken, each);
        const result = withholdSecrets(broken).text;
        for (const value of secrets) expect(result, broken).not.toContain(value);
      }),
      { numRuns: 1500 },
    );
  });
});

/** Damages a text anywhere but where it says that it is a Secret. */
function spoil(text: string, damage: { at: number; kind: string; what: string }): string {
  const at = damage.at % (text.length + 1);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  if (/Secret|List|items|ata["']?\s*:/.test(text.slice(lineStart, lineEnd))) return text;
  if (damage.kind === 'delete') return text.slice(0, at) + text.slice(at + 1);
  if (damage.kind === 'line')
    return text.slice(0, lineStart) + text.slice(lineStart, lineEnd).repeat(2) + text.slice(lineEnd);
  if (damage.kind === 'indent') return `${text.slice(0, lineStart)} ${text.slice(lineStart)}`;
  if (damage.kind === 'cut')
    return text.includes('Secret') && text.indexOf('Secret') < at ? text.slice(0, at) : text;
  if (damage.kind === 'join' && /#|^.*\r?\n.*Secret/.test(text.slice(lineStart))) return text;
  if (damage.kind === 'join') return text.slice(0, Math.max(lineStart, lineEnd - 1)) + text.slice(lineEnd);
  return text.slice(0, at) + damage.what + text.slice(at);
}

function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, keysOf(inner)]));
}
