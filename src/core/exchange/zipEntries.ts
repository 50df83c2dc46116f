import { inflateSync } from 'fflate';
import { decodeUtf8 } from './decodeText.ts';

/**
 * Reads the directory of a zip archive (PKWARE APPNOTE 6.3, 4.3). fflate inflates, but its own reader knows
 * no encryption, checks no sums, keeps the last of two entries of one name and allocates whatever an entry
 * claims; an archive from a stranger needs all four.
 */

/** One entry as the archive's directory describes it. */
export interface ZipEntry {
  readonly path: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly offset: number;
}

export type ZipDirectory = { readonly entries: readonly ZipEntry[] } | { readonly broken: string };
export type ZipContent = { readonly bytes: Uint8Array } | { readonly broken: string };

const endSize = 22;
const longestComment = 65_535;

/** True for bytes that begin as zip archives do, empty and split ones included. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, c, d] = bytes;
  return p === 0x50 && k === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6) || (c === 7 && d === 8));
}

/** The entries in the order of the directory, or why there is none to be read. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    if (end === undefined) return { broken: 'Its end is missing: the archive is cut off or damaged.' };
    const { count, offset } = directoryPlace(view, end);
    const entries: ZipEntry[] = [];
    let at = offset;
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== 0x02014b50) return { broken: 'Its directory is damaged.' };
      entries.push(readEntry(view, bytes, at));
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return { entries };
  } catch (error) {
    if (error instanceof RangeError)
      return { broken: 'Its directory points outside the file: it is damaged.' };
    throw error;
  }
}

/** The bytes of an entry, checked against its length and sum. Never more than the entry's `size`. */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry): ZipContent {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = { broken: 'It is damaged within the archive.' };
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return damaged;
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) return damaged;
  if (entry.method !== 0 && entry.method !== 8) {
    return {
      broken: `It is packed by a method (${entry.method}) that is not supported. Pack it with deflate.`,
    };
  }
  const content = entry.method === 0 ? packed.slice() : inflate(packed, entry.size);
  if (content === undefined || content.length !== entry.size || sumOf(content) !== entry.crc) return damaged;
  return { bytes: content };
}

function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}

/** The end record stands last, but for a comment. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

/** How many entries, and where the directory begins; in the zip64 record when the archive has one. */
function directoryPlace(view: DataView, end: number): { readonly count: number; readonly offset: number } {
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === 0x07064b50) {
    const record = readLong(view, locator + 8);
    if (view.getUint32(record, true) === 0x06064b50) {
      return { count: readLong(view, record + 32), offset: readLong(view, record + 48) };
    }
  }
  return { count: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) };
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const nameEnd = at + 46 + nameLength;
  const path = readName(bytes.subarray(at + 46, nameEnd));
  const sizes = { size: at + 24, packedSize: at + 20, offset: at + 42 };
  const long = longFields(view, nameEnd, nameEnd + view.getUint16(at + 30, true), sizes);
  return {
    path,
    isFolder: /[/\\]$/.test(path),
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: long.packedSize,
    size: long.size,
    offset: long.offset,
  };
}

type LongField = 'size' | 'packedSize' | 'offset';

/** Fields that are too long for four bytes stand, in this order, in the extra field 1 (zip64). */
function longFields(
  view: DataView,
  start: number,
  end: number,
  at: Record<LongField, number>,
): Record<LongField, number> {
  let extra = -1;
  for (let i = start; i + 4 <= end; i += 4 + view.getUint16(i + 2, true)) {
    if (view.getUint16(i, true) === 1) extra = i + 4;
  }
  const read = (field: LongField): number => {
    const short = view.getUint32(at[field], true);
    if (short !== 0xffff_ffff || extra < 0) return short;
    extra += 8;
    return readLong(view, extra - 8);
  };
  return { size: read('size'), packedSize: read('packedSize'), offset: read('offset') };
}

function readLong(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}

/** Names ought to be UTF-8 with a flag; many tools forget the flag, some write Latin letters in one byte. */
function readName(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? String.fromCharCode(...bytes);
}

const sumTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** CRC-32 as zip has it. */
function sumOf(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ (sumTable[(sum ^ byte) & 255] ?? 0);
  return (sum ^ -1) >>> 0;
}
