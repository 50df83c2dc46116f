import type { JsonType } from '../../catalogue/schema.ts';

/** A value as a message quotes it: texts as they are, the rest as JSON, cut when it is long. */
export function sayValue(value: unknown): string {
  const text =
    typeof value === 'string' ? (value === '' ? "''" : value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** `a`, `a and b`, `a, b and c`; the rest is counted beyond `most`. */
export function listOf(words: readonly string[], joint: 'and' | 'or', most = 40): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} ${joint} ${words.length - most} more`;
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}`;
}

const typeWords: Readonly<Record<JsonType | 'null', string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'empty (null)',
};

/** What a type is called in a sentence. */
export function sayType(type: JsonType | 'null'): string {
  return typeWords[type];
}

/** `1 item`, `3 items`. */
export function sayCount(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun.replace(/s$/, '') : noun}`;
}
