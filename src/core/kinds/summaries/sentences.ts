/**
 * What cards say in rows, forms say in sentences: this makes the one of the other, so that both use the same words. A
 * sentence begins with a capital letter, unless it begins with a name, and has no full stop. Where nothing is said there
 * is none.
 */
import type { CardRow } from '../types.ts';
import type { RowWords } from './rows.ts';

/** Rows beyond this are left out of a sentence. */
const MOST_ROWS = 6;

/** The parts that say something, with a comma between and a capital letter at the beginning. */
export function sentence(...parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined && part !== '').join(', ');
  return said === '' ? undefined : capital(said);
}

/** What a row says as a sentence: `3 retries on 5xx, 250ms each`. */
export function sayWords({ label, parts = [], chips = [] }: RowWords): string | undefined {
  return sentence(label, ...parts, ...chips.map((chip) => chip?.text));
}

/** Rows of a card as a sentence: `3 retries on 5xx, 250ms each; 10s request timeout`. */
export function sayRows(rows: readonly CardRow[]): string | undefined {
  const said = rows
    .slice(0, MOST_ROWS)
    .map(({ label, parts, chips }) => [label, ...parts, ...chips.map(({ text }) => text)].join(', '));
  const more = rows.length - said.length;
  return sentence([...said, ...(more > 0 ? [`and ${more} more`] : [])].join('; '));
}

/** `a`, `a or b`, `a, b or c`, `a, b or 2 more`; undefined for none. */
export function either(texts: readonly string[], most = 4): string | undefined {
  return joined(texts, 'or', most);
}

/** `a`, `a and b`, `a, b and c`, `a, b and 2 more`; undefined for none. */
export function together(texts: readonly string[], most = 4): string | undefined {
  return joined(texts, 'and', most);
}

/** The text with a capital letter at its beginning, unless it begins with a name such as `shop.example.com` or `x-user`. */
export function capital(text: string): string {
  return /^[a-z]+(?=[ ,;:]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function joined(texts: readonly string[], word: 'and' | 'or', most: number): string | undefined {
  const shown =
    texts.length > most ? [...texts.slice(0, most - 1), `${texts.length - most + 1} more`] : texts;
  const [last, ...before] = shown.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${word} ${last}`;
}
