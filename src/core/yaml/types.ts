import type { Range, TextEdit } from '../text/textEdit.ts';

/** Something the YAML reader says about one document. Offsets count within the document's text. */
export interface YamlProblem extends Range {
  /** Stable, kebab-case: `syntax`, `duplicate-key`, `alias-bomb`, `prototype-key`, `unresolved-alias`, ... */
  readonly code: string;
  /** What is wrong, where, and the way out, in one or two sentences. */
  readonly message: string;
  /** True when the document's value cannot be trusted: the last good one must be kept. */
  readonly fatal: boolean;
}

/** Where a value stands in a document. `key` is absent for list items and the root. */
export interface Located {
  readonly key?: Range;
  /** The value's own text, without comments or line end behind it. */
  readonly value: Range;
}

/** What an edit verb answers: edits on the document's text, or the reason it will not touch it. */
export type EditResult =
  | { readonly edits: readonly TextEdit[] }
  | {
      readonly refused: string;
      /** The path of the alias or merge key `<<` in the way, when there is one; `inlineAlias` takes it. */
      readonly alias?: readonly (string | number)[];
    };

/** Plain data as JSON has it; what the edit verbs write. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };
