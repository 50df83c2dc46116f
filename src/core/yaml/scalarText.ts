/** The quotes around a text, or none. */
export type Quote = '"' | "'" | 'none';

/** How a scalar is to be written. */
export interface ScalarStyle {
  /** Inside [ ] or { }, where commas and brackets need quotes too. */
  readonly isFlow?: boolean;
  /** Quotes to use for texts even where none are needed. */
  readonly quote?: Quote;
}

/** Texts that YAML 1.1 or 1.2 readers take for something else: booleans, nulls, numbers, dates, times. */
const MISREAD = new RegExp(
  [
    '^(?:~|null|true|false|yes|no|on|off|y|n|<<|=)$',
    '^[-+]?[\\d_]*(?::[0-5]?\\d)*(?:\\.[\\d_]*)?(?:e[-+]?\\d+)?$',
    '^[-+]?0(?:x[\\da-f_]*|o[0-7_]*|b[01_]*)$',
    '^[-+]?\\.(?:inf|nan)$',
    '^\\d{4}-\\d{1,2}-\\d{1,2}(?:$|[Tt\\s])',
    '^(?:---|\\.\\.\\.)(?:$|\\s)',
  ].join('|'),
  'i',
);

/** Everything that cannot stand in a YAML text as it is: controls, lone surrogates, odd line ends, byte order marks. */
const UNPRINTABLE = /[^\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** What the last resort, double quotes, escapes beyond JSON. */
const ESCAPED = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A scalar on one line: plain where every reader agrees on it, else quoted. */
export function scalarText(value: null | boolean | number | string, style: ScalarStyle = {}): string {
  if (typeof value === 'string') return renderString(value, style);
  if (typeof value === 'number') return renderNumber(value);
  return String(value);
}

/** True when the text can stand without quotes and every reader takes it for that text. */
export function isPlainSafe(text: string, isFlow: boolean): boolean {
  if (text === '' || text.trim() !== text || UNPRINTABLE.test(text)) return false;
  if (/^(?:[-?:](?:$|\s)|[?:,[\]{}#&*!|>'"%@`])/.test(text)) return false;
  if (/:(?:$|\s)|\s#/.test(text) || MISREAD.test(text)) return false;
  return !isFlow || !/[,[\]{}]/.test(text);
}

/** True when the text can stand in block style as it is, line by line. */
export function isBlockSafe(text: string): boolean {
  const lines = text.split('\n');
  if (lines.length < 2 || /\n\n$/.test(text) || text.trim() === '') return false;
  if (lines.some((line) => line.startsWith('\t') || UNPRINTABLE.test(line.replaceAll('\t', ''))))
    return false;
  const first = lines.find((line) => line !== '') ?? '';
  return !first.startsWith(' ') && lines.every((line) => line === '' || line.trim() !== '');
}

function renderString(text: string, { isFlow = false, quote = 'none' }: ScalarStyle): string {
  if (quote === 'none' && isPlainSafe(text, isFlow)) return text;
  if (quote === "'" && !UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(
    ESCAPED,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function renderNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}
