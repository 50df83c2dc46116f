import type { Path } from '../../yaml/path.ts';
import { asText, readAt, readText } from '../reading.ts';
import type { CardRow, CardSummary, Chip } from '../types.ts';

/** What a row says; its id and path come from where it stands. */
export type RowWords = Omit<CardRow, 'id' | 'path' | 'parts' | 'chips'> & {
  readonly parts?: readonly (string | undefined)[];
  readonly chips?: readonly (Chip | undefined)[];
};

/** Items beyond this are not shown one by one; a card is no place for more, and summaries stay quick. */
const MOST = 500;

/**
 * One row for each item of the list at a path. Ids follow the item's name where it has one of its own, so that
 * a row keeps its identity when items before it come and go, and its position otherwise.
 */
export function listRows(
  value: unknown,
  path: readonly string[],
  say: (item: unknown, index: number) => RowWords,
): readonly CardRow[] {
  const list = readAt(value, ...path);
  if (!Array.isArray(list)) return [];
  const prefix = path.at(-1) ?? '';
  const taken = new Set<string>();
  return list.slice(0, MOST).map((item, index) => {
    const id = freeId(prefix, readText(item, 'name'), index, taken);
    return row(id, [...path, index], say(item, index));
  });
}

/** One row for each key of the map at a path. */
export function mapRows(
  value: unknown,
  path: readonly string[],
  say: (key: string, item: unknown) => RowWords,
): readonly CardRow[] {
  const map = readAt(value, ...path);
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return [];
  return Object.entries(map)
    .slice(0, MOST)
    .map(([key, item]) => row(`${path.at(-1)}/${key}`, [...path, key], say(key, item)));
}

/** A single row, for a field that is no list. Its id is its path without the `spec` in front. */
export function fieldRow(path: readonly string[], words: RowWords): CardRow {
  return row(path.slice(1).join('/'), path, words);
}

function row(id: string, path: Path, { parts = [], chips = [], ...words }: RowWords): CardRow {
  return {
    id,
    path,
    ...words,
    parts: parts.filter(isSaid),
    chips: chips.filter((chip) => chip !== undefined),
  };
}

function freeId(prefix: string, name: string | undefined, index: number, taken: Set<string>): string {
  let id = name === undefined ? `${prefix}/${index}` : `${prefix}/${name}`;
  if (taken.has(id)) id = `${prefix}/#${index}`;
  taken.add(id);
  return id;
}

/** A summary without the parts that say nothing. */
export function summary(words: {
  readonly subtitle?: string | undefined;
  readonly rows?: readonly CardRow[];
  readonly chips?: readonly (Chip | undefined)[];
}): CardSummary {
  const { subtitle, rows = [], chips = [] } = words;
  return {
    ...(isSaid(subtitle) ? { subtitle } : {}),
    rows,
    chips: chips.filter((chip) => chip !== undefined),
  };
}

/** A chip, or none when there is nothing to say. */
export function chip(text: string | undefined, detail?: string): Chip | undefined {
  if (!isSaid(text)) return undefined;
  return detail === undefined ? { text } : { text, detail };
}

/** `3 replicas`, `1 replica`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The words that are there, with a space between; undefined when there is none. */
export function words(...all: readonly (string | number | undefined)[]): string | undefined {
  const said = all.flatMap((each) => asText(each) ?? []);
  return said.length === 0 ? undefined : said.join(' ');
}

/** `a, b and 3 more`, for lists that may be long. */
export function listing(texts: readonly string[], most = 3): string | undefined {
  if (texts.length === 0) return undefined;
  if (texts.length <= most) return texts.join(', ');
  return `${texts.slice(0, most).join(', ')} and ${texts.length - most} more`;
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
