/**
 * The last resort of `withholdSecrets`: takes the values out of a document that looks like a Secret and does
 * not parse, line by line. Where nothing can be trusted, everything goes but what is known to be harmless:
 * apiVersion, kind, type, the name in metadata, the keys of entries, brackets, leading comments.
 */

/** What stands where a value stood. */
export const withheldPlaceholder = '<withheld>';

/** A text without its secret values, and how many were taken out. */
export interface Withheld {
  readonly text: string;
  readonly withheld: number;
}

const entry = /^(\s*(?:-\s+)*)("[-.\w/]+"|'[-.\w/]+'|[-.\w/]+)(\s*:)(?:([ \t]+)(.*?))?\s*$/s;
const onlyMarks = /^(?:\uFEFF?(?:---|\.\.\.)|[\s[\]{},-]*)\s*$/;
const blockHeader = /[|>][-+0-9]{0,2}\s*(?:#.*)?$/s;

/** Keys that open a map or a list, of which nothing else stands on the line. */
const containers: ReadonlySet<string> = new Set([
  'metadata',
  'items',
  'labels',
  'annotations',
  'data',
  'stringData',
]);

/** Values that say nothing secret, by their key. */
const harmless: Readonly<Record<string, RegExp>> = {
  apiVersion: /^(["']?)(?:[a-z0-9.-]+\/)?v\d+(?:(?:alpha|beta)\d+)?\1,?$/,
  kind: /^(["']?)(?:[A-Za-z]*Secret|[A-Za-z]*List)\1,?$/,
  type: /^(["']?)(?:Opaque|(?:[a-z0-9-]+\.)*(?:kubernetes\.io|helm\.sh)\/[a-z0-9.-]+)\1,?$/,
  immutable: /^(?:true|false),?$/,
};

const properName = /^(["']?)[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\1,?$/;

/** An entry that was commented out; its value is one word or quoted, as sentences are not. */
const commentedEntry =
  /^(\s*#+\s*(?:-\s+)?["']?[-.\w/]+["']?\s*:[ \t]+(?:[&!]\S*[ \t]+)?)("[^"]*"|'[^']*'|\S+)(\s*,?\s*)$/s;
/** A comment on a line of its own, behind a key, a withheld value or anything without quotes. */
const comment =
  /^((?:.*<withheld>["']?,?[ \t]+|\s*(?:-\s+)*(?:"[^"]*"|'[^']*')\s*:[ \t]+|[^"'#]*[ \t]|)#+)(\s*)(\S.*?)(\s*)$/s;

/** Withholds values in comments: entries that were commented out, and words that look like a key or token. */
export function withholdComments(text: string): Withheld {
  if (!text.includes('#')) return { text, withheld: 0 };
  let withheld = 0;
  const lines = splitLines(text).map((line) => {
    const changed = withholdComment(line);
    if (changed !== line) withheld++;
    return changed;
  });
  return { text: lines.join(''), withheld };
}

function withholdComment(line: string): string {
  const entry = commentedEntry.exec(line);
  if (entry !== null) {
    const [, head = '', value = '', tail = ''] = entry;
    return isPlaceholder(value) ? line : `${head}${withheldPlaceholder}${tail}`;
  }
  const [, head = '', gap = '', words = '', tail = ''] = comment.exec(line) ?? [];
  if (isPlaceholder(words)) return line;
  const isValue = gap === '' && /(?::|<withheld>["']?,?)[ \t]+#$/.test(head);
  const isTelling = isValue || words.split(/\s+/).some(isTokenLike);
  return isTelling ? `${head}${gap}${withheldPlaceholder}${tail}` : line;
}

/** True for what nobody writes in a sentence: letters mixed with digits or base64 signs, or no end of letters. */
export function isTokenLike(word: string): boolean {
  if (word.length < 8 || /^https?:\/\/[^@]*$/.test(word)) return false;
  if (word.length > 28) return true;
  return /[A-Za-z]/.test(word) && (/\d/.test(word) || (/[+/=]/.test(word) && /[A-Z]/.test(word)));
}

function splitLines(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

/** Withholds every line's value that is not known to be harmless. */
export function withholdLines(text: string): Withheld {
  const reader = new LineReader();
  const lines = splitLines(text).map((line) => {
    const content = line.replace(/\r?\n$/, '');
    return reader.read(content) + line.slice(content.length);
  });
  return { text: lines.join(''), withheld: reader.withheld };
}

/** Goes from line to line and knows where it is: in front of all content, in metadata, in a block text. */
class LineReader {
  withheld = 0;
  #hasContent = false;
  /** Column of the key whose block text or metadata the lines below belong to. */
  #block: number | undefined;
  #metadata: number | undefined;
  readonly #named = new Set<string>();

  read(line: string): string {
    if (line.trim() === '') return line;
    const column = line.search(/\S/);
    if (this.#block !== undefined && column > this.#block) return this.#withhold(line, column);
    this.#block = undefined;
    if (line.trimStart().startsWith('#') && !this.#hasContent) return withholdComment(line);
    if (onlyMarks.test(line)) return line;
    this.#hasContent = true;
    const match = entry.exec(line);
    if (match === null) return this.#withhold(line, column);
    const [, indent = '', quoted = '', colon = '', gap = '', rest = ''] = match;
    const key = quoted.replace(/^["']|["']$/g, '');
    const keyColumn = indent.length;
    const isOwn = this.#isInMetadata(key, keyColumn);
    if (blockHeader.test(rest)) this.#block = keyColumn;
    if (this.#isHarmless(key, rest, isOwn)) return line;
    if (rest === '') return this.#withhold(line, column);
    if (isPlaceholder(rest)) return line;
    this.withheld++;
    return `${indent}${quoted}${colon}${gap}${withheldPlaceholder}`;
  }

  /** Follows `metadata:` and its lines; true for the first name and namespace in it. */
  #isInMetadata(key: string, column: number): boolean {
    if (this.#metadata !== undefined && column <= this.#metadata) this.#metadata = undefined;
    if (key === 'metadata') {
      this.#metadata = column;
      this.#named.clear();
      return false;
    }
    if (this.#metadata === undefined) return false;
    if (key !== 'name' && key !== 'namespace') {
      if (key === 'data' || key === 'stringData') this.#metadata = undefined;
      return false;
    }
    if (this.#named.has(key)) return false;
    this.#named.add(key);
    return true;
  }

  #isHarmless(key: string, rest: string, isOwnName: boolean): boolean {
    if (isOwnName) return rest === '' || properName.test(rest);
    if (containers.has(key)) return /^[\s[\]{},]*$/.test(rest);
    return rest === '' ? Object.hasOwn(harmless, key) : harmless[key]?.test(rest) === true;
  }

  #withhold(line: string, column: number): string {
    const content = line.slice(column).trimEnd();
    if (isPlaceholder(content.replace(/^(?:#|-)\s*/, ''))) return line;
    this.withheld++;
    return line.slice(0, column) + withheldPlaceholder;
  }
}

function isPlaceholder(text: string): boolean {
  return /^(["']?)<withheld>\1,?$/.test(text);
}
