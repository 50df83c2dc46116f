import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { repackPng } from './repackPng.ts';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const header = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 8, 0, 0, 0, 0]);
const pixels = Buffer.alloc(64 * 65);
const loose = deflateSync(pixels, { level: 0 });
const png = Buffer.concat([
  signature,
  chunk('IHDR', header),
  chunk('tEXt', Buffer.from('Software\0some program')),
  chunk('IDAT', loose.subarray(0, 1000)),
  chunk('IDAT', loose.subarray(1000)),
  chunk('IEND', Buffer.alloc(0)),
]);

describe('repackPng', () => {
  it('keeps header and pixels, in fewer bytes', () => {
    const made = repackPng(png);
    expect(made.length).toBeLessThan(png.length / 10);
    expect(made.subarray(0, 33)).toEqual(Buffer.concat([signature, chunk('IHDR', header)]));
    const length = made.readUInt32BE(33);
    const data = made.subarray(41, 41 + length);
    expect(inflateSync(data)).toEqual(pixels);
    expect(made.subarray(33)).toEqual(Buffer.concat([chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]));
  });

  it('does not make a picture larger', () => {
    const once = repackPng(png);
    expect(repackPng(once)).toEqual(once);
  });

  it('refuses what is not a PNG', () => {
    expect(() => repackPng(Buffer.from('GIF89a, and more'))).toThrow('not a PNG');
  });
});
