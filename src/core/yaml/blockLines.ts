import { isBlockSafe, type Quote, type ScalarStyle, scalarText } from './scalarText.ts';
import type { Plain } from './types.ts';

/** The measures of a block style, as found in a document. */
export interface BlockStyle {
  /** How much deeper a nested map stands than its key. */
  readonly step: number;
  /** How much deeper a list's dashes stand than its key: 0 for `key:` above `- a` in one column. */
  readonly listOffset: number;
  /** From a dash to what it holds: 2 for `- a`. */
  readonly dashGap: number;
}

/** What a value is put behind: a key, a dash or nothing, and the column of that. */
export interface Holder {
  readonly holder: 'map' | 'seq' | 'root';
  readonly column: number;
}

/** A value as text: what stands right behind its indicator, and the whole lines below it. */
export interface Rendered {
  readonly head: string;
  readonly lines: readonly string[];
}

/** A value in block style. A collection in a list starts on the line of its dash. */
export function valueLines(value: Plain, style: BlockStyle, at: Holder, quote?: Quote): Rendered {
  if (typeof value === 'string' && quote !== '"' && quote !== "'" && isBlockSafe(value))
    return blockText(value, style, at);
  if (value === null || typeof value !== 'object')
    return { head: scalarText(value, quoteOf(quote)), lines: [] };
  const lines = collectionLines(value, style, columnOfValue(value, style, at));
  if (lines === undefined) return { head: Array.isArray(value) ? '[]' : '{}', lines: [] };
  const [first = ''] = lines;
  return at.holder === 'seq' ? { head: first.trimStart(), lines: lines.slice(1) } : { head: '', lines };
}

/** The lines of one more pair of a map whose keys stand in `column`. */
export function pairLines(key: string, value: Plain, style: BlockStyle, column: number): readonly string[] {
  const { head, lines } = valueLines(value, style, { holder: 'map', column });
  return [`${' '.repeat(column)}${scalarText(key)}:${head === '' ? '' : ` ${head}`}`, ...lines];
}

/** The lines of one more item of a list whose dashes stand in `column`. */
export function itemLines(value: Plain, style: BlockStyle, column: number, quote?: Quote): readonly string[] {
  const { head, lines } = valueLines(value, style, { holder: 'seq', column }, quote);
  const gap = ' '.repeat(isFilled(value) ? Math.max(1, style.dashGap - 1) : 1);
  return [`${' '.repeat(column)}-${gap}${head}`, ...lines];
}

/** The column in which the keys or dashes of a collection stand. */
export function columnOfValue(value: Plain, style: BlockStyle, at: Holder): number {
  if (at.holder === 'root') return 0;
  if (at.holder === 'seq') return at.column + style.dashGap;
  return at.column + (Array.isArray(value) ? style.listOffset : style.step);
}

/** A value on one line, as it stands inside [ ] and { }. JSON style quotes every text and key. */
export function flowText(value: Plain, style: ScalarStyle & { readonly isJson?: boolean }): string {
  const inner = style.isJson === true ? { isJson: true, quote: '"' as const } : {};
  if (value === null || typeof value !== 'object')
    return scalarText(value, { ...style, ...inner, isFlow: true });
  if (isList(value)) return `[${value.map((item) => flowText(item, inner)).join(', ')}]`;
  const pairs = Object.keys(value).map((key) => flowPair(key, value[key] ?? null, inner));
  return `{${pairs.join(', ')}}`;
}

/** One pair of a map inside { }. */
export function flowPair(
  key: string,
  value: Plain,
  style: ScalarStyle & { readonly isJson?: boolean },
): string {
  const name = scalarText(key, { isFlow: true, quote: style.isJson === true ? '"' : 'none' });
  return `${name}: ${flowText(value, style)}`;
}

function collectionLines(
  value: object & Plain,
  style: BlockStyle,
  column: number,
): readonly string[] | undefined {
  if (isList(value))
    return value.length === 0 ? undefined : value.flatMap((item) => itemLines(item, style, column));
  const keys = Object.keys(value);
  if (keys.length === 0) return undefined;
  return keys.flatMap((key) => pairLines(key, value[key] ?? null, style, column));
}

function blockText(text: string, style: BlockStyle, at: Holder): Rendered {
  const pad = ' '.repeat(Math.max(at.column, 0) + (at.holder === 'seq' ? style.dashGap : style.step));
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const lines = body.split('\n').map((line) => (line === '' ? '' : pad + line));
  return { head: text.endsWith('\n') ? '|' : '|-', lines };
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function quoteOf(quote: Quote | undefined): ScalarStyle {
  return quote === undefined ? {} : { quote };
}

/** True for a map or list that holds something. */
export function isFilled(value: Plain): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).length > 0;
}
