/**
 * The YAML reader: one document text in, a tree out. This folder is the only one that knows the `yaml`
 * package. It promises that reading never throws, never hangs, never pollutes a prototype and never expands
 * aliases without bound; that every problem has an exact range in the text and a way out; and that a broken
 * text still yields as much as can be read. `locate` finds places in a tree, `edit` changes its text.
 */

import { isAlias } from 'yaml';
import { isAbsent, SOURCE, type YamlSource } from './nodes.ts';
import type { Path } from './path.ts';
import { locateQuickly, type QuickReading, readQuickly } from './quick/readQuickly.ts';
import { type FullReading, plainOf, readInFull } from './readInFull.ts';
import type { Located, YamlProblem } from './types.ts';

/** How often a place is looked for by reading the text once more, before all of it is read in full: that costs as much. */
const MOST_QUICK_LOOKS = 3;

/** One parsed document. Immutable; what not everyone asks for is computed when it is first asked for. */
export class YamlTree {
  readonly text: string;
  readonly #quick: QuickReading | undefined;
  #full: FullReading | undefined;
  #looks = 0;
  #value: { readonly plain: unknown } | undefined;

  constructor(text: string) {
    this.text = text;
    this.#quick = readQuickly(text);
  }

  /** What the reader has to say, in the order of the text. */
  get problems(): readonly YamlProblem[] {
    return this.#quick === undefined ? this.#read().problems : [];
  }

  /** True for a text of nothing but comments, blank lines and `---`. */
  get isEmpty(): boolean {
    return this.#quick === undefined && !this.isBroken && isBlank(this[SOURCE]);
  }

  /** True when some problem is fatal: `value` is then a best effort. */
  get isBroken(): boolean {
    return this.#quick === undefined && this.#read().isBroken;
  }

  /** Nodes and tokens, for the files of this folder. */
  get [SOURCE](): YamlSource {
    return this.#read().source;
  }

  /** Where a path stands, as far as that can be told without the library; null: nowhere. */
  locateQuickly(path: Path): Located | null | undefined {
    if (this.#quick === undefined || this.#full !== undefined || this.#looks >= MOST_QUICK_LOOKS)
      return undefined;
    this.#looks++;
    return locateQuickly(this.text, path);
  }

  /** Plain data with aliases and merge keys resolved; undefined where nothing trustworthy can be built. */
  get value(): unknown {
    if (this.#quick !== undefined) return this.#quick.value;
    this.#value ??= { plain: plainOf(this.#read(), this.text) };
    return this.#value.plain;
  }

  #read(): FullReading {
    this.#full ??= readInFull(this.text);
    return this.#full;
  }
}

/** Reads one document text. Never throws; what is wrong is in `problems`. */
export function parseYaml(text: string): YamlTree {
  return new YamlTree(text);
}

/** True where no content stands, not even an anchor or a tag. */
function isBlank({ root }: YamlSource): boolean {
  if (root === undefined) return true;
  return !isAlias(root) && isAbsent(root) && root.anchor === undefined && root.tag === undefined;
}
