import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, liesInside, readAddress, readRange } from './formats/address.ts';
import { readDuration } from './formats/duration.ts';
import { nativeFormats, ourFormats, serverFormats } from './formats/kubernetesFormats.ts';
import { compareQuantities, readQuantity } from './formats/quantity.ts';
import { formatOf } from './formats.ts';

const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['date', ['2024-02-29'], ['2023-02-29', '2023-13-01', '23-01-01', '2023-1-1']],
  [
    'date-time',
    ['2026-01-31T12:00:00Z', '2026-01-31t12:00:00.5+01:00'],
    ['2026-01-31', '2026-01-31T24:00:00Z', '2026-01-31T12:00:00'],
  ],
  ['byte', ['', 'aGVsbG8=', 'QQ=='], ['aGVsbG8', 'a b=', 'QQ=\n=']],
  [
    'uri',
    ['https://a.b/c?d#e', '/path', 'mailto:me', 'http://[::1]:80/', 'spiffe://x/y'],
    ['', 'a b', 'no/slash', 'http://a b/', 'http://a:port/', '/%zz'],
  ],
  ['ipv4', ['1.2.3.4'], ['1.2.3', '256.1.1.1', '01.2.3.4', '::1', '1.2.3.4 ']],
  [
    'ipv6',
    ['::', '::1', '2001:db8::8a2e:370:7334', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8'],
    ['1.2.3.4', ':::', '1:2:3:4:5:6:7:8:9', '1::2::3', 'g::'],
  ],
  ['cidr', ['10.0.0.0/8', '::/0', '10.1.2.3/32'], ['10.0.0.0', '10.0.0.0/33', '::/129', '10.0.0.0/08']],
  [
    'mac',
    ['00:00:5e:00:53:01', '02-00-5e-10-00-00-00-01', '0000.5e00.5301'],
    ['00:00:5e:00:53', '00:00-5e:00:53:01', '0000:5e00:5301'],
  ],
  ['email', ['a@b.c', 'Me <a@b>'], ['a', '@b', 'a@', 'a b@c']],
  ['hostname', ['a', 'a.example.com', 'xn--a.de', 'ä.de'], ['', '-a', 'a_b', 'a.b.1', 'a..b']],
  ['uuid', ['123e4567-e89b-12d3-a456-426614174000', '123E4567E89B12D3A456426614174000'], ['123e4567']],
  [
    'uuid4',
    ['1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed'],
    ['1b9d6bcd-bbfd-3b2d-9b5d-ab8dfbbd4bed', '1b9d6bcd-bbfd-4b2d-1b5d-ab8dfbbd4bed'],
  ],
  ['dns-label', ['a', '1-a'], ['', 'A', '-a', 'a-', 'a.b', 'a'.repeat(64)]],
  ['dns-1035-label', ['a-1'], ['1a', 'a-']],
  ['dns-subdomain', ['a.b', '1.2'], ['a..b', 'a.', 'A.b', `${'a.'.repeat(126)}ab`]],
  ['wildcard-dns-subdomain', ['*.a'], ['a', '*', '*.*.a']],
  ['label-key', ['a', 'x.y/A_b.c', `${'a'.repeat(63)}`], ['', '/a', 'a/', 'a/b/c', 'X/a', 'a'.repeat(64)]],
  ['label-value', ['', 'A.b_c-1'], ['-a', 'a b', 'a'.repeat(64)]],
  ['env-name', ['A', 'a.b-c', 'a b'], ['', 'A=B', 'ä']],
  ['config-key', ['a.b', '_-'], ['', '..', '..a', 'a/b', '.']],
  ['port-name', ['http', 'h2-c'], ['HTTP', '80', 'a--b', '-a', 'a-', 'a'.repeat(16)]],
  [
    'quantity',
    ['1', '1.5Gi', '500m', '1e3', '1E', '.5', '-1', '12E-2'],
    ['', 'Gi', '1 Gi', '1GB', '1.2.3', '1e', '1Zi'],
  ],
  ['http-path', ['/', '/a/b%20c'], ['', 'a', '/a b', '/a?b']],
  [
    'cron',
    [
      ...[
        '* * * * *',
        '*/5 0-6,12 1 JAN mon-fri',
        '@daily',
        '@every 1h30m',
        '05 00 ? * sun',
        '10/5 1,,2 * * *',
      ],
      ...['0 0 1-31/2 feb-nov 0'],
    ],
    [
      ...['* * * *', '* * * * * *', '60 * * * *', '* * 0 * *', '*/0 * * * *', '5-1 * * * *', '* * * * 7'],
      ...[
        '1-2-3 * * * *',
        '1/2/3 * * * *',
        '* * * janu *',
        '- * * * *',
        '@never',
        '@every',
        '@every soon',
        '',
      ],
      ...['jan * * * *', '*/-5 * * * *'],
    ],
  ],
  ['time-zone', ['Europe/Zurich', 'UTC', 'Etc/GMT+1'], ['', 'Local', 'europe', 'Europe/']],
  ['path-segment', ['a', 'a b', '...'], ['', '.', '..', 'a/b', 'a%']],
  ['ip', ['::1', '1.2.3.4'], ['1.2.3.4/8']],
  ['bsonobjectid', ['507f1f77bcf86cd799439011'], ['507f']],
];

describe('formats', () => {
  it.each(table)('%s', (name, good, bad) => {
    const format = formatOf(name, 'built-in');
    for (const text of good) expect(format?.test(text), text).toBe(true);
    for (const text of bad) expect(format?.test(text), text).toBe(false);
  });

  it('each example is of its format', () => {
    for (const formats of [serverFormats, ourFormats, nativeFormats]) {
      for (const [name, { test, example }] of Object.entries(formats)) expect(test(example), name).toBe(true);
    }
  });

  it('a CRD has only those that the server knows, and its own durations', () => {
    expect(formatOf('dns-label', 'crd')).toBeUndefined();
    expect(formatOf('ip', 'crd')).toBeUndefined();
    expect(formatOf('toString', 'crd')).toBeUndefined();
    expect(formatOf('duration', 'crd')?.test('2 days')).toBe(true);
    expect(formatOf('duration', 'built-in')?.test('2 days')).toBe(false);
    expect(formatOf('byte', 'native')?.test('QQ=\n=')).toBe(true);
  });

  it('take no text as a reason to throw or to hang', () => {
    const names = Object.keys(nativeFormats);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 300 }), (name, text) => {
        expect(typeof formatOf(name, 'native')?.test(text)).toBe('boolean');
      }),
    );
    const began = performance.now();
    for (const name of names) {
      for (const unit of ['a', '1', 'a-', 'a.', '0:', '-', ' '])
        formatOf(name, 'native')?.test(unit.repeat(20_000));
    }
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('durations', () => {
  it.each<[string, bigint | undefined]>([
    ['0', 0n],
    ['1h30m', 5_400_000_000_000n],
    ['1.5s', 1_500_000_000n],
    ['.5ms', 500_000n],
    ['-3us', -3000n],
    ['1s1s', 2_000_000_000n],
    ['', undefined],
    ['1', undefined],
    ['1d', undefined],
    ['1 s', undefined],
    ['s', undefined],
    ['.s', undefined],
    ['9999999h', undefined],
  ])('%s', (text, nanoseconds) => {
    expect(readDuration(text)).toBe(nanoseconds);
  });
});

describe('quantities', () => {
  it('are compared exactly', () => {
    const order = (a: unknown, b: unknown) => {
      const [left, right] = [readQuantity(a), readQuantity(b)];
      return left === undefined || right === undefined ? undefined : compareQuantities(left, right);
    };
    expect(order('1Ki', '1024')).toBe(0);
    expect(order('1k', '1Ki')).toBe(-1);
    expect(order('0.1', '100m')).toBe(0);
    expect(order(2, '1.999999999999999999')).toBe(1);
    expect(order('1e3', '1k')).toBe(0);
    expect(order('9007199254740993', '9007199254740992')).toBe(1);
    expect(order('-1', '0')).toBe(-1);
    expect(order(true, '1')).toBeUndefined();
  });
});

describe('addresses', () => {
  it('a range lies inside another', () => {
    const range = (text: string) => readRange(text) ?? { family: 4 as const, bits: 0n, prefix: 0 };
    expect(liesInside(range('10.1.0.0/16'), range('10.0.0.0/8'))).toBe(true);
    expect(liesInside(range('10.0.0.0/8'), range('10.0.0.0/8'))).toBe(false);
    expect(isWithin(range('10.0.0.0/8'), range('10.0.0.0/8'))).toBe(true);
    expect(isWithin(range('11.0.0.0/16'), range('10.0.0.0/8'))).toBe(false);
    expect(isWithin(range('fd00::/16'), range('10.0.0.0/8'))).toBe(false);
  });

  it('any four bytes make an address', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        const expected = text.split('.').reduce((bits, part) => bits * 256n + BigInt(part), 0n);
        expect(readAddress(text)).toEqual({ family: 4, bits: expected });
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        expect(readAddress(text)?.family, text).toBe(6);
      }),
    );
  });
});
