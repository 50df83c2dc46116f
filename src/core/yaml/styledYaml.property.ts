/**
 * Random documents for the property tests: a random value, written in a random style by a writer of its own
 * (block or flow, indents, zero-indented lists, quotes, comments, blank lines, line ends, prefixes), with a
 * record of where each entry stands and to whom each comment belongs. All choices come from one list of
 * numbers, so that a failing case shrinks towards the plainest style.
 */
import fc from 'fast-check';
import type { Path } from './path.ts';
import type { Plain } from './types.ts';

/** A comment's text, unique in its document, and the path of the value it goes with. */
export interface OwnedComment {
  readonly text: string;
  /** Removing this path removes the comment. */
  readonly owner: Path;
  /** True when it stands inside the value of `owner`, so that replacing the value may remove it. */
  readonly isInside: boolean;
}

export interface StyledDocument {
  readonly text: string;
  readonly value: Plain;
  readonly comments: readonly OwnedComment[];
  /** First and last line (from 0) of the entry at a path, with the comments that belong to it. */
  readonly spans: ReadonlyMap<string, readonly [number, number]>;
}

const WORDS = [
  'a ¦ shop ¦ cart v2 ¦ one two three ¦ http://x.y/z ¦ /cart ¦ yes ¦ on ¦ 0777 ¦ 12:30 ¦ ',
  "1_000 ¦ ~ ¦ null ¦  ¦ 80 ¦ 1e3 ¦ *.example.com ¦ - x ¦ a: b ¦ a #b ¦ #c ¦ it's ¦ ",
  'say "hi" ¦ back\\slash ¦ 2020-01-01 ¦ {x} ¦ [y ¦ a, b ¦ @at ¦ %p ¦ &amp ¦ !bang ¦ ends: ¦ ',
  ' lead ¦ trail  ¦ tab\tin ¦ é✓😀 ¦ << ¦ = ¦ --- ¦ true ¦ .inf ¦ -1 ¦ ',
]
  .join('')
  .split(' ¦ ');
const TEXTS = [
  'one\ntwo\n',
  'one\ntwo',
  'one\n\ntwo\n',
  'one\n  two\nthree\n',
  'one\n',
  '\none\n',
  '# no comment\nx: y\n',
  'a\n\n',
  '  lead\nb\n',
  'x\n---\ny\n',
  'tab\n\ttab\n',
];
const KEYS = [
  'a',
  'b',
  'c',
  'name',
  'port',
  'spec',
  'x/y',
  '80',
  'yes',
  'a b',
  'k: v',
  '',
  '#k',
  'é',
  '0777',
  'null',
];

/** Texts, numbers, booleans and null, awkward ones among them. */
export const plainScalars: fc.Arbitrary<Plain> = fc.oneof(
  { arbitrary: fc.constantFrom<Plain>('a', 'b', 'shop', 'cart-v2', 'x.y'), weight: 4 },
  { arbitrary: fc.constantFrom<Plain>(...WORDS), weight: 3 },
  { arbitrary: fc.constantFrom<Plain>(...TEXTS), weight: 1 },
  { arbitrary: fc.constantFrom<Plain>(null, true, false), weight: 1 },
  { arbitrary: fc.oneof(fc.integer({ min: -99, max: 9999 }), fc.constantFrom(0.5, 1e21, -0.25)), weight: 2 },
);

/** Plain data, a few levels deep. */
export const plainValues: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain; list: Plain; map: Plain }>(
  (tie) => ({
    value: fc.oneof({ depthSize: 'small', maxDepth: 4 }, plainScalars, tie('map'), tie('list')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    map: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }),
).value;

const roots: fc.Arbitrary<Plain> = fc.oneof(
  {
    arbitrary: fc.dictionary(fc.constantFrom(...KEYS), plainValues, {
      minKeys: 1,
      maxKeys: 5,
      noNullPrototype: true,
    }),
    weight: 5,
  },
  { arbitrary: fc.array(plainValues, { minLength: 1, maxLength: 4 }), weight: 1 },
  { arbitrary: plainValues, weight: 1 },
);

/** A value and a style to write it in. */
export const styledDocuments: fc.Arbitrary<StyledDocument> = fc
  .tuple(roots, fc.array(fc.nat({ max: 59 }), { maxLength: 400, size: 'max' }))
  .map(([value, choices]) => new StyledWriter(choices).write(value));

/** How often each property is tried: FC_RUNS, else 500. */
export function runCount(): number {
  const env = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env;
  return Number(env?.FC_RUNS ?? 500);
}

/** Every path of a value, the root's own first. */
export function pathsOf(value: Plain, path: Path = []): readonly Path[] {
  if (value === null || typeof value !== 'object') return [path];
  const steps = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return [
    path,
    ...steps.flatMap((step) =>
      pathsOf((value as Record<string | number, Plain>)[step] ?? null, [...path, step]),
    ),
  ];
}

interface At {
  readonly path: Path;
  readonly column: number;
  readonly holder: 'map' | 'seq' | 'root';
}

class StyledWriter {
  readonly #choices: readonly number[];
  #next = 0;
  readonly #lines: string[] = [];
  readonly #comments: OwnedComment[] = [];
  readonly #spans = new Map<string, [number, number]>();
  readonly #step: number;
  readonly #listOffset: number;
  readonly #gap: number;
  readonly #isChatty: boolean;
  /** True after a text that keeps its line ends: a blank line would belong to it. */
  #isKeeping = false;
  /** True after a block text: a deeper comment would belong to it. */
  #isInText = false;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
    this.#step = 2 + this.#pick(3);
    this.#listOffset = this.#pick(3) === 1 ? 0 : this.#pick(5) === 4 ? 1 : this.#step;
    this.#gap = 2 + (this.#pick(4) === 3 ? this.#pick(3) : 0);
    this.#isChatty = this.#pick(3) > 0;
  }

  write(value: Plain): StyledDocument {
    const prefix = this.#pick(8);
    const hasStart = prefix >= 3 && prefix <= 5;
    if (prefix === 4) this.#lines.push('%YAML 1.2');
    if (prefix >= 6) this.#lines.push(this.#comment([], false), '');
    if (hasStart) this.#lines.push('---');
    if (prefix === 5) this.#append(this.#trailing([], false));
    this.#writeRoot(value, hasStart && prefix !== 5);
    if (this.#chance(8)) this.#lines.push(this.#comment([], false));
    if (hasStart && this.#chance(6)) this.#lines.push('...');
    const eol = this.#pick(3) === 1 ? '\r\n' : '\n';
    const end = this.#pick(4) === 1 && !this.#isKeeping ? '' : eol;
    const bom = this.#pick(9) === 8 ? '\ufeff' : '';
    return { text: bom + this.#lines.join(eol) + end, value, comments: this.#comments, spans: this.#spans };
  }

  /** A choice from 0 to n - 1; 0 when the choices are used up. */
  #pick(n: number): number {
    return (this.#choices[this.#next++] ?? 0) % n;
  }

  #chance(n: number): boolean {
    return this.#pick(n) === 1;
  }

  #comment(owner: Path, isInside: boolean): string {
    const text = `# note ${this.#comments.length}.`;
    this.#comments.push({ text, owner, isInside });
    return text;
  }

  #trailing(owner: Path, isInside: boolean): string {
    return ` ${this.#chance(3) ? '  ' : ''}${this.#comment(owner, isInside)}`;
  }

  #append(text: string): void {
    const [first = '', ...rest] = text.split('\n');
    this.#lines[this.#lines.length - 1] += first;
    this.#lines.push(...rest);
  }

  #writeRoot(value: Plain, hasStart: boolean): void {
    const at: At = { path: [], column: -1, holder: 'root' };
    if (isFilled(value) && this.#pick(6) !== 5) this.#writeCollection(value, at, 0);
    else {
      if (!hasStart || this.#chance(2)) this.#lines.push('');
      this.#writeValue(value, at);
    }
  }

  /** Writes a value behind the key or dash that ends the last line. */
  #writeValue(value: Plain, at: At): void {
    this.#isKeeping = false;
    this.#isInText = false;
    const props = at.holder === 'root' ? '' : this.#props(value);
    this.#append(props);
    if (typeof value === 'string' && this.#writeBlockText(value, at)) return;
    if (!isFilled(value) || this.#pick(5) === 4) {
      this.#writeInline(value, at);
      return;
    }
    const isList = Array.isArray(value);
    if (at.holder === 'seq' && props === '' && this.#pick(6) !== 5) {
      this.#append(' '.repeat(this.#gap - 1));
      this.#writeCollection(value, at, at.column + this.#gap, true);
      return;
    }
    if (this.#isChatty && this.#lines.at(-1) !== '' && this.#chance(4))
      this.#append(this.#trailing(at.path, false));
    const depth = isList && at.holder === 'map' ? this.#listOffset : this.#step;
    this.#writeCollection(value, at, Math.max(at.column, 0) + depth);
  }

  /** An anchor nobody uses, a tag that says what the value is anyway, or both. */
  #props(value: Plain): string {
    const choice = this.#pick(20);
    if (choice < 17) return '';
    const anchor = choice === 18 ? '' : ` &a${this.#next}`;
    return `${anchor}${choice === 17 ? '' : tagOf(value)}`;
  }

  #writeInline(value: Plain, at: At): void {
    const pad = ' '.repeat(Math.max(at.column, 0) + 2);
    const isBelow = at.holder !== 'root' && value !== null && this.#pick(12) === 11;
    const space = this.#lines.at(-1) === '' ? '' : ' ';
    if (isBelow) this.#lines.push(pad);
    const text =
      isFilled(value) && this.#chance(3)
        ? this.#flowLines(value, at)
        : typeof value === 'string' &&
            /^[a-z]+(?: [a-z]+)+$/.test(value) &&
            at.holder !== 'root' &&
            this.#chance(2)
          ? value.replaceAll(' ', `\n${pad}`)
          : this.#flow(value, at.holder === 'root', true);
    this.#append(text === '' || isBelow ? text : `${space}${text}`);
    if (this.#isChatty && this.#chance(4)) this.#append(this.#trailing(at.path, false));
  }

  #writeBlockText(value: string, at: At): boolean {
    const body = value.endsWith('\n') ? value.slice(0, -1) : value;
    const lines = body.split('\n');
    const first = lines.find((line) => line !== '') ?? '';
    const isFit =
      body.trim() !== '' &&
      !/^\s/.test(first) &&
      !lines.some((line) => line !== '' && line.trim() === '') &&
      !/\t/.test(value);
    if (!isFit || (value.includes('\n') ? this.#pick(4) === 3 : this.#pick(12) !== 11)) return false;
    const keeps = value.endsWith('\n\n');
    const mark = value.includes('\n') ? '|' : '>';
    const header = `${mark}${keeps ? '+' : value.endsWith('\n') ? '' : '-'}`;
    this.#append(
      `${this.#lines.at(-1) === '' ? '' : ' '}${header}${this.#isChatty && this.#chance(4) ? this.#trailing(at.path, false) : ''}`,
    );
    const pad = ' '.repeat(Math.max(at.column, 0) + this.#step);
    for (const line of lines) this.#lines.push(line === '' ? '' : pad + line);
    this.#isKeeping = keeps;
    this.#isInText = true;
    return true;
  }

  #writeCollection(value: object & Plain, at: At, column: number, isCompact = false): void {
    const steps: (string | number)[] = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
    for (const [i, step] of steps.entries()) {
      const path = [...at.path, step];
      const isFirst = isCompact && i === 0;
      if (!isFirst) this.#writeGap(at.path, column);
      const from = this.#lines.length - (isFirst ? 1 : 0);
      if (!isFirst) {
        if (this.#isChatty && this.#chance(4))
          this.#lines.push(' '.repeat(column) + this.#comment(path, false));
        this.#lines.push(' '.repeat(column));
      }
      this.#append(typeof step === 'number' ? '-' : `${this.#key(step)}:`);
      const child = (value as Record<string | number, Plain>)[step] ?? null;
      this.#writeValue(child, { path, column, holder: typeof step === 'number' ? 'seq' : 'map' });
      const isFlush = Array.isArray(child) && this.#listOffset < 2;
      if (this.#isChatty && !this.#isInText && !isFlush && this.#pick(14) === 13)
        this.#lines.push(`${' '.repeat(column + 1)}${this.#comment(path, true)}`);
      this.#spans.set(JSON.stringify(path), [from, this.#lines.length - 1]);
    }
    if (this.#isChatty && column > at.column && this.#pick(9) === 8)
      this.#lines.push(' '.repeat(column) + this.#comment(at.path, true));
  }

  /** Blank lines and comments that belong to nobody, before an entry. */
  #writeGap(owner: Path, column: number): void {
    if (this.#isKeeping) return;
    if (this.#pick(6) === 5) this.#lines.push('');
    if (this.#isChatty && this.#pick(12) === 11)
      this.#lines.push(' '.repeat(column) + this.#comment(owner, true), '');
  }

  #key(key: string): string {
    const isPlain = /^[a-z][a-z/]*$/.test(key) && !/^(?:yes|no|on|off|null|true|false|y|n)$/.test(key);
    if ((isPlain || key === '80') && this.#pick(6) !== 5) return key;
    return this.#chance(2) ? `'${key}'` : JSON.stringify(key);
  }

  #flow(value: Plain, isRoot: boolean, isInBlock = false): string {
    const props = isRoot || isInBlock ? '' : this.#props(value).trimStart();
    return props === ''
      ? this.#bareFlow(value, isRoot, isInBlock)
      : `${props} ${this.#bareFlow(value, true, isInBlock)}`;
  }

  #bareFlow(value: Plain, isRoot: boolean, isInBlock: boolean): string {
    if (value === null) return ['null', '~', isRoot || !isInBlock ? 'null' : ''][this.#pick(3)] ?? 'null';
    if (typeof value === 'string') return this.#string(value);
    if (typeof value !== 'object') return String(value);
    const pad = this.#chance(3) ? ' ' : '';
    if (Array.isArray(value)) {
      const items = (value as readonly Plain[]).map((item) => this.#flow(item, false));
      return `[${pad}${items.join(this.#chance(6) ? ',' : ', ')}${items.length > 0 && this.#chance(8) ? ',' : ''}${pad}]`;
    }
    const pairs = Object.entries(value).map(([key, item]) => `${this.#key(key)}: ${this.#flow(item, false)}`);
    return `{${pad}${pairs.join(', ')}${pairs.length > 0 && this.#chance(8) ? ',' : ''}${pad}}`;
  }

  /** A flow collection over several lines. All but its first line are pushed; the first is the return value's first. */
  #flowLines(value: object & Plain, at: At): string {
    const pad = ' '.repeat(Math.max(at.column, 0) + this.#step);
    const isList = Array.isArray(value);
    this.#append(`${this.#lines.at(-1)?.trim() === '' ? '' : ' '}${isList ? '[' : '{'}`);
    const steps: (string | number)[] = isList ? value.map((_, i) => i) : Object.keys(value);
    const hasLast = this.#chance(2);
    for (const [i, step] of steps.entries()) {
      const path = [...at.path, step];
      const from = this.#lines.length;
      if (this.#isChatty && this.#chance(4)) this.#lines.push(pad + this.#comment(path, false));
      const child = this.#flow((value as Record<string | number, Plain>)[step] ?? null, false);
      this.#lines.push(
        `${pad}${typeof step === 'number' ? '' : `${this.#key(step)}: `}${child}${i < steps.length - 1 || hasLast ? ',' : ''}`,
      );
      if (this.#isChatty && this.#chance(4)) this.#append(this.#trailing(path, false));
      this.#spans.set(JSON.stringify(path), [from, this.#lines.length - 1]);
    }
    this.#lines.push(' '.repeat(Math.max(at.column, 0) + (at.holder === 'root' ? 0 : 1)));
    this.#append(isList ? ']' : '}');
    return '';
  }

  #string(text: string): string {
    const isPlain =
      /^[A-Za-z/][\w./-]*(?: [\w.-]+)*$/.test(text) &&
      !/^(?:yes|no|on|off|null|true|false|y|n|~)$/.test(text);
    if (isPlain && this.#pick(5) < 4) return text;
    if (this.#chance(2) && !/[\n\t]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
    return JSON.stringify(text);
  }
}

function tagOf(value: Plain): string {
  if (typeof value === 'string') return ' !!str';
  if (Number.isInteger(value) && Math.abs(Number(value)) < 1e15) return ' !!int';
  if (value === null || typeof value !== 'object') return '';
  return Array.isArray(value) ? ' !!seq' : ' !!map';
}

function isFilled(value: Plain): value is object & Plain {
  return value !== null && typeof value === 'object' && Object.keys(value).length > 0;
}
