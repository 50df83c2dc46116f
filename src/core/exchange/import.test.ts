import { assert, property, uint8Array } from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText.ts';
import { importItems, importText } from './importItems.ts';
import { mostUnpackedBytes } from './importZip.ts';

const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n';
const item = (path: string, text: string) => ({ path, bytes: strToU8(text) });
const zip = (entries: Zippable) => ({ path: 'in.zip', bytes: zipSync(entries) });
const reasons = (items: Parameters<typeof importItems>[0]) =>
  Object.fromEntries(importItems(items).report.skipped.map(({ path, reason }) => [path, reason]));

/** The bytes of an archive with one field of its first directory entry changed. */
function patched(bytes: Uint8Array, field: number, value: number, size: 2 | 4 = 2): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (size === 2) view.setUint16(at + field, value, true);
    else view.setUint32(at + field, value, true);
    break;
  }
  return copy;
}

describe('importItems', () => {
  it('takes YAML and JSON as they are and says what is in them', () => {
    const text = `# head\r\n${service}---\n---\nkind: [\n---\njust: this\n`;
    const { files, report } = importItems([item('./a//b.yml', text), item('c.JSON', '{"a": 1}')], ['c.JSON']);
    expect(files).toEqual([
      { path: 'a/b.yml', text },
      { path: 'c.JSON', text: '{"a": 1}' },
    ]);
    expect(report.files[0]).toMatchObject({
      path: 'a/b.yml',
      documents: 3,
      resources: 1,
      kinds: [{ group: '', kind: 'Service', count: 1 }],
      broken: 1,
      foreign: 1,
      exists: false,
    });
    expect(report.files[1]?.exists).toBe(true);
  });

  it('keeps folders, order and bytes of archives', () => {
    const { files } = importItems([
      zip({ 'b/z.yaml': strToU8(service), 'b/a.yaml': strToU8('\uFEFFa: 1\r\n') }),
    ]);
    expect(files).toEqual([
      { path: 'b/z.yaml', text: service },
      { path: 'b/a.yaml', text: '\uFEFFa: 1\r\n' },
    ]);
  });

  it('refuses paths that lead elsewhere', () => {
    const bytes = strToU8(service);
    const said = reasons([
      zip({
        '../evil.yaml': bytes,
        'a/../../b.yaml': bytes,
        '/etc/x.yaml': bytes,
        'C:\\x.yaml': bytes,
        'n\u0000.yaml': bytes,
      }),
    ]);
    expect(said['../evil.yaml']).toContain('".."');
    expect(said['a/../../b.yaml']).toContain('".."');
    expect(said['/etc/x.yaml']).toContain('absolute');
    expect(said['C:\\x.yaml']).toContain('absolute');
    expect(Object.keys(said)).toHaveLength(5);
    const windows = importItems([zip({ 'a\\b.yaml': bytes })]);
    expect(windows.files).toEqual([{ path: 'a/b.yaml', text: service }]);
    expect(windows.report.files[0]?.notes.join()).toContain('Backslashes');
  });

  it('says why anything else stays out', () => {
    const said = reasons([
      { path: 'logo.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1) },
      { path: 'bin.yaml', bytes: Uint8Array.of(1, 0, 0, 2, 0, 0, 0) },
      { path: 'latin.yaml', bytes: Uint8Array.of(0x61, 0x0a, 0x20, 0xe9, 0x0a) },
      item('values.tpl', '{{ x }}'),
      item('.git/config.yaml', 'a: 1'),
      item('__MACOSX/._a.yaml', 'a: 1'),
      item('fake.zip', 'no archive'),
      zip({ 'inner.zip': zipSync({ 'a.yaml': strToU8('a: 1') }), 'read.me': strToU8('x') }),
    ]);
    expect(said['logo.png']).toContain('.yaml, .yml, .json');
    expect(said['bin.yaml']).toContain('binary');
    expect(said['latin.yaml']).toBe(
      'It is not valid UTF-8 (first in line 2). Save it as UTF-8 and import it again.',
    );
    expect(said['values.tpl']).toContain('template');
    expect(said['.git/config.yaml']).toContain('Git');
    expect(said['__MACOSX/._a.yaml']).toContain('operating system');
    expect(said['fake.zip']).toContain('no zip archive');
    expect(said['inner.zip']).toContain('archive within an archive');
    expect(said['read.me']).toContain('Only YAML and JSON');
  });

  it('survives encrypted, damaged, lying and huge archives', () => {
    const good = zipSync({ 'a.yaml': strToU8(service.repeat(50)), 'b.yaml': strToU8('b: 1\n') });
    const unzip = (bytes: Uint8Array) => importItems([{ path: 'x.zip', bytes }]);
    expect(unzip(patched(good, 8, 1)).report.skipped[0]?.reason).toContain('encrypted');
    expect(unzip(patched(good, 10, 99)).report.skipped[0]?.reason).toContain('method (99)');
    expect(unzip(patched(good, 16, 1234, 4)).report.skipped[0]?.reason).toContain('damaged');
    expect(unzip(patched(good, 24, 10, 4)).report.skipped[0]?.reason).toContain('damaged');
    expect(unzip(patched(good, 42, 0x7fffffff, 4)).report.skipped[0]?.reason).toContain('damaged');
    expect(unzip(patched(good, 24, mostUnpackedBytes + 1, 4)).report.skipped[0]?.reason).toContain('200 MB');
    for (const bytes of [patched(good, 8, 1), patched(good, 24, mostUnpackedBytes + 1, 4)]) {
      expect(unzip(bytes).files).toEqual([{ path: 'b.yaml', text: 'b: 1\n' }]);
    }
    expect(unzip(good.slice(0, good.length - 30)).report.skipped).toEqual([
      {
        path: 'x.zip',
        reason: 'Its end is missing: the archive is cut off or damaged. Pack it again and import it.',
      },
    ]);
    expect(unzip(zipSync({})).report.notes).toEqual(['x.zip holds no files.']);
  });

  it('never throws on damaged archives', () => {
    const good = zipSync({ 'a.yaml': strToU8(service), 'b/c.yaml': strToU8('b: 1\n') });
    assert(
      property(
        uint8Array({ minLength: good.length, maxLength: good.length }),
        uint8Array({ minLength: 1, maxLength: 5 }),
        (noise, places) => {
          const bytes = good.slice();
          for (const place of places)
            bytes[(place * 7 + (noise[place % noise.length] ?? 0)) % bytes.length] =
              noise[place % noise.length] ?? 0;
          const { files, report } = importItems([{ path: 'x.zip', bytes }]);
          expect(files.length + report.skipped.length + report.notes.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives the second of two equal paths a number and says so', () => {
    const { files, report } = importItems([item('a.yaml', 'a: 1'), item('./a.yaml', 'a: 2')]);
    expect(files.map(({ path }) => path)).toEqual(['a.yaml', 'a-2.yaml']);
    expect(report.files[1]?.notes.join()).toContain('a.yaml');
  });

  it('loads templates and kustomizations and says what they are', () => {
    const { report } = importItems([
      item('chart/templates/s.yaml', `${service}  labels: {{- include "x" . | nindent 4 }}\n`),
      item('quoted.yaml', `${service}  annotations: { a: "{{ .x }}" }\n`),
      item('base/kustomization.yaml', 'resources: [a.yaml]\n'),
      item('empty.yaml', '# nothing\n'),
    ]);
    expect(report.files.map(({ notes }) => notes.join())).toEqual([
      expect.stringContaining('templated and does not parse until it is rendered'),
      '',
      expect.stringContaining('loaded as a plain document'),
      expect.stringContaining('no content'),
    ]);
  });
});

describe('importText', () => {
  it('names the file by its content', () => {
    expect(importText(service).files[0]?.path).toBe('service-cart.yaml');
    expect(importText(`${service}---\n${service}`).files[0]?.path).toBe('pasted.yaml');
    expect(importText('{"kind": "x"}').files[0]?.path).toBe('pasted.json');
    expect(importText('a: 1', ['pasted.yaml']).files[0]?.path).toBe('pasted-2.yaml');
    expect(importText(' \n')).toMatchObject({
      files: [],
      report: { notes: ['There is no text to import.'] },
    });
  });
});

describe('decodeText', () => {
  it('keeps valid UTF-8 byte for byte, marks included, and refuses the rest', () => {
    assert(
      property(uint8Array({ maxLength: 40 }), (bytes) => {
        const decoded = decodeText(bytes);
        if ('text' in decoded && decoded.notes.length === 0) expect(strToU8(decoded.text)).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: '\uFEFFa', notes: [] });
  });

  it('converts UTF-16 and says so', () => {
    const wide = (text: string, isBig: boolean) =>
      Uint8Array.from(
        [...text].flatMap((sign) => {
          const code = sign.charCodeAt(0);
          return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
        }),
      );
    for (const isBig of [true, false]) {
      expect(decodeText(wide('\uFEFFa: é\n', isBig))).toMatchObject({ text: '\uFEFFa: é\n' });
      expect(decodeText(wide('kind: x\n', isBig))).toMatchObject({
        text: 'kind: x\n',
        notes: [expect.stringContaining('written as UTF-8 from now on')],
      });
    }
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00))).toHaveProperty('reason');
  });
});
