/** A text, or why the bytes are none. */
export type Decoded =
  | { readonly text: string; readonly notes: readonly string[] }
  | { readonly reason: string };

/** The one part of the Encoding standard that core needs; every browser, worker and Node has it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string };

/** Bytes looked at to tell a text from anything else. */
const sampleLength = 8192;

/**
 * Reads bytes as text, never mangling them: UTF-8 comes back byte for byte when it is written again (a byte
 * order mark stays in the text), UTF-16 is converted and that is said, anything else is refused.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return decodeWide(bytes, wide);
  if (bytes.subarray(0, sampleLength).includes(0)) return { reason: 'It is a binary file, not text.' };
  const text = decodeUtf8(bytes);
  if (text !== undefined) return { text, notes: [] };
  const line = lineOf(bytes, firstInvalidByte(bytes));
  return { reason: `It is not valid UTF-8 (first in line ${line}). Save it as UTF-8 and import it again.` };
}

function decode(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** By its byte order mark, or by the zeros that the first two ASCII characters leave (YAML 1.2, 5.2). */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b, c, d] = bytes;
  if (bytes.length < 2 || (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length >= 4))
    return undefined;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0)) return 'utf-16be';
  return undefined;
}

function decodeWide(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): Decoded {
  const name = label === 'utf-16le' ? 'UTF-16 (little endian)' : 'UTF-16 (big endian)';
  try {
    return {
      text: decode(label, bytes),
      notes: [`It was ${name}. The text is kept, but it is written as UTF-8 from now on.`],
    };
  } catch {
    return { reason: `It begins like ${name} but is not valid. Save it as UTF-8 and import it again.` };
  }
}

/** The text of UTF-8 bytes; undefined when they are none. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decode('utf-8', bytes);
  } catch {
    return undefined;
  }
}

/** An offset at which no UTF-8 text goes on like this, found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++;
  return line;
}

/** True when the bytes are UTF-8 so far; the last character may be cut off. */
function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
